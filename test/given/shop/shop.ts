/**
 * A shop's own database with people in it, on either kind of server: its tables, its rows, its queries.
 * Flow:    test/prove → here → a real server.
 * Promise: every text about a person holds a mark that nobody else has, so that a dump can be searched for them.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';

export type ShopEngine = 'postgresql' | 'mariadb';

export interface Shop {
  readonly engine: ShopEngine;
  /** By the account that may do everything. */
  say(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Every row of every table as a line of text. */
  dump(): Promise<readonly string[]>;
  readonly readUrl: string;
  readonly eraseUrl: string;
  close(): Promise<void>;
}

/** How many rows each table has about one person. */
export const rowsOfOne = {
  address: 1,
  people: 1,
  orders: 3,
  order_lines: 6,
  messages: 3,
  support_notes: 3,
  page_views: 6,
};

export const tables = ['address', 'people', 'orders', 'order_lines', 'messages', 'support_notes', 'page_views'];

/** A mark of one person, in no other person's. */
export const markOf = (person: number): string => `zq${String(person).padStart(3, '0')}qz`;
export const emailOf = (person: number): string => `${markOf(person)}@shop.example`;
export const phoneOf = (person: number): string => `+4930${String(1_000_000 + person)}`;

const schema = [
  'create table address (id int primary key, street varchar(120), city varchar(80))',
  `create table people (id int primary key, customer_no varchar(40) not null unique, email varchar(120) unique,
     full_name varchar(120) not null, phone varchar(40), address_id int references address (id), created_at timestamp not null default current_timestamp)`,
  `create table orders (id int primary key, person_id int not null references people (id), contact_email varchar(120),
     gift_note text, total decimal(10,2) not null, packed_by varchar(40))`,
  `create table order_lines (id int primary key, order_id int not null references orders (id), product varchar(80) not null,
     engraving varchar(120), price decimal(10,2) not null)`,
  'create table messages (id int primary key, person_id int not null references people (id), body text not null)',
  'create table support_notes (id int primary key, message_id int not null references messages (id), note text not null)',
  'create table page_views (visitor_email varchar(120), path varchar(200), at varchar(40))',
];
/** The form in which MariaDB really holds a reference. */
const forMariadb = (text: string): string =>
  text.replaceAll(/(\w+) int( not null)? references (\w+) \(id\)/g, '$1 int$2, foreign key ($1) references $3 (id)');

/** People live two in a house: 1 with 2, 3 with 4. */
export async function seed({ say, engine }: Pick<Shop, 'say' | 'engine'>, people: number): Promise<void> {
  for (const text of schema) await say(engine === 'mariadb' ? forMariadb(text) : text);
  const rows: Record<string, (readonly unknown[])[]> = Object.fromEntries(tables.map((table) => [table, []]));
  const insert = (table: string, row: readonly unknown[]) => rows[table]?.push(row);
  for (let house = 0; house < people; house += 2) insert('address', [house, `Street ${house}`, 'Hof']);
  for (let person = 0; person < people; person += 1) addPerson(insert, person);
  for (const [table, all] of Object.entries(rows))
    await say(`insert into ${table} values ${all.map(written).join(', ')}`);
}

/** Texts of ours without quotes. */
const written = (row: readonly unknown[]): string =>
  `(${row.map((value) => (typeof value === 'string' ? `'${value}'` : String(value))).join(', ')})`;

function addPerson(insert: (table: string, row: readonly unknown[]) => unknown, person: number): void {
  const mark = markOf(person);
  const spelled = person % 3 === 0 ? emailOf(person).toUpperCase() : emailOf(person);
  // A number as people write it.
  const phone = phoneOf(person).replace('+4930', '+49 30 / ');
  const house = person - (person % 2);
  insert('people', [person, `K-${mark}`, spelled, `${mark} Person`, phone, house, '2026-01-02 03:04:05']);
  for (let at = 0; at < 3; at += 1) {
    const order = person * 10 + at;
    insert('orders', [order, person, at === 0 ? spelled : null, `for ${mark}`, 12.5, null]);
    insert('order_lines', [order * 2, order, 'Cup', mark, 5.25]);
    insert('order_lines', [order * 2 + 1, order, 'Plate', null, 7.25]);
    insert('messages', [order, person, `${mark} asks ${at}`]);
    insert('support_notes', [order, order, `answered ${mark}`]);
    // The same row twice: nobody gave this table a key.
    insert('page_views', [emailOf(person), `/cart/${mark}`, '2026-02-02']);
    insert('page_views', [emailOf(person), `/cart/${mark}`, '2026-02-02']);
  }
}

