/**
 * What law says to a person, in their language: how long an answer may take, why a request was refused, where to
 * complain, what stays after an erasure.
 * Flow:    answers, pages → here → messages (law.ts, denials.ts).
 * Promise: a code without a text gives nothing, so that the caller can show what was recorded and say that it fell
 *          back.
 * Source:  docs/law.md 2.1, 3.4, 6.4.
 */
import { isMessageKey, type MessageKey, say } from './say.ts';

const clocks: Readonly<Record<string, MessageKey>> = {
  EU_MONTHS: 'clock.months',
  UK_MONTHS: 'clock.months',
  CAL_DAYS: 'clock.days',
  BUS_DAYS: 'clock.business-days',
  IMMEDIATE: 'clock.at-once',
};

interface ClockMoved {
  /** An appeal is counted from its own day. */
  readonly isAppeal: boolean;
  /** More time was taken, once. */
  readonly extended: boolean;
  /** Days in which the person was waited for are added. */
  readonly waited: boolean;
}
const unmoved: ClockMoved = { isAppeal: false, extended: false, waited: false };

/** The words of a rule as facts and answers write it, `EU_MONTHS(1,3)`, and what has moved the last day since. */
export function clockWords(language: string, rule: string, moved = unmoved): string | undefined {
  const words = ruleWords(language, rule, moved);
  if (words === undefined) return undefined;
  const waited = moved.waited ? say(language, 'letter.open.counted-paused', { words }) : words;
  return moved.extended ? say(language, 'letter.open.counted-extended', { words: waited }) : waited;
}

function ruleWords(language: string, rule: string, { isAppeal }: ClockMoved): string | undefined {
  const [, code = '', n = '0'] = /^([A-Z_]+)(?:\((\d+)(?:,\d+)?\))?$/.exec(rule) ?? [];
  const key = isAppeal && code === 'CAL_DAYS' ? 'clock.appeal' : clocks[code];
  return key === undefined ? undefined : say(language, key, { n: Number(n) });
}

const saidFor = (language: string, key: string, values: Readonly<Record<string, string>> = {}): string | undefined =>
  isMessageKey(key) ? say(language, key, values) : undefined;

export const denialWords = (language: string, code: string): string | undefined => saidFor(language, `denial.${code}`);

/** `purpose` is the published name, for what stays for a purpose. */
export const stayWords = (language: string, code: string, purpose = ''): string | undefined =>
  saidFor(language, `stays.${code}`, { purpose });

interface ComplaintWords {
  readonly words: string;
  /** The name of the authority, as the title of a link. */
  readonly to: string;
}

/** For a regime or the wider one it falls under: `EU-DE` is `EU`, but `US-CA` has its own. */
export function complaintWords(language: string, regime: string): ComplaintWords | undefined {
  const [words, to] = [saidFor(language, `complaint.${regime}`), saidFor(language, `complaint.${regime}.to`)];
  if (words !== undefined && to !== undefined) return { words, to };
  const end = regime.lastIndexOf('-');
  return end < 0 ? undefined : complaintWords(language, regime.slice(0, end));
}
