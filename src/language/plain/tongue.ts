/**
 * What a language needs to be measured, and what a person may be asked to read in it.
 * Flow:    tongues/*.ts → here → judge.ts.
 * Promise: a language without a tongue of its own is measured by the length of its sentences only, and the result says
 *          so.
 * Source:  decision 0005; docs/plain-language.md.
 */
import type { Formula } from './readability.ts';
import type { SentenceEnds } from './sentences.ts';

/** A word that is refused, and what to say instead. */
export interface Unwanted {
  /** A pattern without flags; it is looked for between word borders, in any case. */
  readonly pattern: string;
  /**
   * The plain words, as they may stand in the text; several with `|` between them. An example, where a purpose names
   * none.
   */
  readonly say: string;
  /** How to explain it where it stands, in three words or more; `say`, where that is long enough. */
  readonly meaning?: string;
  /** Found only as it is written, where a capital letter makes another word of it: `der Verantwortliche`. */
  readonly exact?: true;
  /** Beginnings of words that show that the plain meaning stands beside it. */
  readonly plain?: readonly string[];
}

export interface UnwantedWords {
  /** Words of law and of engineering: accepted where their plain meaning stands beside them. */
  readonly legal: readonly Unwanted[];
  /** Stiff words that explain nothing and can always be said otherwise. */
  readonly stiff: readonly Unwanted[];
  /** Purposes that name no purpose. */
  readonly generic: readonly Unwanted[];
}

interface Limits {
  readonly wordsInSentence: number;
  readonly wordsInLabel: number;
  /** Letters of one word, counted between hyphens. */
  readonly lettersInWord: number;
  /** From how many syllables a word is hard. */
  readonly hardFrom: number;
  readonly hardInSentence: number;
  readonly passivesInSentence: number;
}

export interface Tongue extends SentenceEnds {
  readonly language: string;
  readonly syllablesOf: (word: string) => number;
  readonly formula: Formula;
  readonly limits: Limits;
  readonly unwanted: UnwantedWords;
  /** Finds the passive verbs of a sentence. */
  readonly passive: RegExp;
  /** Nouns are capital too, so that a name is told by its brackets only. */
  readonly capitalNouns?: true;
  /** What introduces a plain meaning: `that is`. */
  readonly meaning: readonly string[];
}
