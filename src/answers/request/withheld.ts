/**
 * An answer that is given in part: what was left out, on which ground, and who can decide about it; and the leaving
 * out.
 * Flow:    fulfilment.ts (with the fact of the fulfilment) → here → the answer, the explanation, the letter, the
 *          package.
 * Promise: what is named is left out everywhere the answer would show it, and nothing else is; no sentence then says
 *          that it was never recorded. Every part left out has its ground, its rule and a way to disagree.
 * Source:  GDPR 12(4), 15(4), 23; C-203/22; docs/law.md 3.4.
 */
import { denialWords } from '../../language/law-words.ts';
import { complaintRoutes, denialFor } from '../../law/law.ts';
import { isWithheldPart, type WithheldPart, type WithheldWish } from '../../vocabulary/withheld.ts';
import type { DecisionAnswer } from '../decision/decision-answer.ts';
import type { CheckedField } from '../explanation/checked-field.ts';
import { checkExplanation } from '../explanation/checklist.ts';
import type { ExplanationAnswer, Layer2, Layer3, Layer4 } from '../explanation/explanation-answer.ts';
import type { HeldRecord } from '../held-data/ask.ts';
import type { Reader } from '../reader.ts';
import type { AiUseAnswer } from '../use/ai-use-answer.ts';
import type { Withheld } from '../use/answer-parts.ts';
import { routeWords } from './disagree.ts';
import type { Letter } from './letter.ts';

/** What the fact of the fulfilment says. */
export interface InPart {
  readonly code: string;
  readonly regimes: readonly string[];
  /** The day of the answer, `YYYY-MM-DD`. */
  readonly day: string;
  /** Empty: the officer named the ground and no part. */
  readonly wishes: readonly WithheldWish[];
}

/** The parts that are left out of one decision. */
const partsOf = ({ wishes }: InPart, decision: string): ReadonlySet<WithheldPart> =>
  new Set(
    wishes.flatMap(({ item, decision: only }) =>
      isWithheldPart(item) && (only === undefined || only === decision) ? [item] : [],
    ),
  );

/** A part of a decision stands in the evidence, too, and evidence with a hole proves nothing. */
export const leavesOutEvidence = ({ wishes }: InPart): boolean => wishes.some(({ item }) => isWithheldPart(item));

const itemWords = (
  { item, decision, words }: WithheldWish,
  decisions: readonly Pick<DecisionAnswer, 'id' | 'what'>[],
  reader: Reader,
): string => {
  if (item === 'other') return words ?? reader.say('withheld.item.part');
  const named = reader.say(`withheld.item.${item}`);
  const what = decisions.find(({ id }) => id === decision)?.what;
  return what === undefined ? named : reader.say('withheld.of', { item: named, what });
};

interface Around {
  readonly decisions: readonly Pick<DecisionAnswer, 'id' | 'what'>[];
  /** True where the answer would have brought the evidence along. */
  readonly evidence: boolean;
}

export function withheldRows(inPart: InPart, { decisions, evidence }: Around, reader: Reader): readonly Withheld[] {
  const denial = denialFor(inPart.code);
  const ways = complaintRoutes(inPart.regimes, inPart.day).map((route) => routeWords(route, reader).words);
  const base = {
    ground: denialWords(reader.language, inPart.code) ?? denial?.reason ?? inPart.code,
    legalRef: denial?.source ?? inPart.code,
    escalation: ways.length === 0 ? reader.say('right.complaint.how') : [...new Set(ways)].join(' '),
  };
  const named = inPart.wishes.map((wish) => itemWords(wish, decisions, reader));
  const items = named.length === 0 ? [reader.say('withheld.item.part')] : named;
  const more = evidence && leavesOutEvidence(inPart) ? [reader.say('withheld.item.evidence')] : [];
  return [...items, ...more].map((item) => ({ item, ...base }));
}

function cutDecision(decision: DecisionAnswer, inPart: InPart, reader: Reader): DecisionAnswer {
  const parts = partsOf(inPart, decision.id);
  const here = reader.say('withheld.here');
  return {
    ...decision,
    ...(parts.has('inputs') ? { inputs: [] } : {}),
    ...(parts.has('factors') ? { factors: [], factorsWords: here, factorsAreApproximate: null } : {}),
    ...(parts.has('counterfactuals') ? { counterfactuals: [], counterfactualsWords: here } : {}),
    ...(parts.has('output') ? { output: null } : {}),
  };
}

