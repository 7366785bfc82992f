/**
 * Counts what became of the lines, and words why a line was refused.
 * Flow:    recording, sending → here → the report of the import.
 * Promise: a refusal names its line, its code and the way to mend it.
 */
import { decisionQualities } from '../../src/vocabulary/ai-system.ts';
import { actWarnings } from '../../src/vocabulary/consent.ts';
import { type Problem, problems } from '../../src/vocabulary/problems.ts';

/** Why a line that stands does less than it looks: it has no effect, or something is missing in it. */
interface Noted {
  readonly code: 'no-effect' | 'incomplete';
  readonly reason: string;
}

/** What became of one line. */
export type LineOutcome =
  | { readonly number: number; readonly what: 'recorded' | 'known'; readonly without?: Noted }
  | { readonly number: number; readonly what: 'refused'; readonly code: string; readonly reason: string };

export interface ImportTally {
  readonly lines: number;
  readonly recorded: number;
  /** Recorded before: by an earlier run, or the same state again. */
  readonly known: number;
  /** Of those that stand: recorded, and nothing changed by it. */
  readonly withoutEffect: { readonly line: number; readonly reason: string }[];
  /** Of those that stand: recorded, with something missing for a good answer. */
  readonly incomplete: { readonly line: number; readonly reason: string }[];
  readonly refused: { readonly line: number; readonly code: string; readonly reason: string }[];
}

export const emptyTally = (): ImportTally => ({
  lines: 0,
  recorded: 0,
  known: 0,
  withoutEffect: [],
  incomplete: [],
  refused: [],
});

export function countOutcome(tally: ImportTally, outcome: LineOutcome): ImportTally {
  const lines = tally.lines + 1;
  // The lists grow in place, because a file can hold a million lines that are all refused.
  if (outcome.what !== 'refused') {
    const { number, without } = outcome;
    const list = without?.code === 'no-effect' ? tally.withoutEffect : tally.incomplete;
    if (without !== undefined) list.push({ line: number, reason: without.reason });
    return { ...tally, lines, [outcome.what]: tally[outcome.what] + 1 };
  }
  const { number, code, reason } = outcome;
  tally.refused.push({ line: number, code, reason });
  return { ...tally, lines };
}

export function refusedBecause(number: number, { problem: code, detail, errors }: Problem): LineOutcome {
  const places = (errors ?? []).map(({ pointer, message, fix }) => `${pointer}: ${message} ${fix}`);
  const reason = [detail ?? (places.length === 0 ? problems[code].meaning : undefined), ...places]
    .filter((part) => part !== undefined)
    .join(' ');
  return { number, what: 'refused', code, reason };
}

interface Told {
  readonly effect?: unknown;
  readonly warnings?: readonly string[];
  readonly quality?: readonly string[];
}

/** What a line names may come in a later one, so nothing is missing in it. */
const mayCome = /^unknown-/;
const wordsFor: Readonly<Record<string, string>> = { ...actWarnings, ...decisionQualities };

/** What the reply to a line says beside that it was recorded. */
export function notedIn(reply: unknown): { readonly without?: Noted } {
  const { effect, warnings: codes = [], quality = [] } = (reply ?? {}) as Told;
  const said = (each: readonly string[]) =>
    each.filter((code) => !mayCome.test(code)).map((code) => wordsFor[code] ?? code);
  const warnings = said(codes);
  if (effect === 'none') {
    const why = warnings.length === 0 ? 'it changes nothing' : warnings.join(' ');
    return { without: { code: 'no-effect', reason: why } };
  }
  const missing = [...warnings, ...said(quality)];
  return missing.length === 0 ? {} : { without: { code: 'incomplete', reason: missing.join(' ') } };
}

export function describeTally({ lines, recorded, known, refused, withoutEffect, incomplete }: ImportTally): string {
  const parts = [
    `${recorded} recorded`,
    ...(known === 0 ? [] : [`${known} already there`]),
    ...(withoutEffect.length === 0 ? [] : [`${withoutEffect.length} of these without effect`]),
    ...(incomplete.length === 0 ? [] : [`${incomplete.length} of these with something missing`]),
    ...(refused.length === 0 ? [] : [`${refused.length} refused`]),
  ];
  return `${lines} ${lines === 1 ? 'line' : 'lines'}: ${parts.join(', ')}.`;
}
