/**
 * Small counts of people's acts, which could tell of single people, and the share of a group with what chance allows.
 * Flow:    trust.ts → here.
 * Promise: a small count is withheld, and never alone: what the rest leaves over would give it away. Nothing is shown
 *          as zero that is not.
 * Source:  decision 0116.
 */

/** What is withheld is null. */
export type Cell = number | null;

/** Counts of fewer than these are withheld. */
export const leastCount = 5;
export const leastPeople = 10;

const isSmall = (count: number, least: number): boolean => count > 0 && count < least;

/** Which places of a row of counts are withheld; where one would stand alone, the smallest beside it is, too. */
export function withheldAmong(counts: readonly number[], least: number): readonly boolean[] {
  const small = counts.map((count) => isSmall(count, least));
  if (small.filter(Boolean).length !== 1) return small;
  const others = counts.filter((count, place) => small[place] === false && count > 0);
  const next = counts.findIndex((count, place) => small[place] === false && count === Math.min(...others));
  return small.map((withheld, place) => withheld || place === next);
}

export function cellsOf(counts: readonly number[]): readonly Cell[] {
  const withheld = withheldAmong(counts, leastCount);
  return counts.map((count, place) => (withheld[place] === true ? null : count));
}

export const cellOf = (count: number): Cell => (isSmall(count, leastCount) ? null : count);

/** 95 of 100 such intervals hold the share behind the counts (Wilson's interval), which small groups leave wide. */
export function shareOf(part: number, whole: number) {
  if (whole === 0) return { share: null, low: null, high: null };
  const z = 1.96;
  const share = part / whole;
  const middle = share + (z * z) / (2 * whole);
  const half = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  const of = (value: number): number => Math.round((Math.max(0, value) / (1 + (z * z) / whole)) * 10_000) / 10_000;
  return { share: Math.round(share * 10_000) / 10_000, low: of(middle - half), high: Math.min(1, of(middle + half)) };
}
