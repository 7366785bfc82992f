/**
 * The time that a report is asked for.
 * Flow:    handlers of reports → here.
 * Promise: from the first moment to before the last; without one, the last twelve months up to now. A day that is
 *          chosen is part of it, in the zone of the installation.
 */
import { dayAfter } from '../answers/ledger/bars.ts';
import { startOfDay } from '../language/dates.ts';
import type { Reads } from '../ports/reads.ts';
import { aYearBefore, DAY_MS } from '../vocabulary/instant.ts';

export function yearBefore(
  { now }: Pick<Reads, 'now'>,
  query: { readonly from?: string; readonly to?: string },
): { readonly from: number; readonly to: number } {
  const to = query.to === undefined ? now() + 1 : Date.parse(query.to);
  return { from: query.from === undefined ? aYearBefore(to) : Date.parse(query.from), to };
}

/** The same by days of the calendar, as forms send them: one that was left empty is not chosen. */
export function daysOrYear(
  { now, settings: { timeZone } }: Pick<Reads, 'now' | 'settings'>,
  { from = '', to = '' }: { readonly from?: string; readonly to?: string },
): { readonly from: number; readonly to: number } {
  const end = to === '' ? now() + 1 : startOfDay(dayAfter(to), timeZone);
  return { from: from === '' ? aYearBefore(end) : startOfDay(from, timeZone), to: end };
}

const MONTH = (365 / 12) * DAY_MS;

/** So many months back from now. */
export function monthsBack(
  { now }: Pick<Reads, 'now'>,
  months: string,
): { readonly from: number; readonly to: number } {
  const to = now() + 1;
  return { from: Math.round(to - Number(months) * MONTH), to };
}
