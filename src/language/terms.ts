/**
 * Words that a service sends in English only, and what they are called in other languages.
 * Flow:    the catalogue of reasons (`terms`) → here → commands/decision (is anything untranslated?), answers.
 * Promise: a translation that came with the record goes before one of the terms.
 */
import { pickText, type TextMap, type TextOrMap } from './text.ts';

export type Terms = ReadonlyMap<string, TextMap>;

/** The terms by their English words. */
export const termsOf = (terms: readonly TextMap[] | undefined): Terms =>
  new Map((terms ?? []).flatMap((term) => (term.en === undefined ? [] : [[term.en, term]])));

/** The same text in every language known for it. */
export function withTerms(source: TextOrMap, terms: Terms): TextMap {
  const own = typeof source === 'string' ? { en: source } : source;
  return own.en === undefined ? own : { ...terms.get(own.en), ...own };
}

/** The languages in which a text is missing. */
export const languagesMissing = (source: TextOrMap, languages: readonly string[]): readonly string[] =>
  languages.filter((language) => pickText(source, language)?.fallback !== false);
