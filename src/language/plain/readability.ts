/**
 * The readability formula of each language: a number for a whole text, from the length of its sentences and words.
 * Flow:    measure.ts (counts) → here → judge.ts.
 * Promise: pure arithmetic on counts, as published; never applied to fewer than FORMULA_FROM_WORDS words, because the
 *          formulas were fitted to samples of about a hundred words and swing wildly below some forty.
 * Source:  en: Kincaid, Fishburne, Rogers, Chissom 1975 (grade level). de: Bamberger, Vanecek 1984 (first new Wiener
 *          Sachtextformel, school years 4 to 15). fr: Kandel, Moles 1958 (reading ease 0 to 100). es: Szigriszt Pazos
 *          1993 on the INFLESZ scale of Barrio-Cantalejo and others 2008, after Fernández Huerta 1959 (0 to 100).
 */
export const FORMULA_FROM_WORDS = 40;

export interface Counts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Words of one syllable. */
  readonly short: number;
  /** Words of three syllables or more. */
  readonly manySyllables: number;
  /** Words of more than six letters. */
  readonly manyLetters: number;
}

export interface Formula {
  readonly name: string;
  readonly of: (counts: Counts) => number;
  /** The worst value that still passes. */
  readonly limit: number;
  /** A grade must stay below its limit; an ease must reach it. */
  readonly passes: 'at-most' | 'at-least';
}

const perSentence = ({ words, sentences }: Counts): number => words / sentences;
const perWord = ({ syllables, words }: Counts): number => syllables / words;
const percent = (part: number, { words }: Counts): number => (100 * part) / words;

export const fleschKincaid: Formula = {
  name: 'Flesch-Kincaid grade',
  of: (counts) => 0.39 * perSentence(counts) + 11.8 * perWord(counts) - 15.59,
  limit: 8,
  passes: 'at-most',
};

export const wienerSachtextformel: Formula = {
  name: 'Wiener Sachtextformel',
  of: (counts) =>
    0.1935 * percent(counts.manySyllables, counts) +
    0.1672 * perSentence(counts) +
    0.1297 * percent(counts.manyLetters, counts) -
    0.0327 * percent(counts.short, counts) -
    0.875,
  limit: 9,
  passes: 'at-most',
};

export const kandelMoles: Formula = {
  name: 'Kandel-Moles ease',
  of: (counts) => 207 - 1.015 * perSentence(counts) - 73.6 * perWord(counts),
  limit: 60,
  passes: 'at-least',
};

export const szigrisztPazos: Formula = {
  name: 'Szigriszt-Pazos ease (INFLESZ)',
  of: (counts) => 206.835 - 62.3 * perWord(counts) - perSentence(counts),
  limit: 50,
  passes: 'at-least',
};

export const isReadable = ({ limit, passes }: Formula, value: number): boolean =>
  passes === 'at-most' ? value <= limit : value >= limit;

/** How hard a value is, so that the hardest sentence comes first whichever way the formula counts. */
export const hardness = ({ passes }: Formula, value: number): number => (passes === 'at-most' ? value : -value);
