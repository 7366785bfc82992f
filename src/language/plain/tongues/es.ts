/**
 * Spanish: how it is measured.
 * Flow:    es-words.ts → here → tongues.ts.
 * Promise: limits as in docs/plain-language.md, which says where each comes from.
 * Source:  Fernández Huerta 1959; Szigriszt Pazos 1993; Barrio-Cantalejo and others 2008 (INFLESZ).
 */
import { szigrisztPazos } from '../readability.ts';
import { spanishSyllables } from '../syllables.ts';
import type { Tongue } from '../tongue.ts';
import { spanishUnwanted } from './es-words.ts';

export const spanish: Tongue = {
  language: 'es',
  syllablesOf: spanishSyllables,
  formula: szigrisztPazos,
  limits: {
    wordsInSentence: 28,
    wordsInLabel: 15,
    lettersInWord: 20,
    hardFrom: 5,
    hardInSentence: 2,
    passivesInSentence: 2,
  },
  unwanted: spanishUnwanted,
  passive:
    /(?<!\p{L})(?:es|son|fue|fueron|era|eran|será|serán|ser|sido|sea|sean)\s+(?:(?:no|ya|también|luego)\s+)?\p{L}+(?:ad[oa]s?|id[oa]s?|ech[oa]s?|it[oa]s?)(?!\p{L})/giu,
  meaning: ['es decir', 'o sea', 'significa', 'quiere decir', 'esto es', 'en otras palabras'],
  abbreviations: new Set(
    'sr,sra,srta,dr,dra,d,dña,ud,uds,p,ej,p.ej,aprox,tel,av,avda,ee,uu,ee.uu,ene,feb,abr,ago,sept,oct,nov,dic'.split(
      ',',
    ),
  ),
  beforeNumber: new Set(['art', 'n', 'núm', 'pág', 'nos']),
  afterOrdinal: new Set(),
};
