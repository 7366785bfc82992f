import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretsKept } from '../../src/connectors/secret-file.ts';
import { checkSystem, type SqlSetup, sqlSystem } from '../../src/connectors/sql/sql-system.ts';
import {
  type ConnectedFault,
  type ErasedInSystem,
  type FoundInSystem,
  fault,
  isFault,
  type SecretOf,
} from '../../src/connectors/system-work.ts';
import { newMaskingChance } from '../../src/seal/seal.ts';
import { readMaps } from '../../src/systems/read-maps.ts';
import { hasMariadb, type Mariadb, startMariadb } from '../given/mariadb.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { dumpedBy } from '../given/prove/two-shops.ts';
import {
  emailOf,
  mapsFolder,
  mariadbShop,
  markOf,
  phoneOf,
  postgresShop,
  rowsOfOne,
  type ShopEngine,
  shopReports,
} from '../given/shop/shop.ts';

const PEOPLE = 24;
const engines = [
  ['postgresql', hasPostgres],
  ['mariadb', hasMariadb],
] as const;

let mariadb: Mariadb | undefined;
beforeAll(async () => {
  if (hasMariadb) mariadb = await startMariadb();
});
afterAll(async () => mariadb?.stop());

let count = 0;
/** A shop of its own for each test, for most of them change it. */
async function aShop(engine: ShopEngine, change?: (text: string) => string) {
  const folder = await mkdtemp(join(tmpdir(), 'candor-shop-'));
  const database = engine === 'postgresql' ? await aDatabase() : undefined;
  count += 1;
  const shop =
    database === undefined
      ? await mariadbShop(mariadb!, `shop${count}`, PEOPLE)
      : await postgresShop(database.url, PEOPLE);
  const { maps, secrets } = await mapsFolder(folder, shop, change);
  const [system] = readMaps(maps).systems;
  if (system?.kind !== 'database') throw new Error(readMaps(maps).faults.join('\n'));
  const setup: SqlSetup = { plan: system.plan, secret: secretsKept(undefined, secrets), chance: newMaskingChance };
  const close = async () => {
    await shop.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { shop, setup, work: sqlSystem(setup), secrets, close };
}

const person = (of: number) => ({ customer: [`K-${markOf(of)}`], email: [emailOf(of)], phone: [phoneOf(of)] });
const byEmail = (of: number) => ({ customer: [], email: [emailOf(of)], phone: [] });
const found = (answer: object): FoundInSystem => {
  if (isFault(answer)) throw new Error(`${answer.failed} ${answer.details.join('\n')}`);
  return answer as FoundInSystem;
};
const counts = (answer: FoundInSystem) =>
  Object.fromEntries(answer.tables.map(({ name, rows }) => [name, rows.length]));

describe.each(engines)('a shop on %s', (engine, isThere) => {
  if (!isThere) {
    it.skip(`${engine} is not installed on this machine`, () => undefined);
    return;
  }

  it('fits its map, which is a dataset as people write them for Fides', async () => {
    const { setup, close } = await aShop(engine);
    expect(await checkSystem(setup)).toEqual([]);
    await close();
  });

  it('gives every row of each person and none of another', async () => {
    const { shop, work, close } = await aShop(engine);
    for (let of = 0; of < PEOPLE; of += 1) {
      const answer = found(await work.access(of % 2 === 0 ? person(of) : byEmail(of)));
      expect(counts(answer)).toEqual(rowsOfOne);
      const text = JSON.stringify(answer).toLowerCase();
      const others = Array.from({ length: PEOPLE }, (_, other) => other).filter((other) => other !== of);
      expect(others.filter((other) => text.includes(markOf(other)))).toEqual([]);
    }
    expect(found(await work.access(byEmail(PEOPLE + 1))).tables).toEqual([]);
    await shop.say('select 1');
    await close();
  });

  it('has nothing of an erased person left in a dump, and everything of everybody else', async () => {
    const { shop, work, close } = await aShop(engine);
    const [before, reports] = [await shop.dump(), await shopReports(shop)];
    for (const of of [2, 7]) {
      const erased = await work.erase(byEmail(of));
      expect(erased).not.toHaveProperty('failed');
    }
    const after = await shop.dump();
    expect(after.filter((line) => isAbout(line, 2) || isAbout(line, 7))).toEqual([]);
    expect(dumpedBy(shop).filter((line) => isAbout(line, 2) || isAbout(line, 7))).toEqual([]);
    const isOthers = (line: string) => /zq\d+qz/i.test(line) && !isAbout(line, 2) && !isAbout(line, 7);
    expect(after.filter(isOthers)).toEqual(before.filter(isOthers));
    expect(after.filter((line) => line.startsWith('address'))).toEqual(
      before.filter((line) => line.startsWith('address')),
    );
    expect(await shopReports(shop)).toBe(reports);
    expect(found(await work.access(byEmail(2))).tables).toEqual([]);
    await close();
  });

  it('says which rows others share, and masks them with the last who does', async () => {
    const { shop, work, close } = await aShop(engine);
    const first = await work.erase(byEmail(4));
    expect(first).toMatchObject({ tables: expect.arrayContaining([{ name: 'address', masked: 0, shared: 1 }]) });
    expect((await shop.say('select street from address where id = 4'))[0]).toEqual({ street: 'Street 4' });
    await shop.say('update people set address_id = null where id = 4');
    await work.erase(byEmail(5));
    expect((await shop.say('select street from address where id = 4'))[0]).toEqual({ street: null });
    await close();
  });

  it('tells people apart whom its collation finds alike', async () => {
    const { shop, work, close } = await aShop(engine);
    await shop.say(
      "insert into page_views values ('zqA\u00e9@shop.example', '/theirs', 'now'), ('zqae@shop.example', '/mine', 'now'), ('ZQAE@shop.example ', '/mine-too', 'now')",
    );
    const answer = found(await work.access({ customer: [], email: ['zqae@shop.example'], phone: [] }));
    const paths = answer.tables[0]?.rows.map(({ path }) => path) ?? [];
    expect(paths).toContain('/mine');
    expect(paths).not.toContain('/theirs');
    await close();
  });

  it('refuses rows that hang on one person and say that they are another: nothing is read, nothing erased', async () => {
    const { shop, work, close } = await aShop(engine);
    await shop.say(`update orders set contact_email = '${emailOf(9)}' where id = 30`);
    const before = await shop.dump();
    const refused = { failed: 'wrong-person', isLasting: true, details: ['orders'] };
    expect(await work.access(byEmail(3))).toEqual(refused);
    expect(await work.erase(byEmail(3))).toEqual(refused);
    expect(await shop.dump()).toEqual(before);
    await close();
  });

  it('makes nothing final that could not be written down first', async () => {
    const { shop, work, close } = await aShop(engine);
    const before = await shop.dump();
    const told: ErasedInSystem[] = [];
    const refused = await work.erase(byEmail(3), async (erased) => {
      told.push(erased);
      return fault('broken-off');
    });
    expect(refused).toMatchObject({ failed: 'broken-off' });
    expect(told[0]?.tables).toContainEqual({ name: 'messages', deleted: 3 });
    expect(await shop.dump()).toEqual(before);
    await close();
  });

  it('is asked nothing about somebody whom it knows by no name', async () => {
    const { setup, work, close } = await aShop(engine);
    expect(setup.plan.system.key).toBe('shop');
    expect(await work.access({ customer: [], email: [], phone: [] })).toMatchObject({ failed: 'no-identity' });
    await close();
  });

  it('is told of a correction by hand where it holds the person, and is done where it does not', async () => {
    const { work, close } = await aShop(engine);
    const telling = { work: 'rectification', corrections: [{ what: 'Street', to: 'New Road 2' }] } as const;
    const held = await work.tell(person(3), telling);
    expect(held).toMatchObject({ failed: 'by-hand', isLasting: true });
    expect((held as { details: readonly string[] }).details).toContain('people');
    expect(JSON.stringify(held)).not.toContain('New Road');
    expect(await work.tell({ customer: ['K-nobody'], email: ['nobody@example.org'], phone: [] }, telling)).toEqual({
      told: true,
    });
    await close();
  });

  it('cannot be changed by the account that reads', async () => {
    const { shop, setup, secrets, close } = await aShop(engine);
    const reading = sqlSystem({ ...setup, secret: () => readFileSync(join(secrets, 'shop-read'), 'utf8').trim() });
    expect(await reading.erase(byEmail(1))).toMatchObject({ failed: 'not-permitted' });
    expect((await shop.dump()).some((line) => isAbout(line, 1))).toBe(true);
    await close();
  });

  it('tells of every column and table that is in no map before anything is read', async () => {
    const { shop, setup, work, close } = await aShop(engine);
    await shop.say('alter table people add birthday varchar(20)');
    await shop.say(
      engine === 'mariadb'
        ? 'create table carts (id int primary key, person_id int, foreign key (person_id) references people (id))'
        : 'create table carts (id int primary key, person_id int references people (id))',
    );
    await shop.say('alter table messages drop column body');
    expect(await checkSystem(setup)).toEqual([
      expect.stringContaining('people.birthday: the database has it and no map does'),
      expect.stringContaining('messages.body: the table has no such column'),
      expect.stringContaining('carts refers to people and is in no map'),
    ]);
    expect(await work.access(byEmail(1))).toMatchObject({ failed: 'map-unfit', isLasting: true });
    await close();
  });

  it('changes nothing when its credential is withdrawn or replaced in mid-run', async () => {
    const { shop, setup, close } = await aShop(engine);
    const before = await shop.dump();
    const onceThen = (told: string | ConnectedFault) => {
      let asked = 0;
      const secret: SecretOf = (name) => (++asked === 1 ? setup.secret(name) : told);
      return sqlSystem({ ...setup, secret });
    };
    const gone = fault('secret-missing', ['shop-erase']);
    expect(await onceThen(gone).erase(byEmail(1))).toEqual(gone);
    expect(await onceThen('postgres://other@127.0.0.1/x').erase(byEmail(1))).toMatchObject({
      failed: 'secret-replaced',
    });
    expect(await shop.dump()).toEqual(before);
    await close();
  });

  it('gives a code and no credential when its account is withdrawn', async () => {
    const { shop, setup, work, close } = await aShop(engine);
    const url = new URL(shop.readUrl);
    const withdraw =
      engine === 'mariadb' ? `drop user ${url.username}@localhost` : `alter role ${url.username} nologin`;
    await shop.say(withdraw);
    const answer = await work.access(byEmail(1));
    expect(answer).toEqual({ failed: 'credentials-refused', isLasting: false, details: [] });
    expect(await checkSystem({ ...setup, secret: () => 'postgres://nobody:pass-word@127.0.0.1:1/x' })).toMatchObject({
      failed: 'unreachable',
    });
    await close();
  });
});

const isAbout = (line: string, of: number): boolean =>
  line.toLowerCase().includes(markOf(of)) || line.includes(`${1_000_000 + of}`);
