/**
 * German for ../en/pages.ts; what the texts are for is said there.
 * Flow:    ../de.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { pageMessages as english } from '../en/pages.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const pageMessages: Partial<InEveryLanguage<typeof english>> = {};
