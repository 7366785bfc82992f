/**
 * The time that a report is asked for.
 * Flow:    handlers of reports → here.
 * Promise: from the first moment to before the last; without one, the last twelve months up to now.
 */
import type { Reads } from '../ports/reads.ts';
import { aYearBefore } from '../vocabulary/instant.ts';

export function yearBefore(
  { now }: Pick<Reads, 'now'>,
  query: { readonly from?: string; readonly to?: string },
): { readonly from: number; readonly to: number } {
  const to = query.to === undefined ? now() + 1 : Date.parse(query.to);
  return { from: query.from === undefined ? aYearBefore(to) : Date.parse(query.from), to };
}
