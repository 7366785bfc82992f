/**
 * The process is killed at each step of a request that reaches other systems: every task ends, the person is erased
 * once, and the certificate says where.
 * Source: docs/connected-systems.md; decision 0101.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import {
  aConnectedHouse,
  type ConnectedHouse,
  customerOf,
  filesWith,
  type Working,
  working,
} from '../given/prove/connected.ts';
import { standingStill } from '../given/prove/injected.ts';
import { build } from '../given/prove/spawned.ts';
import { emailOf, markOf, rowsOfOne, shopReports } from '../given/shop/shop.ts';

/** Who is erased, and who is not; houses are shared by an even one and the next. */
const PEOPLE = 30;
const ERASED = { first: 4, last: 21 };
const RANDOM_KILLS = 4;
const LEASE_MS = 300_000;
/** The whole statement as it goes over the wire; a word like it stands in the beginning of each transaction. */
const COMMIT = 'COMMIT\0';
const TABLES = ['address', 'people', 'orders', 'order_lines', 'messages', 'support_notes', 'page_views'];

beforeAll(build);

describe.skipIf(!hasPostgres)('a service that is killed while a request reaches other systems', () => {
  let house: ConnectedHouse;
  let now: Working;
  let before: readonly string[];
  let reports: string;
  beforeAll(async () => {
    house = await aConnectedHouse(PEOPLE);
    now = await working(house);
    for (let person = 0; person < PEOPLE; person += 1) await now.knows(person);
    before = await house.shop.dump();
    reports = await shopReports(house.shop);
  });
  afterEach(() => {
    house.letters.answers();
    house.wire.cut();
    house.wire.flow();
  });
  afterAll(async () => {
    await now.stop();
    await house.close();
  });

  /** Killed, and started again over what it left. */
  const isKilled = async (meanwhile: () => unknown = () => undefined): Promise<void> => {
    await now.kill();
    await meanwhile();
    now = await working(house);
  };
  const askedAbout = (person: number) =>
    house.letters.asked.filter(({ subject }) => subject['customer']?.includes(`K-${markOf(person)}`));
  const isAsked = (person: number, times = 1) =>
    expect.poll(() => askedAbout(person).length, { timeout: 30_000, interval: 5 }).toBe(times);

  /** Once each, and nothing of anybody else. */
  const holdsAllOf = async (id: string, person: number): Promise<void> => {
    await now.fulfil(id);
    const { systems } = (await now.call('GET', `/v1/requests/${id}/package`)).body;
    const rows = Object.fromEntries(
      systems.flatMap(({ tables }: { tables: { name: string; rows: object[] }[] }) =>
        tables.map(({ name, rows: all }) => [name, all.length]),
      ),
    );
    expect(rows).toEqual({ ...rowsOfOne, letters: 1 });
    const marks = new Set(
      JSON.stringify(systems)
        .toLowerCase()
        .match(/zq\d+qz/g),
    );
    expect([...marks]).toEqual([markOf(person)]);
  };

  /** There, here, and in the certificate. */
  const isErased = async (id: string, person: number): Promise<void> => {
    const { systems } = await now.certificate(id);
    expect(systems).toMatchObject([
      { system: 'shop', name: 'Web shop', by: 'connector' },
      { system: 'letters', name: 'Letters', by: 'connector', tables: [{ name: 'letters', deleted: 1 }] },
    ]);
    expect(systems[0].tables.map(({ name }: { name: string }) => name).sort()).toEqual([...TABLES].sort());
    expect((await now.call('GET', `/v1/subjects/${customerOf(person)}`)).status).toBe(410);
    expect(house.letters.erasedTimes(person)).toBe(1);
    expect(new Set(askedAbout(person).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await house.shop.dump()).filter((line) => line.toLowerCase().includes(markOf(person)))).toEqual([]);
    expect(filesWith(house.data, emailOf(person))).toEqual([]);
  };

  describe('for an access', () => {
    it('asks again whom it had asked and who had not answered', async () => {
      house.letters.holds();
      const id = await now.files('access', 0);
      await isAsked(0);
      await isKilled(() => house.letters.answers());
      await now.becomes(id, 'done');
      await holdsAllOf(id, 0);
    });

    it('asks again for an answer that had arrived and that nobody had written down', async () => {
      house.letters.holds();
      const id = await now.files('access', 1);
      await isAsked(1);
      await now.becomes(id, 'done', 'shop');
      standingStill(now.pid);
      house.letters.answers();
      await pause(50);
      await isKilled();
      await now.becomes(id, 'done');
      await isAsked(1, 2);
      await holdsAllOf(id, 1);
    });

    it('reads a database again in which it was reading', async () => {
      await house.shop.say('begin');
      await house.shop.say('lock table messages in access exclusive mode');
      const id = await now.files('access', 2);
      await now.becomes(id, 'running', 'shop');
      await isKilled(() => house.shop.say('commit'));
      await now.becomes(id, 'done');
      await holdsAllOf(id, 2);
    });

    it('goes on with an answer whose tasks are all done', async () => {
      const id = await now.files('access', 3);
      await now.becomes(id, 'done');
      await isKilled();
      await holdsAllOf(id, 3);
    });
  });

  describe('for an erasure', () => {
    it('begins what was decided and not begun', async () => {
      const id = await now.files('erasure', 4);
      await now.fulfil(id);
      await isKilled();
      await isErased(id, 4);
    });

    it('is erased once by a system that did it and whose answer nobody heard', async () => {
      house.letters.holds();
      const id = await now.files('erasure', 5);
      await now.fulfil(id);
      await isAsked(5);
      expect(house.letters.erasedTimes(5)).toBe(1);
      await isKilled(() => house.letters.answers());
      await isErased(id, 5);
      expect(askedAbout(5)).toHaveLength(2);
    });

    it('leaves a database as it was, when it had changed everything and made nothing final', async () => {
      const id = await now.files('erasure', 6);
      const reached = house.wire.stopsAt(COMMIT, 'unsent');
      await now.fulfil(id);
      await reached;
      const isTheirs = (line: string) => line.toLowerCase().includes(markOf(6));
      await now.kill();
      expect((await house.shop.dump()).filter(isTheirs)).toEqual(before.filter(isTheirs));
      now = await working(house);
      await isErased(id, 6);
      const { systems } = await now.certificate(id);
      expect(systems[0].tables).toContainEqual({ name: 'messages', deleted: 3 });
    });

    it('looks again in a database that made it final and was not heard: nothing is left, and the certificate says what was', async () => {
      const id = await now.files('erasure', 7);
      const reached = house.wire.stopsAt(COMMIT, 'unanswered');
      await now.fulfil(id);
      await reached;
      await isKilled();
      await isErased(id, 7);
      const { systems } = await now.certificate(id);
      expect(systems[0].tables).toContainEqual({ name: 'messages', deleted: 3 });
      expect(systems[0].tables).toContainEqual({ name: 'people', masked: 1 });
    });

    it('waits for a run of before that still holds its rows', async () => {
      await house.shop.say('begin');
      await house.shop.say('select * from people where id = 8 for update');
      const id = await now.files('erasure', 8);
      await now.fulfil(id);
      await now.becomes(id, 'running', 'shop');
      await isKilled();
      await now.becomes(id, 'running', 'shop');
      await house.shop.say('commit');
      await isErased(id, 8);
    });

    it.each([
      [0, 9],
      [2, 10],
      [6, 11],
      [15, 12],
      [40, 13],
    ])('ends the erasure here, killed %i ms after it was intended', async (after, person) => {
      house.letters.holds();
      const id = await now.files('erasure', person);
      await now.fulfil(id);
      await isAsked(person);
      await now.becomes(id, 'done', 'shop');
      const journals = join(house.data, 'witness', 'journal');
      const [journal = ''] = readdirSync(journals).filter((name) => name.endsWith('.ndjson'));
      const { size } = statSync(join(journals, journal));
      house.letters.answers();
      await pause(20);
      // Nothing of this process runs in between, so that the moment is the one that the title says.
      while (statSync(join(journals, journal)).size === size);
      for (const until = performance.now() + after; performance.now() < until; );
      process.kill(now.pid, 'SIGKILL');
      await isKilled();
      await isErased(id, person);
    });

    it(`ends eight erasures and four accesses over ${RANDOM_KILLS} kills at any moment`, async () => {
      const erasing = await Promise.all([14, 15, 16, 17, 18, 19, 20, 21].map((of) => filed('erasure', of)));
      const reading = await Promise.all([22, 23, 24, 25].map((of) => filed('access', of)));
      for (const { id } of erasing) await now.fulfil(id);
      for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
        await pause(Math.random() * 1200);
        await isKilled();
      }
      for (const { id, person } of erasing) await isErased(id, person);
      for (const { id, person } of reading) {
        await now.becomes(id, 'done');
        await holdsAllOf(id, person);
      }
    });

    it('has touched nobody else, and the shop counts what it counted', async () => {
      const isOthers = (line: string): boolean => {
        const of = Number(/zq(\d+)qz/i.exec(line)?.[1] ?? ERASED.first);
        return of < ERASED.first || of > ERASED.last;
      };
      expect((await house.shop.dump()).filter(isOthers)).toEqual(before.filter(isOthers));
      expect(await shopReports(house.shop)).toBe(reports);
    });
  });

  const filed = async (kind: 'access' | 'erasure', person: number) => ({ id: await now.files(kind, person), person });
});

