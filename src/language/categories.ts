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

export function categoryLabel(language: string, category: string): string {
  const key = `category.${category}`;
  return isMessageKey(key) ? say(language, key) : wordsOfCode(category);
}