/** What the shop itself asks every day. */
export async function shopReports({ say }: Pick<Shop, 'say'>): Promise<string> {
  const turnover = await say(
    'select p.id, count(*) as lines_sold, sum(l.price) as turnover from people p join orders o on o.person_id = p.id join order_lines l on l.order_id = o.id group by p.id order by p.id',
  );
  const cities = await say(
    'select a.city, count(*) as people from people p join address a on a.id = p.address_id group by a.city',
  );
  const unlike = await say(
    'select o.id from orders o join order_lines l on l.order_id = o.id group by o.id, o.total having sum(l.price) <> o.total',
  );
  const views = await say('select at, count(*) as views from page_views group by at');
  return JSON.stringify({ turnover, cities, unlike, views });
}

/** The folder that an operator names, with the map as it is in the repository. */
export async function mapsFolder(folder: string, { engine, readUrl, eraseUrl }: Shop, change = (text: string) => text) {
  const maps = join(folder, 'maps');
  const secrets = join(folder, 'secrets');
  await mkdir(maps, { recursive: true });
  await mkdir(secrets, { recursive: true });
  const here = join(import.meta.dirname, '.');
  await writeFile(join(maps, 'shop.yml'), readFileSync(join(here, 'shop.yml')));
  await writeFile(
    join(maps, 'systems.yaml'),
    change(readFileSync(join(here, 'systems.yaml'), 'utf8').replace('KIND', engine)),
  );
  await writeFile(join(secrets, 'shop-read'), `${readUrl}\n`);
  await writeFile(join(secrets, 'shop-erase'), `${eraseUrl}\n`);
  return { maps, secrets };
}

const dumped = async (say: Shop['say']): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const table of tables)
    for (const row of await say(`select * from ${table}`)) lines.push(`${table} ${JSON.stringify(row)}`);
  return lines.sort();
};

export async function postgresShop(url: string, people: number): Promise<Shop> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const say: Shop['say'] = async (text, values = []) => (await client.query(text, [...values])).rows;
  await seed({ say, engine: 'postgresql' }, people);
  const name = new URL(url).pathname.slice(1).replaceAll(/\W/g, '');
  const account = async (what: string, rights: string): Promise<string> => {
    await say(`create role ${what}_${name} login password 'secret-of-an-account'`);
    await say(`grant ${rights} on all tables in schema public to ${what}_${name}`);
    const their = new URL(url);
    their.username = `${what}_${name}`;
    their.password = 'secret-of-an-account';
    return their.href;
  };
  return {
    engine: 'postgresql',
    say,
    dump: () => dumped(say),
    readUrl: await account('shop_read', 'select'),
    eraseUrl: await account('shop_erase', 'select, update, delete'),
    close: async () => {
      await say(`drop owned by shop_read_${name}, shop_erase_${name}`).catch(() => undefined);
      await say(`drop role shop_read_${name}, shop_erase_${name}`).catch(() => undefined);
      await client.end();
    },
  };
}

export async function mariadbShop(
  server: { url(name: string, account?: string): string },
  name: string,
  people: number,
): Promise<Shop> {
  const connection = await createConnection(server.url(''));
  const say: Shop['say'] = async (text, values = []) => {
    const [rows] = await connection.query(text, [...values]);
    return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
  };
  await say(`create database ${name}`);
  await say(`use ${name}`);
  await seed({ say, engine: 'mariadb' }, people);
  const account = async (what: string, rights: string): Promise<string> => {
    await say(`create user ${what}_${name}@localhost identified by 'secret-of-an-account'`);
    await say(`grant ${rights} on ${name}.* to ${what}_${name}@localhost`);
    return server.url(name, `${what}_${name}`);
  };
  return {
    engine: 'mariadb',
    say,
    dump: () => dumped(say),
    readUrl: await account('r', 'select'),
    eraseUrl: await account('e', 'select, update, delete'),
    close: () => connection.end(),
  };
}
