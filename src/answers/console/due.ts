/**
 * A last day in the words that somebody at work thinks in: today, in three days, two days late.
 * Flow:    queues and single pages of the console → here → language.
 * Promise: days are days of the calendar in the zone of the installation, never stretches of 24 hours.
 * Source:  docs/design.md 12 (words); docs/law.md 2.1.
 */
import { calendarDay } from '../../language/dates.ts';
import type { Reader } from '../reader.ts';

export interface Due {
  /** RFC 3339. */
  readonly at: string;
  readonly words: string;
  readonly day: string;
  readonly state: 'late' | 'soon' | 'later';
}

const DAY = 86_400_000;
/** From how many days on it is no longer far away. */
const SOON = 7;

/** From day to day of the calendar in a zone. */
const daysUntil = (dueAt: number, now: number, timeZone: string): number => {
  const dayNumber = (instant: number): number => Date.parse(calendarDay(instant, timeZone)) / DAY;
  return dayNumber(dueAt) - dayNumber(now);
};

const urgencyOf = (days: number, isLate: boolean): Due['state'] => (isLate ? 'late' : days <= SOON ? 'soon' : 'later');

export const urgency = (dueAt: number, now: number, timeZone: string): Due['state'] =>
  urgencyOf(daysUntil(dueAt, now, timeZone), dueAt < now);

export function dueOf(dueAt: number, now: number, reader: Reader): Due {
  const days = daysUntil(dueAt, now, reader.timeZone);
  const isLate = dueAt < now;
  const words = isLate
    ? reader.say('console.due.late', { days: Math.max(0, -days) })
    : reader.say('console.due.in', { days });
  return {
    at: new Date(dueAt).toISOString(),
    words,
    day: reader.date(dueAt),
    state: urgencyOf(days, isLate),
  };
}
