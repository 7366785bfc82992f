/**
 * Spanish for ../en/reasons.ts; what the texts are for is said there.
 * Flow:    ../es.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { reasonMessages as english } from '../en/reasons.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const reasonMessages: Partial<InEveryLanguage<typeof english>> = {};
