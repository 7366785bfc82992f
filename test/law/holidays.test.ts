import { describe, expect, it } from 'vitest';
import { holidaysFor, holidaysOf } from '../../src/law/holidays.ts';
import { walk } from '../given/law/naive-days.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029];
const pad = (n: number): string => String(n).padStart(2, '0');
const on = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;
const weekday = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

/** Easter Sunday after the anonymous Gregorian computus. */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return on(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The n-th (or, counted from the end, last) such weekday of a month; Sunday is 0. */
function nth(year: number, month: number, wanted: { weekday: number; n: number }): string {
  const all = Array.from({ length: 31 }, (_, i) => walk(on(year, month, 1), i)).filter(
    (day) => day.slice(5, 7) === pad(month) && weekday(day) === wanted.weekday,
  );
  return all.at(wanted.n > 0 ? wanted.n - 1 : wanted.n) ?? '';
}

const germany = (year: number): string[] => {
  const sunday = easter(year);
  const movable = [-2, 1, 39, 50].map((days) => walk(sunday, days));
  return [...movable, on(year, 1, 1), on(year, 5, 1), on(year, 10, 3), on(year, 12, 25), on(year, 12, 26)];
};

/** A bank holiday on a weekend, or on one already taken, moves to the next free weekday. */
function englandAndWales(year: number): string[] {
  const sunday = easter(year);
  const days = [
    walk(sunday, -2),
    walk(sunday, 1),
    nth(year, 5, { weekday: 1, n: 1 }),
    nth(year, 5, { weekday: 1, n: -1 }),
    nth(year, 8, { weekday: 1, n: -1 }),
  ];
  for (const fixed of [on(year, 1, 1), on(year, 12, 25), on(year, 12, 26)]) {
    let day = fixed;
    // Boxing Day on a Monday after a Christmas Sunday would push Christmas on to Tuesday; it does not happen in these
    // years.
    while ([0, 6].includes(weekday(day)) || days.includes(day)) day = walk(day, 1);
    days.push(day);
  }
  return days;
}

const observed = (day: string): string => walk(day, weekday(day) === 6 ? -1 : weekday(day) === 0 ? 1 : 0);
const unitedStates = (year: number): string[] => [
  ...[on(year, 1, 1), on(year, 6, 19), on(year, 7, 4), on(year, 11, 11), on(year, 12, 25)].map(observed),
  nth(year, 1, { weekday: 1, n: 3 }),
  nth(year, 2, { weekday: 1, n: 3 }),
  nth(year, 5, { weekday: 1, n: -1 }),
  nth(year, 9, { weekday: 1, n: 1 }),
  nth(year, 10, { weekday: 1, n: 2 }),
  nth(year, 11, { weekday: 4, n: 4 }),
];

describe('the holiday lists are what the rules of each country give', () => {
  it.each([
    ['DE', germany],
    ['GB-EAW', englandAndWales],
    ['US', unitedStates],
  ] as const)('%s, 2024 to 2029', (name, rule) => {
    expect([...holidaysOf(name)].sort()).toEqual([...new Set(YEARS.flatMap(rule))].sort());
  });

  it('easter falls where the churches say', () => {
    expect(YEARS.map(easter)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2028-04-16',
      '2029-04-01',
    ]);
  });
});

describe('which holidays count', () => {
  it('a regime takes the set of its own country, and weekends alone where none is named', () => {
    expect(holidaysFor('EU-DE', ['DE', 'US']).has('2026-10-03')).toBe(true);
    expect(holidaysFor('US-CA', ['DE', 'US']).has('2026-11-26')).toBe(true);
    expect(holidaysFor('UK', ['DE', 'US']).size).toBe(0);
    expect(holidaysFor('EU', []).size).toBe(0);
  });
});
