/**
 * The measures of a text: how many sentences and words, how long, how hard.
 * Flow:    judge.ts, scripts/plain.ts → sentences.ts, words.ts → here.
 * Promise: pure counts; nothing is judged here. The formula's value is there only where the text is long enough for it.
 * Source:  readability.ts.
 */
import { type Counts, FORMULA_FROM_WORDS } from './readability.ts';
import { type SentenceEnds, sentencesOf } from './sentences.ts';
import type { Tongue } from './tongue.ts';
import { splitWords, type Word } from './words.ts';

export interface MeasuredSentence {
  /** From 1. */
  readonly place: number;
  readonly text: string;
  readonly words: readonly Word[];
}

export interface Measures {
  readonly sentences: number;
  readonly words: number;
  readonly wordsPerSentence: number;
  readonly longestSentence: number;
  /** Share of words that are hard for their syllables, 0 to 1. */
  readonly hardWords: number;
  readonly syllablesPerWord: number;
  readonly readability?: { readonly formula: string; readonly value: number; readonly limit: number };
}

const NO_DOTS: SentenceEnds = { abbreviations: new Set(), beforeNumber: new Set(), afterOrdinal: new Set() };

/** Without a tongue, words are told by spaces only and have no syllables to speak of. */
export const sentencesMeasured = (text: string, tongue: Tongue | undefined): readonly MeasuredSentence[] =>
  sentencesOf(text, tongue ?? NO_DOTS).map((sentence, index) => ({
    place: index + 1,
    text: sentence,
    words: splitWords(sentence, tongue?.syllablesOf ?? (() => 1)),
  }));

export function countsOf(sentences: readonly MeasuredSentence[]): Counts {
  const words = sentences.flatMap((sentence) => sentence.words);
  const number = (holds: (word: Word) => boolean): number => words.filter(holds).length;
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + word.syllables, 0),
    short: number((word) => word.syllables === 1),
    manySyllables: number((word) => word.syllables >= 3),
    manyLetters: number((word) => word.letters > 6),
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

export function measuresOf(sentences: readonly MeasuredSentence[], tongue: Tongue | undefined): Measures {
  const counts = countsOf(sentences);
  const hard = sentences.flatMap(({ words }) =>
    words.filter((word) => word.hardest >= (tongue?.limits.hardFrom ?? Number.POSITIVE_INFINITY)),
  ).length;
  const formula = tongue !== undefined && counts.words >= FORMULA_FROM_WORDS ? tongue.formula : undefined;
  return {
    sentences: counts.sentences,
    words: counts.words,
    wordsPerSentence: rounded(counts.words / Math.max(1, counts.sentences)),
    longestSentence: sentences.reduce((most, { words }) => Math.max(most, words.length), 0),
    hardWords: Math.round((100 * hard) / Math.max(1, counts.words)) / 100,
    syllablesPerWord: Math.round((100 * counts.syllables) / Math.max(1, counts.words)) / 100,
    ...(formula === undefined
      ? {}
      : { readability: { formula: formula.name, value: rounded(formula.of(counts)), limit: formula.limit } }),
  };
}
