/**
 * The clock rules as data: how each is written, how it reads in plain words, and which day it gives.
 * Flow:    request-kinds.ts (which rule) and clock.ts (which day) → here → calendar.ts.
 * Promise: the extended day MUST be counted from the original start, never from the first due day.
 * Source:  docs/law.md 2.1.
 */
import {
  BUS_DAYS,
  CAL_DAYS,
  type CalendarDay,
  EU_MONTHS,
  type Holidays,
  PAUSED_MONTHS,
  UK_MONTHS,
} from './calendar.ts';

/** `longest` is the whole period when extended, from the start; absent where there is no extension. */
export type DeadlineRule =
  | { readonly code: 'EU_MONTHS' | 'UK_MONTHS' | 'CAL_DAYS'; readonly n: number; readonly longest?: number }
  | { readonly code: 'BUS_DAYS'; readonly n: number }
  | { readonly code: 'IMMEDIATE' };

/** As it stands in answers and facts, for example `EU_MONTHS(1,3)`. */
export function ruleText(rule: DeadlineRule): string {
  if (rule.code === 'IMMEDIATE') return rule.code;
  return 'longest' in rule && rule.longest !== undefined
    ? `${rule.code}(${rule.n},${rule.longest})`
    : `${rule.code}(${rule.n})`;
}

const months = (n: number): string => (n === 1 ? 'One month' : `${n} months`);

/** An appeal is counted from its own day, in every state of the United States that has one. */
export const appealWords = (rule: DeadlineRule): string =>
  ruleWords(rule).replace('the request arrived', 'your appeal arrived');

/** What the rule means, for a person who has never heard of it. */
export function ruleWords(rule: DeadlineRule): string {
  switch (rule.code) {
    case 'EU_MONTHS':
    case 'UK_MONTHS':
      return `${months(rule.n)} from the day the request arrived. If that day is a weekend or a public holiday, the next working day.`;
    case 'CAL_DAYS':
      return `${rule.n} days after the day the request arrived, weekends and holidays included.`;
    case 'BUS_DAYS':
      return `${rule.n} working days after the day the request arrived.`;
    case 'IMMEDIATE':
      return 'At once, and at the latest by the end of the day the request arrived.';
  }
}

/** What the days are counted by. */
interface Days {
  readonly holidays: Holidays;
  /** Days of a pause that are added to months. */
  readonly added?: number;
}

function lastDay(rule: DeadlineRule, start: CalendarDay, count: Days & { readonly n: number }): CalendarDay {
  const { added = 0, holidays } = count;
  if (added > 0 && (rule.code === 'EU_MONTHS' || rule.code === 'UK_MONTHS'))
    return PAUSED_MONTHS(start, count.n, { holidays, added });
  switch (rule.code) {
    case 'EU_MONTHS':
      return EU_MONTHS(start, count.n, count.holidays);
    case 'UK_MONTHS':
      return UK_MONTHS(start, count.n, count.holidays);
    case 'CAL_DAYS':
      return CAL_DAYS(start, count.n);
    case 'BUS_DAYS':
      return BUS_DAYS(start, count.n, count.holidays);
    case 'IMMEDIATE':
      return start;
  }
}

/** The last day for the answer. */
export const dueDay = (rule: DeadlineRule, start: CalendarDay, days: Days): CalendarDay =>
  lastDay(rule, start, { ...days, n: rule.code === 'IMMEDIATE' ? 0 : rule.n });

/** The last day when the one lawful extension is used, or nothing where there is none. */
export function extendedDay(rule: DeadlineRule, start: CalendarDay, days: Days): CalendarDay | undefined {
  const longest = 'longest' in rule ? rule.longest : undefined;
  return longest === undefined ? undefined : lastDay(rule, start, { ...days, n: longest });
}
