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
  readonly inBrackets: boolean;
}

const INNER = /[\p{L}\p{N}]/u;

/** What stands before the first letter and behind the last is no part of a word. */
function withoutEdges(token: string): string {
  const from = token.search(INNER);
  if (from < 0) return '';
  let to = token.length;
  while (to > from) {
    const isPair = /[\uDC00-\uDFFF]/.test(token.charAt(to - 1)) && to > 1;
    if (INNER.test(token.slice(isPair ? to - 2 : to - 1, to))) break;
    to -= isPair ? 2 : 1;
  }
  return token.slice(from, to);
}

type Part = Omit<Word, 'inBrackets'>;
const isAddress = (token: string): boolean => token.includes('://') || token.includes('@') || /^www\./i.test(token);

function wordOf(text: string, syllablesOf: (word: string) => number): Part {
  if (isAddress(text) || !/\p{L}/u.test(text)) return { text, syllables: 1, hardest: 1, letters: 1 };
  const parts = text.split(/[^\p{L}\p{M}'’]+/u).filter((part) => part !== '');
  const syllables = parts.map(syllablesOf);
  const letters = parts.map((part) => part.replace(/['’]/g, '').length);
  return {
    text,
    syllables: syllables.reduce((sum, each) => sum + each, 0),
    hardest: syllables.reduce((most, each) => Math.max(most, each), 0),
    letters: letters.reduce((most, each) => Math.max(most, each), 0),
  };
}

/** Whether each token stands in round brackets. */
function bracketed(tokens: readonly string[]): readonly boolean[] {
  let open = false;
  return tokens.map((token) => {
    open = open || token.includes('(');
    const within = open;
    if (token.includes(')')) open = false;
    return within;
  });
}

export function splitWords(sentence: string, syllablesOf: (word: string) => number): readonly Word[] {
  const tokens = sentence.split(/\s+/u).flatMap((token) => (isAddress(token) ? [token] : token.split(/[/|–—]/u)));
  const within = bracketed(tokens);
  return tokens.flatMap((token, index): readonly Word[] => {
    const text = isAddress(token) ? token : withoutEdges(token);
    return /[\p{L}\p{N}]/u.test(text) ? [{ ...wordOf(text, syllablesOf), inBrackets: within[index] === true }] : [];
  });
}
