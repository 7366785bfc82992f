/**
 * What one sentence is held to, apart from its words of law: its length, its hard and long words, its passives.
 * Flow:    judge.ts → here → finding.ts.
 * Promise: the fix names the place to cut or the words to replace.
 * Source:  decision 0005.
 */
import { findingIn, type TextFinding } from './finding.ts';
import type { MeasuredSentence } from './measure.ts';
import type { Tongue } from './tongue.ts';
import type { Word } from './words.ts';

/** Where a writer would cut: after the comma, semicolon, colon or dash nearest to the middle. */
function cutOf({ text }: MeasuredSentence): string {
  const marks = [...text.matchAll(/[,;:–—](?=\s)/gu)]
    .map(({ index }) => index)
    .filter((index) => index > text.length / 5 && index < text.length * 0.85);
  const middle = text.length / 2;
  const best = marks.reduce<number | undefined>(
    (near, mark) => (near === undefined || Math.abs(mark - middle) < Math.abs(near - middle) ? mark : near),
    undefined,
  );
  if (best === undefined) return 'Make two or three sentences of it, one thought each.';
  const before = text.slice(0, best).split(/\s+/).slice(-4).join(' ');
  return `Make two sentences of it, for example by a full stop after “${before}”.`;
}

const firstOf = (words: readonly Word[]): readonly string[] => [...new Set(words.map(({ text }) => text))].slice(0, 5);
const list = (words: readonly Word[]): string =>
  firstOf(words)
    .map((text) => `“${text}”`)
    .join(', ');

export function tooLong(sentence: MeasuredSentence, limit: number): readonly TextFinding[] {
  const value = sentence.words.length;
  if (value <= limit) return [];
  return [
    findingIn(sentence, {
      measure: 'long-sentence',
      value,
      limit,
      why: `This sentence has ${value} words; ${limit} are the most that is read in one go.`,
      fix: cutOf(sentence),
    }),
  ];
}

export function tooLongForLabel(sentence: MeasuredSentence, limit: number): readonly TextFinding[] {
  const value = sentence.words.length;
  if (value <= limit) return [];
  const fix = 'Keep what tells it from others, and say the rest in the text below it.';
  return [
    findingIn(sentence, {
      measure: 'long-label',
      value,
      limit,
      why: `A name or title of ${value} words is not taken in at a glance; ${limit} are the most.`,
      fix,
    }),
  ];
}

/** A name cannot be said more simply. Where most words are capital in a language of few capitals, they are no names. */
function ordinaryWords({ words }: MeasuredSentence, { capitalNouns }: Tongue): readonly Word[] {
  const isCapital = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);
  if (capitalNouns === true) return words.filter((word) => !(isCapital(word) && word.inBrackets));
  if (words.filter(isCapital).length * 2 > words.length) return words;
  return words.filter((word, index) => !isCapital(word) || index === 0);
}

function hardWords(sentence: MeasuredSentence, tongue: Tongue): readonly TextFinding[] {
  const { hardFrom, hardInSentence: limit } = tongue.limits;
  const hard = ordinaryWords(sentence, tongue).filter((word) => word.hardest >= hardFrom);
  if (hard.length <= limit) return [];
  const why = `This sentence has ${hard.length} words of ${hardFrom} syllables or more; ${limit} are the most.`;
  return [
    findingIn(sentence, {
      measure: 'hard-words',
      value: hard.length,
      limit,
      why,
      words: firstOf(hard),
      fix: `Say some of these more simply, or in a sentence of their own: ${list(hard)}.`,
    }),
  ];
}

const longWords = (
  sentence: MeasuredSentence,
  tongue: Tongue,
  limit = tongue.limits.lettersInWord,
): readonly TextFinding[] =>
  ordinaryWords(sentence, tongue)
    .filter(({ letters }) => letters > limit)
    .map(({ text, letters }) =>
      findingIn(sentence, {
        measure: 'long-word',
        value: letters,
        limit,
        words: [text],
        why: `“${text}” has ${letters} letters in one piece; ${limit} are the most.`,
        fix: `Say “${text}” in several words, or part it with a hyphen.`,
      }),
    );

function passiveChain(sentence: MeasuredSentence, tongue: Tongue): readonly TextFinding[] {
  const limit = tongue.limits.passivesInSentence;
  const passives = sentence.text.match(tongue.passive) ?? [];
  if (passives.length <= limit) return [];
  const why = `This sentence says ${passives.length} times that something is done, and never by whom; ${limit} times are the most.`;
  const words = [...new Set(passives)].slice(0, 3);
  const fix = `Say who does it: ${words.map((each) => `“${each}”`).join(', ')}.`;
  return [findingIn(sentence, { measure: 'passive-chain', value: passives.length, limit, why, fix, words })];
}

export const sentenceRules = (sentence: MeasuredSentence, tongue: Tongue): readonly TextFinding[] => [
  ...hardWords(sentence, tongue),
  ...longWords(sentence, tongue),
  ...passiveChain(sentence, tongue),
];
