/**
 * Dates and months in words: the month is always a word, in the zone of the installation.
 * Flow:    answers, pages → here.
 * Promise: a date never shows as figures alone, because 3/11 means two days in two countries.
 * Source:  docs/languages.md (dates, numbers).
 */
import { localeOf } from './say.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
/** So many are kept; then it begins again. */
const mostFormats = 1000;

function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(id);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  if (formats.size >= mostFormats) formats.clear();
  formats.set(id, made);
  return made;
}

/** `3 November 2026`. French says "le premier" of a month and no ordinal of any other day, which Intl does not know. */
export function dateWords(language: string, instant: number, timeZone: string): string {
  const locale = localeOf(language);
  const words = formatOf(locale, timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant);
  return locale.startsWith('fr') ? words.replace(/^1 /, '1er ') : words;
}

/** `3 November 2026, 14:06 UTC`. */
export function timeWords(language: string, instant: number, timeZone: string): string {
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
  return `${dateWords(language, instant, timeZone)}, ${formatOf(localeOf(language), timeZone, clock).format(instant)}`;
}

/** `3 November 2026` for the calendar day `2026-11-03`, which has no zone. */
export const dayWords = (language: string, day: string): string =>
  dateWords(language, Date.parse(`${day.slice(0, 10)}T12:00:00.000Z`), 'UTC');

const QUARTER_HOUR = 900_000;
const months = new Map<string, string>();

/**
 * The month of an instant, `2026-11`, in a zone. Every zone changes on a quarter of an hour, so a million uses cost a
 * few thousand calendar look-ups.
 */
export function monthOf(instant: number, timeZone: string): string {
  const id = `${timeZone} ${Math.floor(instant / QUARTER_HOUR)}`;
  const known = months.get(id);
  if (known !== undefined) return known;
  const day = formatOf('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
  if (months.size > 50_000) months.clear();
  const month = day.slice(0, 7);
  months.set(id, month);
  return month;
}

/** The day of an instant in a zone, `2026-11-03`. */
export const calendarDay = (instant: number, timeZone: string): string =>
  formatOf('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

/** When a day of the calendar begins in a zone; the clocks of every zone stand still at some time of the day only. */
export function startOfDay(day: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T00:00:00.000Z`);
  const quarters = Array.from({ length: 113 }, (_, step) => wanted + (step - 56) * QUARTER_HOUR);
  return quarters.find((instant) => calendarDay(instant, timeZone) === day) ?? wanted;
}

/** The month `count` before (or after, when negative) another one. */
export function monthBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + (number - 1) - count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

const monthMiddle = (month: string): number => Date.parse(`${month}-15T12:00:00.000Z`);

/** `November 2026`. */
export const monthWords = (language: string, month: string): string =>
  formatOf(localeOf(language), 'UTC', { month: 'long', year: 'numeric' }).format(monthMiddle(month));

/** `Nov`. */
export const shortMonth = (language: string, month: string): string =>
  formatOf(localeOf(language), 'UTC', { month: 'short' }).format(monthMiddle(month));

/** `1,204`. */
export const numberWords = (language: string, value: number): string =>
  new Intl.NumberFormat(localeOf(language)).format(value);

/** `0.5639` as it was used: every digit, no grouping, only the decimal mark of the language. */
export function exactNumber(language: string, value: number): string {
  const written = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(written)) return written;
  const mark =
    new Intl.NumberFormat(localeOf(language)).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return written.replace('.', mark);
}

/** `purchases, card payments and messages`. */
export const listWords = (language: string, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { style: 'long', type: 'conjunction' }).format(items);
