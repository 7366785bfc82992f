/**
 * Counts what became of the lines, and words why a line was refused.
 * Flow:    recording, sending → here → the report of the import.
 * Promise: a refusal names its line, its code and the way to mend it.
 */
import { type Problem, problems } from '../../src/vocabulary/problems.ts';

/** What became of one line. */
export type LineOutcome =
  | { readonly number: number; readonly what: 'recorded' | 'known' }
  | { readonly number: number; readonly what: 'refused'; readonly code: string; readonly reason: string };

export interface ImportTally {
  readonly lines: number;
  readonly recorded: number;
  /** Recorded before: by an earlier run, or the same state again. */
  readonly known: number;
  readonly refused: { readonly line: number; readonly code: string; readonly reason: string }[];
}

export const emptyTally = (): ImportTally => ({ lines: 0, recorded: 0, known: 0, refused: [] });

export function countOutcome(tally: ImportTally, outcome: LineOutcome): ImportTally {
  const lines = tally.lines + 1;
  if (outcome.what !== 'refused') return { ...tally, lines, [outcome.what]: tally[outcome.what] + 1 };
  const { number, code, reason } = outcome;
  // The list grows in place, because a file can hold a million lines that are all refused.
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

export function describeTally({ lines, recorded, known, refused }: ImportTally): string {
  const parts = [
    `${recorded} recorded`,
    ...(known === 0 ? [] : [`${known} already there`]),
    ...(refused.length === 0 ? [] : [`${refused.length} refused`]),
  ];
  return `${lines} ${lines === 1 ? 'line' : 'lines'}: ${parts.join(', ')}.`;
}
