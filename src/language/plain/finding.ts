/**
 * What the gate says about one sentence: which measure, what it came to, what is allowed, and how to mend it.
 * Flow:    rules.ts, judge.ts → here → commands, scripts, tests.
 * Promise: every finding names its sentence and a next step that the writer can take at once.
 * Source:  decision 0005.
 */

import type { MeasuredSentence } from './measure.ts';
import type { UnwantedWord } from './unwanted.ts';

export type Measure =
  | 'long-sentence'
  | 'long-label'
  | 'hard-words'
  | 'long-word'
  | 'passive-chain'
  | 'legal-word'
  | 'stiff-word'
  | 'generic-purpose'
  | 'readability';

export interface TextFinding {
  readonly measure: Measure;
  /** Which sentence, from 1. */
  readonly place: number;
  readonly sentence: string;
  readonly value: number;
  readonly limit: number;
  /** One sentence: what is wrong. */
  readonly why: string;
  readonly fix: string;
  /** The words that it is about, and what to say in their place, for pages that tell it in another language. */
  readonly words?: readonly string[];
  readonly say?: readonly string[];
}

const LONGEST_QUOTE = 300;
const quoted = (text: string): string =>
  text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`;

interface Found {
  readonly measure: Measure;
  readonly value: number;
  readonly limit: number;
  readonly why: string;
  readonly fix: string;
  readonly words?: readonly string[];
  readonly say?: readonly string[];
}

export const findingIn = ({ place, text }: MeasuredSentence, found: Found): TextFinding => ({
  place,
  sentence: quoted(text),
  ...found,
});

const why: Readonly<Record<UnwantedWord['kind'], (word: string) => string>> = {
  'legal-word': (word) => `“${word}” is a word that people would have to look up.`,
  'stiff-word': (word) => `“${word}” is stiff and says nothing that a plain word does not.`,
  'generic-purpose': (word) => `“${word}” could mean anything, so it names no purpose.`,
};

const either = (words: string): string =>
  words
    .split('|')
    .map((word) => `“${word}”`)
    .join(' or ');

export function wordFinding(sentence: MeasuredSentence, { kind, word, say, meaning }: UnwantedWord): TextFinding {
  const explain = meaning === undefined ? '' : `, or explain it where it stands: “${word} (${meaning})”`;
  const fix =
    kind === 'generic-purpose'
      ? `Say what is done and for whom, for example ${either(say)}.`
      : `Say ${either(say)}${explain}.`;
  const about = { words: [word], say: say.split('|') };
  return findingIn(sentence, { measure: kind, value: 1, limit: 0, why: why[kind](word), fix, ...about });
}
