/**
 * One recorded automated decision as the explanation reads it: the opened payload and its place in the ledger.
 * Flow:    views and ledger (opened) → here → explain.ts.
 * Promise: the members are those of `POST /v1/automated-decisions`, exactly as they were recorded.
 * Source:  docs/design.md 8.1 (automated decision).
 */
import type { AboutDecision, DeclaredFeatures } from '../../evaluation/held-back.ts';
import { type Registry, versionNamed } from '../../evaluation/registry.ts';
import type { DecisionRecorded } from '../../facts/decision.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { ReasonCatalogue } from '../../facts/reason-catalogue.ts';
import { termsOf, withTerms } from '../../language/terms.ts';
import type { TextOrMap } from '../../language/text.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { defined } from '../../vocabulary/defined.ts';

export type RecordedInput = DecisionRecorded['inputs'][number];
export type RecordedFactor = DecisionRecorded['factors'][number];
export type RecordedCounterfactual = DecisionRecorded['counterfactuals'][number];

export interface DecisionRecord {
  readonly id: string;
  readonly log: number;
  readonly index: number;
  /** Padded base64. */
  readonly leafHash: string;
  /** When it was recorded, epoch milliseconds. */
  readonly at: number;
  readonly payload: DecisionRecorded;
  /** The reasons, and what goes in, as they were published when it was made. */
  readonly catalogue?: ReasonCatalogue;
  readonly inputs?: DeclaredFeatures['inputs'];
  /** The entry of the AI system said that its score goes to others. */
  readonly suppliesScore?: boolean;
  /** Every review of it, and what was recorded at the end of each that ended. */
  readonly reviews?: readonly ReviewRow[];
  readonly ends?: Readonly<Record<string, { readonly outcome?: TextOrMap; readonly reasons: string }>>;
}

/** An opened `decision.recorded` fact as the explanation reads it. */
export const decisionRecord = (fact: FactOf<'decision.recorded'>): DecisionRecord => ({
  id: fact.id,
  log: fact.log,
  index: fact.index,
  leafHash: base64(fact.leafHash),
  at: fact.at,
  payload: fact.payload,
});

/** What a decision is said to rest on, for the question what of it a person can change. */
export const declaredAbout = ({ payload, catalogue, inputs }: DecisionRecord): AboutDecision => {
  const terms = termsOf(catalogue?.terms);
  return {
    declared: { ...defined({ reasonCatalogue: catalogue, inputs }) },
    decision: payload,
    spoken: (text) => ({ ...withTerms(text, terms) }),
  };
};

/** With the reasons, and whom the score goes to, as they were published for the version that decided. */
export function withCatalogue(record: DecisionRecord, registry: Registry): DecisionRecord {
  const { aiSystem, aiSystemVersion, decidedAt } = record.payload;
  const then = versionNamed(registry.aiSystems.get(aiSystem), { version: aiSystemVersion, on: Date.parse(decidedAt) });
  const supplied = then?.body.scoreSuppliedTo ?? [];
  return {
    ...record,
    ...(then?.body.reasonCatalogue === undefined ? {} : { catalogue: then.body.reasonCatalogue }),
    ...(then?.body.inputs === undefined ? {} : { inputs: then.body.inputs }),
    ...(supplied.length > 0 ? { suppliesScore: true } : {}),
  };
}
