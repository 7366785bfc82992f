/**
 * Statements of SQLite prepared once: parameters as a list in their order, rows as objects with the members that were
 * asked for.
 * Flow:    sqlite → here → better-sqlite3.
 * Promise: a row has exactly the members of its query, as the engine gives them: the words of the kit read back
 *          unchanged in SQLite.
 * Source:  docs/design.md 4 and 10 (every hot query prepared).
 */
import type Database from 'better-sqlite3';
import { is, Placeholder } from 'drizzle-orm';
import type { NamedValues, Query, QueryTools } from './query.ts';
import { type Shape, sqliteInsert } from './statements.ts';

/** Takes the parameters of a query and gives its rows, or nothing. */
export type PreparedQuery = (params: NamedValues) => unknown;

export function preparedQuery(
  connection: Database.Database,
  { gives, lists, build }: Query<unknown, unknown>,
  tools: QueryTools,
): PreparedQuery {
  const built = build(tools);
  const { sql, params } = built.toSQL();
  const statement = connection.prepare(sql);
  const places = params.map(
    (param): Place => (is(param, Placeholder) ? placeOf(param.name, lists) : { name: undefined, value: param }),
  );
  if (gives === 'nothing') return (given) => statement.run(boundTo(places, given));
  const members = Object.keys(built._?.selectedFields ?? {});
  const rows = statement.raw(true);
  return (given) => rowsOf(members, rows.all(boundTo(places, given)) as unknown[][]);
}

interface Place {
  /** Absent: always the same value. */
  readonly name: string | undefined;
  readonly value?: unknown;
  readonly isList?: boolean;
}

const placeOf = (name: string, lists: readonly string[]): Place => ({ name, isList: lists.includes(name) });

// The loops below run for every row that is read, so they make no function and no list that is thrown away.

function boundTo(places: readonly Place[], given: NamedValues): unknown[] {
  const bound = new Array<unknown>(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const { name, value, isList } = places[at] as Place;
    bound[at] = name === undefined ? value : isList === true ? JSON.stringify(given[name]) : given[name];
  }
  return bound;
}

function rowsOf(members: readonly string[], found: readonly (readonly unknown[])[]): unknown[] {
  const rows = new Array<unknown>(found.length);
  for (let at = 0; at < found.length; at += 1) rows[at] = rowOf(members, found[at] as readonly unknown[]);
  return rows;
}

function rowOf(members: readonly string[], values: readonly unknown[]): NamedValues {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < members.length; at += 1) row[members[at] as string] = values[at];
  return row;
}

/** Writes rows of one table, one after the other: the engine is in this process, so a call costs next to nothing. */
export function preparedPut(
  connection: Database.Database,
  shape: Shape,
  over: boolean,
): (rows: readonly NamedValues[]) => void {
  const members = shape.columns.map(({ member }) => member);
  const insert = connection.prepare(sqliteInsert(shape, over));
  return (rows) => {
    for (const row of rows) insert.run(members.map((member) => row[member] ?? null));
  };
}
