/**
 * Is this text plain enough for the people who have to read it, and if not, which sentence, why, and what to do?
 * Flow:    commands/registry, scripts/plain.ts, tests of the catalogues → here → measure.ts, rules.ts, unwanted.ts.
 * Promise: pure; the same text gets the same answer. A text passes exactly where it has no findings. A language without
 *          measures of its own is held to the length of its sentences only, and `measured` says so.
 * Source:  docs/plain-language.md; decision 0005. A score is a floor, not proof: a plain text can still be wrong.
 */
import { findingIn, type TextFinding, wordFinding } from './finding.ts';
import { countsOf, type MeasuredSentence, type Measures, measuresOf, sentencesMeasured } from './measure.ts';
import { FORMULA_FROM_WORDS, type Formula, hardness, isReadable } from './readability.ts';
import { sentenceRules, tooLong, tooLongForLabel } from './rules.ts';
import type { Tongue, Unwanted } from './tongue.ts';
import { tongueOf, tongues } from './tongues.ts';
import { namesNoPurpose, unwantedIn } from './unwanted.ts';

export type { Measure, TextFinding } from './finding.ts';
export type { Measures } from './measure.ts';

/** A `label` is a name or a title; a `text` is made of sentences. */
export const textForms = ['label', 'text'] as const;
export type TextForm = (typeof textForms)[number];

interface PlainSubject {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly form: TextForm;
  /** Staff know the words of law; everything else holds for them too. */
  readonly readers?: 'people' | 'staff';
}

export interface PlainVerdict {
  /** The language whose measures were used. */
  readonly language: string;
  /** False where the language has no measures of its own. */
  readonly measured: boolean;
  readonly plain: boolean;
  readonly measures: Measures;
  readonly findings: readonly TextFinding[];
}

/** The most words of a sentence in a language that has no measures of its own. */
const WORDS_ANYWHERE = 30;

const nearbyOf = (sentences: readonly MeasuredSentence[], index: number): string =>
  sentences
    .slice(Math.max(0, index - 1), index + 2)
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();

function wordsOf(sentences: readonly MeasuredSentence[], tongue: Tongue, legal: boolean): readonly TextFinding[] {
  const explained = new Set<Unwanted>();
  return sentences.flatMap((sentence, index) =>
    unwantedIn({ sentence: sentence.text, nearby: nearbyOf(sentences, index), explained }, tongue, { legal }).map(
      (met) => wordFinding(sentence, met),
    ),
  );
}

const HARDEST = 3;
/** A heading of two words can come to any value. */
const WORDS_TO_COMPARE = 3;

function hardestOf(sentences: readonly MeasuredSentence[], formula: Formula): readonly MeasuredSentence[] {
  const hardOf = (sentence: MeasuredSentence): number => hardness(formula, formula.of(countsOf([sentence])));
  const whole = sentences.filter(({ words }) => words.length >= WORDS_TO_COMPARE);
  return [...(whole.length === 0 ? sentences : whole)]
    .sort((one, other) => hardOf(other) - hardOf(one))
    .slice(0, HARDEST);
}

/** The text as a whole is too hard: told by the sentences that make it so. */
function tooHard(sentences: readonly MeasuredSentence[], formula: Formula): readonly TextFinding[] {
  const counts = countsOf(sentences);
  const whole = formula.of(counts);
  if (counts.words < FORMULA_FROM_WORDS || isReadable(formula, whole)) return [];
  return hardestOf(sentences, formula).map((sentence, rank) => {
    const value = Math.round(whole * 10) / 10;
    const bound = `${formula.limit} is the ${formula.passes === 'at-most' ? 'most' : 'least'}`;
    const why = `The whole text comes to ${value} by ${formula.name}; ${bound}. This sentence ${rank === 0 ? 'weighs most' : 'is one of the hardest'}.`;
    const long = [...sentence.words].sort((one, other) => other.syllables - one.syllables).slice(0, 3);
    const fix = `Shorten it, and say these words more simply: ${long.map(({ text }) => `“${text}”`).join(', ')}.`;
    return findingIn(sentence, { measure: 'readability', value, limit: formula.limit, why, fix });
  });
}

function findingsIn(
  sentences: readonly MeasuredSentence[],
  tongue: Tongue,
  { form, readers }: PlainSubject,
): readonly TextFinding[] {
  const { wordsInLabel, wordsInSentence } = tongue.limits;
  const lengths = sentences.flatMap((sentence) =>
    form === 'label' ? tooLongForLabel(sentence, wordsInLabel) : tooLong(sentence, wordsInSentence),
  );
  const rules = sentences.flatMap((sentence) => sentenceRules(sentence, tongue));
  const whole = form === 'label' ? [] : tooHard(sentences, tongue.formula);
  return [...lengths, ...wordsOf(sentences, tongue, readers !== 'staff'), ...rules, ...whole];
}

export function judgePlain(text: string, about: PlainSubject): PlainVerdict {
  const tongue = tongueOf(about.language);
  const sentences = sentencesMeasured(text, tongue);
  const found =
    tongue === undefined
      ? sentences.flatMap((sentence) => tooLong(sentence, WORDS_ANYWHERE))
      : findingsIn(sentences, tongue, about);
  const findings = [...found].sort((one, other) => one.place - other.place);
  return {
    language: tongue?.language ?? about.language,
    measured: tongue !== undefined,
    plain: findings.length === 0,
    measures: measuresOf(sentences, tongue),
    findings,
  };
}

/** Does a text in any language we know name a purpose that is none? */
export const isGenericPurpose = (text: string): boolean =>
  Object.values(tongues).some((tongue) => namesNoPurpose(text, tongue));
