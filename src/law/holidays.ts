/**
 * Public holidays as data, 2024 to 2029: Germany (national), England and Wales, US federal.
 * Flow:    `CANDOR_HOLIDAYS` → clock.ts → here.
 * Promise: outside these years, and where no set is named, only weekends count, which never dates a deadline too late.
 * Source:  Grundgesetz and Land laws (national days); Banking and Financial Dealings Act 1971; 5 U.S.C. 6103.
 */
import type { CalendarDay, Holidays } from './calendar.ts';
import { fallsUnder } from './regimes.ts';

/** Month-day pairs a year, one line each, so that a line can be checked against an official list by eye. */
type Years = Readonly<Record<string, string>>;

interface HolidaySet {
  readonly regime: string;
  readonly source: string;
  readonly years: Years;
}

/** New Year, Good Friday, Easter Monday, Labour Day, Ascension, Whit Monday, Unity Day, two days of Christmas. */
const germany: Years = {
  2024: '01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26',
  2025: '01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26',
  2026: '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26',
  2027: '01-01 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26',
  2028: '01-01 04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26',
  2029: '01-01 03-30 04-02 05-01 05-10 05-21 10-03 12-25 12-26',
};

/**
 * New Year, Good Friday, Easter Monday, early May, spring, summer, Christmas, Boxing Day; substitute days where a
 * weekend takes one.
 */
const englandAndWales: Years = {
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
};

/**
 * New Year, King, Washington, Memorial, Juneteenth, Independence, Labor, Columbus, Veterans, Thanksgiving, Christmas,
 * on the day observed (Saturday's on Friday, Sunday's on Monday). New Year of a Saturday is observed on 31 December of
 * the year before.
 */
const unitedStates: Years = {
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2029: '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25',
};

const sets = {
  DE: { regime: 'EU', source: 'German national holidays', years: germany },
  'GB-EAW': { regime: 'UK', source: 'gov.uk/bank-holidays, England and Wales', years: englandAndWales },
  US: { regime: 'US', source: 'opm.gov federal holidays', years: unitedStates },
} as const satisfies Record<string, HolidaySet>;

type HolidaySetName = keyof typeof sets;

/** The names that `CANDOR_HOLIDAYS` may carry, separated by commas. */
export const holidaySetNames = Object.keys(sets) as readonly HolidaySetName[];

const isHolidaySetName = (name: string): name is HolidaySetName => Object.hasOwn(sets, name);

const daysOf = (years: Years): readonly CalendarDay[] =>
  Object.entries(years).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`));

const read: Readonly<Record<string, Holidays>> = Object.fromEntries(
  Object.entries(sets).map(([name, set]) => [name, new Set(daysOf(set.years))]),
);

const none: Holidays = new Set();

/** The days of one set. */
export const holidaysOf = (name: HolidaySetName): Holidays => read[name] ?? none;

/** The holidays that count for a regime: those of the configured set of its own country, else none. */
export function holidaysFor(regime: string, configured: readonly string[]): Holidays {
  const name = configured.filter(isHolidaySetName).find((candidate) => fallsUnder(regime, sets[candidate].regime));
  return name === undefined ? none : holidaysOf(name);
}
