/**
 * The letter that answers "why?": each automated decision in its four layers, as on the decision page.
 * Flow:    ask-letter.ts (with explanations) → here → pages/requests/letter-page.
 * Promise: the same words as the explanation; it says that nothing was added afterwards only where that is on record.
 * Source:  GDPR 15(1)(h), 22(3); C-203/22; docs/law.md 4.
 */

import { timeOf } from '../../vocabulary/instant.ts';
import type { ExplanationAnswer, Layer2, Layer3, Layer4 } from '../explanation/explanation-answer.ts';
import type { Reader } from '../reader.ts';
import type { AiUseAnswer } from '../use/ai-use-answer.ts';
import { disagree, nameOfRequest } from './disagree.ts';
import type { AnsweredRequest, Letter, LetterSection } from './letter.ts';
import { withoutPermission } from './without-permission.ts';

interface ExplanationLetterMaterial {
  readonly fulfilledAt: number;
  readonly explanations: readonly ExplanationAnswer[];
  /** How many decisions stand, those that are not explained here too; the same as the explanations where left out. */
  readonly decisions?: number;
  readonly answer?: Pick<AiUseAnswer, 'usesWithoutPermission'>;
}

const present = (texts: readonly (string | null)[]): readonly string[] => texts.filter((text) => text !== null);

const withNote = ({ words, note }: Layer2['reasons'][number]): string => (note === null ? words : `${words} ${note}`);

const reasonsOf = (layer: Layer2, reader: Reader): readonly LetterSection[] => [
  { title: layer.lead, list: layer.reasons.map(withNote), paragraphs: present([layer.words, layer.method]) },
  { title: reader.say('explanation.counterfactual.lead'), paragraphs: [layer.counterfactualWords] },
  ...(layer.aggregate === null
    ? []
    : [
        {
          title: layer.aggregate.title,
          paragraphs: [layer.aggregate.words],
          list: [...layer.aggregate.outcomes, ...layer.aggregate.factors].map(({ words }) => words),
        },
      ]),
];

const dataOf = ({ dataUsed }: Layer3, reader: Reader): readonly LetterSection[] =>
  dataUsed.length === 0
    ? []
    : [
        {
          title: reader.say('letter.explanation.values'),
          table: {
            head: [
              reader.say('use.decision.data'),
              reader.say('use.decision.value'),
              reader.say('use.decision.source'),
            ],
            rows: dataUsed.map(({ label, value, source }) => [label, value, source ?? '']),
          },
        },
      ];

function depthOf(layer: Layer3, reader: Reader): readonly LetterSection[] {
  const { system, humanInvolvement, otherFactors, significance, consequences, futureUse, output } = layer;
  const follows = present([significance, consequences, futureUse]);
  return [
    ...dataOf(layer, reader),
    {
      title: reader.say('letter.explanation.result'),
      paragraphs: [output?.words ?? reader.say('decision.output.none')],
    },
    ...(system === null
      ? []
      : [
          { title: `${system.name}: ${reader.say('use.fact.benefits')}`, paragraphs: system.benefits },
          { title: `${system.name}: ${reader.say('use.fact.limitations')}`, paragraphs: system.limitations },
        ]),
    {
      title: reader.say('explanation.people'),
      paragraphs: present([humanInvolvement.words, humanInvolvement.whatTheyDid]),
    },
    {
      title: reader.say('explanation.other'),
      paragraphs: otherFactors.length === 0 ? [reader.say('explanation.other.none')] : otherFactors,
    },
    {
      title: reader.say('explanation.follows'),
      paragraphs: follows.length === 0 ? [reader.say('explanation.follows.none')] : follows,
    },
  ];
}

const recordOf = (layer: Layer4, { proof }: ExplanationAnswer, reader: Reader): readonly LetterSection[] => [
  ...(layer.notRecorded.length === 0
    ? []
    : [{ title: reader.say('letter.explanation.missing'), list: layer.notRecorded.map(({ words }) => words) }]),
  {
    title: reader.say('use.decision.permission'),
    paragraphs: [
      layer.permission.words,
      reader.say('letter.explanation.seal', { index: proof.index, size: proof.treeSize }),
      proof.leafHash,
    ],
  },
];

function sectionsOf(explanation: ExplanationAnswer, reader: Reader): readonly LetterSection[] {
  const [first, second, third, fourth] = explanation.layers;
  const lead = present([first.sentence, explanation.effect.words, explanation.reconstructedWords]);
  return [
    { title: `${first.what}: ${first.outcome}`, paragraphs: lead },
    ...reasonsOf(second, reader),
    ...depthOf(third, reader),
    ...recordOf(fourth, explanation, reader),
  ];
}

/** Says plainly that a long list was cut, and where the rest of it is explained. */
function restOf({ explanations, decisions = 0 }: ExplanationLetterMaterial, reader: Reader): readonly LetterSection[] {
  const shown = explanations.length;
  if (decisions <= shown) return [];
  return [
    {
      title: reader.say('letter.explanation.newest', { shown, count: decisions }),
      paragraphs: [reader.say('letter.explanation.rest')],
    },
  ];
}

/** That nothing was added afterwards is said only where every decision shows it. */
function leadOf({ explanations }: ExplanationLetterMaterial) {
  if (explanations.length === 0) return 'letter.explanation.none' as const;
  const isLater = explanations.some(({ reconstructed }) => reconstructed);
  return isLater ? ('letter.explanation.lead-later' as const) : ('letter.explanation.lead' as const);
}

/** Asking for a human is offered where a law of the person gives it for one of these decisions. */
function lookAgain({ explanations }: ExplanationLetterMaterial, reader: Reader): readonly LetterSection[] {
  const title = reader.say('right.human-review.title');
  const isGiven = explanations.some(({ layers }) =>
    layers[2].rights.some(({ right, available }) => right === 'human-review' && available),
  );
  if (!isGiven) return [];
  const links = [{ title, href: '/me/requests/new?kind=human-review' }];
  return [{ title, paragraphs: [reader.say('right.human-review.how')], links }];
}

export const explanationLetter = (
  request: AnsweredRequest,
  material: ExplanationLetterMaterial,
  reader: Reader,
): Letter => ({
  title: reader.say('request.title', { request: nameOfRequest(request.kind, reader) }),
  date: timeOf(material.fulfilledAt),
  lead: reader.say(leadOf(material), { day: reader.date(request.receivedAt) }),
  sections: [
    ...(material.answer === undefined ? [] : withoutPermission(material.answer, reader)),
    ...restOf(material, reader),
    ...material.explanations.flatMap((explanation) => sectionsOf(explanation, reader)),
    ...lookAgain(material, reader),
    disagree(request, reader),
  ],
  languageFallback: reader.fellBack() || material.explanations.some(({ languageFallback }) => languageFallback),
});
