/**
 * Which public holidays count for a request, 2024 to 2032, from snapshots that stand beside this file.
 * Flow:    `CANDOR_HOLIDAYS` → clock.ts → here → holidays/*.ts.
 * Promise: outside these years, and where no set is named, only weekends count, which never dates a deadline too late.
 *          A snapshot changes only where somebody has looked: `npm run holidays` keeps every line that stands.
 * Source:  Regulation 1182/71 Art 2, 3(4) (holidays of the place where the act is done); decision 0112.
 */
import type { CalendarDay, Holidays } from './calendar.ts';
import { americas } from './holidays/americas.ts';
import { britain } from './holidays/britain.ts';
import { europe } from './holidays/europe.ts';
import { germany } from './holidays/germany.ts';
import type { HolidaySet } from './holidays/holiday-set.ts';
import { fallsUnder, regimesToTry } from './regimes.ts';

const sets = { ...germany, ...europe, ...britain, ...americas } as const satisfies Record<string, HolidaySet>;

type HolidaySetName = keyof typeof sets;

/** The names that `CANDOR_HOLIDAYS` may carry, separated by commas. */
export const holidaySetNames = Object.keys(sets) as readonly HolidaySetName[];

const isHolidaySetName = (name: string): name is HolidaySetName => Object.hasOwn(sets, name);

const setOf = (name: string): HolidaySet | undefined => (isHolidaySetName(name) ? sets[name] : undefined);

/** The line of one set and year as it is written, for the command that writes it. */
export const writtenDays = (name: string, year: number): string | undefined => setOf(name)?.years[year];

const daysOf = ({ years }: HolidaySet): readonly CalendarDay[] =>
  Object.entries(years).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`));

const read: Readonly<Record<string, Holidays>> = Object.fromEntries(
  Object.entries(sets).map(([name, set]) => [name, new Set(daysOf(set))]),
);

const none: Holidays = new Set();

/** The days of one set. */
export const holidaysOf = (name: HolidaySetName): Holidays => read[name] ?? none;

/** The Union counts by the place where the answer is made, so any Member State's set may serve all of its people. */
const serves = (set: HolidaySet, regime: string): boolean =>
  fallsUnder(regime, set.regime) || (fallsUnder(regime, 'EU') && fallsUnder(set.regime, 'EU'));

/**
 * The holidays that count for a regime: of the sets that are configured for its body of law, that of its own country or
 * state, else the one named first; none where none is configured.
 */
export function holidaysFor(regime: string, configured: readonly string[]): Holidays {
  const named = configured.filter(isHolidaySetName);
  const serving = named.filter((name) => serves(sets[name], regime));
  const own = regimesToTry(regime).flatMap((code) => serving.find((name) => sets[name].regime === code) ?? []);
  const [chosen = serving[0]] = own;
  return chosen === undefined ? none : holidaysOf(chosen);
}
