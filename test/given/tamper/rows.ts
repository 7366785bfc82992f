/**
 * Somebody with the database: changes a column, takes a row away, adds one, and puts it all back.
 * Flow:    test/journeys/tampering, test/prove/tampering → here → the service's own database, past the service.
 * Promise: every change is read off the schema, so that a new table or column is tried without being named here.
 */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { postgresKit } from '../../../schema/kit.ts';
import { tablesOf } from '../../../schema/tables.ts';
import { ask, type NamedValues, put, rowsQuery, type TableName, writeQuery } from '../../../src/store/query.ts';
import { shapeOf } from '../../../src/store/statements.ts';
import type { RunningService } from '../service.ts';

export const changedTables = [
  'people',
  'acts',
  'uses',
  'uncoveredUses',
  'trainingSteps',
  'trainedOn',
  'decisions',
  'reviews',
  'messages',
  'requests',
  'changes',
  'registryHead',
  'identities',
  'erasedMarks',
  'suppressionMarks',
  'outbox',
  'meta',
  'requestSecrets',
  'nodes',
] as const satisfies readonly TableName[];
export type ChangedTable = (typeof changedTables)[number];

/** What only the sender of messages knows: how often it tried, and when it tries again. */
const ofTheSender = new Set(['outbox tries', 'outbox next_at', 'outbox lease_until']);

export interface Tampering {
  readonly table: ChangedTable;
  readonly name: string;
  readonly words: string;
  /** Absent: the whole row. */
  readonly column?: string;
  readonly before: NamedValues | undefined;
  readonly after: NamedValues | undefined;
}

const shapes = tablesOf(postgresKit);
let made = 0;

export const write = (service: RunningService, steps: Parameters<typeof service.house.store.write>[0]) =>
  service.house.storage.write(steps, { log: service.house.room.log, registry: 'write' });

export async function rowsOf(service: RunningService, table: ChangedTable): Promise<readonly NamedValues[]> {
  const { key } = shapeOf(shapes, table);
  const query = rowsQuery<object>()(`tampered ${table} ${made++}`, ({ db, t }) =>
    db
      .select()
      .from(t[table])
      .orderBy(sql.raw(key.map((name) => `"${name}"`).join(', '))),
  );
  return service.house.store.one(query, {}) as Promise<readonly NamedValues[]>;
}

/** Takes out the row that is the same in every column. */
const remove = (table: ChangedTable, row: NamedValues) =>
  writeQuery<object>()(`take out ${made++}`, ({ db, t }) => {
    const { columns, key } = shapeOf(shapes, table);
    const members = columns.filter(({ name }) => key.includes(name)).map(({ member }) => member);
    const columnsOf = t[table] as unknown as Record<string, SQL>;
    const same = members.map((member) => {
      const column = columnsOf[member] as SQL;
      return row[member] === null ? isNull(column) : eq(column, row[member] as never);
    });
    return db.delete(t[table]).where(and(...same));
  });

const exchange = (
  service: RunningService,
  table: ChangedTable,
  { out, into }: { readonly out: NamedValues | undefined; readonly into: NamedValues | undefined },
): Promise<unknown> =>
  write(service, function* () {
    if (out !== undefined) yield* ask(remove(table, out), {});
    if (into !== undefined) yield* put(table, [into as never], true);
  });

export const tamper = (service: RunningService, { table, before, after }: Tampering): Promise<unknown> =>
  exchange(service, table, { out: before, into: after });

export const mend = (service: RunningService, { table, before, after }: Tampering): Promise<unknown> =>
  exchange(service, table, { out: after, into: before });

/** The same change to the row as it stands now: what was recorded since would be undone with it. */
export async function asItStands(service: RunningService, each: Tampering): Promise<Tampering> {
  const { table, before, after } = each;
  if (before === undefined) return each;
  const { columns, key } = shapeOf(shapes, table);
  const keyed = columns.filter(({ name }) => key.includes(name)).map(({ member }) => member);
  const rows = await rowsOf(service, table);
  const now = rows.find((row) => keyed.every((member) => row[member] === before[member])) ?? before;
  if (after === undefined) return { ...each, before: now };
  const forged = Object.entries(after).filter(([member, value]) => value !== before[member]);
  return { ...each, before: now, after: { ...now, ...Object.fromEntries(forged) } };
}

/** Another value of the same kind: the one of another row where there is one, as a forger would take it. */
function other(value: unknown, others: readonly unknown[], isKey: boolean): unknown {
  const foreign = others.find((each) => each !== null && String(each) !== String(value));
  if (typeof value === 'number') return value + (isKey ? 2 ** 40 : 1);
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return bytes;
  }
  if (foreign !== undefined) return foreign;
  if (typeof value !== 'string') return 'forged';
  if (!/^[[{]/.test(value)) return `${value}x`;
  return value.startsWith('[') ? '["forged"]' : value.replace(/^\{/, '{"forged":1,').replace(',}', '}');
}

/** So many rows of each table, each column of each, and each row taken away and one more put beside it. */
export async function tamperings(service: RunningService, rows: number): Promise<readonly Tampering[]> {
  const all: Tampering[] = [];
  for (const table of changedTables) {
    const found = await rowsOf(service, table);
    const { table: name, columns, key } = shapeOf(shapes, table);
    const step = Math.max(1, Math.floor(found.length / rows));
    for (const before of found.filter((_, at) => at % step === 0).slice(0, rows)) {
      for (const { member, name: column, type } of columns) {
        if (ofTheSender.has(`${name} ${column}`)) continue;
        const value = before[member] ?? (type === 'bigint' ? 1 : before[member]);
        const forged =
          before[member] === null && type === 'bigint'
            ? 1
            : other(
                value,
                // Under the key of another row it would take that one's place.
                key.includes(column) ? [] : found.map((row) => row[member]),
                key.includes(column),
              );
        const after = { ...before, [member]: forged };
        all.push({ table, name, column, words: `${name}.${column}`, before, after });
      }
      all.push({ table, name, words: `${name}: a row taken away`, before, after: undefined });
      const last = columns.find((column) => column.name === key.at(-1));
      if (last !== undefined && table !== 'registryHead') {
        const value = before[last.member];
        const after = { ...before, [last.member]: typeof value === 'number' ? value + 2 ** 40 : `${value}x` };
        all.push({ table, name, words: `${name}: a row added`, before: undefined, after });
      }
    }
  }
  return all;
}

/** Under what a changed row is found: the name of its table, and its key as it stands in the database. */
export function placeOfRow({ table, before, after }: Tampering): string {
  const { table: name, columns, key } = shapeOf(shapes, table);
  const row: NamedValues = before ?? after ?? {};
  // The turn in the feed of somebody who is erased is nowhere else, so a missing word is named by its fact.
  const { what, id } = table === 'changes' ? JSON.parse(String(row['doc'])) : {};
  if (after === undefined && what === 'erased') return `${name} ${id}`;
  const keyed = columns.filter((column) => key.includes(column.name)).map(({ member }) => String(row[member]));
  return `${name} ${keyed.join(' ')}`;
}
