/**
 * The reader of an answer: picks published texts in their language and remembers whether any had to fall back.
 * Flow:    answers → here → language.
 * Promise: `fellBack` is true as soon as one text was shown in another language than the one asked for.
 * Source:  docs/design.md 8.1 (`languageFallback`).
 */
import { categoryLabel, isLabelled } from '../language/categories.ts';
import { dateWords } from '../language/dates.ts';
import { type MessageKey, say, speaks, type Values } from '../language/say.ts';
import { type Terms, withTerms } from '../language/terms.ts';
import { pickText, type TextOrMap } from '../language/text.ts';

/** For whom an answer is: the person it is about, or staff. */
export type Audience = 'person' | 'officer';

export interface Reader {
  readonly language: string;
  readonly timeZone: string;
  say(key: MessageKey, values?: Values): string;
  /** A published text, or null where nothing was published. */
  text(source: TextOrMap | undefined): string | null;
  /** One published text or several, as a list. */
  texts(source: TextOrMap | readonly TextOrMap[] | undefined): readonly string[];
  /** A recorded value in words of the reader where they are known, else exactly as it stands. */
  word(value: string): string;
  /** A label for a kind of data; one that we have no word for is shown as its own, which is English. */
  category(code: string): string;
  date(instant: number): string;
  fellBack(): boolean;
}

const isList = (source: TextOrMap | readonly TextOrMap[]): source is readonly TextOrMap[] => Array.isArray(source);

/** One published text or several, each read as one is. */
const listedBy =
  (text: Reader['text']): Reader['texts'] =>
  (source) =>
    source === undefined ? [] : (isList(source) ? source : [source]).flatMap((one) => text(one) ?? []);

export function readerOf(language: string, timeZone: string, audience: Audience = 'person'): Reader {
  const spoken = speaks(language);
  let fallback = spoken.fallback;
  const text = (source: TextOrMap | undefined): string | null => {
    const picked = pickText(source, language);
    if (picked?.fallback) fallback = true;
    return picked?.text ?? null;
  };
  return {
    language,
    timeZone,
    say: (key, values) => say(language, key, values),
    text,
    texts: listedBy(text),
    word: (value) => value,
    category: (code) => {
      if (!isLabelled(code) && spoken.language !== 'en') fallback = true;
      return categoryLabel(language, code, audience);
    },
    date: (instant) => dateWords(language, instant, timeZone),
    fellBack: () => fallback,
  };
}

/** The same reader, who also knows what a company calls in other languages what its services say in English only. */
export function knowing(reader: Reader, terms: Terms): Reader {
  if (terms.size === 0) return reader;
  const text = (source: TextOrMap | undefined): string | null =>
    reader.text(source === undefined ? undefined : withTerms(source, terms));
  return {
    ...reader,
    text,
    texts: listedBy(text),
    word: (value) => pickText(terms.get(value), reader.language)?.text ?? value,
  };
}
