/**
 * An automated decision as the service that made it reports it.
 * Flow:    here → endpoints/decisions.ts; commands/decision records it as given.
 * Promise: nothing is added or invented afterwards; a plain string label is taken as English.
 * Source:  docs/design.md 8.1; docs/law.md 4 (level 2).
 */
import { z } from 'zod';
import { aiRoles } from '../../src/vocabulary/ai-system.ts';
import { At, Code, DecisionId, Entry, Key, Label, ReviewId, Subject, SubjectId, Texts, Time, UseId } from './basics.ts';
import { AdverseNotice } from './notice.ts';
import { Effect, Involvement } from './review.ts';
import { StaffId } from './staff.ts';

const Value = z.union([z.string().max(1000), z.number(), z.boolean()]).describe('As it was used.');
const Name = z.string().min(1).max(100);

const Output = z.strictObject({ value: Value, scale: Label.exactOptional(), rule: Label.exactOptional() });
const Input = z.strictObject({ name: Name, label: Label, value: Value, category: Key, source: Label.exactOptional() });
const Factor = z.strictObject({
  code: Code,
  label: Label,
  value: Value.exactOptional(),
  direction: z.enum(['for', 'against']).describe('For or against what the person wanted.'),
  weight: z.number().exactOptional(),
  method: Code.exactOptional().describe('How the weight was found.'),
});
const Counterfactual = z.strictObject({
  name: Name,
  label: Label,
  from: Value,
  to: Value,
  outcome: Label,
  feasible: z.boolean().exactOptional(),
});
const HumanInvolvement = z.strictObject({
  role: Label,
  qualifies: z
    .boolean()
    .exactOptional()
    .describe('Kept as your word. It counts only where a review on record shows it.'),
  whatTheyDid: Label.exactOptional(),
  by: StaffId.exactOptional().describe('The member of staff who took part; they are not asked to look at it again.'),
});
const HumanPart = Involvement.extend({
  role: Texts,
  whatTheyDid: Texts.optional(),
  by: z.string().max(40).optional(),
  claimed: z.boolean().optional().describe('What the reporting service said of itself; it shows nothing.'),
}).meta({ id: 'HumanPart', description: 'The part of a person in a decision, as recorded facts show it.' });

const decision = {
  subject: Subject,
  aiSystem: Key,
  purpose: Key,
  decidedAt: Time,
  what: Label.describe('What was decided about, for example a loan application.'),
  outcome: Label,
  adverse: z.boolean().describe('Whether the outcome is against the person.'),
  aiRole: z.enum(aiRoles),
  output: Output,
  inputs: z.array(Input).max(500),
  factors: z.array(Factor).max(200).describe('In the order of their weight.'),
  counterfactuals: z
    .array(Counterfactual)
    .max(100)
    .describe('What different data would have changed; empty where none was recorded.'),
  modelVersion: z.string().min(1).max(100),
  humanInvolvement: HumanInvolvement,
  significance: Label.exactOptional(),
  consequences: Label.exactOptional(),
  futureUse: Label.exactOptional(),
  otherFactors: z.array(Label).max(100).exactOptional(),
  reconstructed: z
    .boolean()
    .exactOptional()
    .describe('True where the reasons were worked out after the decision, not noted when it was made.'),
  scoreSuppliedTo: z
    .array(z.strictObject({ recipient: Key, at: Time.exactOptional(), reliedOnStrongly: z.boolean().exactOptional() }))
    .max(100)
    .exactOptional()
    .describe('Firms that were given the result, by the keys of published recipients; the person is told their names.'),
  use: UseId.exactOptional().describe('The use this decision rests on.'),
  replaces: DecisionId.exactOptional().describe('The decision that this one stands in for.'),
  review: ReviewId.exactOptional().describe('The ended review that asked for this decision.'),
};

export const DecisionBody = z.strictObject(decision).meta({
  id: 'AutomatedDecisionBody',
  description: 'One automated decision about one person, with what it was made from.',
});

export const DecisionReceipt = z
  .object({
    id: DecisionId,
    subject: SubjectId.nullable().optional(),
    covered: z.boolean().describe('Whether a permission was on record at that moment.'),
    reason: z.string().max(64),
    quality: z.array(z.string().max(100)).max(50).describe('What is missing for a good explanation.'),
    effect: z
      .object({ state: z.enum(['pending', 'effective']), review: ReviewId.nullable() })
      .optional()
      .describe('`pending`: a person has to look first. Do not act on it; ask again, or follow GET /v1/changes.'),
    adverseNotice: z
      .object({ dueAt: At, message: z.string().max(40).nullable(), state: z.enum(['pending', 'written']) })
      .nullable()
      .optional()
      .describe(
        'Where law wants the person told of an outcome against them: until when, and the message that tells them.',
      ),
    entry: Entry,
  })
  .meta({ id: 'AutomatedDecisionReceipt' });

export const Decision = z
  .object({
    id: DecisionId,
    ...decision,
    humanInvolvement: HumanPart,
    effect: Effect,
    adverseNotice: AdverseNotice.nullable().optional(),
    subject: SubjectId.nullable(),
    at: At,
    covered: z.boolean(),
    reason: z.string().max(64),
    entry: Entry.optional(),
  })
  .meta({ id: 'AutomatedDecision' });
