/**
 * A dated row: one rule of law with the day from which it applies and the place where it can be read.
 * Flow:    every table of this room → here → the rule in force on a day.
 * Promise: a rule MUST NOT apply before its `effectiveFrom` or from its `until` on; later rows replace earlier ones.
 * Source:  docs/law.md 0 (dated row).
 */

/** The UTC calendar day of an instant, for looking up which rule was in force. */
export { dayOf } from '../vocabulary/instant.ts';

/**
 * How the rule was checked: in the text of the law, in notes about it, from memory, or a choice of ours where the law
 * is silent.
 */
export type Certainty = 'law' | 'notes' | 'memory' | 'our-choice';

export interface Dated {
  /** First day in force, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** First day no longer in force. */
  readonly until?: string;
  readonly source: string;
  readonly checked: Certainty;
}

/** Rows of several bodies of law, by their code. */
export type DatedByRegime = Readonly<Record<string, readonly Dated[]>>;

/** Is this row in force on a day? */
export const stands = ({ effectiveFrom, until }: Dated, day: string): boolean =>
  effectiveFrom <= day && (until === undefined || day < until);

/** The newest row in force on a day, or nothing where no rule applies yet or any more. */
export function rowInForce<R extends Dated>(rows: readonly R[] | undefined, day: string): R | undefined {
  let newest: R | undefined;
  for (const row of rows ?? []) {
    if (stands(row, day) && (newest === undefined || newest.effectiveFrom <= row.effectiveFrom)) newest = row;
  }
  return newest;
}
