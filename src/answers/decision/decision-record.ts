/**
 * One recorded automated decision as the explanation reads it: the opened payload and its place in the ledger.
 * Flow:    views and ledger (opened) → here → explain.ts.
 * Promise: the members are those of `POST /v1/automated-decisions`, exactly as they were recorded.
 * Source:  docs/design.md 8.1 (automated decision).
 */
import { type Registry, versionNamed } from '../../evaluation/registry.ts';
import type { DecisionRecorded } from '../../facts/decision.ts';
import type { RecordedFact } from '../../facts/fact.ts';
import type { ReasonCatalogue } from '../../facts/reason-catalogue.ts';
import type { TextOrMap } from '../../language/text.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { base64 } from '../../vocabulary/base64.ts';

export type AiRole = 'sole' | 'main' | 'one-of-several' | 'advisory' | 'none';

export interface RecordedInput {
  readonly name: string;
  readonly label?: TextOrMap;
  readonly value: unknown;
  readonly category: string;
  readonly source?: TextOrMap;
}

export interface RecordedFactor {
  readonly code: string;
  readonly label?: TextOrMap;
  readonly value?: unknown;
  readonly direction: 'for' | 'against';
  readonly weight?: number;
  readonly method?: string;
}

export interface RecordedCounterfactual {
  readonly name: string;
  readonly label?: TextOrMap;
  readonly from: unknown;
  readonly to: unknown;
  readonly outcome: TextOrMap;
  readonly feasible?: boolean;
}

/**
 * What the person's part was; `qualifies` when they could read the result, looked at more, and could change it
 * (docs/law.md 7).
 */
export interface RecordedHumanPart {
  readonly role: TextOrMap;
  readonly qualifies?: boolean;
  readonly whatTheyDid?: TextOrMap;
}

export interface DecisionPayload {
  readonly aiSystem: string;
  readonly aiSystemVersion?: number;
  readonly purpose: string;
  readonly purposeVersion?: number;
  /** RFC 3339. */
  readonly decidedAt: string;
  readonly what: TextOrMap;
  readonly outcome: TextOrMap;
  readonly adverse: boolean;
  readonly aiRole: AiRole;
  readonly output?: { readonly value: unknown; readonly scale?: TextOrMap; readonly rule?: TextOrMap };
  readonly inputs?: readonly RecordedInput[];
  readonly factors?: readonly RecordedFactor[];
  readonly counterfactuals?: readonly RecordedCounterfactual[];
  readonly modelVersion?: string;
  readonly humanInvolvement?: RecordedHumanPart;
  readonly significance?: TextOrMap;
  readonly consequences?: TextOrMap;
  readonly futureUse?: TextOrMap;
  readonly otherFactors?: TextOrMap | readonly TextOrMap[];
  /** The reasons were worked out after the decision. */
  readonly reconstructed?: boolean;
  readonly scoreSuppliedTo?: readonly {
    readonly recipient: string;
    readonly at?: string;
    readonly reliedOnStrongly?: boolean;
  }[];
  readonly covered: boolean;
  readonly reason: string;
}

export interface DecisionRecord {
  readonly id: string;
  readonly log: number;
  readonly index: number;
  /** Padded base64. */
  readonly leafHash: string;
  /** When it was recorded, epoch milliseconds. */
  readonly at: number;
  readonly payload: DecisionPayload;
  /** The reasons as they were published when it was made. */
  readonly catalogue?: ReasonCatalogue;
  /** The entry of the AI system said that its score goes to others. */
  readonly suppliesScore?: boolean;
  /** Every review of it, and what was recorded at the end of each that ended. */
  readonly reviews?: readonly ReviewRow[];
  readonly ends?: Readonly<Record<string, { readonly outcome?: TextOrMap; readonly reasons: string }>>;
}

/** An opened `decision.recorded` fact as the explanation reads it. */
export const decisionRecord = (fact: RecordedFact): DecisionRecord => ({
  id: fact.id,
  log: fact.log,
  index: fact.index,
  leafHash: base64(fact.leafHash),
  at: fact.at,
  payload: fact.payload as unknown as DecisionRecorded,
});

/** With the reasons, and whom the score goes to, as they were published for the version that decided. */
export function withCatalogue(record: DecisionRecord, registry: Registry): DecisionRecord {
  const { aiSystem, aiSystemVersion, decidedAt } = record.payload;
  const then = versionNamed(registry.aiSystems.get(aiSystem), { version: aiSystemVersion, on: Date.parse(decidedAt) });
  const supplied = (then?.body as { readonly scoreSuppliedTo?: unknown } | undefined)?.scoreSuppliedTo;
  return {
    ...record,
    ...(then?.body.reasonCatalogue === undefined ? {} : { catalogue: then.body.reasonCatalogue }),
    ...(Array.isArray(supplied) && supplied.length > 0 ? { suppliesScore: true } : {}),
  };
}
