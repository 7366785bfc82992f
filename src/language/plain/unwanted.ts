/**
 * Finds the words of a sentence that people should not have to look up.
 * Flow:    judge.ts → here.
 * Promise: a word of law is accepted where its plain meaning stands beside it, and from then on in the same text; stiff
 *          words and purposes that name none are accepted nowhere.
 * Source:  docs/plain-language.md (words of law); docs/law.md 10.9.
 */
import type { Tongue, Unwanted } from './tongue.ts';

export interface UnwantedWord {
  readonly kind: 'legal-word' | 'stiff-word' | 'generic-purpose';
  /** As it stands in the text. */
  readonly word: string;
  readonly say: string;
  /** It may be kept where this is said beside it. */
  readonly meaning?: string;
}

const patterns = new WeakMap<Unwanted, RegExp>();
function patternOf(unwanted: Unwanted): RegExp {
  const known = patterns.get(unwanted);
  if (known !== undefined) return known;
  const made = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${unwanted.pattern})(?![\p{L}\p{N}])`,
    unwanted.exact === true ? 'u' : 'iu',
  );
  patterns.set(unwanted, made);
  return made;
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * Three words make a meaning: `(anything done with data)`, `: we guess things`, `… what we do with data (processing)`.
 */
function isExplainedAt(
  sentence: string,
  at: { readonly from: number; readonly to: number },
  meaning: readonly string[],
): boolean {
  const after = sentence.slice(at.to).replace(/^["”“’»]+/, '');
  const bracket = /^\s*[(–—]([^)–—]*)/.exec(after)?.[1];
  if (bracket !== undefined) return wordCount(bracket) >= 3;
  const spoken = after.replace(/^[\s,:]+/, '').toLowerCase();
  if (after.startsWith(':') || meaning.some((words) => spoken.startsWith(words))) return wordCount(spoken) >= 3;
  return /[(–—]\s*["“„«]?$/.test(sentence.slice(0, at.from)) && wordCount(sentence.slice(0, at.from)) >= 3;
}

interface Surroundings {
  readonly sentence: string;
  /** The sentences before, with and after it, in lower case: where a plain meaning may stand. */
  readonly nearby: string;
  /** Words of law that this text has explained already. */
  readonly explained: Set<Unwanted>;
}

function legalWords({ sentence, nearby, explained }: Surroundings, tongue: Tongue): readonly UnwantedWord[] {
  return tongue.unwanted.legal.flatMap((unwanted): readonly UnwantedWord[] => {
    if (explained.has(unwanted)) return [];
    const found = patternOf(unwanted).exec(sentence);
    if (found === null) return [];
    const at = { from: found.index, to: found.index + found[0].length };
    const beside = nearby.replaceAll(found[0].toLowerCase(), ' ');
    if (isExplainedAt(sentence, at, tongue.meaning) || (unwanted.plain ?? []).some((plain) => beside.includes(plain))) {
      explained.add(unwanted);
      return [];
    }
    return [{ kind: 'legal-word', word: found[0], say: unwanted.say, meaning: unwanted.meaning ?? unwanted.say }];
  });
}

const never = (
  sentence: string,
  kind: 'stiff-word' | 'generic-purpose',
  list: readonly Unwanted[],
): readonly UnwantedWord[] =>
  list.flatMap((unwanted): readonly UnwantedWord[] => {
    const word = patternOf(unwanted).exec(sentence)?.[0];
    return word === undefined ? [] : [{ kind, word, say: unwanted.say }];
  });

/** `legal: false` for texts that only staff read, who know these words. */
export function unwantedIn(
  around: Surroundings,
  tongue: Tongue,
  { legal }: { readonly legal: boolean },
): readonly UnwantedWord[] {
  return [
    ...(legal ? legalWords(around, tongue) : []),
    ...never(around.sentence, 'stiff-word', tongue.unwanted.stiff),
    ...never(around.sentence, 'generic-purpose', tongue.unwanted.generic),
  ];
}

/** Words such as "to improve our services" name no purpose, whatever else the text does well. */
export const namesNoPurpose = (text: string, tongue: Tongue): boolean =>
  never(text, 'generic-purpose', tongue.unwanted.generic).length > 0;
