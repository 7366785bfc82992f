/**
 * Explains one automated decision from what was recorded when it was made.
 * Flow:    assemble.ts, the explanation letter, the decision page → here → language.
 * Promise: only recorded values, in the order of their weight; what was not recorded is named; an approximation is
 *          called one. Weights and methods are shown to officers only.
 * Source:  docs/law.md 4 level 2; decision 0008.
 */
import { heldBack } from '../../evaluation/held-back.ts';
import { reasonSentence } from '../../language/reasons.ts';
import { termsOf } from '../../language/terms.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isHeldBack } from '../own-view/tells.ts';
import { knowing, type Reader } from '../reader.ts';
import type { Withheld } from '../use/answer-parts.ts';
import { allTags, decisionMembers, type Law } from '../use/required.ts';
import { decisionRights, lawOfTags } from '../use/rights.ts';
import { aboutOne, type RightsContext } from '../use/rights-context.ts';
import type { CounterfactualAnswer, DecisionAnswer, InputAnswer } from './decision-answer.ts';
import {
  type DecisionRecord,
  declaredAbout,
  type RecordedCounterfactual,
  type RecordedInput,
} from './decision-record.ts';
import { factorsOf } from './factors.ts';
import { humanPartOf } from './human-part.ts';
import { notRecorded } from './not-recorded.ts';
import { showEffect } from './show-effect.ts';
import { valueWords } from './values.ts';

export interface ExplainContext {
  readonly reader: Reader;
  readonly law: Law;
  readonly rights: RightsContext;
  readonly audience: 'person' | 'officer';
  /** Published names by key, newest version. */
  readonly nameOf: (what: 'ai-system' | 'purpose' | 'recipient', key: string) => string;
}

function inputOf(input: RecordedInput, { reader }: ExplainContext): InputAnswer {
  return {
    name: input.name,
    label: reader.text(input.label) ?? input.name,
    value: valueWords(reader, input.value),
    category: input.category,
    categoryLabel: reader.category(input.category),
    source: reader.text(input.source),
  };
}

function counterfactualOf(
  record: DecisionRecord,
  recorded: RecordedCounterfactual,
  { reader }: ExplainContext,
): CounterfactualAnswer {
  const label = reader.text(recorded.label) ?? recorded.name;
  const from = valueWords(reader, recorded.from);
  const to = valueWords(reader, recorded.to);
  const outcome = reader.text(recorded.outcome) ?? '';
  const feasible = recorded.feasible ?? null;
  const key = feasible === false ? 'decision.counterfactual-not-feasible' : 'decision.counterfactual';
  const why = heldBack(recorded, declaredAbout(record)) ?? null;
  return {
    name: recorded.name,
    label,
    from,
    to,
    outcome,
    feasible,
    offered: why === null,
    heldBack: why,
    words:
      why === null ? reader.say(key, { label, from, to, outcome }) : reader.say(`decision.held-back.${why}`, { label }),
  };
}

function outputOf({ payload }: DecisionRecord, reader: Reader): DecisionAnswer['output'] {
  const value = valueWords(reader, payload.output.value);
  const scale = reader.text(payload.output.scale);
  const rule = reader.text(payload.output.rule);
  const words = [
    reader.say('decision.output.value', { value }),
    scale === null ? reader.say('decision.output.no-scale') : reader.say('decision.output.scale', { scale }),
    rule === null ? reader.say('decision.output.no-rule') : reader.say('decision.output.rule', { rule }),
  ];
  return { value, scale, rule, words: words.join(' ') };
}

function coveredOf({ payload }: DecisionRecord, { reader, audience }: ExplainContext): DecisionAnswer['covered'] {
  const lead = reader.say(payload.covered ? 'decision.covered' : 'decision.not-covered');
  const why = reasonSentence(reader.language, payload.reason, audience === 'officer' ? 'officer' : 'customer');
  return { covered: payload.covered, reason: payload.reason, words: `${lead} ${why}` };
}

