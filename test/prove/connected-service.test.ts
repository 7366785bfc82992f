/**
 * From intake to package and certificate, through the service and two real databases at once, well and badly.
 * Source: docs/connected-systems.md; GDPR 15, 17; decision 0100; decision 0101.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasMariadb, type Mariadb, startMariadb } from '../given/mariadb.ts';
import { hasPostgres } from '../given/postgres.ts';
import { customerOf, filesWith, type Working, working } from '../given/prove/connected.ts';
import { build } from '../given/prove/spawned.ts';
import { dumpedBy, type TwoShops, twoShops } from '../given/prove/two-shops.ts';
import { emailOf, markOf, phoneOf, shopReports } from '../given/shop/shop.ts';

const PEOPLE = 16;
const ROWS = { address: 1, people: 1, orders: 3, order_lines: 6, messages: 3, support_notes: 3, page_views: 6 };
/** Somebody whom the company knows and neither shop does. */
const NOT_THERE = 20;
const both = ['shop', 'branch'] as const;

interface InSystem {
  readonly system: string;
  readonly tables: readonly { readonly name: string; readonly rows: readonly object[]; readonly deleted?: number }[];
}

describe.skipIf(!hasPostgres || !hasMariadb)('a request over a PostgreSQL and a MariaDB', () => {
  let mariadb: Mariadb;
  let shops: TwoShops;
  let service: Working;
  beforeAll(async () => {
    build();
    mariadb = await startMariadb();
    shops = await twoShops(mariadb, PEOPLE);
    service = await working(shops);
    for (const person of [...Array(PEOPLE).keys(), NOT_THERE]) await service.knows(person);
  }, 400_000);
  afterAll(async () => {
    await service?.stop();
    await shops?.close();
    await mariadb?.stop();
  });

  const packageOf = async (id: string): Promise<readonly InSystem[]> => {
    await service.fulfil(id);
    return (await service.call('GET', `/v1/requests/${id}/package`)).body.systems;
  };
  const isAbout = (line: string, person: number): boolean =>
    line.toLowerCase().includes(markOf(person)) || line.includes(phoneOf(person).slice(5));
  const taskOf = async (id: string, system: string) =>
    (await service.tasks(id)).find((task: { system: string }) => task.system === system);
  const failsWith = async (id: string, system: string, ...codes: readonly string[]): Promise<void> => {
    const code = async () => (await taskOf(id, system))?.code;
    await expect.poll(code, { timeout: 60_000, interval: 100 }).toSatisfy((told) => codes.includes(String(told)));
  };
  const dumps = async () => ({ shop: await shops.shop.dump(), branch: await shops.branch.dump() });
  /** Nothing of the person anywhere, and both named with their rows. */
  const isCertified = async (id: string, person: number): Promise<void> => {
    const { systems } = await service.certificate(id);
    expect(systems.map(({ system, by }: { system: string; by: string }) => [system, by])).toEqual(
      both.map((system) => [system, 'connector']),
    );
    for (const { tables } of systems) {
      expect(tables).toContainEqual({ name: 'people', masked: 1 });
      expect(tables).toContainEqual({ name: 'messages', deleted: 3 });
      expect(tables).toContainEqual({ name: 'page_views', masked: 6 });
      expect(tables).toHaveLength(Object.keys(ROWS).length);
    }
    for (const system of both) expect(dumpedBy(shops[system]).filter((line) => isAbout(line, person))).toEqual([]);
    expect(filesWith(shops.data, emailOf(person))).toEqual([]);
    expect((await service.call('GET', `/v1/subjects/${customerOf(person)}`)).status).toBe(410);
  };

  it('of access holds every row of the person from both, and none of another', async () => {
    const ids = await Promise.all(
      [0, 1, 5].map(async (person) => ({ person, id: await service.files('access', person) })),
    );
    for (const { person, id } of ids) {
      await service.becomes(id, 'done');
      const systems = await packageOf(id);
      const counted = ({ system, tables }: InSystem) => [
        system,
        Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length])),
      ];
      expect(systems.map(counted)).toEqual(both.map((system) => [system, ROWS]));
      expect([
        ...new Set(
          JSON.stringify(systems)
            .toLowerCase()
            .match(/zq\d+qz/g),
        ),
      ]).toEqual([markOf(person)]);
    }
  });

  it('of access says of somebody whom neither knows that nothing is there', async () => {
    const id = await service.files('access', NOT_THERE);
    await service.becomes(id, 'done');
    expect((await packageOf(id)).map(({ system, tables }) => [system, tables])).toEqual([
      ['shop', []],
      ['branch', []],
    ]);
  });

  it('of erasure leaves nothing in a dump of either, everything of everybody else, and is certified with both', async () => {
    const before = await dumps();
    const reports = [await shopReports(shops.shop), await shopReports(shops.branch)];
    const id = await service.files('erasure', 2);
    await service.fulfil(id);
    await isCertified(id, 2);
    const after = await dumps();
    for (const system of both) {
      const isOthers = (line: string): boolean => /zq\d+qz/i.test(line) && !isAbout(line, 2);
      expect(after[system].filter(isOthers)).toEqual(before[system].filter(isOthers));
    }
    expect([await shopReports(shops.shop), await shopReports(shops.branch)]).toEqual(reports);
  });

  it('whose accounts are withdrawn in mid-run changes nothing, says so, and is done when they are back', async () => {
    const before = await dumps();
    const [pg, maria] = [new URL(shops.shop.eraseUrl).username, new URL(shops.branch.eraseUrl).username];
    for (const { say } of [shops.shop, shops.branch]) {
      await say('begin');
      await say('select * from page_views where visitor_email = ? for update'.replace('?', `'${emailOf(3)}'`));
    }
    const id = await service.files('erasure', 3);
    await service.fulfil(id);
    const waiting = async (): Promise<string> => {
      const [atShop] = await shops.shop.say('select count(*)::int as held from pg_locks where not granted');
      const [atBranch] = await shops.branch.say(
        "select count(*) as held from information_schema.innodb_trx where trx_state = 'LOCK WAIT'",
      );
      return [atShop, atBranch].map((row) => String(row?.['held'])).join();
    };
    await expect.poll(waiting, { timeout: 30_000, interval: 100 }).toBe('1,1');
    await shops.shop.say(`alter role ${pg} nologin`);
    await shops.shop.say(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${pg}'`);
    await shops.branch.say(`revoke update on branch.* from ${maria}@localhost`);
    for (const { id: connection } of await shops.branch.say(
      `select id from information_schema.processlist where user = '${maria}'`,
    ))
      await shops.branch.say(`kill ${connection}`);
    for (const { say } of [shops.shop, shops.branch]) await say('commit');
    await failsWith(id, 'shop', 'credentials-refused');
    await failsWith(id, 'branch', 'not-permitted');
    expect(await dumps()).toEqual(before);
    expect((await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {} })).status).toBe(202);
    expect((await service.call('GET', `/v1/requests/${id}/certificate`)).status).toBe(409);
    await shops.shop.say(`alter role ${pg} login`);
    await shops.branch.say(`grant update on branch.* to ${maria}@localhost`);
    await isCertified(id, 3);
  });

  it('with a wrong password is refused by both, tells no credential, and is asked again when an officer says so', async () => {
    const wrong = (url: string): string => url.replace(/\/\/([^:]+):[^@]*@/, '//$1:not-the-word@');
    const nobody = (url: string): string => url.replace(/\/\/[^@/]*@/, '//nobody-there:not-the-word@');
    const [backAtShop, backAtBranch] = [
      await shops.otherSecret('shop-read', nobody),
      await shops.otherSecret('branch-read', wrong),
    ];
    const id = await service.files('access', 4);
    for (const system of both) await failsWith(id, system, 'credentials-refused');
    const told = await service.call('GET', `/v1/tasks?limit=100`);
    expect(told.text).not.toMatch(/not-the-word|secret-of-an-account|nobody-there/);
    await backAtShop();
    await backAtBranch();
    for (const system of both) await service.call('POST', `/v1/requests/${id}/tasks/${system}/retry`);
    await service.becomes(id, 'done');
  });

  it('whose databases hang is ended in time, and asked again', async () => {
    await shops.shop.say('begin');
    await shops.shop.say('lock table people in access exclusive mode');
    await shops.branch.say('lock tables people write');
    const id = await service.files('access', 6);
    const begun = performance.now();
    await service.becomes(id, 'running');
    for (const system of both) await failsWith(id, system, 'timeout', 'locked');
    expect(performance.now() - begun).toBeLessThan(60_000);
    // Whoever else asks meanwhile is answered.
    expect((await service.call('GET', '/v1/tasks?limit=1')).status).toBe(200);
    await shops.shop.say('commit');
    await shops.branch.say('unlock tables');
    await service.becomes(id, 'done');
  });

  it('whose rows say that they are somebody else is parked: nothing is handed out or erased until somebody has looked', async () => {
    await shops.branch.say(`update orders set contact_email = '${emailOf(9)}' where id = 80`);
    const before = await dumps();
    const erasure = await service.files('erasure', 8);
    await service.fulfil(erasure);
    await service.becomes(erasure, 'parked', 'branch');
    expect(await taskOf(erasure, 'branch')).toMatchObject({ code: 'wrong-person', details: ['orders'] });
    await service.becomes(erasure, 'done', 'shop');
    expect(await shops.branch.dump()).toEqual(before.branch);
    const { items } = (await service.call('GET', '/v1/tasks?state=parked')).body;
    expect(items).toMatchObject([{ request: erasure, system: 'branch', code: 'wrong-person' }]);
    await pause(1500);
    expect((await service.call('GET', `/v1/requests/${erasure}/certificate`)).status).toBe(409);
    expect((await service.call('GET', `/v1/subjects/${customerOf(8)}`)).status).toBe(200);
    await shops.branch.say(`update orders set contact_email = '${emailOf(8)}' where id = 80`);
    await service.call('POST', `/v1/requests/${erasure}/tasks/branch/retry`);
    await isCertified(erasure, 8);
    const other = await service.files('access', 9);
    await service.becomes(other, 'done');
    expect(JSON.stringify(await packageOf(other)).toLowerCase()).not.toContain(markOf(8));
  });
});
