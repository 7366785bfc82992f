/**
 * One page of a list that is in memory already.
 * Flow:    answers whose list is part of a person or of the registry → here.
 * Promise: goes on right after the last one that was shown; the last page says that there is no other.
 * Source:  docs/design.md 8 (lists).
 */
import type { Page, PageQuery } from '../ports/reads.ts';

/** `placeIn` gives a number that falls from item to item. */
export function cutPage<T>(items: readonly T[], placeIn: (item: T) => number, { before, limit }: PageQuery): Page<T> {
  const rest = before === undefined ? items : items.filter((item) => placeIn(item) < before);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: rest.length > shown.length && last !== undefined ? placeIn(last) : null };
}

/** What somebody unknown gets of every list. */
export const emptyPage: Page<never> = { items: [], next: null };
