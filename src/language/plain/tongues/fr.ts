/**
 * French: how it is measured.
 * Flow:    fr-words.ts → here → tongues.ts.
 * Promise: limits as in docs/plain-language.md, which says where each comes from.
 * Source:  Kandel, Moles 1958.
 */
import { kandelMoles } from '../readability.ts';
import { frenchSyllables } from '../syllables.ts';
import type { Tongue } from '../tongue.ts';
import { frenchUnwanted } from './fr-words.ts';

export const french: Tongue = {
  language: 'fr',
  syllablesOf: frenchSyllables,
  formula: kandelMoles,
  limits: {
    wordsInSentence: 28,
    wordsInLabel: 15,
    lettersInWord: 20,
    hardFrom: 5,
    hardInSentence: 2,
    passivesInSentence: 2,
  },
  unwanted: frenchUnwanted,
  passive:
    /(?<!\p{L})(?:est|sont|était|étaient|sera|seront|été|être|soit|soient)\s+(?:(?:pas|plus|aussi|alors|ensuite)\s+)?(?:\p{L}+ée?s?|(?:trans|sou|per|ad)?mise?s?|(?:com|ap|sur)?prise?s?|faite?s?|écrite?s?|dite?s?|lue?s?|vue?s?|rendue?s?|reçue?s?)(?!\p{L})/giu,
  meaning: ["c'est-à-dire", 'c’est-à-dire', 'autrement dit', 'signifie', 'veut dire', 'à savoir', 'soit'],
  abbreviations: new Set(
    'm,mm,mme,mmes,mlle,dr,pr,p,ex,p.ex,cf,env,tél,av,bd,janv,févr,juil,sept,oct,nov,déc'.split(','),
  ),
  beforeNumber: new Set(['art', 'n', 'no', 'nos']),
  afterOrdinal: new Set(),
};
