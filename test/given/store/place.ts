/**
 * What the store suite needs of an engine: a fresh place that can be opened twice and spoken to behind the store's
 * back.
 * Flow:    test/store/<engine>.test.ts → here → the parts of the suite.
 * Promise: an engine that differs says where and why; what is not named here MUST be the same on every engine.
 * Source:  docs/design.md 4.
 */
import { sql } from 'drizzle-orm';
import { windUpClock } from '../../../src/clock.ts';
import { guardClock } from '../../../src/clock-guard.ts';
import { ask, put, type RowOf, rowsQuery, type Steps, type TableName, writeQuery } from '../../../src/store/query.ts';
import type { Locks, Store } from '../../../src/store/store.ts';

export interface StorePlace {
  /** Opens the store; a second time beside the first, where the engine is for several nodes. */
  open(): Promise<Store>;
  /** A statement by a connection of the test's own, under the store's settings. */
  say(statement: string): Promise<void>;
  drop(): Promise<void>;
}

/** What one engine has and the other has not, each with its reason. */
export interface Differences {
  /** Cheats that can only be written in this engine's own words. */
  readonly cheats: readonly {
    readonly does: string;
    says(log: number): string;
    readonly because: string;
  }[];
  /** Text that this engine refuses, and why that does no harm. */
  readonly refusedText: readonly { readonly text: string; readonly because: string }[];
  /** Absent: two nodes may have the same place open. */
  readonly oneProcess?: { readonly because: string };
  /** Absent: a step may wait for a promise. */
  readonly neverWaits?: { readonly because: string };
}

export interface Engine {
  readonly name: string;
  /** The code by which it says that a trigger refused. */
  readonly refusal: string;
  readonly differences: Differences;
  aPlace(): Promise<StorePlace>;
}

export const clock = () => guardClock(windUpClock(Date.parse('2026-11-02T09:00:00.000Z')));

export const locks: Locks = { log: 1, registry: 'write' };

/** A store that is open, for one part of the suite. */
export interface Opened {
  readonly store: () => Store;
  readonly place: () => StorePlace;
  readonly engine: Engine;
}

let logs = 0;
/** Entries can never be removed, so a test that appends has a log of its own. */
export const aLog = (): number => {
  logs += 1;
  return logs;
};

/** One transaction that puts rows into one table. */
export const write = <T extends TableName>(store: Store, table: T, rows: readonly RowOf<T>[]): Promise<void> =>
  store.write(() => put(table, rows), locks);

export const record = <T>(store: Store, steps: () => Steps<T>): Promise<T> => store.write(steps, locks);

/** The column vocabulary as parameters: one table holds text, counts, bytes and columns that may be null. */
export const p = sql.placeholder;
export const noParams = {};

export const metaAll = rowsQuery<object>()('suite meta', ({ db, t }) => db.select().from(t.meta).orderBy(t.meta.name));
const cleared = (['meta', 'nodes', 'idempotency'] as const).map((name) =>
  writeQuery<object>()(`suite clear ${name}`, ({ db, t }) => db.delete(t[name])),
);
/** What is no ledger goes before each test. */
export const clear = (store: Store): Promise<void> =>
  record(store, function* () {
    for (const query of cleared) yield* ask(query, noParams);
  });

export const names = async (store: Store): Promise<readonly string[]> =>
  (await store.one(metaAll, noParams)).map(({ name }) => name);

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

type EntryRow = RowOf<'entries'>;

export const idOf = (log: number, index: number): string => `ent_${log}_${index}`;

/** An entry with every column filled, so that a cheat has something to take away. */
export const anEntry = (
  [log, index]: readonly [log: number, index: number],
  changes: Partial<EntryRow> = {},
): EntryRow => ({
  log,
  index,
  leafHash: bytesOf(`leaf ${index}`),
  id: idOf(log, index),
  kind: 'consent.given',
  at: 1_000 + index,
  subject: `sub_${log}_${index}`,
  n: 1,
  entry: bytesOf(`entry ${index}`),
  payload: bytesOf(`payload ${index}`),
  salt: bytesOf(`salt ${index}`),
  keyId: `key_${index}`,
  ...changes,
});
