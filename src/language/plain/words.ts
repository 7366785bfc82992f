/**
 * The words of a sentence, each with its syllables and letters.
 * Flow:    measure.ts → here.
 * Promise: what stands between two spaces is one word, whatever hyphens are in it; numbers and addresses are words that
 *          are neither long nor hard.
 */
export interface Word {
  readonly text: string;
  readonly syllables: number;
  /** Of its longest part between hyphens, because a hyphen makes a long word readable. */
  readonly hardest: number;
  readonly letters: number;
}

const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const isAddress = (token: string): boolean => token.includes('://') || token.includes('@') || /^www\./i.test(token);

function wordOf(text: string, syllablesOf: (word: string) => number): Word {
  if (isAddress(text) || !/\p{L}/u.test(text)) return { text, syllables: 1, hardest: 1, letters: 1 };
  const parts = text.split(/[^\p{L}\p{M}'’]+/u).filter((part) => part !== '');
  const syllables = parts.map(syllablesOf);
  const letters = parts.map((part) => part.replace(/['’]/g, '').length);
  return { text, syllables: syllables.reduce((sum, each) => sum + each, 0), hardest: Math.max(...syllables), letters: Math.max(...letters) };
}

export const wordsOf = (sentence: string, syllablesOf: (word: string) => number): readonly Word[] =>
  sentence
    .split(/\s+/u)
    .flatMap((token) => (isAddress(token) ? [token] : token.split(/[/|–—]/u)))
    .map((token) => (isAddress(token) ? token : token.replace(EDGE, '')))
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
    .map((token) => wordOf(token, syllablesOf));
