/**
 * The letter that answers "why?": each automated decision with what was recorded when it was made.
 * Flow:    http/handlers (with explained decisions) → here → pages/requests/letter-page.
 * Promise: the same words as the answer and the decision page; nothing is added afterwards.
 * Source:  GDPR 15(1)(h), 22(3); C-203/22; LAW 4 level 2.
 */
import type { DecisionAnswer } from '../decision/decision-answer.ts';
import type { Reader } from '../reader.ts';
import { disagree, nameOfRequest } from './disagree.ts';
import type { Asked, Letter, LetterSection } from './letter.ts';

export interface ExplanationMaterial {
  readonly fulfilledAt: number;
  readonly decisions: readonly DecisionAnswer[];
}

const inputsOf = (decision: DecisionAnswer, reader: Reader): LetterSection => ({
  title: reader.say('letter.explanation.values'),
  table: {
    head: [reader.say('use.decision.data'), reader.say('use.decision.value'), reader.say('use.decision.source')],
    rows: decision.inputs.map(({ label, value, source }) => [label, value, source ?? '']),
  },
});

function sectionsOf(decision: DecisionAnswer, reader: Reader): readonly LetterSection[] {
  const factors = decision.factors.map(({ words }) => words);
  return [
    { title: decision.headline, paragraphs: [`${decision.aiRole.words} ${decision.humanInvolvement.words}`, decision.covered.words] },
    { title: reader.say('letter.explanation.result'), paragraphs: [decision.output?.words ?? reader.say('decision.output.none')] },
    factors.length === 0
      ? { title: reader.say('letter.explanation.factors'), paragraphs: [reader.say('decision.factors.none')] }
      : { title: reader.say('letter.explanation.factors'), list: factors, paragraphs: decision.factorsWords === null ? [] : [decision.factorsWords] },
    { title: reader.say('letter.explanation.changed'), paragraphs: [decision.counterfactualsWords], list: decision.counterfactuals.map(({ words }) => words) },
    ...(decision.inputs.length === 0 ? [] : [inputsOf(decision, reader)]),
    ...(decision.notRecorded.length === 0 ? [] : [{ title: reader.say('letter.explanation.missing'), list: decision.notRecorded.map(({ words }) => words) }]),
  ];
}

export const explanationLetter = (asked: Asked, { fulfilledAt, decisions }: ExplanationMaterial, reader: Reader): Letter => ({
  title: reader.say('request.title', { request: nameOfRequest(asked.kind, reader) }),
  date: new Date(fulfilledAt).toISOString(),
  lead: reader.say(decisions.length === 0 ? 'letter.explanation.none' : 'letter.explanation.lead', { day: reader.date(asked.receivedAt) }),
  sections: [
    ...decisions.flatMap((decision) => sectionsOf(decision, reader)),
    {
      title: reader.say('right.human-review.title'),
      paragraphs: [reader.say('right.human-review.how')],
      links: [{ title: reader.say('right.human-review.title'), href: '/me/requests/new?kind=human-review' }],
    },
    disagree(asked, reader),
  ],
  languageFallback: reader.fellBack() || decisions.some(({ languageFallback }) => languageFallback),
});
