/**
 * A readable label for a data category or another code that came without words.
 * Flow:    answers, pages → here.
 * Promise: a code without a text of its own is shown as its own words, never as a code.
 * Source:  docs/design.md 12 (words).
 */
import { isMessageKey, say } from './say.ts';

/** `credit-history` → `Credit history`. */
export function wordsOfCode(code: string): string {
  const words = code.replace(/[-_.:]+/g, ' ').trim();
  return words === '' ? code : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Do we have a word for this kind of data, in every language? */
export const isLabelled = (category: string): boolean => isMessageKey(`category.${category}`);

/** To the person whose data it is a word may say so ("Your messages"); everybody else reads a name without an owner. */
export function categoryLabel(language: string, category: string, audience: 'person' | 'officer' = 'person'): string {
  const key = `category.${category}`;
  const forOfficers = `${key}.officer`;
  if (audience === 'officer' && isMessageKey(forOfficers)) return say(language, forOfficers);
  return isMessageKey(key) ? say(language, key) : wordsOfCode(category);
}
