/**
 * Picks one language out of a published text, which is a map from language tag to string.
 * Flow:    answers, pages → here.
 * Promise: a missing language falls back to English, then to whatever there is, and says so.
 * Source:  docs/design.md 8.1.
 */
import { fellBackTo } from './elsewhere.ts';

export type TextMap = Readonly<Record<string, string>>;
/** Labels may be plain strings, taken as English. */
export type TextOrMap = string | TextMap;

interface Picked {
  readonly text: string;
  readonly language: string;
  readonly fallback: boolean;
}

const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

function tagFor(map: TextMap, language: string): string | undefined {
  const tags = Object.keys(map);
  const exact = tags.find((tag) => tag.toLowerCase() === language.toLowerCase());
  return exact ?? tags.find((tag) => base(tag) === base(language));
}

/** The text in this language, or the best there is; nothing where nothing was published. */
export function pickText(source: TextOrMap | undefined, language: string): Picked | undefined {
  if (source === undefined) return undefined;
  const map = typeof source === 'string' ? { en: source } : source;
  const wanted = tagFor(map, language);
  const tag = wanted ?? tagFor(map, 'en') ?? Object.keys(map)[0];
  const text = tag === undefined ? undefined : map[tag];
  if (tag === undefined || text === undefined) return undefined;
  if (wanted === undefined) fellBackTo(tag, text);
  return { text, language: tag, fallback: wanted === undefined };
}
