/**
 * A length of time in years, months and days, and the end of it.
 * Flow:    registry (consentValidity) → here → the consent row.
 * Promise: a month that is too short ends the span on its last day, so that a consent never lives longer than was said.
 * Source:  ISO 8601.
 */
import { DAY_MS, type Instant } from '../vocabulary/instant.ts';

export interface Span {
  readonly months: number;
  readonly days: number;
}

const form = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/;

/** The span that an ISO 8601 duration in years, months and days names. */
export function spanOf(text: string): Span | undefined {
  const found = form.exec(text);
  if (found === null || text === 'P') return undefined;
  return { months: Number(found[1] ?? 0) * 12 + Number(found[2] ?? 0), days: Number(found[3] ?? 0) };
}

export function endOf(start: Instant, span: Span): Instant {
  const from = new Date(start);
  const months = from.getUTCFullYear() * 12 + from.getUTCMonth() + span.months;
  const lastDay = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const clipped = Date.UTC(Math.floor(months / 12), months % 12, Math.min(from.getUTCDate(), lastDay));
  return (
    clipped + (start - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate())) + span.days * DAY_MS
  );
}
