/**
 * Letters about a request that is still open, was refused, cancelled, or was answered by an officer by hand.
 * Flow:    ask-letter.ts → here → pages/requests/letter-page.
 * Promise: a refusal names its ground and the rule behind it, what was delivered anyway, and the way to disagree.
 * Source:  GDPR 12(3), 12(4); docs/law.md 3.4.
 */
import { clockWords, denialWords } from '../../language/law-words.ts';
import { denialFor } from '../../law/law.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { Reader } from '../reader.ts';
import { disagree, nameOfRequest } from './disagree.ts';
import type { AnsweredRequest, Letter } from './letter.ts';

interface Written extends Pick<Letter, 'lead' | 'sections'> {
  readonly date: number;
}

/** Put together last, because only then it is known whether a text had to fall back to another language. */
const letter = (request: AnsweredRequest, reader: Reader, { date, lead, sections }: Written): Letter => ({
  title: reader.say('request.title', { request: nameOfRequest(request.kind, reader) }),
  date: timeOf(date),
  lead,
  sections,
  languageFallback: reader.fellBack(),
});

/** While the answer is owed: until when, and how that day was found. */
export const openLetter = (request: AnsweredRequest, reader: Reader): Letter =>
  letter(request, reader, {
    date: request.receivedAt,
    lead: reader.say('letter.open.lead', { day: reader.date(request.receivedAt), due: reader.date(request.dueAt) }),
    sections: [
      {
        title: reader.say('letter.open.how-counted'),
        paragraphs: [
          clockWords(reader.language, request.clock.rule, request) ??
            reader.text(request.clock.words) ??
            request.clock.words,
        ],
      },
    ],
  });

export const cancelledLetter = (request: AnsweredRequest, closedAt: number, reader: Reader): Letter =>
  letter(request, reader, { date: closedAt, lead: reader.say('letter.cancelled.lead'), sections: [] });

interface ByHand {
  readonly closedAt: number;
  /** What the officer wrote, paragraph by paragraph. */
  readonly text: string;
}

const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');

export const byHandLetter = (request: AnsweredRequest, { closedAt, text }: ByHand, reader: Reader): Letter =>
  letter(request, reader, {
    date: closedAt,
    lead: reader.say('letter.by-hand.lead', {
      day: reader.date(request.receivedAt),
      request: nameOfRequest(request.kind, reader),
    }),
    sections: [
      { title: nameOfRequest(request.kind, reader), paragraphs: paragraphsOf(text) },
      disagree(request, reader),
    ],
  });

interface Refusal {
  readonly closedAt: number;
  /** A code of the catalogue of denials. */
  readonly code: string;
  /** What the officer added. */
  readonly text?: string;
}

/** The plain reason and the rule behind it; a code that the catalogue no longer has is shown as it was recorded. */
function whyRefused({ code, text }: Refusal, reader: Reader): readonly string[] {
  const denial = denialFor(code);
  const why = denialWords(reader.language, code) ?? reader.text(denial?.reason);
  const rule = reader.say('letter.denied.law', { reference: denial?.source ?? code });
  return [...(why === null ? [] : [why]), ...paragraphsOf(text ?? ''), rule];
}

export const deniedLetter = (request: AnsweredRequest, refusal: Refusal, reader: Reader): Letter =>
  letter(request, reader, {
    date: refusal.closedAt,
    lead: reader.say('letter.denied.lead', {
      day: reader.date(request.receivedAt),
      request: nameOfRequest(request.kind, reader),
    }),
    sections: [
      { title: reader.say('letter.denied.why'), paragraphs: whyRefused(refusal, reader) },
      disagree(request, reader),
    ],
  });
