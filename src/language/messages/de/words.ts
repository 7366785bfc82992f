/**
 * German for ../en/words.ts; what the texts are for is said there.
 * Flow:    ../de.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { wordMessages as english } from '../en/words.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const wordMessages: Partial<InEveryLanguage<typeof english>> = {};
