/**
 * Finds every row of one person, from their names to the last table, in the order of the plan.
 * Flow:    sql-system.ts → here → the database; erase-rows.ts goes on with what was found.
 * Promise: what the database finds alike, by capitals, accents or trailing spaces, is looked at again letter by letter
 *          here. A row that hangs on this person's and says that it is somebody else's ends the run: it is neither
 *          handed out nor erased.
 * Source:  docs/promises.md I7.
 */
import type { DataPlan, ReadBy, ReadStep } from '../../systems/plan.ts';
import type { Scheme } from '../../systems/system.ts';
import { normalIdentifier } from '../../vocabulary/identifier.ts';
import { lastingFault, type PersonNames, type Row, SystemTrouble } from '../system-work.ts';
import { type Database, type Statement, writing } from './database.ts';
import { type LiveSchema, primaryKeyOf } from './schema.ts';

/** More than one person has anywhere; a map that leads to everybody is stopped here. */
export interface Bounds {
  readonly rows: number;
  readonly bytes: number;
}

export interface RowReading {
  readonly database: Database;
  readonly plan: DataPlan;
  readonly live: LiveSchema;
  readonly person: PersonNames;
  readonly bounds: Bounds;
  /** Locks what is read, for what follows. */
  readonly locks: boolean;
}

export interface FoundRows {
  readonly step: ReadStep;
  readonly rows: readonly Row[];
}

/** Values of one `in (…)`; a statement has at most 65,535. */
const MOST_VALUES = 5000;

export async function readRows(reading: RowReading): Promise<ReadonlyMap<string, FoundRows>> {
  const found = new Map<string, FoundRows>();
  let [rowsLeft, bytesLeft] = [reading.bounds.rows, reading.bounds.bytes];
  for (const step of reading.plan.reads) {
    const rows = await rowsOf(reading, step, { found, most: rowsLeft });
    rowsLeft -= rows.length;
    bytesLeft -= JSON.stringify(rows).length;
    if (bytesLeft < 0) throw tooMuch(step);
    found.set(step.collection, { step, rows });
  }
  return found;
}

const tooMuch = ({ collection }: ReadStep): SystemTrouble => new SystemTrouble(lastingFault('too-much', [collection]));

interface SoFar {
  readonly found: ReadonlyMap<string, FoundRows>;
  /** Rows that may still come. */
  readonly most: number;
}

async function rowsOf(reading: RowReading, step: ReadStep, { found, most }: SoFar): Promise<readonly Row[]> {
  const ways = step.by.map((by) => ({ by, values: valuesFor(by, reading.person, found) }));
  const parts = partsOf(ways, step, primaryKeyOf(reading.live, step).length > 0);
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const part of parts) {
    const limit = most - rows.length + 1;
    const got = await reading.database.rows(selecting(reading, step, { ways: part, most: limit }));
    if (got.length >= limit) throw tooMuch(step);
    for (const row of got.filter((each) => isTheirs(each, step, { ways: part, person: reading.person }))) {
      const key = primaryKeyOf(reading.live, step).map((name) => row[name]);
      const text = JSON.stringify(key);
      if (key.length > 0 && seen.has(text)) continue;
      seen.add(text);
      rows.push(row);
    }
  }
  return rows;
}

interface Way {
  readonly by: ReadBy;
  readonly values: readonly string[];
}

/** All ways at once, or one after another where the values are many. */
function partsOf(ways: readonly Way[], step: ReadStep, hasKey: boolean): readonly (readonly Way[])[] {
  const asked = ways.filter(({ values }) => values.length > 0);
  const count = asked.reduce((sum, { values }) => sum + values.length, 0);
  if (count === 0) return [];
  if (count <= MOST_VALUES) return [asked];
  if (!hasKey && asked.length > 1) throw tooMuch(step);
  return asked.flatMap(({ by, values }) =>
    Array.from({ length: Math.ceil(values.length / MOST_VALUES) }, (_, part) => [
      { by, values: values.slice(part * MOST_VALUES, (part + 1) * MOST_VALUES) },
    ]),
  );
}

