/**
 * How the verifier says that something is wrong: a value for a reader that fails, a list of places for a check that
 * goes on.
 * Flow:    every file of this folder → here → report.
 * Promise: a finding always names its place, so that a person can look at exactly that part.
 */

/** What a reader returns in place of a value that it cannot accept. */
export interface Wrong {
  readonly wrong: string;
}

export const wrong = (what: string): Wrong => ({ wrong: what });

export const isWrong = (value: unknown): value is Wrong =>
  typeof value === 'object' && value !== null && 'wrong' in value;

/** One thing that is wrong and where it stands. */
export interface Finding {
  readonly place: string;
  readonly what: string;
}

/** Collects findings; checks go on after the first so that the report shows the whole damage. */
export interface Findings {
  readonly list: Finding[];
  add(place: string, what: string): void;
}

export function findings(): Findings {
  const list: Finding[] = [];
  return { list, add: (place, what) => void list.push({ place, what }) };
}
