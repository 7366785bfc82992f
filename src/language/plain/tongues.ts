/**
 * The languages whose texts can be measured.
 * Flow:    tongues/*.ts → here → judge.ts.
 * Promise: a language is added by adding its file here; `de-AT` is measured as German.
 */
import type { Tongue } from './tongue.ts';
import { german } from './tongues/de.ts';
import { english } from './tongues/en.ts';
import { spanish } from './tongues/es.ts';
import { french } from './tongues/fr.ts';

export const tongues: Readonly<Record<string, Tongue>> = { en: english, de: german, fr: french, es: spanish };

export function tongueOf(language: string): Tongue | undefined {
  const base = language.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(tongues, base) ? tongues[base] : undefined;
}
