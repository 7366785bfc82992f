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

/** `14:06:41`. */
export const timeOfDayWords = (language: string, instant: number, timeZone: string): string =>
  formatOf(localeOf(language), timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(instant);

/** `14:00`. */
export const hourWords = (language: string, instant: number, timeZone: string): string =>
  formatOf(localeOf(language), timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

/** `3 Nov`. */
export const shortDayWords = (language: string, instant: number, timeZone: string): string =>
  formatOf(localeOf(language), timeZone, { day: 'numeric', month: 'short' }).format(instant);

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

/** By how much the last day that was asked for began before or after that of UTC: the next one mostly does, too. */
const lastShift = new Map<string, number>();

/** When a day of the calendar begins in a zone; the clocks of every zone stand still at some time of the day only. */
export function startOfDay(day: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T00:00:00.000Z`);
  const likely = wanted + (lastShift.get(timeZone) ?? 0);
  if (calendarDay(likely, timeZone) === day && calendarDay(likely - QUARTER_HOUR, timeZone) < day) return likely;
  const start = searchedStart(day, wanted, timeZone);
  lastShift.set(timeZone, start - wanted);
  return start;
}

function searchedStart(day: string, wanted: number, timeZone: string): number {
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

const numberFormats = new Map<string, Intl.NumberFormat>();

/** `1,204`. */
export function numberWords(language: string, value: number): string {
  const locale = localeOf(language);
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  if (numberFormats.size >= mostFormats) numberFormats.clear();
  numberFormats.set(locale, format);
  return format.format(value);
}

/** More digits than these are noise of binary arithmetic: 0.1 + 0.2 is 0.3. */
const HONEST_DIGITS = 15;

/** `0.5639` as it was used: every digit that says something, no grouping, only the decimal mark of the language. */
export function exactNumber(language: string, value: number): string {
  const said = Number(value.toPrecision(HONEST_DIGITS));
  if (said === 0 || !Number.isFinite(said)) return said === 0 ? '0' : String(value);
  if (Math.abs(said) < 1e-12 || Math.abs(said) >= 1e21) return powerOfTen(language, said);
  return plainNumber(language, { maximumFractionDigits: 20 }).format(said);
}

const plainNumber = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  new Intl.NumberFormat(localeOf(language), { useGrouping: false, ...options });

/** `1.5 × 10⁻¹⁴`, as it is written by hand. */
function powerOfTen(language: string, value: number): string {
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  const raised = [...exponent].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? (sign === '-' ? '⁻' : '')).join('');
  return `${plainNumber(language, { maximumFractionDigits: 20 }).format(Number(digits))} × 10${raised}`;
}

/** Keeps as many decimals as were written. */
const decimalsOf = (written: string): number => written.split('.')[1]?.length ?? 0;

/** `12.5%` and `12,5 %`. */
const percentWords = (language: string, written: string): string =>
  plainNumber(language, { style: 'unit', unit: 'percent', minimumFractionDigits: decimalsOf(written) }).format(
    Number(written),
  );

/** `€1,200.50` and `1.200,50 €`. */
function amountWords(language: string, currency: string, written: string): string {
  const digits = decimalsOf(written);
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(written));
}

const symbols: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', R$: 'BRL' };
const number = String.raw`(-?\d+(?:\.\d{1,15})?)`;
const percent = new RegExp(String.raw`^${number}\s?%$`);
const sign = '[A-Z]{3}|R\\$|[€$£]';
const amount = new RegExp(String.raw`^(?:(${sign})\s?${number}|${number}\s?(${sign}))$`);
const machineNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;
const isoDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A written value as people of a language write it: a day, a time, a share, an amount; anything else as it stands. */
export function writtenValue(language: string, text: string, timeZone: string): string {
  if (isoDay.test(text)) return isRealDay(text) ? dayWords(language, text) : text;
  if (isoTime.test(text))
    return Number.isNaN(Date.parse(text)) ? text : timeWords(language, Date.parse(text), timeZone);
  const [, share] = percent.exec(text) ?? [];
  if (share !== undefined) return percentWords(language, share);
  const [, before, sumAfter, sumBefore, after] = amount.exec(text) ?? [];
  const unit = before ?? after;
  const currency = unit === undefined ? undefined : (symbols[unit] ?? unit);
  if (currency !== undefined && isCurrency(currency))
    return amountWords(language, currency, sumAfter ?? sumBefore ?? '');
  // What a machine wrote, and no id or code: only such have a power of ten, or more decimals than there are digits.
  const isMachines = machineNumber.test(text) && (/e/i.test(text) || decimalsOf(text) > HONEST_DIGITS);
  return isMachines ? exactNumber(language, Number(text)) : text;
}

const isRealDay = (day: string): boolean => {
  const instant = Date.parse(`${day}T12:00:00.000Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day);
};

const currencies = new Set(Intl.supportedValuesOf('currency'));
const isCurrency = (code: string): boolean => currencies.has(code);

/** `purchases, card payments and messages`. */
export const listWords = (language: string, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { style: 'long', type: 'conjunction' }).format(items);