/** What was decided, by whom and when. */
function identityOf(record: DecisionRecord, { reader, nameOf }: ExplainContext) {
  const { payload } = record;
  const what = reader.text(payload.what) ?? '';
  const outcome = reader.text(payload.outcome) ?? '';
  const day = reader.date(Date.parse(payload.decidedAt));
  return {
    id: record.id,
    entry: { log: record.log, index: record.index, leafHash: record.leafHash },
    href: `/me/decisions/${record.id}`,
    explanation: {
      href: `/me/decisions/${record.id}`,
      api: { method: 'GET' as const, href: `/v1/automated-decisions/${record.id}/explanation` },
    },
    aiSystem: {
      key: payload.aiSystem,
      name: nameOf('ai-system', payload.aiSystem),
      version: payload.aiSystemVersion ?? null,
    },
    purpose: {
      key: payload.purpose,
      name: nameOf('purpose', payload.purpose),
      version: payload.purposeVersion ?? null,
    },
    what,
    outcome,
    adverse: isHeldBack(payload) ? null : payload.adverse,
    decidedAt: timeOf(Date.parse(payload.decidedAt)),
    recordedAt: timeOf(record.at),
    headline: reader.say('decision.headline', { what, outcome, day }),
    aiRole: { code: payload.aiRole, words: reader.say(`decision.role.${payload.aiRole}`) },
    modelVersion: payload.modelVersion,
  };
}

/** A score on which another firm draws strongly is itself a decision about the person, so they are told who has it. */
const recipientsOf = (
  { payload }: DecisionRecord,
  { reader, nameOf }: ExplainContext,
): DecisionAnswer['scoreSuppliedTo'] =>
  (payload.scoreSuppliedTo ?? []).map(({ recipient, at, reliedOnStrongly }) => {
    const name = nameOf('recipient', recipient);
    const told = {
      recipient: name,
      dated: at === undefined ? 'no' : 'yes',
      day: at === undefined ? '' : reader.date(Date.parse(at)),
    };
    const words = reader.say('decision.score-supplied', {
      ...told,
      strongly: reliedOnStrongly === true ? 'yes' : 'no',
    });
    return { recipient, name, at: at ?? null, reliedOnStrongly: reliedOnStrongly ?? null, words };
  });

/** How many ways to another result there were; where each was held back, why. */
function changesWords(counterfactuals: readonly CounterfactualAnswer[], reader: Reader): string {
  const count = counterfactuals.filter(({ offered }) => offered).length;
  if (count > 0) return reader.say('decision.counterfactuals.some', { count });
  const why = [...new Set(counterfactuals.map(({ words }) => words))];
  return why.length === 0 ? reader.say('decision.counterfactuals.none') : why.join(' ');
}

/** Why, as far as it was recorded. */
function reasonsOf(record: DecisionRecord, context: ExplainContext) {
  const { payload } = record;
  const { reader } = context;
  const counterfactuals = payload.counterfactuals.map((one) => counterfactualOf(record, one, context));
  return {
    inputs: payload.inputs.map((input) => inputOf(input, context)),
    ...factorsOf(record, reader, context.audience),
    output: isHeldBack(payload) ? null : outputOf(record, reader),
    counterfactuals,
    counterfactualsWords: isHeldBack(payload)
      ? reader.say('console.desk.own-view-first')
      : changesWords(counterfactuals, reader),
    significance: reader.text(payload.significance),
    consequences: reader.text(payload.consequences),
    otherFactors: reader.texts(payload.otherFactors),
    futureUse: reader.text(payload.futureUse),
    scoreSuppliedTo: recipientsOf(record, context),
  };
}

/** What whoever reviews the decision does not see yet, and why. */
const verdictOf = (reader: Reader): Withheld => ({
  item: reader.say('withheld.item.verdict'),
  ground: reader.say('console.desk.own-view-first'),
  legalRef: 'AI Act 14(4)(b)',
  escalation: reader.say('decision.own-view-first'),
});

/** The whole explanation of one decision. */
export function explainDecision(record: DecisionRecord, general: ExplainContext): DecisionAnswer {
  const reader = knowing(general.reader, termsOf(record.catalogue?.terms));
  const context = { ...general, reader };
  const human = humanPartOf(record, reader);
  const rights = aboutOne(context.rights, record.payload);
  return {
    ...identityOf(record, context),
    ...reasonsOf(record, context),
    ...human,
    effect: showEffect(record, reader),
    covered: coveredOf(record, context),
    // What is held back may well have been recorded.
    notRecorded: isHeldBack(record.payload) ? [] : notRecorded(record, reader),
    withheld: isHeldBack(record.payload) ? [verdictOf(reader)] : [],
    rights: decisionRights(record.id, rights),
    languageFallback: reader.fellBack(),
    requiredBy: allTags(decisionMembers, lawOfTags(rights)),
  };
}
