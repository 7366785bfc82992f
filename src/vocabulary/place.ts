/**
 * Where something stands over all logs of a ledger, as one number that can be compared, paged by and stored.
 * Flow:    ledger, evaluation, views, http → here.
 * Promise: a later log stands after every place of an earlier one; in the first log the number is the index.
 * Source:  docs/design.md 5 (a log is closed and another one opened).
 */
export interface Placed {
  readonly log: number;
  readonly index: number;
}

/** A log at one of its sizes. */
export interface TreePoint {
  readonly log: number;
  readonly size: number;
}

export const MOST_ENTRIES = 2 ** 32;

export const placeOf = ({ log, index }: Placed): number => log * MOST_ENTRIES + index;

export const placeAt = (number: number): Placed => ({
  log: Math.floor(number / MOST_ENTRIES),
  index: number % MOST_ENTRIES,
});

export const isWithin = (placed: Placed, { log, size }: TreePoint): boolean =>
  placeOf(placed) < placeOf({ log, index: size });
