/**
 * Statements made from the tables: the bulk insert that drizzle would build anew for every batch.
 * Flow:    tables → here → sqlite.ts and postgres.ts, which prepare and keep them.
 * Promise: names come from the table definitions only, never from data.
 */
import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { postgresKit } from '../../schema/kit.ts';
import { type Tables, tablesOf } from '../../schema/tables.ts';
import type { TableName } from './query.ts';

export interface Shape {
  readonly table: string;
  /** JavaScript member and column name, in order. */
  readonly columns: readonly { readonly member: string; readonly name: string; readonly type: string }[];
  readonly key: readonly string[];
}

const quoted = (name: string) => `"${name}"`;

/** Read off the PostgreSQL tables, whose columns have the same names as SQLite's. */
export function shapeOf(tables: Tables, name: TableName): Shape {
  const table = tables[name];
  const columns = Object.entries(getTableColumns(table)).map(([member, column]) => ({
    member,
    name: column.name,
    type: column.getSQLType().split(' ')[0] ?? 'text',
  }));
  const config = getTableConfig(table);
  const single = config.columns.filter((column) => column.primary).map((column) => column.name);
  const key =
    single.length > 0 ? single : config.primaryKeys.flatMap((each) => each.columns.map((column) => column.name));
  return { table: getTableName(table), columns, key };
}

const named = new Map<TableName, Shape>();

/** The shape of a table by its name, worked out once. */
export function shapeNamed(name: TableName): Shape {
  const known = named.get(name) ?? shapeOf(tablesOf(postgresKit), name);
  named.set(name, known);
  return known;
}

const conflict = (shape: Shape): string => {
  const rest = shape.columns
    .filter(({ name }) => !shape.key.includes(name))
    .map(({ name }) => `${quoted(name)} = excluded.${quoted(name)}`);
  return ` on conflict (${shape.key.map(quoted).join(', ')}) do ${rest.length === 0 ? 'nothing' : `update set ${rest.join(', ')}`}`;
};

const into = (shape: Shape): string =>
  `insert into ${quoted(shape.table)} (${shape.columns.map(({ name }) => quoted(name)).join(', ')})`;

/** One row a run. */
export const sqliteInsert = (shape: Shape, over: boolean): string =>
  `${into(shape)} values (${shape.columns.map(() => '?').join(', ')})${over ? conflict(shape) : ''}`;

/** All rows at once, a column a parameter. */
export const postgresInsert = (shape: Shape, over: boolean): string =>
  `${into(shape)} select * from unnest(${shape.columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')})${over ? conflict(shape) : ''}`;
