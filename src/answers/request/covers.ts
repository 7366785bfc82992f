/**
 * What an answer covers, and what it does not: what was reported to Candor, and the systems that were asked for it.
 * Flow:    access-letter.ts, erasure-letter.ts → here.
 * Promise: no letter says "everything" about systems that nobody asked here; those that were asked are named.
 * Source:  GDPR 12(1), 15, 17; decision 0028; decision 0101.
 */
import { listWords } from '../../language/dates.ts';
import type { Reader } from '../reader.ts';
import type { LetterSection } from './letter.ts';

/** `systems` are the names of the connected systems that answered, or that erased what they had. */
export const covers = (reader: Reader, systems: readonly string[]): LetterSection => ({
  title: reader.say('letter.covers.title'),
  paragraphs: [
    reader.say('letter.covers.in'),
    ...(systems.length === 0
      ? [reader.say('letter.covers.out')]
      : [
          reader.say('letter.covers.systems', { systems: listWords(reader.language, systems) }),
          reader.say('letter.covers.others'),
        ]),
  ],
});
