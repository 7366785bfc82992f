/**
 * French for ../en/rights.ts; what the texts are for is said there.
 * Flow:    ../fr.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { rightMessages as english } from '../en/rights.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const rightMessages: Partial<InEveryLanguage<typeof english>> = {};
