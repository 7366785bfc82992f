/**
 * Spanish for ../en/messages.ts, where it is said what the texts are for.
 * Flow:    ../es.ts → here.
 * Promise: every key of the English file, with the same placeholders; a careful person's words, not word for word.
 */
import type { messageMessages as english } from '../en/messages.ts';
import type { InEveryLanguage } from '../in-every-language.ts';

export const messageMessages: Partial<InEveryLanguage<typeof english>> = {};
