/**
 * Public holidays by the words of each law: Easter, fixed days, n-th weekdays, days observed.
 * Flow:    text.ts → here. test/law/holidays.test.ts compares what it gives with a package that others keep.
 * Promise: in doubt a day is left out: a deadline is then a day early, never late.
 * Source:  decision 0112.
 */
const walk = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);

const pad = (n: number): string => String(n).padStart(2, '0');
const on = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

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
    (day) => day.slice(5, 7) === pad(month) && weekdayOf(day) === wanted.weekday,
  );
  return all.at(wanted.n > 0 ? wanted.n - 1 : wanted.n) ?? '';
}

const monday = (year: number, month: number, n: number): string => nth(year, month, { weekday: 1, n });

/** `easter+1`, `12-26`: what a law names by the moon or by the date. */
const named = (year: number, days: string): string[] =>
  days.split(' ').map((word) => {
    const movable = /^easter([+-]\d+)$/.exec(word);
    return movable === null ? `${year}-${word}` : walk(easter(year), Number(movable[1]));
  });

const plain =
  (days: string) =>
  (year: number): string[] =>
    named(year, days);

/** All Länder have these nine. */
const GERMANY = '01-01 easter-2 easter+1 05-01 easter+39 easter+50 10-03 12-25 12-26';
/** Of the single Länder, beside the nine. */
const LANDS: Readonly<Record<string, string>> = {
  BW: '01-06 easter+60 11-01',
  BY: '01-06 easter+60 11-01',
  BE: '03-08',
  BB: '10-31',
  HB: '10-31',
  HH: '10-31',
  HE: 'easter+60',
  MV: '03-08 10-31',
  NI: '10-31',
  NW: 'easter+60 11-01',
  RP: 'easter+60 11-01',
  SL: 'easter+60 08-15 11-01',
  SN: '10-31',
  ST: '01-06 10-31',
  SH: '10-31',
  TH: '09-20 10-31',
};

/** The Wednesday before 23 November, in Saxony. */
const penance = (year: number): string => walk(on(year, 11, 22), -((weekdayOf(on(year, 11, 22)) + 4) % 7));

const lands = Object.fromEntries(
  Object.entries(LANDS).map(([land, own]) => [
    `DE-${land}`,
    (year: number) => [
      ...named(year, `${GERMANY} ${own}`),
      ...(land === 'SN' ? [penance(year)] : []),
      ...(land === 'BE' && year === 2025 ? ['2025-05-08'] : []),
    ],
  ]),
);

/** A bank holiday on a weekend, or on one already taken, moves to the next free weekday. */
function withSubstitutes(days: readonly string[], fixed: readonly string[]): string[] {
  const taken = [...days];
  for (const each of fixed) {
    let day = each;
    while ([0, 6].includes(weekdayOf(day)) || taken.includes(day)) day = walk(day, 1);
    taken.push(day);
  }
  return taken;
}

const england = (year: number): string[] =>
  withSubstitutes(
    [...named(year, 'easter-2 easter+1'), monday(year, 5, 1), monday(year, 5, -1), monday(year, 8, -1)],
    named(year, '01-01 12-25 12-26'),
  );

const northernIreland = (year: number): string[] => withSubstitutes(england(year), named(year, '03-17 07-12'));

const scotland = (year: number): string[] =>
  withSubstitutes(
    [...named(year, 'easter-2'), monday(year, 5, 1), monday(year, 5, -1), monday(year, 8, 1)],
    named(year, '01-01 01-02 11-30 12-25 12-26'),
  );

/** The first Monday of February, unless 1 February is a Friday. */
const brigid = (year: number): string => (weekdayOf(on(year, 2, 1)) === 5 ? on(year, 2, 1) : monday(year, 2, 1));

const ireland = (year: number): string[] => [
  ...named(year, '01-01 03-17 easter+1 12-25 12-26'),
  brigid(year),
  ...[5, 6, 8].map((month) => monday(year, month, 1)),
  monday(year, 10, -1),
];

