/**
 * One thing that an answer must hold, and which law asks for it.
 * Flow:    the lists beside it → here → answer-lists.ts.
 * Promise: a field keeps its name for ever; answers are tagged by it.
 * Source:  docs/law.md 3.5, 3.6.
 */
import type { Certainty, Dated } from '../dated.ts';

export interface ListItem extends Dated {
  /** The member of the answer, in camelCase. */
  readonly field: string;
  readonly regimes: readonly string[];
  /** What it is, for those who write the answer. */
  readonly words: string;
}

interface Under {
  readonly regimes: readonly string[];
  readonly from: string;
  readonly law: string;
  readonly checked?: Certainty;
}

/** Items of one law: field, place inside that law, words. */
export const itemsUnder =
  (under: Under) =>
  (field: string, place: string, words: string): ListItem => ({
    field,
    words,
    regimes: under.regimes,
    effectiveFrom: under.from,
    source: `${under.law} ${place}`.trim(),
    checked: under.checked ?? 'memory',
  });
