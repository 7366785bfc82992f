/**
 * Pure calendar arithmetic for legal clocks: from a start day to a last day, and from a last day to its last instant.
 * Flow:    clock.ts → here → Temporal.
 * Promise: a deadline MUST NOT fall before its start and clips backward at a month's end; a minimum period clips
 *          forward.
 * Source:  docs/law.md 2.1; Regulation 1182/71 Art 3; ICO "What should we consider when responding to a request?".
 */
import { Temporal } from 'temporal-polyfill';
import { HOUR_MS } from '../vocabulary/instant.ts';

/** Calendar days as `YYYY-MM-DD`: they sort, compare and print as they are. */
export type CalendarDay = string;
export type Holidays = ReadonlySet<CalendarDay>;

const SATURDAY = 6;

const plain = (day: CalendarDay): Temporal.PlainDate => Temporal.PlainDate.from(day);

/** The local calendar day of an instant: the time zone decides, not UTC. */
export const localDay = (instant: number, timeZone: string): CalendarDay =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/**
 * The instant that somebody means who reads a clock there, `2026-11-02T09:00`: the earlier one where an hour comes
 * twice, the later one where it is left out. Nothing where it is no such moment.
 */
export function instantOnClock(text: string, timeZone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text)) return undefined;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** The last millisecond of a local day, whatever the clocks do that night. */
export const endOfDay = (day: CalendarDay, timeZone: string): number =>
  plain(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1;

export const isWorkingDay = (day: CalendarDay, holidays: Holidays): boolean =>
  plain(day).dayOfWeek < SATURDAY && !holidays.has(day);

const nextDay = (day: CalendarDay): CalendarDay => plain(day).add({ days: 1 }).toString();

/** A last day on a Saturday, Sunday or public holiday moves on to the next working day. */
function rollForward(day: CalendarDay, holidays: Holidays): CalendarDay {
  let due = day;
  while (!isWorkingDay(due, holidays)) due = nextDay(due);
  return due;
}

/** Always counted from the original start: adding the months one after another would lose the 31st. */
const addMonths = (start: CalendarDay, months: number): CalendarDay =>
  plain(start).add({ months }, { overflow: 'constrain' }).toString();

/** Same-numbered day after `months` months, or the last day of a shorter month, then the next working day. */
export const EU_MONTHS = (received: CalendarDay, months: number, holidays: Holidays): CalendarDay =>
  rollForward(addMonths(received, months), holidays);

/** The same arithmetic from the relevant time (receipt, or the day when needed identity proof arrived). */
export const UK_MONTHS = (relevantTime: CalendarDay, months: number, holidays: Holidays): CalendarDay =>
  EU_MONTHS(relevantTime, months, holidays);

/** A month with a pause in it: the days of waiting are added to the day found, and only then it moves on. */
export const PAUSED_MONTHS = (
  start: CalendarDay,
  months: number,
  { holidays, added }: { readonly holidays: Holidays; readonly added: number },
): CalendarDay => rollForward(CAL_DAYS(addMonths(start, months), added), holidays);

export const daysBetween = (from: CalendarDay, to: CalendarDay): number => plain(from).until(plain(to)).days;

/** Calendar days after receipt, the day of receipt not counted, never moved for weekends. */
export const CAL_DAYS = (received: CalendarDay, days: number): CalendarDay => plain(received).add({ days }).toString();

/** The n-th working day after receipt, the day of receipt not counted. */
export function BUS_DAYS(received: CalendarDay, days: number, holidays: Holidays): CalendarDay {
  let day = received;
  for (let left = days; left > 0; ) {
    day = nextDay(day);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** Exact hours on the world's clock, never moved; the argument and the result are epoch milliseconds. */
export const HOURS = (start: number, hours: number): number => start + hours * HOUR_MS;

/** Whole hours in a length of milliseconds; a part of one does not count. */
export const wholeHours = (length: number): number => Math.floor(length / HOUR_MS);

/** The first day after a minimum period: where the day is missing in the last month, the first of the next one. */
export function MIN_MONTHS(start: CalendarDay, months: number): CalendarDay {
  const clipped = plain(start).add({ months }, { overflow: 'constrain' });
  const whole = clipped.day === plain(start).day;
  return (whole ? clipped : clipped.add({ days: 1 })).toString();
}