/** Saturday's on Friday, Sunday's on Monday. */
const observed = (day: string): string => walk(day, weekdayOf(day) === 6 ? -1 : weekdayOf(day) === 0 ? 1 : 0);
/** Sunday's on Monday; a Saturday stays one. */
const onMonday = (day: string): string => walk(day, weekdayOf(day) === 0 ? 1 : 0);

const unitedStates = (year: number): string[] => [
  ...[...named(year, '01-01 06-19 07-04 11-11 12-25'), `${year + 1}-01-01`].map(observed),
  ...[[1, 3] as const, [2, 3] as const, [5, -1] as const, [9, 1] as const, [10, 2] as const].map(([month, n]) =>
    monday(year, month, n),
  ),
  nth(year, 11, { weekday: 4, n: 4 }),
];

const california = (year: number): string[] => [
  ...named(year, '01-01 03-31 06-19 07-04 12-25').map(onMonday),
  observed(on(year, 11, 11)),
  ...[[1, 3] as const, [2, 3] as const, [5, -1] as const, [9, 1] as const].map(([month, n]) => monday(year, month, n)),
  nth(year, 11, { weekday: 4, n: 4 }),
  walk(nth(year, 11, { weekday: 4, n: 4 }), 1),
];

/** The Monday before 25 May. */
const beforeVictoria = (year: number): string => walk(on(year, 5, 24), -((weekdayOf(on(year, 5, 24)) + 6) % 7));

const quebec = (year: number): string[] => [
  ...named(year, '01-01 easter-2 06-24 07-01 12-25'),
  beforeVictoria(year),
  monday(year, 9, 1),
  monday(year, 10, 2),
];

/** 27 April, or the Saturday before where that is a Sunday. */
const kingsDay = (year: number): string => (weekdayOf(on(year, 4, 27)) === 0 ? on(year, 4, 26) : on(year, 4, 27));

/** One rule a set, giving the days of a year; days on weekends and in the next year may stand among them. */
const holidayRules: Readonly<Record<string, (year: number) => readonly string[]>> = {
  DE: plain(GERMANY),
  ...lands,
  AT: plain('01-01 01-06 easter+1 05-01 easter+39 easter+50 easter+60 08-15 10-26 11-01 12-08 12-25 12-26'),
  BE: plain('01-01 easter+1 05-01 easter+39 easter+50 07-21 08-15 11-01 11-11 12-25'),
  CH: plain('01-01 easter+39 08-01 12-25'),
  ES: plain('01-01 01-06 easter-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25'),
  FR: plain('01-01 easter+1 05-01 05-08 easter+39 easter+50 07-14 08-15 11-01 11-11 12-25'),
  IE: ireland,
  IT: (year) => [
    ...named(year, '01-01 01-06 easter+1 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26'),
    ...(year < 2026 ? [] : [on(year, 10, 4)]),
  ],
  NL: (year) => [...named(year, '01-01 easter+1 easter+39 easter+50 12-25 12-26'), kingsDay(year)],
  PL: (year) => [
    ...named(year, '01-01 01-06 easter+1 05-01 05-03 easter+60 08-15 11-01 11-11 12-25 12-26'),
    ...(year < 2025 ? [] : [on(year, 12, 24)]),
  ],
  'GB-EAW': england,
  'GB-NIR': northernIreland,
  'GB-SCT': scotland,
  US: unitedStates,
  'US-CA': california,
  BR: plain('01-01 easter-2 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25'),
  CA: (year) => [...named(year, '01-01 easter-2 07-01 12-25'), monday(year, 9, 1)],
  'CA-QC': quebec,
};

/** The working days that a set takes from a year, as month and day, sorted; no weekend is a working day anyway. */
export function lineOf(set: string, year: number): string {
  const days = (holidayRules[set]?.(year) ?? []).filter((day) => day.startsWith(`${year}-`));
  const working = days.filter((day) => weekdayOf(day) > 0 && weekdayOf(day) < 6);
  return [...new Set(working.map((day) => day.slice(5)))].sort().join(' ');
}
