/**
 * The ledger's tables refuse every cheat, whoever tries it, and let through the two erasures that a fact covers.
 * Flow:    store.suite → here.
 * Promise: after any number of cheats the tables hold what they held, to the byte.
 * Source:  docs/design.md 4 and 5.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, expect, it } from 'vitest';
import {
  ask,
  put,
  type QueryTools,
  type RowOf,
  rowsQuery,
  type Steps,
  type TableName,
  writeQuery,
} from '../../../src/store/query.ts';
import { type Store, Unavailable } from '../../../src/store/store.ts';
import { aLog, anEntry, bytesOf, idOf, locks, noParams, type Opened, p, record } from '../../given/store/place.ts';

/** A ledger of five entries: the third erases, the fourth lets expire, and only the fifth is covered, by the fourth. */
const aLedger = (log: number) => ({
  logs: [{ log, origin: 'candor.invalid/log', vkey: 'vkey', state: 'open', createdAt: 1 }],
  entries: [
    anEntry([log, 0]),
    anEntry([log, 1]),
    anEntry([log, 2], { kind: 'person.erased', subject: null, n: null }),
    anEntry([log, 3], { kind: 'payload.expired', subject: null, n: null }),
    anEntry([log, 4]),
  ],
  checkpoints: [{ log, size: 4, root: bytesOf('root'), note: 'note' }],
  tiles: [{ log, level: 0, index: 0, hashes: bytesOf('hashes'), root: bytesOf('root') }],
  covered: [{ log, from: 4, to: 4, fact: idOf(log, 3), what: 'expired' }],
});
const tables = ['logs', 'entries', 'checkpoints', 'tiles', 'covered'] as const satisfies readonly TableName[];

const whole = tables.map((name) =>
  rowsQuery<object>()(`suite whole ${name}`, ({ db, t }) => db.select().from(anyTable(t, name))),
);
const entryOf = rowsQuery<{ log: number; index: number }>()('suite entry', ({ db, t }) =>
  db
    .select()
    .from(t.entries)
    .where(and(eq(t.entries.log, p('log')), eq(t.entries.index, p('index')))),
);
const wholeLedger = async (store: Store): Promise<string> => {
  const rows = await store.read(function* () {
    const found: unknown[] = [];
    for (const query of whole) found.push(yield* ask(query, noParams));
    return found;
  });
  return JSON.stringify(rows);
};

const fill = (store: Store, log: number): Promise<void> =>
  record(store, function* (): Steps<void> {
    const ledger = aLedger(log);
    for (const name of tables) yield* put(name, ledger[name] as readonly RowOf<typeof name>[]);
  });

let made = 0;
/** A statement of the store's own writer, which has every right that the service has. */
const says = (build: Parameters<ReturnType<typeof writeQuery>>[1]) => {
  made += 1;
  return writeQuery<object>()(`suite cheat ${made}`, build);
};
const anyTable = (t: QueryTools['t'], name: (typeof tables)[number]): PgTable => t[name];

const removals = tables.map(
  (name) => [`remove all of ${name}`, says(({ db, t }) => db.delete(anyTable(t, name)))] as const,
);

/** Every column but the state of a log, by which a log is closed. */
const columnChanges = [
  ['checkpoints', { log: 77 }],
  ['checkpoints', { size: 5 }],
  ['checkpoints', { root: bytesOf('other') }],
  ['checkpoints', { note: 'other' }],
  ['tiles', { log: 77 }],
  ['tiles', { level: 1 }],
  ['tiles', { index: 1 }],
  ['tiles', { hashes: bytesOf('other') }],
  ['tiles', { root: bytesOf('other') }],
  ['covered', { from: 0 }],
  ['covered', { to: 9 }],
  ['covered', { fact: 'ent_erased' }],
  ['covered', { what: 'erased' }],
] as const;
const changes = columnChanges.map(
  ([name, change]) =>
    [
      `change ${Object.keys(change)[0]} of ${name}`,
      says(({ db, t }) => db.update(anyTable(t, name)).set(change)),
    ] as const,
);

const gone = {
  id: null,
  kind: null,
  at: null,
  subject: null,
  n: null,
  entry: null,
  payload: null,
  salt: null,
  keyId: null,
};
const other: Partial<RowOf<'entries'>> = {
  log: 77,
  index: 9,
  leafHash: bytesOf('other'),
  id: 'ent_other',
  kind: 'consent.refused',
  at: 7,
  subject: 'sub_other',
  n: 9,
  entry: bytesOf('other'),
  payload: bytesOf('other'),
  salt: bytesOf('other'),
  keyId: 'key_other',
};
const changed = (index: number, change: object) => {
  made += 1;
  return writeQuery<{ log: number }>()(`suite cheat ${made}`, ({ db, t }) =>
    db
      .update(t.entries)
      .set(change)
      .where(and(eq(t.entries.log, p('log')), eq(t.entries.index, sql.raw(`${index}`)))),
  );
};
/** Entry 0 is covered by nothing, entry 4 by an expiry alone. */
const entryChanges = [
  ...Object.entries(other).map(
    ([member, value]) => [`change ${member} of an entry`, changed(0, { [member]: value })] as const,
  ),
  ...Object.keys(gone).map((member) => [`take ${member} from an entry`, changed(0, { [member]: null })] as const),
  ['empty an entry that no fact covers', changed(0, gone)] as const,
  ['empty the payload of an entry that no fact covers', changed(0, { payload: null, salt: null })] as const,
  ['empty a whole entry that only expired', changed(4, gone)] as const,
  ['expire only half of a payload', changed(4, { payload: null })] as const,
  ['expire a payload and change its name on the way', changed(4, { payload: null, salt: null, id: 'ent_x' })] as const,
  ['expire a payload and put another there', changed(4, { payload: bytesOf('other'), salt: null })] as const,
];

