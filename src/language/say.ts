/**
 * One function that turns a message key and its values into a sentence in the reader's language.
 * Flow:    answers, commands, pages → here → messages (the catalogues).
 * Promise: a language we do not speak MUST fall back to English, and `speaks` says so, so that the answer can say it
 *          too. Everything else may be swapped behind this function.
 * Source:  docs/design.md 8.1 (`languageFallback`); docs/languages.md.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { catalogues, isLanguage, type Language } from './messages/catalogues.ts';
import { en, type MessageKey } from './messages/en.ts';
import { PSEUDO, pseudoMessage } from './messages/pseudo.ts';

export type { MessageKey } from './messages/en.ts';
export type Values = Readonly<Record<string, string | number>>;

/** A piece of a sentence; `strong` pieces are the ones the catalogue marks with `<b>`. */
export interface SentencePart {
  readonly text: string;
  readonly strong: boolean;
}

const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? 'en';

/** The language that answers in this language are really written in, and whether that is a fallback. */
export function speaks(language: string): { readonly language: Language | typeof PSEUDO; readonly fallback: boolean } {
  const base = baseOf(language);
  return isLanguage(base) || base === PSEUDO ? { language: base, fallback: false } : { language: 'en', fallback: true };
}

/**
 * A country or a part of the world in a tag, after the language and the script; everything else in it changes no words
 * of ours.
 */
const region = /^[A-Za-z]{2,8}(?:-[A-Za-z]{4})?-([A-Za-z]{2}|[0-9]{3})(?=-|$)/;
const places = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * How numbers and dates are written: the language we really speak, and the region where a real one is named. Numbers
 * and dates of `en` are written the way most of the world reads English: 3 November 2026. Nothing else of a tag goes
 * on, so that one that Intl throws over breaks no page, and callers who make up tags fill no memory.
 */
export function localeOf(language: string): string {
  const { language: spoken, fallback } = speaks(language);
  if (fallback || spoken === PSEUDO) return 'en-GB';
  const place = region.exec(language)?.[1]?.toUpperCase();
  if (place === undefined || places.of(place) === undefined) return spoken === 'en' ? 'en-GB' : spoken;
  return `${spoken}-${place}`;
}

/** So many are kept compiled; then it begins again. */
const mostCompiled = 20_000;
const compiled = new Map<string, IntlMessageFormat>();

function messageOf(language: string, key: MessageKey): IntlMessageFormat {
  const locale = localeOf(language);
  const { language: spoken } = speaks(language);
  const id = `${spoken} ${locale} ${key}`;
  const known = compiled.get(id);
  if (known !== undefined) return known;
  const made =
    spoken === PSEUDO ? pseudoMessage(en[key], locale) : new IntlMessageFormat(catalogues[spoken][key], locale);
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(id, made);
  return made;
}

const START = '\u0001';
const END = '\u0002';
const marks = { b: (chunks: readonly string[]): string => `${START}${chunks.join('')}${END}` };

/** A code as a selector of ICU messages, which know no hyphen. */
export const selectorOf = (code: string): string => code.replaceAll('-', '_');

/** The sentence for a key. */
export function say(language: string, key: MessageKey, values: Values = {}): string {
  const plain = { ...values, b: (chunks: readonly string[]): string => chunks.join('') };
  return String(messageOf(language, key).format<string>(plain));
}

/** The same sentence in pieces, for a page that sets the marked ones in bold. */
export function sayParts(language: string, key: MessageKey, values: Values = {}): readonly SentencePart[] {
  const text = String(messageOf(language, key).format<string>({ ...values, ...marks }));
  return text
    .split(/(\u0001[^\u0002]*\u0002)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith(START) ? { text: piece.slice(1, -1), strong: true } : { text: piece, strong: false },
    );
}

/** Is this a key of the catalogue? For keys made from codes, which may come from an older record. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);
