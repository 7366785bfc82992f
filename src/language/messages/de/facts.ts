/**
 * German for ../en/facts.ts; what the texts are for is said there.
 * Flow:    ../de.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { factMessages as english } from '../en/facts.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const factMessages: Partial<InEveryLanguage<typeof english>> = {};