/** The new row and whether it is put over another. */
const rowCheats: readonly (readonly [string, (log: number) => Steps<void>])[] = [
  ['put an entry over another', (log) => put('entries', [anEntry([log, 0], { payload: bytesOf('other') })], true)],
  [
    'put an entry at a place that is taken',
    (log) => put('entries', [anEntry([log, 0], { id: 'new', subject: 'new' })]),
  ],
  [
    'put a checkpoint over another',
    (log) => put('checkpoints', [{ ...aLedger(log).checkpoints[0]!, note: 'other' }], true),
  ],
  [
    'put a second checkpoint of one size',
    (log) => put('checkpoints', [{ ...aLedger(log).checkpoints[0]!, note: 'other' }]),
  ],
  ['put a tile over another', (log) => put('tiles', [{ ...aLedger(log).tiles[0]!, root: bytesOf('other') }], true)],
  ['put a second tile at one place', (log) => put('tiles', [{ ...aLedger(log).tiles[0]!, root: bytesOf('other') }])],
  ['cover by a fact that is not there', (log) => cover(log, { fact: 'ent_none', what: 'erased' })],
  ['cover by a fact that erases nothing', (log) => cover(log, { fact: idOf(log, 1), what: 'erased' })],
  ['put a cover over another', (log) => put('covered', [{ ...aLedger(log).covered[0]!, to: 9 }], true)],
];

const cover = (log: number, by: { readonly fact: string; readonly what: string }) =>
  put('covered', [{ log, from: 0, to: 1, ...by }]);
const erasing = (log: number) => cover(log, { fact: idOf(log, 2), what: 'erased' });

export function refusesCheats({ store, place, engine }: Opened): void {
  const refused = { code: engine.refusal };
  let log = 0;
  beforeAll(async () => {
    log = aLog();
    await fill(store(), log);
  });

  it.each([...removals, ...changes])('nobody may %s', async (_what, cheat) => {
    const before = await wholeLedger(store());
    await expect(record(store(), () => ask(cheat, noParams))).rejects.toMatchObject(refused);
    expect(await wholeLedger(store())).toBe(before);
  });

  it.each(entryChanges)('nobody may %s', async (_what, cheat) => {
    const before = await wholeLedger(store());
    await expect(record(store(), () => ask(cheat, { log }))).rejects.toMatchObject(refused);
    expect(await wholeLedger(store())).toBe(before);
  });

  it.each(rowCheats)('nobody may %s', async (_what, cheat) => {
    const before = await wholeLedger(store());
    await expect(store().write(() => cheat(log), locks)).rejects.toBeInstanceOf(Unavailable);
    expect(await wholeLedger(store())).toBe(before);
  });

  it.each(engine.differences.cheats)('nobody may $does: $because', async ({ says: statement }) => {
    const before = await wholeLedger(store());
    await expect(place().say(statement(log))).rejects.toThrow('append-only');
    expect(await wholeLedger(store())).toBe(before);
  });

  it('an entry that an erasure covers is emptied but for its place and its hash, and never filled again', async () => {
    const own = aLog();
    await fill(store(), own);
    await store().write(() => erasing(own), locks);
    await record(store(), () => ask(changed(1, gone), { log: own }));
    const entry = await entryAt(own, 1);
    expect({ ...entry, leafHash: undefined }).toEqual({ log: own, index: 1, leafHash: undefined, ...gone });
    expect(Buffer.compare(entry.leafHash, bytesOf('leaf 1'))).toBe(0);
    for (const change of [{ kind: 'consent.given' }, { payload: bytesOf('other') }, { leafHash: bytesOf('other') }])
      await expect(record(store(), () => ask(changed(1, change), { log: own }))).rejects.toMatchObject(refused);
  });

  it('a payload that an expiry covers goes with its salt, and everything else of the entry stays', async () => {
    const own = aLog();
    await fill(store(), own);
    await record(store(), () => ask(changed(4, { payload: null, salt: null }), { log: own }));
    const entry = await entryAt(own, 4);
    const { leafHash, entry: sealed, ...rest } = anEntry([own, 4], { payload: null, salt: null });
    expect(entry).toMatchObject(rest);
    expect(Buffer.compare(entry.leafHash, leafHash)).toBe(0);
    expect(Buffer.compare(entry.entry!, sealed!)).toBe(0);
    const back = changed(4, { payload: bytesOf('back') });
    await expect(record(store(), () => ask(back, { log: own }))).rejects.toMatchObject(refused);
  });

  it('an entry outside the span of a cover is as safe as before', async () => {
    const own = aLog();
    await fill(store(), own);
    await store().write(() => erasing(own), locks);
    await expect(record(store(), () => ask(changed(3, gone), { log: own }))).rejects.toMatchObject(refused);
    await expect(record(store(), () => ask(changed(0, gone), { log }))).rejects.toMatchObject(refused);
  });

  const entryAt = async (of: number, index: number) => (await store().one(entryOf, { log: of, index }))[0]!;
}
