/**
 * What a database really has, held against the plan before anything is read.
 * Flow:    sql-system.ts, scripts/data-map → here → the database's own catalogue.
 * Promise: a table or column that the map names and the database lacks is a fault, and so is one that the database has
 *          and no map names: what nobody knows of would be neither handed out nor erased. Names only, never a value.
 */
import type { Mask } from '../../systems/masks.ts';
import { isSameForAll } from '../../systems/masks.ts';
import type { DataPlan, EraseStep, ReadStep } from '../../systems/plan.ts';
import { type Database, type Dialect, type Statement, writing } from './database.ts';

interface LiveColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNullable: boolean;
  /** Letters at most. */
  readonly length: number | undefined;
  readonly isKey: boolean;
}

export interface LiveSchema {
  readonly columns: readonly LiveColumn[];
  /** Tables that refer to another one, as the database itself enforces it. */
  readonly referring: readonly { readonly table: string; readonly target: string }[];
}

const columnsOf: Record<Dialect, string> = {
  postgresql: `
    select c.relname as "table", a.attname as "column", t.typname as type, not a.attnotnull as nullable,
      information_schema._pg_char_max_length(a.atttypid, a.atttypmod) as length,
      coalesce(a.attnum = any(i.indkey), false) as key
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'f', 'v', 'm')
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where a.attnum > 0 and not a.attisdropped and n.nspname = SCHEMA`,
  mariadb: `
    select table_name as \`table\`, column_name as \`column\`, data_type as type, is_nullable = 'YES' as nullable,
      character_maximum_length as length, column_key = 'PRI' as \`key\`
    from information_schema.columns where table_schema = SCHEMA`,
};
const referencesOf: Record<Dialect, string> = {
  postgresql: `
    select c.relname as "table", r.relname as target
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
      join pg_namespace n on n.oid = r.relnamespace
    where k.contype = 'f' and n.nspname = SCHEMA`,
  mariadb: `
    select distinct table_name as \`table\`, referenced_table_name as target from information_schema.key_column_usage
    where referenced_table_name is not null and referenced_table_schema = SCHEMA`,
};
const usualSchema: Record<Dialect, string> = { postgresql: 'current_schema()', mariadb: 'database()' };

function inSchema(text: string, dialect: Dialect, schema: string | undefined): Statement {
  const w = writing(dialect);
  return w.done(text.replace('SCHEMA', () => (schema === undefined ? usualSchema[dialect] : w.value(schema))));
}

const isTrue = (value: unknown): boolean => value === true || value === 1 || value === '1';

export async function readSchema(database: Database, schema: string | undefined): Promise<LiveSchema> {
  const { dialect } = database;
  const columns = await database.rows(inSchema(columnsOf[dialect], dialect, schema));
  const referring = await database.rows(inSchema(referencesOf[dialect], dialect, schema));
  return {
    columns: columns.map(({ table, column, type, nullable, length, key }) => ({
      table: String(table),
      column: String(column),
      type: String(type),
      isNullable: isTrue(nullable),
      length: length === null || length === undefined ? undefined : Number(length),
      isKey: isTrue(key),
    })),
    referring: referring.map(({ table, target }) => ({ table: String(table), target: String(target) })),
  };
}

/** The primary key as the database has it, which counts more than what a map says of it. */
export const primaryKeyOf = ({ columns }: LiveSchema, { collection, key }: ReadStep): readonly string[] => {
  const live = columns.filter(({ table, isKey }) => table === collection && isKey).map(({ column }) => column);
  return live.length > 0 ? live : key;
};

/** Everything in which map and database disagree, in words. */
export function unfitFor({ system, reads, erasures }: DataPlan, live: LiveSchema): readonly string[] {
  const ignored = new Set(system.ignored ?? []);
  const mapped = new Map(reads.map((each) => [each.collection, each]));
  const missing = reads.flatMap(({ collection, fields }) => {
    const columns = live.columns.filter(({ table }) => table === collection).map(({ column }) => column);
    if (columns.length === 0) return [`${collection}: the database has no such table, or the account may not see it.`];
    return [
      ...fields
        .filter((field) => !columns.includes(field))
        .map((field) => `${collection}.${field}: the table has no such column.`),
      ...columns
        .filter((column) => !fields.includes(column) && !ignored.has(`${collection}.${column}`))
        .map(
          (column) =>
            `${collection}.${column}: the database has it and no map does. Add it to the dataset, or to ignored in systems.yaml.`,
        ),
    ];
  });
  const unmapped = live.referring
    .filter(({ table, target }) => mapped.has(target) && !mapped.has(table) && !ignored.has(table))
    .map(
      ({ table, target }) =>
        `${table} refers to ${target} and is in no map. Add it to the dataset, or to ignored in systems.yaml.`,
    );
  const keys = reads.flatMap((step) =>
    live.columns
      .filter(({ table, column, type, isKey }) => {
        const leads = isKey || step.key.includes(column) || step.by.some(({ field }) => field === column);
        return table === step.collection && leads && /binary|blob|bytea/i.test(type);
      })
      .map(({ column, type }) => `${step.collection}.${column}: a key of bytes (${type}) cannot be followed yet.`),
  );
  return [...missing, ...unmapped, ...keys, ...erasures.flatMap((step) => unfitMasks(step, live))];
}

const isText = (type: string): boolean => /char|text|^name$|citext|enum|set/i.test(type);
const isWhole = (type: string): boolean =>
  /^(int|bigint|smallint|int[248]|mediumint|tinyint|numeric|decimal)$/i.test(type);
const lengthOf = (mask: Mask): number => {
  if (mask.strategy === 'hash') return 64;
  if (mask.strategy === 'string_rewrite') return mask.value.length;
  return mask.strategy === 'random_string_rewrite' ? mask.length + mask.suffix.length : 0;
};

function unfitMasks(step: EraseStep, live: LiveSchema): readonly string[] {
  if (step.how === 'delete') return [];
  const columns = live.columns.filter(({ table }) => table === step.collection);
  const hasKey = columns.some(({ isKey }) => isKey);
  return step.masks.flatMap(({ field, mask }) => {
    const column = columns.find((each) => each.column === field);
    const place = `${step.collection}.${field}`;
    if (column === undefined) return [];
    if (mask.strategy === 'null_rewrite')
      return column.isNullable
        ? []
        : [`${place} must not be null: give it another masking strategy, or delete the whole row.`];
    const fits = isText(column.type) || (mask.strategy === 'random_same_form' && isWhole(column.type));
    if (!fits) return [`${place}: ${mask.strategy} gives text, and the column is ${column.type}; take null_rewrite.`];
    if (column.length !== undefined && lengthOf(mask) > column.length)
      return [`${place}: ${mask.strategy} gives ${lengthOf(mask)} letters, and the column takes ${column.length}.`];
    return hasKey || isSameForAll(mask)
      ? []
      : [
          `${place}: the table has no primary key, so each row cannot get a value of its own; take null_rewrite or string_rewrite.`,
        ];
  });
}
