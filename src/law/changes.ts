/**
 * When the law that an evaluation reads changes next, so that an answer does not claim to hold beyond that day.
 * Flow:    evaluation/until.ts → here → the dated rows of ages, bases, notices and signals.
 * Promise: never later than the first day on which a row begins or ends for one of these regimes.
 * Source:  docs/design.md 8.1 (`until`).
 */
import { ageRows } from './ages.ts';
import { basisRows } from './bases.ts';
import type { Dated } from './dated.ts';
import { noticeRows } from './notices.ts';
import { regimesToTry } from './regimes.ts';
import { signalRows } from './signals.ts';

const tables = [...ageRows, ...basisRows, ...noticeRows, ...signalRows];

const startOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);
const daysOf = ({ effectiveFrom, until }: Dated): readonly string[] =>
  until === undefined ? [effectiveFrom] : [effectiveFrom, until];

/** The moments of change under one code of a regime, in order; worked out once, for they never change by themselves. */
const known = new Map<string, readonly number[]>();
function changesUnder(code: string): readonly number[] {
  const before = known.get(code);
  if (before !== undefined) return before;
  const rows = tables.flatMap((table) => (Object.hasOwn(table, code) ? (table[code] ?? []) : []));
  const moments = [...new Set(rows.flatMap(daysOf).map(startOf))].sort((one, other) => one - other);
  known.set(code, moments);
  return moments;
}

/** The first moment after `on` at which one of these regimes changes; both are epoch milliseconds. */
export function lawChangesAfter(regimes: readonly string[], on: number): number | undefined {
  let first: number | undefined;
  for (const regime of regimes)
    for (const code of regimesToTry(regime)) {
      const next = changesUnder(code).find((moment) => moment > on);
      if (next !== undefined && (first === undefined || next < first)) first = next;
    }
  return first;
}
