/**
 * English: how it is measured.
 * Flow:    en-words.ts → here → tongues.ts.
 * Promise: limits as in docs/plain-language.md, which says where each comes from.
 * Source:  Kincaid and others 1975; GOV.UK content guidance (sentences of at most 25 words).
 */
import { fleschKincaid } from '../readability.ts';
import { englishSyllables } from '../syllables.ts';
import type { Tongue } from '../tongue.ts';
import { englishUnwanted } from './en-words.ts';

export const english: Tongue = {
  language: 'en',
  syllablesOf: englishSyllables,
  formula: fleschKincaid,
  limits: {
    wordsInSentence: 25,
    wordsInLabel: 12,
    lettersInWord: 18,
    hardFrom: 4,
    hardInSentence: 2,
    passivesInSentence: 2,
  },
  unwanted: englishUnwanted,
  passive:
    /\b(?:am|is|are|was|were|be|been|being)\s+(?:(?:not|never|then|also|only|always|now)\s+)?(?:\w+ed|born|built|done|given|held|kept|known|made|paid|put|read|seen|sent|shown|taken|told|written|drawn|found|sold|used)\b/giu,
  meaning: ['that is', 'that means', 'which means', 'meaning', 'means', 'in other words', 'or simply', 'i.e.'],
  abbreviations: new Set('e.g,i.e,mr,mrs,ms,dr,prof,vs,approx,ltd,cf,jan,feb,aug,sept,oct,nov,dec'.split(',')),
  beforeNumber: new Set(['no', 'nos', 'art', 'sec', 'p', 'pp', 'para', 'mar', 'apr', 'jun', 'jul']),
  afterOrdinal: new Set(),
};
