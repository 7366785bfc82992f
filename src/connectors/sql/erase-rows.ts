/**
 * Erases what was found of one person, in the order of the plan, and looks again before it is made final.
 * Flow:    sql-system.ts (after read-rows.ts, in the same transaction) → here → the database.
 * Promise: changes the rows that were found and no others; a row that other people's rows refer to, too, stays as it
 *          is and is counted. Where a name of the person can still be found afterwards, nothing is made final.
 * Source:  GDPR 17.
 */
import { type MaskChance, maskedValue } from '../../systems/masks.ts';
import type { DataPlan, EraseStep } from '../../systems/plan.ts';
import { type ErasedTable, lastingFault, type Row, SystemTrouble } from '../system-work.ts';
import { writing } from './database.ts';
import { type FoundRows, quotedTable, type RowReading, readRows } from './read-rows.ts';
import { primaryKeyOf } from './schema.ts';

interface Erasing extends RowReading {
  readonly found: ReadonlyMap<string, FoundRows>;
  readonly chance: MaskChance;
}

const CHUNK = 500;

export async function eraseRows(erasing: Erasing): Promise<readonly ErasedTable[]> {
  const shared = await sharedRows(erasing);
  const tables: ErasedTable[] = [];
  for (const step of erasing.plan.erasures) {
    const stays = shared.get(step.collection) ?? new Set<Row>();
    const rows = (erasing.found.get(step.collection)?.rows ?? []).filter((row) => !stays.has(row));
    const changed = step.how === 'delete' ? await deleteRows(erasing, step, rows) : await maskRows(erasing, step, rows);
    const how = step.how === 'delete' ? { deleted: changed } : { masked: changed };
    tables.push({ name: step.collection, ...how, ...(stays.size === 0 ? {} : { shared: stays.size }) });
  }
  await lookAgain(erasing);
  return tables;
}

/** Rows that this person's rows refer to, where rows of others refer to them, too. */
async function sharedRows(erasing: Erasing): Promise<ReadonlyMap<string, ReadonlySet<Row>>> {
  const shared = new Map<string, Set<Row>>();
  for (const [collection, { step, rows }] of erasing.found) {
    if (rows.length === 0 || !step.by.every((by) => 'isUp' in by && by.isUp)) continue;
    const stays = new Set<Row>();
    for (const { holder, target } of erasing.plan.references.filter((each) => each.target.collection === collection)) {
      const mine = countBy((erasing.found.get(holder.collection)?.rows ?? []).map((row) => row[holder.field]));
      const all = await countIn(erasing, { ...holder, values: rows.map((row) => row[target.field]) });
      for (const row of rows) {
        const value = String(row[target.field]);
        if ((all.get(value) ?? 0) > (mine.get(value) ?? 0)) stays.add(row);
      }
    }
    shared.set(collection, stays);
  }
  return shared;
}

function countBy(values: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values.map(String)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

interface Counting {
  readonly collection: string;
  readonly field: string;
  readonly values: readonly unknown[];
}

async function countIn({ database, plan }: Erasing, { collection, field, values }: Counting) {
  const counts = new Map<string, number>();
  for (const part of chunks([...new Set(values.map(String))])) {
    const w = writing(database.dialect);
    const name = w.name(field);
    const rows = await database.rows(
      w.done(
        `select ${name} as value, count(*) as count from ${quotedTable(plan, collection, w.name)} where ${name} in ${w.list(part)} group by ${name}`,
      ),
    );
    for (const { value, count } of rows) counts.set(String(value), Number(count));
  }
  return counts;
}

const chunks = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, part) => all.slice(part * CHUNK, (part + 1) * CHUNK));

/** The columns that tell a row, all of them where the table has no key. */
const tellingOf = ({ live, found }: Erasing, collection: string): readonly string[] => {
  const step = found.get(collection)?.step;
  if (step === undefined) return [];
  const key = primaryKeyOf(live, step);
  return key.length > 0 ? key : step.fields;
};

/** Exactly this row, letter by letter, whatever the column finds alike. */
function thisRow(
  erasing: Erasing,
  w: ReturnType<typeof writing>,
  { row, by }: { row: Row; by: readonly string[] },
): string {
  const isKey = by.length < Object.keys(row).length;
  return by
    .map((field) => {
      const value = row[field];
      if (value === null || value === undefined) return `${w.name(field)} is null`;
      if (isKey) return `${w.name(field)} = ${w.value(value)}`;
      if (erasing.database.dialect === 'postgresql') return `${w.name(field)}::text = ${w.value(String(value))}`;
      return `binary ${w.name(field)} = binary ${w.value(value)}`;
    })
    .join(' and ');
}

async function deleteRows(erasing: Erasing, { collection }: EraseStep, rows: readonly Row[]): Promise<number> {
  const by = tellingOf(erasing, collection);
  let count = 0;
  for (const part of chunks(rows)) {
    const w = writing(erasing.database.dialect);
    const which = part.map((row) => `(${thisRow(erasing, w, { row, by })})`).join(' or ');
    count += await erasing.database.change(
      w.done(`delete from ${quotedTable(erasing.plan, collection, w.name)} where ${which}`),
    );
  }
  return count;
}

async function maskRows(
  erasing: Erasing,
  { collection, masks }: Extract<EraseStep, { how: 'mask' }>,
  rows: readonly Row[],
): Promise<number> {
  const by = tellingOf(erasing, collection);
  for (const row of rows) {
    const w = writing(erasing.database.dialect);
    const sets = masks.map(
      ({ field, mask }) => `${w.name(field)} = ${w.value(maskedValue(mask, row[field], erasing.chance))}`,
    );
    const where = thisRow(erasing, w, { row, by });
    await erasing.database.change(
      w.done(`update ${quotedTable(erasing.plan, collection, w.name)} set ${sets.join(', ')} where ${where}`),
    );
  }
  return rows.length;
}

/** In the same transaction, by the names of the person alone: what is still found was not erased. */
async function lookAgain(erasing: Erasing): Promise<void> {
  const again = await readRows({ ...erasing, plan: onlyErased(erasing.plan), locks: false });
  const left = [...again].filter(([, { rows }]) => rows.length > 0).map(([collection]) => collection);
  if (left.length > 0) throw new SystemTrouble(lastingFault('rows-left', left));
}

/** Collections that hold names and are erased; what is kept may still be found. */
function onlyErased(plan: DataPlan): DataPlan {
  const erased = new Set(plan.erasures.map(({ collection }) => collection));
  return {
    ...plan,
    reads: plan.reads
      .filter(({ collection, identities }) => erased.has(collection) && identities.length > 0)
      .map((step) => ({ ...step, by: step.by.filter((by) => 'identity' in by) })),
  };
}
