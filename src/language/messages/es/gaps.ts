/**
 * Spanish for ../en/gaps.ts; what the texts are for is said there.
 * Flow:    ../es.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { gapMessages as english } from '../en/gaps.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const gapMessages: Partial<InEveryLanguage<typeof english>> = {};
