/**
 * What an answer covers, and what it does not: Candor holds only what was reported to it.
 * Flow:    access-letter.ts, erasure-letter.ts → here.
 * Promise: no letter says "everything" about systems that nobody asked here.
 * Source:  GDPR 12(1), 15, 17; decision 0028.
 */
import type { Reader } from '../reader.ts';
import type { LetterSection } from './letter.ts';

export const covers = (reader: Reader): LetterSection => ({
  title: reader.say('letter.covers.title'),
  paragraphs: [reader.say('letter.covers.in'), reader.say('letter.covers.out')],
});
