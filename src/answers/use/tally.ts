/**
 * Counts of recorded uses per AI system: by outcome, month, category and refusal reason.
 * Flow:    rows of the uses view, page by page → here → material.ts.
 * Promise: adding tallies in any order or grouping gives the same counts, so a person with a million uses is counted in
 *          pages and never held in memory.
 * Source:  docs/design.md 4 (reads) and 8.1 (`uses`).
 */
import { monthOf } from '../../language/dates.ts';
import type { UseRow } from '../../views/use/use-row.ts';

/** What is counted of a row of the view. */
export type CountedUse = Pick<
  UseRow,
  'system' | 'purpose' | 'outcome' | 'covered' | 'reason' | 'categories' | 'occurredAt'
>;

interface MonthTally {
  readonly allowed: number;
  readonly refused: number;
  readonly reported: number;
}

/** Uses that were reported after they happened, and had no permission on record. */
export interface UncoveredTally {
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly purposes: Readonly<Record<string, number>>;
}

export interface Tally extends MonthTally {
  readonly withoutPermission: UncoveredTally;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly months: Readonly<Record<string, MonthTally>>;
  /** Uses that took place (allowed or reported) and read this category. */
  readonly categories: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
}

/** AI system key → its counts. */
export type Tallies = Readonly<Record<string, Tally>>;

type Open<T> = { -readonly [K in keyof T]: T[K] };
interface OpenUncovered extends Open<UncoveredTally> {
  reasons: Record<string, number>;
  purposes: Record<string, number>;
}
interface OpenTally extends Open<MonthTally> {
  withoutPermission: OpenUncovered;
  firstAt: number;
  lastAt: number;
  months: Record<string, Open<MonthTally>>;
  categories: Record<string, number>;
  refusals: Record<string, number>;
}

const noCounts = (): Open<MonthTally> => ({ allowed: 0, refused: 0, reported: 0 });
const noTime = { firstAt: Number.POSITIVE_INFINITY, lastAt: Number.NEGATIVE_INFINITY } as const;
const emptyTally = (): OpenTally => ({
  ...noCounts(),
  withoutPermission: { count: 0, ...noTime, reasons: {}, purposes: {} },
  ...noTime,
  months: {},
  categories: {},
  refusals: {},
});

const own = <T>(record: Record<string, T>, key: string, make: () => T): T => {
  const known = Object.hasOwn(record, key) ? record[key] : undefined;
  if (known !== undefined) return known;
  const made = make();
  // A key such as `__proto__` must become a plain member too.
  Object.defineProperty(record, key, { value: made, writable: true, enumerable: true, configurable: true });
  return made;
};

function add(record: Record<string, number>, key: string, count: number): void {
  own(record, key, () => 0);
  record[key] = (record[key] ?? 0) + count;
}

function countUncovered(tally: OpenUncovered, { reason, purpose, occurredAt }: CountedUse): void {
  tally.count += 1;
  tally.firstAt = Math.min(tally.firstAt, occurredAt);
  tally.lastAt = Math.max(tally.lastAt, occurredAt);
  add(tally.reasons, reason, 1);
  add(tally.purposes, purpose, 1);
}

function countUse(tally: OpenTally, use: CountedUse, timeZone: string): void {
  tally[use.outcome] += 1;
  own(tally.months, monthOf(use.occurredAt, timeZone), noCounts)[use.outcome] += 1;
  tally.firstAt = Math.min(tally.firstAt, use.occurredAt);
  tally.lastAt = Math.max(tally.lastAt, use.occurredAt);
  if (use.outcome === 'refused') {
    add(tally.refusals, use.reason, 1);
    return;
  }
  if (use.covered === false) countUncovered(tally.withoutPermission, use);
  for (const category of new Set(use.categories)) add(tally.categories, category, 1);
}

/** Counts one page of rows. */
export function tallyUses(rows: Iterable<CountedUse>, timeZone: string): Tallies {
  const tallies: Record<string, OpenTally> = {};
  for (const use of rows) countUse(own(tallies, use.system, emptyTally), use, timeZone);
  return tallies;
}

function mergeUncovered(into: OpenUncovered, other: UncoveredTally): void {
  into.count += other.count;
  into.firstAt = Math.min(into.firstAt, other.firstAt);
  into.lastAt = Math.max(into.lastAt, other.lastAt);
  for (const [reason, count] of Object.entries(other.reasons)) add(into.reasons, reason, count);
  for (const [purpose, count] of Object.entries(other.purposes)) add(into.purposes, purpose, count);
}

function merge(into: OpenTally, other: Tally): void {
  into.allowed += other.allowed;
  into.refused += other.refused;
  into.reported += other.reported;
  mergeUncovered(into.withoutPermission, other.withoutPermission);
  into.firstAt = Math.min(into.firstAt, other.firstAt);
  into.lastAt = Math.max(into.lastAt, other.lastAt);
  for (const [month, counts] of Object.entries(other.months)) {
    const mine = own(into.months, month, noCounts);
    mine.allowed += counts.allowed;
    mine.refused += counts.refused;
    mine.reported += counts.reported;
  }
  for (const [category, count] of Object.entries(other.categories)) add(into.categories, category, count);
  for (const [reason, count] of Object.entries(other.refusals)) add(into.refusals, reason, count);
}

/** Adds the counts of several pages. */
export function addTallies(...pages: readonly Tallies[]): Tallies {
  const sum: Record<string, OpenTally> = {};
  for (const page of pages)
    for (const [system, tally] of Object.entries(page)) merge(own(sum, system, emptyTally), tally);
  return sum;
}
