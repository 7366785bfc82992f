/**
 * The question "may I?" and its answers: check, use, and the batches of both.
 * Flow:    here → endpoints/checks.ts; evaluation gives the answers.
 * Promise: a check never says `recorded: true`; only a use that stands in the ledger does.
 * Source:  docs/design.md 7 and 8.1.
 */
import { z } from 'zod';
import { useModes } from '../../src/vocabulary/ai-system.ts';
import { legalBases } from '../../src/vocabulary/basis.ts';
import { assumptions, obligations } from '../../src/vocabulary/evaluation.ts';
import { reasonCodes } from '../../src/vocabulary/reason.ts';
import { useOutcomes } from '../../src/vocabulary/use.ts';
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

export const CheckBody = z
  .strictObject(question)
  .meta({ id: 'CheckBody', description: 'May this AI system use this data of this person for this purpose?' });
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
    mode: z
      .enum(useModes)
      .exactOptional()
      .describe('`request` (default) asks and records; `report` records what already happened.'),
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
export const UseOutcomeBody = z
  .strictObject({
    outcome: z
      .enum(useOutcomes)
      .describe(
        '`finished`: the model answered. `failed`: it did not. `stopped`: somebody, or the end of the permission.',
      ),
  })
  .meta({ id: 'UseOutcomeBody' });
export const UseOutcomeAnswer = z
  .object({ id: z.string().max(64), use: UseId, outcome: z.enum(useOutcomes), at: At, entry: Entry.optional() })
  .meta({ id: 'UseOutcomeAnswer' });
export const UseBatchBody = z
  .strictObject({
    items: z
      .array(z.unknown().meta({ standsFor: 'UseBody' }))
      .min(1)
      .max(1000),
  })
  .meta({ id: 'UseBatchBody' });

const assumptionCodes = Object.keys(assumptions) as (keyof typeof assumptions)[];
const Basis = z.object({ regime: Regime, basis: z.enum(legalBases).nullable(), reason: z.enum(reasonCodes) });
const Evidence = z.object({
  kind: z.string().max(64),
  id: z.string().max(64),
  at: At,
  entry: z.int().min(0).optional().describe('The index in the ledger.'),
});
const Explanation = z.object({ customer: z.string().max(2000), officer: z.string().max(2000) });

/** What every answer to the question says. */
export const evaluated = {
  subject: SubjectId.nullable().describe('The pseudonym of the person; null where nobody is known.'),
  reason: z.enum(reasonCodes).describe('The stable code of the row that decided.'),
  basis: z.enum(legalBases).nullable(),
  bases: z.array(Basis).max(50).describe('What each body of law says; all must allow.'),
  evidence: z.array(Evidence).max(200).describe('The recorded facts that decided.'),
  obligations: z
    .array(z.object({ type: z.enum(obligations) }))
    .max(20)
    .describe('What comes with an allow.'),
  assumptions: z.array(z.enum(assumptionCodes)).max(20),
  notice: z
    .object({ key: Key, version: z.int().min(1) })
    .nullable()
    .describe('The notice in force for this purpose, or null.'),
  until: At.nullable().describe('The earliest moment at which this answer may change by itself, or null.'),
  explanation: Explanation,
};

export const CheckAnswer = z
  .object({
    allowed: z.boolean(),
    recorded: z.literal(false).describe('A check is advice; nothing was recorded.'),
    ...evaluated,
  })
  .meta({ id: 'CheckAnswer' });

export const UseAnswer = z
  .object({
    id: UseId,
    allowed: z
      .boolean()
      .optional()
      .describe('For `request`. Only true together with `recorded: true` is a permission.'),
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
