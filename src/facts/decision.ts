/**
 * One automated decision about one person, exactly as the service that made it reported it.
 * Flow:    commands/decision → here → ledger → views/decision, answers/decision.
 * Promise: nothing is added, reordered or invented; what is missing for a good explanation is named in `quality`.
 * Source:  GDPR 15(1)(h), 22; docs/law.md 4 (level 2); docs/design.md 8.1.
 */
import { z } from 'zod';
import { aiRoles } from '../vocabulary/ai-system.ts';
import { Code, Key, Regime, Texts, Time, Value, v1 } from './form.ts';
import { judged } from './use.ts';

export const Output = z.strictObject({ value: Value, scale: Texts.exactOptional(), rule: Texts.exactOptional() });
export const Input = z.strictObject({
  name: z.string(),
  label: Texts,
  value: Value,
  category: Key,
  source: Texts.exactOptional(),
});
export const Factor = z.strictObject({
  code: Code,
  label: Texts,
  value: Value.exactOptional(),
  direction: z.enum(['for', 'against']),
  weight: z.number().exactOptional(),
  method: Code.exactOptional(),
});
export const Counterfactual = z.strictObject({
  name: z.string(),
  label: Texts,
  from: Value,
  to: Value,
  outcome: Texts,
  feasible: z.boolean().exactOptional(),
});
/** `qualifies` is what the service says of itself; `by` the pseudonym of the member of staff who took part. */
export const HumanInvolvement = z.strictObject({
  role: Texts,
  qualifies: z.boolean().exactOptional(),
  whatTheyDid: Texts.exactOptional(),
  by: z.string().startsWith('act_').exactOptional(),
});

/** A firm that was given the result, and whether it draws strongly on it. */
export const ScoreSupplied = z.strictObject({
  recipient: Key,
  at: Time.exactOptional(),
  reliedOnStrongly: z.boolean().exactOptional(),
});

/** Until when law wants the person told of this outcome, by which rule. */
export const AdverseNoticeOwed = z.strictObject({ regime: Regime, rule: z.string(), source: z.string(), dueAt: Time });
export type AdverseNoticeOwed = z.infer<typeof AdverseNoticeOwed>;

/** What the service reported, without the subject. */
export const reported = {
  aiSystem: Key,
  purpose: Key,
  decidedAt: Time,
  what: Texts,
  outcome: Texts,
  adverse: z.boolean(),
  aiRole: z.enum(aiRoles),
  output: Output,
  inputs: z.array(Input),
  factors: z.array(Factor),
  counterfactuals: z.array(Counterfactual),
  modelVersion: z.string(),
  humanInvolvement: HumanInvolvement,
  significance: Texts.exactOptional(),
  consequences: Texts.exactOptional(),
  futureUse: Texts.exactOptional(),
  otherFactors: z.array(Texts).exactOptional(),
  /** The reasons were worked out after the decision, not noted when it was made. */
  reconstructed: z.boolean().exactOptional(),
  scoreSuppliedTo: z.array(ScoreSupplied).exactOptional(),
  /** The use it rests on. */
  use: z.string().exactOptional(),
  /** The decision that this one stands in for, and the review that asked for it. */
  replaces: z.string().startsWith('dec_').exactOptional(),
  review: z.string().startsWith('rev_').exactOptional(),
};

export const DecisionRecorded = z.strictObject({
  v: v1,
  ...reported,
  ...judged,
  covered: z.boolean(),
  quality: z.array(Code),
  adverseNotice: AdverseNoticeOwed.exactOptional(),
});
export type DecisionRecorded = z.infer<typeof DecisionRecorded>;
export type DecisionReport = Omit<
  DecisionRecorded,
  'v' | keyof typeof judged | 'covered' | 'quality' | 'adverseNotice'
>;
