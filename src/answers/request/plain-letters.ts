/**
 * Letters about a request that is still open, was refused, cancelled, or was answered by an officer by hand.
 * Flow:    ask-letter.ts → here → pages/requests/letter-page.
 * Promise: a refusal names its ground and the rule behind it, what was delivered anyway, and the way to disagree.
 * Source:  GDPR 12(3), 12(4); docs/law.md 3.4.
 */
import type { Rectified } from '../../facts/request.ts';
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

const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');

/** While the answer is owed: until when, how that day was found, and why it is a later one. */
export const openLetter = (request: AnsweredRequest, reader: Reader, whyLater?: string): Letter =>
  letter(request, reader, {
    date: request.receivedAt,
    lead: reader.say('letter.open.lead', { day: reader.date(request.receivedAt), due: reader.date(request.dueAt) }),
    sections: [
      ...(whyLater === undefined
        ? []
        : [{ title: reader.say('request.step.extended'), paragraphs: paragraphsOf(whyLater) }]),
      {
        title: reader.say('letter.open.how-counted'),
        paragraphs: [
          clockWords(reader.language, request.clock.rule, request.moved) ??
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

/** What the request stopped stands in a section of its own; here is that it counts, and what the officer adds. */
export const stoppedLetter = (request: AnsweredRequest, { closedAt, text }: ByHand, reader: Reader): Letter =>
  letter(request, reader, {
    date: closedAt,
    lead: reader.say('letter.stopped.lead', {
      day: reader.date(request.receivedAt),
      request: nameOfRequest(request.kind, reader),
    }),
    sections: [
      ...(text === '' ? [] : [{ title: nameOfRequest(request.kind, reader), paragraphs: paragraphsOf(text) }]),
      disagree(request, reader),
    ],
  });

/** Which value, from what to what, and who else was told: Articles 16 and 19. */
export const rectifiedLetter = (
  request: AnsweredRequest,
  { closedAt, text, rectified }: ByHand & { readonly rectified: readonly Rectified[] },
  reader: Reader,
): Letter =>
  letter(request, reader, {
    date: closedAt,
    lead: reader.say('letter.by-hand.lead', {
      day: reader.date(request.receivedAt),
      request: nameOfRequest(request.kind, reader),
    }),
    sections: [
      {
        title: reader.say('letter.rectified.title'),
        paragraphs: paragraphsOf(text),
        table: {
          head: (['what', 'from', 'to', 'told'] as const).map((column) => reader.say(`letter.rectified.${column}`)),
          rows: rectified.map(({ what, from, to, told }) => [
            what,
            from ?? reader.say('letter.rectified.nothing'),
            to,
            told.length === 0 ? reader.say('letter.rectified.nobody') : told.join(', '),
          ]),
        },
      },
      disagree(request, reader),
    ],
  });

interface Refusal {
  readonly closedAt: number;
  /** What the request had stopped can start again. */
  readonly lifted?: boolean;
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
      ...(refusal.lifted === true
        ? [{ title: reader.say('letter.stopped.lifted-title'), paragraphs: [reader.say('letter.stopped.lifted')] }]
        : []),
      disagree(request, reader),
    ],
  });
