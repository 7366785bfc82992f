/**
 * The languages this service speaks, every one of them complete, under the names their speakers give them.
 * Flow:    say.ts and the language switch of the pages → here → one file per language.
 * Promise: a language is added by adding its file and its line here; nothing else knows the list.
 * Source:  docs/languages.md.
 */
import { de } from './de.ts';
import { en, type MessageKey } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { InEveryLanguage } from './in-every-language.ts';

type Catalogue = InEveryLanguage<Record<MessageKey, string>>;

export const languageNames = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' } as const;

export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as readonly Language[];

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, de, fr, es };

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(catalogues, tag);