describe.skipIf(!hasPostgres)('a node of several that is killed while a request reaches other systems', () => {
  it('leaves its runs to the next, which begins them when the lease is over and not before', async () => {
    const shared = await aDatabase();
    const house = await aConnectedHouse(4, { DATABASE_URL: shared.url });
    const first = await working(house);
    for (const person of [0, 1]) await first.knows(person);
    house.letters.holds();
    const access = await first.files('access', 0);
    await first.becomes(access, 'done', 'shop');
    const reached = house.wire.stopsAt(COMMIT, 'unanswered');
    const erasure = await first.files('erasure', 1);
    await first.fulfil(erasure);
    await reached;
    const begun = performance.now();
    await expect.poll(() => house.letters.asked.length, { timeout: 30_000 }).toBe(2);
    await first.kill();
    house.letters.answers();
    house.wire.cut();
    house.wire.flow();
    const other = await working(house);
    await pause(LEASE_MS - 20_000 - (performance.now() - begun));
    expect(house.letters.asked).toHaveLength(2);
    await other.becomes(access, 'done');
    const { systems } = await other.certificate(erasure);
    expect(systems).toMatchObject([{ system: 'shop' }, { system: 'letters' }]);
    expect(house.letters.erasedTimes(1)).toBe(1);
    expect((await house.shop.dump()).filter((line) => line.includes(markOf(1)))).toEqual([]);
    await other.stop();
    await house.close();
    await shared.drop();
  });
});
