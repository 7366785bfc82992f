/**
 * German for ../en/categories.ts; what the texts are for is said there.
 * Flow:    ../de.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { categoryMessages as english } from '../en/categories.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const categoryMessages: Partial<InEveryLanguage<typeof english>> = {};
