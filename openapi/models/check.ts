/**
 * The question "may I?" and its answers: check, use, and the batches of both.
 * Flow:    here → endpoints/checks.ts; evaluation gives the answers.
 * Promise: a check never says `recorded: true`; only a use that stands in the ledger does.
 * Source:  DESIGN 7 and 8.1.
 */
import { z } from 'zod';
import { At, Entry, Key, ProblemModel, Regime, Subject, SubjectId, Time, UseId } from './basics.ts';

const Circumstance = z.strictObject({
  regime: Regime.exactOptional().describe('Adds a body of law; never takes one away.'),
  gpc: z.boolean().exactOptional().describe('True when the person sends the Global Privacy Control signal.'),
});
const question = {
  subject: Subject,
  aiSystem: Key,
  purpose: Key,
  dataCategories: z.array(Key).min(1).max(100).exactOptional().describe('Left out: all that the purpose names.'),
  context: Circumstance.exactOptional(),
};

export const CheckBody = z.strictObject(question).meta({ id: 'CheckBody', description: 'May this AI system use this data of this person for this purpose?' });
export const CheckBatchBody = z
  .strictObject({
    items: z
      .array(z.unknown().meta({ standsFor: 'CheckBody' }))
      .min(1)
      .max(1000),
  })
  .meta({ id: 'CheckBatchBody' });

export const UseBody = z
  .strictObject({
    ...question,
    mode: z.enum(['request', 'report']).exactOptional().describe('`request` (default) asks and records; `report` records what already happened.'),
    occurredAt: Time.exactOptional().describe('When it happened; for `report` only.'),
    reference: z.string().min(1).max(200).exactOptional().describe('Your own name for this use.'),
  })
  .superRefine((body, context) => {
    if (body.occurredAt === undefined || body.mode === 'report') return;
    context.addIssue({
      code: 'custom',
      path: ['occurredAt'],
      message: 'Only a report may name an earlier moment.',
      params: { code: 'not-for-this-mode', fix: 'Send mode: "report", or leave occurredAt out.' },
    });
  })
  .meta({ id: 'UseBody' });
export const UseBatchBody = z
  .strictObject({
    items: z
      .array(z.unknown().meta({ standsFor: 'UseBody' }))
      .min(1)
      .max(1000),
  })
  .meta({ id: 'UseBatchBody' });

const Basis = z.object({ regime: Regime, basis: z.string().max(40).nullable(), reason: z.string().max(64) });
const Evidence = z.object({ kind: z.string().max(64), id: z.string().max(64), at: At, entry: z.int().min(0).optional() });
const Obligation = z.object({ type: z.string().max(64) });
const Explanation = z.object({ customer: z.string().max(2000), officer: z.string().max(2000) });

const evaluated = {
  subject: SubjectId.nullable().optional(),
  reason: z.string().max(64).describe('The stable code of the row that decided.'),
  basis: z.string().max(40).nullable(),
  bases: z.array(Basis).max(50),
  evidence: z.array(Evidence).max(200),
  obligations: z.array(Obligation).max(20),
  assumptions: z.array(z.string().max(100)).max(20),
  notice: z.unknown().optional().describe('The notice in force for this purpose, or null.'),
  until: At.nullable().describe('The earliest moment at which this answer may change by itself, or null.'),
  explanation: Explanation,
};

export const CheckAnswer = z
  .object({ allowed: z.boolean(), recorded: z.literal(false).describe('A check is advice; nothing was recorded.'), ...evaluated })
  .meta({ id: 'CheckAnswer' });

export const UseAnswer = z
  .object({
    id: UseId,
    allowed: z.boolean().optional().describe('For `request`. Only true together with `recorded: true` is a permission.'),
    covered: z.boolean().optional().describe('For `report`: whether a permission was on record at that moment.'),
    recorded: z.literal(true),
    ...evaluated,
    entry: Entry,
  })
  .meta({ id: 'UseAnswer' });

export const CheckBatchAnswer = z
  .object({
    results: z
      .array(z.union([CheckAnswer, ProblemModel]))
      .max(1000)
      .describe('In the order of the items.'),
  })
  .meta({ id: 'CheckBatchAnswer' });
export const UseBatchAnswer = z
  .object({
    results: z
      .array(z.union([UseAnswer, ProblemModel]))
      .max(1000)
      .describe('In the order of the items.'),
  })
  .meta({ id: 'UseBatchAnswer' });