function valuesFor(by: ReadBy, person: PersonNames, found: SoFar['found']): readonly string[] {
  if ('identity' in by) return person[by.identity];
  const rows = found.get(by.values.collection)?.rows ?? [];
  const values = rows.map((row) => row[by.values.field]).filter((value) => value !== null && value !== undefined);
  return [...new Set(values.map(String))];
}

interface Selecting {
  readonly ways: readonly Way[];
  readonly most: number;
}

function selecting({ database, plan, live, locks }: RowReading, step: ReadStep, { ways, most }: Selecting): Statement {
  const w = writing(database.dialect);
  const typeOf = (field: string): string =>
    live.columns.find(({ table, column }) => table === step.collection && column === field)?.type ?? 'text';
  const conditions = ways.map(({ by, values }) => {
    const name = w.name(by.field);
    if ('identity' in by && by.identity === 'email') return `lower(${name}) in ${w.list(values)}`;
    if ('identity' in by && by.identity === 'phone')
      return `${digitsOf(name, database)} in ${w.list(values.map(digits))}`;
    const fitting = values.filter((value) => fitsType(value, typeOf(by.field)));
    return fitting.length === 0 ? 'false' : `${name} in ${w.list(fitting)}`;
  });
  const columns = step.fields.map((field) => w.name(field));
  const erased = plan.erasures.some(({ collection }) => collection === step.collection);
  return w.done(
    `select ${columns.join(', ')} from ${quotedTable(plan, step.collection, w.name)} where ${conditions.join(' or ')} limit ${most}${locks && erased ? ' for update' : ''}`,
  );
}

export const quotedTable = ({ system }: DataPlan, collection: string, quote: (name: string) => string): string =>
  system.schema === undefined ? quote(collection) : `${quote(system.schema)}.${quote(collection)}`;

/** A value that a number or a UUID cannot be would end the whole statement. */
function fitsType(value: string, type: string): boolean {
  if (/^(int|bigint|smallint|int[248]|mediumint|tinyint|serial\d?)$/i.test(type)) return /^-?\d{1,19}$/.test(value);
  return type !== 'uuid' || /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

const digits = (text: string): string => text.replaceAll(/\D/g, '').replace(/^00/, '');
const digitsOf = (name: string, { dialect }: Database): string =>
  dialect === 'postgresql'
    ? `regexp_replace(regexp_replace(${name}, '[^0-9]', '', 'g'), '^00', '')`
    : `regexp_replace(regexp_replace(${name}, '[^0-9]', ''), '^00', '')`;

/** How a value stands for one of the person's names, whatever the column's own rules of likeness are. */
function isName(value: unknown, scheme: Scheme, person: PersonNames): boolean {
  if (value === null || value === undefined) return false;
  const text = String(value);
  if (scheme === 'customer') return person.customer.includes(text);
  if (scheme === 'phone') return person.phone.some((number) => digits(number) === digits(text));
  const normal = normalIdentifier(`email:${text.trim()}`)?.slice('email:'.length);
  return person.email.includes(normal ?? text.trim().toLowerCase());
}

interface Judging {
  readonly ways: readonly Way[];
  readonly person: PersonNames;
}

function isTheirs(row: Row, step: ReadStep, { ways, person }: Judging): boolean {
  const ledBy = ways.filter(({ by, values }) =>
    'identity' in by ? isName(row[by.field], by.identity, person) : values.includes(String(row[by.field])),
  );
  if (ledBy.length === 0) return false;
  const told = step.identities.filter(({ field, scheme }) => hasText(row[field]) && person[scheme].length > 0);
  if (told.length === 0 || told.some(({ field, scheme }) => isName(row[field], scheme, person))) return true;
  // What this person's rows refer to may be somebody else, such as who served them.
  if (ledBy.every(({ by }) => 'isUp' in by && by.isUp)) return false;
  throw new SystemTrouble(lastingFault('wrong-person', [step.collection]));
}

const hasText = (value: unknown): boolean => value !== null && value !== undefined && String(value).trim() !== '';
