/**
 * Public holidays as the package `date-holidays` has them, for a comparison with our snapshots.
 * Flow:    holidays.test.ts → here. Its data come under CC BY-SA 3.0, so none of them is in the sources.
 * Promise: where our reading of a law differs from the package, the difference stands here with its reason.
 */
import Package, { type HolidaysTypes } from 'date-holidays';

interface Place {
  readonly country: string;
  readonly part?: string;
  /** Month and day whose day observed the package has for banks only. */
  readonly observedToo?: string;
  /** Month and days whose Saturday the law does not move to Friday, as the package does. */
  readonly noFridayBefore?: readonly string[];
  /** Only the days that every part of the country has. */
  readonly everywhere?: true;
}

const special: Readonly<Record<string, Place>> = {
  'GB-EAW': { country: 'GB', part: 'ENG' },
  /** One day is federal; the others are those that every canton has. */
  CH: { country: 'CH', everywhere: true },
  US: { country: 'US', observedToo: '11-11' },
  /** California Government Code 6701: the Friday before is for 11 November alone. */
  'US-CA': {
    country: 'US',
    part: 'CA',
    observedToo: '11-11',
    noFridayBefore: ['01-01', '06-19', '07-04', '12-25'],
  },
};

const placeOf = (set: string): Place => {
  const [country = '', part] = set.split('-');
  return special[set] ?? { country, ...(part === undefined ? {} : { part }) };
};

const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

function given({ country, part }: Place, year: number): readonly HolidaysTypes.Holiday[] {
  const place = part === undefined ? new Package(country) : new Package(country, part);
  return [year, year + 1].flatMap((each) => place.getHolidays(each)).filter(({ date }) => date.startsWith(`${year}-`));
}

function daysIn(place: Place, year: number): readonly string[] {
  return given(place, year).flatMap(({ date, type, substitute }) => {
    const day = date.slice(0, 10);
    const near = [-1, 1].map((days) => moved(day, days).slice(5));
    const observed = type === 'bank' && substitute === true && near.includes(place.observedToo ?? '');
    const fridayBefore = weekday(day) === 5 && substitute === true && place.noFridayBefore?.includes(near[1] ?? '');
    const works = weekday(day) > 0 && weekday(day) < 6;
    return works && fridayBefore !== true && (type === 'public' || observed) ? [day] : [];
  });
}

/** The working days of a year that this set takes, as the package has it, sorted, each once. */
export function packageDays(set: string, year: number): readonly string[] {
  const { everywhere, ...place } = placeOf(set);
  const parts = Object.keys(new Package().getStates(place.country) ?? {});
  const places = everywhere === true ? parts.map((part) => ({ ...place, part })) : [place];
  const [first = [], ...others] = places.map((each) => daysIn(each, year));
  return [...new Set(first.filter((day) => others.every((other) => other.includes(day))))].sort();
}
