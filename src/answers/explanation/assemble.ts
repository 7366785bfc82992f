/**
 * Explains one automated decision in four layers from what was recorded when it was made.
 * Flow:    http (gathers the material) → here → http (JSON), pages, letters.
 * Promise: pure: the same material gives the same explanation; nothing is invented, and what is missing is named.
 * Source:  docs/law.md 4; docs/design.md 8.1; C-203/22.
 */
import { dayOf } from '../../law/law.ts';
import { inPath } from '../../vocabulary/identifier.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { DecisionAnswer } from '../decision/decision-answer.ts';
import type { DecisionRecord } from '../decision/decision-record.ts';
import { type ExplainContext, explainDecision } from '../decision/explain.ts';
import { type Reader, readerOf } from '../reader.ts';
import { rightsContextOf } from '../use/assemble.ts';
import type { AiUseMaterial, PublishedNow } from '../use/material.ts';
import type { Law } from '../use/required.ts';
import { explanationRights } from '../use/rights.ts';
import { aboutOne } from '../use/rights-context.ts';
import { aggregateOf } from './aggregate.ts';
import { checkExplanation } from './checklist.ts';
import type {
  CitedVersion,
  ExplanationAnswer,
  ExplanationProof,
  Layer1,
  Layer3,
  Layer4,
} from './explanation-answer.ts';
import { reasonsLayer } from './reasons.ts';
import { reconstructedOf } from './reconstructed.ts';
import { recordShown } from './record-shown.ts';
import { systemCard } from './system-card.ts';

export interface ExplanationMaterial {
  readonly record: DecisionRecord;
  /** The person, their laws and what is published now. */
  readonly about: AiUseMaterial;
  /** Everything published, as it stood when the decision was made. */
  readonly publishedThen: PublishedNow;
  readonly versions: readonly CitedVersion[];
  /** Every decision about the person in the twelve months before, this one included where it is one of them. */
  readonly ofTwelveMonths: readonly DecisionRecord[];
  readonly proof: Pick<ExplanationProof, 'treeSize' | 'inclusion' | 'checkpoint'>;
}

function contextOf({ about }: ExplanationMaterial, reader: Reader): ExplainContext {
  const law: Law = { regimes: about.regimes, day: dayOf(about.now) };
  const nameOf: ExplainContext['nameOf'] = (what, key) => {
    const { purposes, recipients, systems } = about.published;
    const named = { purpose: purposes, recipient: recipients, 'ai-system': systems }[what];
    return reader.text(named.find((one) => one.key === key)?.body.name) ?? key;
  };
  return {
    reader,
    law,
    rights: rightsContextOf({ ...about, decisionCount: 1 }, reader),
    audience: about.audience,
    nameOf,
  };
}

function sentenceLayer(decision: DecisionAnswer, reader: Reader): Layer1 {
  const { what, outcome, adverse, aiRole, solelyAutomated, decidedAt } = decision;
  const role = aiRole.code as DecisionRecord['payload']['aiRole'];
  const sentence = reader.say(`explanation.sentence.${role}`, {
    what,
    outcome,
    day: reader.date(Date.parse(decidedAt)),
  });
  return {
    layer: 1,
    title: reader.say('explanation.layer.1'),
    sentence,
    what,
    outcome,
    adverse,
    aiRole,
    solelyAutomated,
  };
}

function depthLayer(decision: DecisionAnswer, material: ExplanationMaterial, context: ExplainContext): Layer3 {
  const { reader, law, rights } = context;
  const {
    inputs,
    output,
    factors,
    humanInvolvement,
    otherFactors,
    significance,
    consequences,
    futureUse,
    scoreSuppliedTo,
  } = decision;
  const system = systemCard({
    decision,
    published: material.publishedThen,
    context: { material: material.about, reader, law, rights, months: [] },
  });
  return {
    layer: 3,
    title: reader.say('explanation.layer.3'),
    dataUsed: inputs,
    output,
    factors,
    system,
    humanInvolvement,
    otherFactors,
    otherFactorsWords: otherFactors.length === 0 ? reader.say('explanation.other.none') : null,
    significance,
    consequences,
    futureUse,
    scoreSuppliedTo,
    rights: explanationRights(decision.id, aboutOne(rights, material.record.payload)),
  };
}

function recordLayer(
  decision: DecisionAnswer,
  { record, versions, about }: ExplanationMaterial,
  reader: Reader,
): Layer4 {
  return {
    layer: 4,
    title: reader.say('explanation.layer.4'),
    record: recordShown(record, about.audience),
    counterfactuals: decision.counterfactuals,
    modelVersion: decision.modelVersion,
    versions,
    permission: decision.covered,
    notRecorded: decision.notRecorded,
  };
}

function proofOf({ record, proof, about }: ExplanationMaterial, reader: Reader): ExplanationProof {
  const { log, index, leafHash } = record;
  const base = about.audience === 'officer' ? `/v1/subjects/${inPath(about.subject)}` : '/v1/me';
  const words = reader.say('explanation.proof', { index, size: proof.treeSize });
  return {
    log,
    index,
    leafHash,
    ...proof,
    words,
    evidence: { href: '/me/evidence', api: { method: 'GET', href: `${base}/evidence` } },
  };
}

/** The whole explanation, for officers with the list of what law asks for. */
export function explanationAnswer(material: ExplanationMaterial): ExplanationAnswer {
  const answer = explained(material);
  if (material.about.audience === 'person') return answer;
  const [first, second, third, fourth] = answer.layers;
  return { ...answer, layers: [first, second, third, { ...fourth, checklist: checkExplanation(answer) }] };
}

function explained(material: ExplanationMaterial): ExplanationAnswer {
  const { record, about } = material;
  const reader = readerOf(about.language, about.timeZone, about.audience);
  const context = contextOf(material, reader);
  const decision = explainDecision(record, context);
  const ofTwelveMonths = material.ofTwelveMonths.map((one) => explainDecision(one, context));
  const aggregate = aggregateOf({ reader, regimes: about.regimes, now: about.now, decisions: ofTwelveMonths });
  const { id, href, decidedAt, recordedAt, aiSystem, purpose, factorsAreApproximate, withheld, requiredBy } = decision;
  const layers = [
    sentenceLayer(decision, reader),
    reasonsLayer(decision, aggregate, reader),
    depthLayer(decision, material, context),
    recordLayer(decision, material, reader),
  ] as const;
  return {
    id,
    generatedAt: timeOf(about.now),
    language: about.language,
    regimes: about.regimes,
    href,
    decidedAt,
    recordedAt,
    aiSystem,
    purpose,
    layers,
    effect: decision.effect,
    ...reconstructedOf(record, reader),
    approximation: factorsAreApproximate,
    proof: proofOf(material, reader),
    withheld,
    requiredBy,
    languageFallback: reader.fellBack(),
  };
}
