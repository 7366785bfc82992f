/**
 * German: how it is measured.
 * Flow:    de-words.ts → here → tongues.ts.
 * Promise: limits as in docs/plain-language.md, which says where each comes from.
 * Source:  Bamberger, Vanecek 1984; DIN 8581-1:2024 (Einfache Sprache).
 */
import { wienerSachtextformel } from '../readability.ts';
import { germanSyllables } from '../syllables.ts';
import type { Tongue } from '../tongue.ts';
import { germanUnwanted } from './de-words.ts';

const months = [
  'januar',
  'jänner',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];

export const german: Tongue = {
  language: 'de',
  syllablesOf: germanSyllables,
  formula: wienerSachtextformel,
  limits: {
    wordsInSentence: 22,
    wordsInLabel: 12,
    lettersInWord: 22,
    hardFrom: 5,
    hardInSentence: 2,
    passivesInSentence: 2,
  },
  unwanted: germanUnwanted,
  capitalNouns: true,
  passive: /(?<!\p{L})(?:wird|werden|wurden?|worden)(?!\p{L})/giu,
  meaning: ['das heißt', 'heißt', 'bedeutet', 'also', 'nämlich', 'das meint', 'd. h.', 'gemeint ist'],
  abbreviations: new Set(
    'z,b,d,h,u,a,o,s,i,v,m,z.b,d.h,u.a,o.ä,s.o,i.d.r,v.a,bzw,ca,vgl,evtl,ggf,inkl,exkl,str,tel,dr,prof,hr,fr,bspw,geb,gem,jan,feb,apr,aug,sept,okt,nov,dez,mio,mrd'.split(
      ',',
    ),
  ),
  beforeNumber: new Set(['nr', 'art', 'abs', 'max', 'min', 's']),
  afterOrdinal: new Set([
    ...months,
    'tag',
    'mal',
    'jahr',
    'monat',
    'woche',
    'quartal',
    'lebensjahr',
    'stock',
    'klasse',
    'stufe',
    'schritt',
    'teil',
    'kapitel',
    'geburtstag',
  ]),
};