export const answerInPart = (answer: AiUseAnswer, inPart: InPart, reader: Reader): AiUseAnswer => ({
  ...answer,
  automatedDecisions: answer.automatedDecisions.map((decision) => cutDecision(decision, inPart, reader)),
  withheld: withheldRows(inPart, { decisions: answer.automatedDecisions, evidence: false }, reader),
});

const cutReasons = (layer: Layer2, parts: ReadonlySet<WithheldPart>, here: string): Layer2 => ({
  ...layer,
  ...(parts.has('factors') ? { reasons: [], words: here, method: null, aggregate: null } : {}),
  ...(parts.has('counterfactuals') ? { counterfactual: null, counterfactualWords: here } : {}),
});

const cutDepth = (layer: Layer3, parts: ReadonlySet<WithheldPart>): Layer3 => ({
  ...layer,
  ...(parts.has('inputs') ? { dataUsed: [] } : {}),
  ...(parts.has('factors') ? { factors: [] } : {}),
  ...(parts.has('output') ? { output: null } : {}),
});

/** The recorded content of a decision without the parts that are left out. */
const withoutParts = <T extends object>(content: T, parts: ReadonlySet<string>): Partial<T> =>
  Object.fromEntries(Object.entries(content).filter(([member]) => !parts.has(member))) as Partial<T>;

/** One entry of the copy: a decision without what is left out of it. */
export function itemInPart<T extends object>(item: T, inPart: InPart): T {
  const { id, kind } = item as { readonly id?: unknown; readonly kind?: unknown };
  return kind === 'decision.recorded' && typeof id === 'string' ? (withoutParts(item, partsOf(inPart, id)) as T) : item;
}

/** The copy of the data, by kind. */
export const dataInPart = (data: HeldRecord, inPart: InPart): HeldRecord =>
  Object.fromEntries(
    Object.entries(data).map(([member, list]) => [
      member,
      Array.isArray(list) ? list.map((item) => itemInPart(item as object, inPart)) : list,
    ]),
  );

const cutRecord = (layer: Layer4, parts: ReadonlySet<WithheldPart>): Layer4 => ({
  ...layer,
  record: withoutParts(layer.record, parts) as Layer4['record'],
  ...(parts.has('counterfactuals') ? { counterfactuals: [] } : {}),
});

export function explanationInPart(explanation: ExplanationAnswer, inPart: InPart, reader: Reader): ExplanationAnswer {
  const parts = partsOf(inPart, explanation.id);
  const [first, second, third, fourth] = explanation.layers;
  const wishes = inPart.wishes.filter(({ decision }) => decision === undefined || decision === explanation.id);
  if (wishes.length === 0 && inPart.wishes.length > 0) return explanation;
  const cut: ExplanationAnswer = {
    ...explanation,
    layers: [
      first,
      cutReasons(second, parts, reader.say('withheld.here')),
      cutDepth(third, parts),
      cutRecord(fourth, parts),
    ],
    withheld: withheldRows({ ...inPart, wishes }, { decisions: [], evidence: false }, reader),
  };
  return fourth.checklist === undefined
    ? cut
    : { ...cut, layers: [cut.layers[0], cut.layers[1], cut.layers[2], checkedAgain(cut, fourth.checklist)] };
}

/** The list of what law asks for judges the answer that is given: what was left out is named, and given no longer. */
function checkedAgain(cut: ExplanationAnswer, before: readonly CheckedField[]): Layer4 {
  const wasGiven = new Set(before.flatMap(({ field, status }) => (status === 'given' ? [field] : [])));
  const checklist = checkExplanation(cut).map((each) =>
    each.status !== 'given' && wasGiven.has(each.field) ? { ...each, status: 'named-as-missing' as const } : each,
  );
  return { ...cut.layers[3], checklist };
}

/** Said before the way to disagree, which ends every letter. */
export function letterInPart(
  letter: Letter,
  { rows, text }: { readonly rows: readonly Withheld[] /** What the officer added. */; readonly text: string },
  reader: Reader,
): Letter {
  const [ground] = rows;
  if (ground === undefined) return letter;
  const section = {
    title: reader.say('withheld.title'),
    paragraphs: [
      ground.ground,
      ...(text === '' ? [] : [text]),
      reader.say('letter.denied.law', { reference: ground.legalRef }),
      ground.escalation,
    ],
    list: rows.map(({ item }) => item),
  };
  return {
    ...letter,
    sections: [...letter.sections.slice(0, -1), section, ...letter.sections.slice(-1)],
    languageFallback: letter.languageFallback || reader.fellBack(),
  };
}
