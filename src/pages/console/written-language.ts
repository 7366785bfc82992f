/**
 * The name of a language under which a text was written: its own where it is one of ours, else its tag.
 * Flow:    pages of notices → here → language.
 * Promise: a language that we do not speak is named by what the publisher wrote.
 * Source:  BCP 47.
 */
import { isLanguage, languageNames } from '../../language/messages/catalogues.ts';

export const nameOfLanguage = (tag: string): string => (isLanguage(tag) ? languageNames[tag] : tag);
