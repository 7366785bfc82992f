/**
 * The one query path: statements are defined once and asked for step by step, by SQLite in one sweep, by PostgreSQL
 * awaited.
 * Flow:    ledger, house → here → sqlite.ts or postgres.ts.
 * Promise: between BEGIN and COMMIT SQLite never awaits, because a generator of steps is driven to its end
 *          synchronously.
 * Source:  docs/design.md 4.
 */
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Tables } from '../../schema/tables.ts';

/** A driver's own result of a write, which nobody may read: it differs from engine to engine. */
interface OpaqueResult extends PgQueryResultHKT {
  type: unknown;
}
export type Db = Pick<PgDatabase<OpaqueResult>, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'>;

export interface QueryTools {
  readonly db: Db;
  readonly t: Tables;
  /** `column in the list given as parameter name`. */
  any(column: unknown, name: string): SQL;
  /** The bytes of a column hold those of the parameter. */
  holds(column: unknown, name: string): SQL;
  /** Whether the bytes of an entry may be of the actor whose pseudonym is given as bytes: by its first letters. */
  actorIs(entry: unknown, name: string): SQL;
  /** The first letters of the actor of an entry, in the order of their index. */
  actorIn(entry: unknown): SQL;
  /** Whether the first letters of the actor of an entry stand behind those given as bytes. */
  actorAfter(entry: unknown, name: string): SQL;
}

/** What a driver takes: the parameters of a query, or the members of a row, by their names. */
export type NamedValues = Readonly<Record<string, unknown>>;

/** What drizzle's prepared statements have in common, on either engine. */
export interface PreparedStatement {
  execute(params?: NamedValues): Promise<unknown>;
}
interface Preparable {
  prepare(name: string): PreparedStatement;
  toSQL(): { readonly sql: string; readonly params: readonly unknown[] };
  /** Only where rows are read: their members, in the order of the columns. */
  readonly _?: { readonly selectedFields?: object | undefined };
}

export interface Query<P, Row> {
  readonly name: string;
  readonly gives: 'rows' | 'nothing';
  readonly build: (tools: QueryTools) => Preparable;
  /** Names of list parameters, which SQLite takes as JSON text. */
  readonly lists: readonly string[];
  /** Never set: carries the types. */
  readonly types?: { readonly params: P; readonly row: Row };
}

type RowsOf<B> = B extends { execute(): Promise<infer R> } ? (R extends readonly (infer Row)[] ? Row : never) : never;

export function rowsQuery<P extends object>() {
  return <B extends Preparable>(
    name: string,
    build: (tools: QueryTools) => B,
    lists: readonly string[] = [],
  ): Query<P, RowsOf<B>> => ({
    name,
    gives: 'rows',
    build,
    lists,
  });
}
export function writeQuery<P extends object>() {
  return (name: string, build: (tools: QueryTools) => Preparable, lists: readonly string[] = []): Query<P, never> => ({
    name,
    gives: 'nothing',
    build,
    lists,
  });
}

export type TableName = keyof Tables;
export type RowOf<T extends TableName> = Tables[T]['$inferInsert'];

/** A row as it is read. */
export type FoundRow<T extends TableName> = Tables[T]['$inferSelect'];

export type StoreStep =
  | { readonly do: 'ask'; readonly query: Query<unknown, unknown>; readonly params: NamedValues }
  | {
      readonly do: 'put';
      readonly table: TableName;
      readonly rows: readonly NamedValues[];
      readonly over: boolean;
    }
  | { readonly do: 'wait'; readonly value: unknown }
  | { readonly do: 'now' };

export type Steps<T> = Generator<StoreStep, T, unknown>;

/** Rows of a query. */
export function* ask<P extends object, Row>(query: Query<P, Row>, params: P): Steps<readonly Row[]> {
  // A step carries queries of every kind, so the types of this one are put back on its answer; an interface of
  // parameters has no index by name, though it is read by name.
  return (yield { do: 'ask', query, params: params as NamedValues }) as readonly Row[];
}

/** Inserts rows; `over` replaces rows of the same key (views only). */
export function* put<T extends TableName>(table: T, rows: readonly RowOf<T>[], over = false): Steps<void> {
  if (rows.length > 0) yield { do: 'put', table, rows, over };
}

/** The time, taken where this step stands: inside a write that is under the lock of the log. */
export function* now(): Steps<number> {
  // Every runner of steps answers this one with a number.
  return (yield { do: 'now' }) as number;
}

/** A value that is a promise on PostgreSQL and there already on SQLite. */
export function* wait<T>(value: T | Promise<T>): Steps<T> {
  // Every runner of steps gives the value back.
  return (yield { do: 'wait', value }) as T;
}
