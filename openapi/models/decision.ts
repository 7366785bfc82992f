/**
 * An automated decision as the service that made it reports it.
 * Flow:    here → endpoints/decisions.ts; commands/decision records it as given.
 * Promise: nothing is added or invented afterwards; a plain string label is taken as English.
 * Source:  DESIGN 8.1; LAW 4 (level 2).
 */
import { z } from 'zod';
import { aiRoles } from '../../src/vocabulary/ai-system.ts';
import { At, Code, DecisionId, Entry, Key, Label, Subject, SubjectId, Time, UseId } from './basics.ts';

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
const Counterfactual = z.strictObject({ name: Name, label: Label, from: Value, to: Value, outcome: Label, feasible: z.boolean().exactOptional() });
const HumanInvolvement = z.strictObject({ role: Label, qualifies: z.boolean().exactOptional(), whatTheyDid: Label.exactOptional() });

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
  counterfactuals: z.array(Counterfactual).max(100).describe('What different data would have changed; empty where none was recorded.'),
  modelVersion: z.string().min(1).max(100),
  humanInvolvement: HumanInvolvement,
  significance: Label.exactOptional(),
  consequences: Label.exactOptional(),
  futureUse: Label.exactOptional(),
  otherFactors: z.array(Label).max(100).exactOptional(),
  reconstructed: z.boolean().exactOptional().describe('True where the reasons were worked out after the decision, not noted when it was made.'),
  use: UseId.exactOptional().describe('The use this decision rests on.'),
};

export const DecisionBody = z
  .strictObject(decision)
  .meta({ id: 'AutomatedDecisionBody', description: 'One automated decision about one person, with what it was made from.' });

export const DecisionReceipt = z
  .object({
    id: DecisionId,
    subject: SubjectId.nullable().optional(),
    covered: z.boolean().describe('Whether a permission was on record at that moment.'),
    reason: z.string().max(64),
    quality: z.array(z.string().max(100)).max(50).describe('What is missing for a good explanation.'),
    entry: Entry,
  })
  .meta({ id: 'AutomatedDecisionReceipt' });

export const Decision = z
  .object({ id: DecisionId, ...decision, subject: SubjectId.nullable(), at: At, covered: z.boolean(), reason: z.string().max(64), entry: Entry.optional() })
  .meta({ id: 'AutomatedDecision' });
