/**
 * The column vocabulary: one word per kind of value, spoken in SQLite and in PostgreSQL.
 * Flow:    here → schema/tables → schema/sqlite.ts and schema/postgres.ts → store.
 * Promise: a word reads back the same JavaScript value on both engines; a word missing on one side does not compile.
 * Source:  docs/design.md 4.
 */
import { sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

const bytea = pg.customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const textC = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });
const blob = lite.customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' });

export const postgresKit = {
  table: pg.pgTable,
  /** Compared byte by byte on both engines, so that two spellings are never one identifier. */
  text: (name: string) => textC(name),
  /** Whole numbers and instants (epoch milliseconds), exact to 2^53 − 1. */
  count: (name: string) => pg.bigint(name, { mode: 'number' }),
  /** 0 or 1, the same number on both engines. */
  flag: (name: string) => pg.bigint(name, { mode: 'number' }),
  bytes: (name: string) => bytea(name),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
};
export type Kit = typeof postgresKit;

const sqliteWords = {
  table: lite.sqliteTable,
  text: (name: string) => lite.text(name),
  count: (name: string) => lite.integer(name),
  flag: (name: string) => lite.integer(name),
  bytes: (name: string) => blob(name),
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
} satisfies Record<keyof Kit, unknown>;

/** The one cast of the tables: both vocabularies give the same JavaScript values. */
export const sqliteKit = sqliteWords as unknown as Kit;

/**
 * The first eight letters of the pseudonym of whoever acted, as the bytes of an entry write it: `{"actor":{"id":"act_`
 * stands before them. Few enough that an index stays small; those of two people are hardly ever the same.
 */
export const actorIn = (entry: unknown) => sql`substr(${entry}, 21, 8)`;

/** Whether an entry was written by a pseudonym that begins as this one, given as bytes: `act_` and its letters. */
export const actorIs = {
  sqlite: (entry: unknown, name: string) => sql`${actorIn(entry)} = substr(${sql.placeholder(name)}, 5, 8)`,
  postgresql: (entry: unknown, name: string) => sql`${actorIn(entry)} = substr(${sql.placeholder(name)}::bytea, 5, 8)`,
};

/** Whether the first letters of whoever wrote an entry stand behind these bytes. */
export const actorAfter = {
  sqlite: (entry: unknown, name: string) => sql`${actorIn(entry)} > ${sql.placeholder(name)}`,
  postgresql: (entry: unknown, name: string) => sql`${actorIn(entry)} > ${sql.placeholder(name)}::bytea`,
};

/** Whether bytes hold other bytes, given as one parameter. */
export const holdsBytes = {
  sqlite: (column: unknown, name: string) => sql`instr(${column}, ${sql.placeholder(name)}) > 0`,
  postgresql: (column: unknown, name: string) => sql`position(${sql.placeholder(name)}::bytea in ${column}) > 0`,
};

/** A list given as one parameter: JSON text in SQLite, an array in PostgreSQL. */
export const anyOf = {
  sqlite: (column: unknown, name: string) => sql`${column} in (select value from json_each(${sql.placeholder(name)}))`,
  postgresql: (column: unknown, name: string) => sql`${column} = any(${sql.placeholder(name)})`,
};
