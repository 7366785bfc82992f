/**
 * The languages this service speaks. English is complete; another one may lack keys, which then fall back.
 * Flow:    say.ts → here → one file per language.
 * Promise: a language is added by adding its file here; nothing else knows the list.
 * Source:  ECOSYSTEM 4 (languages).
 */
import { en, type MessageKey } from './en.ts';

export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

export const catalogues: Readonly<Record<string, Catalogue>> = { en };
