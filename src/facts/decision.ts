/**
 * One automated decision about one person, exactly as the service that made it reported it.
 * Flow:    here → openapi/models/decision.ts (what is taken and answered); commands/decision → here → ledger →
 *          views/decision, answers/decision.
 * Promise: its members are named here and nowhere else; nothing is added, reordered or invented, and what is missing
 *          for a good explanation is named in `quality`.
 * Source:  GDPR 15(1)(h), 22; docs/law.md 4 (level 2); docs/design.md 8.1; decision 0010.
 */
import { z } from 'zod';
import { aiRoles } from '../vocabulary/ai-system.ts';
import { type Forms, RecordedCode, RecordedRegime, RecordedTime, recorded, v1 } from './form.ts';
import { judged } from './use.ts';

const dataName = z.string().min(1).max(100);

const outputIn = ({ label, value }: Forms) =>
  z.strictObject({ value, scale: label.exactOptional(), rule: label.exactOptional() });
/** One value that went in. */
export const inputIn = ({ key, label, value }: Forms) =>
  z.strictObject({ name: dataName, label, value, category: key, source: label.exactOptional() });
const factorIn = ({ code, label, value }: Forms) =>
  z.strictObject({
    code,
    label,
    value: value.exactOptional(),
    direction: z.enum(['for', 'against']).describe('For or against what the person wanted.'),
    weight: z.number().exactOptional(),
    method: code.exactOptional().describe('How the weight was found.'),
    changeable: z.boolean().exactOptional().describe('Whether the person can change it.'),
    protected: z.boolean().exactOptional().describe('Law protects it.'),
  });
const counterfactualIn = ({ label, value }: Forms) =>
  z.strictObject({
    name: dataName,
    label,
    from: value,
    to: value,
    outcome: label,
    feasible: z.boolean().exactOptional(),
  });
const humanPartIn = ({ label, staff }: Forms) =>
  z.strictObject({
    role: label,
    qualifies: z
      .boolean()
      .exactOptional()
      .describe('Kept as your word. It counts only where a review on record shows it.'),
    whatTheyDid: label.exactOptional(),
    by: staff.exactOptional().describe('The member of staff who took part; they are not asked to look at it again.'),
  });
const scoreSuppliedIn = ({ key, time }: Forms) =>
  z.strictObject({ recipient: key, at: time.exactOptional(), reliedOnStrongly: z.boolean().exactOptional() });

/** What a service reports of a decision, without the subject, in the forms of whoever takes or keeps it. */
export const decisionIn = (form: Forms) => ({
  aiSystem: form.key,
  purpose: form.key,
  decidedAt: form.time,
  what: form.label.describe('What was decided about, for example a loan application.'),
  outcome: form.label,
  adverse: z.boolean().describe('Whether the outcome is against the person.'),
  aiRole: z.enum(aiRoles),
  output: outputIn(form),
  inputs: z.array(inputIn(form)).max(500),
  factors: z.array(factorIn(form)).max(200).describe('In the order of their weight.'),
  counterfactuals: z
    .array(counterfactualIn(form))
    .max(100)
    .describe('What different data would have changed; empty where none was recorded.'),
  modelVersion: z.string().min(1).max(100),
  humanInvolvement: humanPartIn(form),
  significance: form.label.exactOptional(),
  consequences: form.label.exactOptional(),
  futureUse: form.label.exactOptional(),
  otherFactors: z.array(form.label).max(100).exactOptional(),
  reconstructed: z
    .boolean()
    .exactOptional()
    .describe('True where the reasons were worked out after the decision, not noted when it was made.'),
  scoreSuppliedTo: z
    .array(scoreSuppliedIn(form))
    .max(100)
    .exactOptional()
    .describe('Firms that were given the result, by the keys of published recipients; the person is told their names.'),
  use: form.use.exactOptional().describe('The use this decision rests on.'),
  replaces: form.decision.exactOptional().describe('The decision that this one stands in for.'),
  review: form.review.exactOptional().describe('The ended review that asked for this decision.'),
});

/** Until when law wants the person told of this outcome, by which rule. */
export const AdverseNoticeOwed = z.strictObject({
  regime: RecordedRegime,
  rule: z.string(),
  source: z.string(),
  dueAt: RecordedTime,
});
export type AdverseNoticeOwed = z.infer<typeof AdverseNoticeOwed>;

export const DecisionRecorded = z.strictObject({
  v: v1,
  ...decisionIn(recorded),
  ...judged,
  covered: z.boolean(),
  quality: z.array(RecordedCode),
  adverseNotice: AdverseNoticeOwed.exactOptional(),
});
export type DecisionRecorded = z.infer<typeof DecisionRecorded>;
export type DecisionReport = Omit<
  DecisionRecorded,
  'v' | keyof typeof judged | 'covered' | 'quality' | 'adverseNotice'
>;
