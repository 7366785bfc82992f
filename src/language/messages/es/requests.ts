/**
 * Spanish for ../en/requests.ts; what the texts are for is said there.
 * Flow:    ../es.ts → here.
 * Promise: it will hold every key of the English file; until then a missing text is said in English, and the answer says so.
 */
import type { requestMessages as english } from '../en/requests.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const requestMessages: Partial<InEveryLanguage<typeof english>> = {};
