/**
 * Countries, bodies of law and languages under the names that people know them by.
 * Flow:    answers, pages → here → Intl (names of countries in every language).
 * Promise: a state or province is named by its country and its own letters; a code that nobody knows stays as it is.
 * Source:  ISO 3166; docs/law.md 3.9 (the regimes).
 */
import { localeOf, say } from './say.ts';

const known = new Map<string, Intl.DisplayNames>();

function nameOf(language: string, code: string): string {
  const locale = localeOf(language);
  const names = known.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' });
  known.set(locale, names);
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** `DE` → Germany. */
export const countryWords = (language: string, country: string): string =>
  say(language, 'region.name', { name: nameOf(language, country) });

/** `EU` → European Union, `EU-DE` → Germany, `US-CA` → United States (CA). */
export function regimeWords(language: string, regime: string): string {
  const [wide = '', narrow] = regime.split('-');
  if (narrow === undefined) return countryWords(language, wide === 'UK' ? 'GB' : wide);
  if (wide === 'EU') return countryWords(language, narrow);
  return `${countryWords(language, wide)} (${narrow})`;
}

/** `de` → German, and a tag that means no language stays as it is. */
export function languageWords(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
