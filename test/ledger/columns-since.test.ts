/**
 * An update over what an earlier release left: the tables that decide were summed without the columns that it did not
 * have, and everybody is answered as before.
 * Flow:    tests → here → src/ledger/bound/judge-state.
 * Source:  decision 0102.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../src/house.ts';
import { readHead, type StateHead, storedSum, writeHead } from '../../src/ledger/bound/head.ts';
import { sumOf } from '../../src/ledger/bound/summed.ts';
import { columnsSince, earlierSummings, type Part, parts, summedTables } from '../../src/ledger/bound/sums.ts';
import { root } from '../../src/root.ts';
import { ask, put, type Steps, writeQuery } from '../../src/store/query.ts';
import { shapeNamed } from '../../src/store/statements.ts';
import { aCompany, aPlace, does, type Place, self } from '../given/ledger/a-house.ts';
import { engines } from '../given/service.ts';

const AN_EARLIER_RELEASE = '6';
const PIA = 'customer:pia';
const closeAll = writeQuery<object>()('closeEveryRequest', ({ db, t }) =>
  db.update(t.requests).set({ state: sql`'closed'` }),
);
const forgetDue = writeQuery<object>()('forgetWhatIsDue', ({ db, t }) =>
  db.update(t.requests).set({ tasksDueAt: null, untoldDueAt: null }),
);

describe.each(engines)('a start over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  beforeEach(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    await does(house, 'subject.describe', { subject: PIA, regimes: ['EU'], language: 'en' });
    const calendar = { timeZone: 'UTC', holidays: [] };
    await does(house, ['request.open', self(PIA)], { kind: 'access', message: 'What do you have of me?', calendar });
  });
  afterEach(async () => {
    await house.close();
    await place.drop();
  });

  /** Written past everything that watches. */
  const behind = <T>(steps: () => Steps<T>): Promise<T> =>
    house.storage.write(steps, { log: house.room.log, registry: 'write' });
  const requests = async (): Promise<number> => (await house.requestsWithTasks({ before: 1e15, limit: 10 })).length;
  const doubts = (): readonly string[] => [...house.room.bound.inDoubt];
  const again = async (): Promise<void> => {
    await house.close();
    house = await place.open();
  };

  /** What a release leaves that knew `lacks` fewer columns of requests, and that folded as `folds` says. */
  const leave = ({ lacks = 0, folds = AN_EARLIER_RELEASE, unsummed = [] as readonly Part[] }) =>
    behind(function* () {
      const head = yield* readHead(house.keyring);
      if (typeof head === 'string') throw new Error(head);
      if (lacks > 0) yield* ask(forgetDue, {});
      yield* put('meta', [{ name: 'folds', value: folds }], true);
      const turn = head.turn + 1;
      const sums: Record<string, unknown> = {};
      for (const part of parts) {
        if (unsummed.includes(part)) continue;
        const earlier = lacks === 0 ? undefined : earlierSummings(part)[lacks - 1];
        const sum = yield* sumOf(house.keyring, earlier ?? { part });
        sums[part] = storedSum(house.keyring, part, { turn, sum });
      }
      yield* writeHead(house.keyring, { ...head, turn, sums: sums as StateHead['sums'] });
    });

  it.each([1, 2])('takes over requests that were summed with %i columns less', async (lacks) => {
    await leave({ lacks });
    await again();
    expect(doubts()).toEqual([]);
    expect(await requests()).toBe(1);
    await again();
    expect(doubts()).toEqual([]);
  });

  it('takes over a table that was not summed at all', async () => {
    await leave({ unsummed: ['reviews', 'requestSecrets'] });
    await again();
    expect(doubts()).toEqual([]);
  });

  it('finds what was changed before the update', async () => {
    await leave({ lacks: 1 });
    await behind(() => ask(closeAll, {}));
    await again();
    expect(doubts()).toEqual(['requests']);
  });

  it('takes nothing over from this release that lacks a column', async () => {
    await behind(() => ask(forgetDue, {}));
    await again();
    expect(doubts()).toEqual(['requests']);
  });
});

interface Snapshot {
  readonly tables: Readonly<Record<string, { readonly columns: Readonly<Record<string, unknown>> }>>;
}

it('names every column that a summed table gained since the sums began, in its order', () => {
  const folder = join(root, 'schema/migrations/sqlite/meta');
  const snapshots = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json') && name >= '0006')
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Snapshot);
  for (const name of summedTables) {
    const { table, columns } = shapeNamed(name);
    const gained: string[] = [];
    for (const [at, { tables }] of snapshots.entries()) {
      const before = snapshots[at - 1]?.tables[table]?.columns;
      if (before === undefined) continue;
      const now = Object.keys(tables[table]?.columns ?? {});
      gained.push(...now.filter((column) => !(column in before)));
    }
    const members = gained.map((each) => columns.find((column) => column.name === each)?.member);
    expect([name, columnsSince[name] ?? []]).toEqual([name, members]);
  }
});
