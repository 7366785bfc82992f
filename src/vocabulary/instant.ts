/**
 * Moments: a number inside the house, a text on its way in and out, and the lengths of time they are counted in.
 * Flow:    every room → here.
 * Promise: the text of a moment is RFC 3339 in UTC with milliseconds, so that texts sort as moments do.
 * Source:  RFC 3339.
 */

/** Epoch milliseconds, UTC. */
export type Instant = number;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** `2026-11-23T09:30:00.000Z`. */
export const timeOf = (instant: Instant): string => new Date(instant).toISOString();

/** Twelve months before: the same day of the year before, or the first of March where that has no such day. */
export function aYearBefore(instant: Instant): Instant {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() - 1);
}

/** The day asked for last: evaluations ask for the same one thousands of times. */
let last = { number: Number.NaN, day: '' };

/** The UTC calendar day, `2026-11-23`. */
export function dayOf(instant: Instant): string {
  const number = Math.floor(instant / DAY_MS);
  if (number !== last.number) last = { number, day: timeOf(instant).slice(0, 10) };
  return last.day;
}
