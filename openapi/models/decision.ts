/**
 * An automated decision as the service that made it reports it, and as it is answered.
 * Flow:    facts/decision.ts → here → endpoints/decisions.ts; commands/decision records it as given.
 * Promise: nothing is added or invented afterwards; a plain string label is taken as English.
 * Source:  docs/design.md 8.1; docs/law.md 4 (level 2); decision 0010.
 */
import { z } from 'zod';
import { decisionIn } from '../../src/facts/decision.ts';
import { At, DecisionId, Entry, HeldBackFor, ReviewId, Subject, SubjectId, Texts } from './basics.ts';
import { AdverseNoticeModel } from './notice.ts';
import { DecisionEffectModel, InvolvementModel } from './review.ts';
import { taken } from './taken.ts';

const HumanPart = InvolvementModel.extend({
  role: Texts,
  whatTheyDid: Texts.optional(),
  by: z.string().max(40).optional(),
  claimed: z.boolean().optional().describe('What the reporting service said of itself; it shows nothing.'),
}).meta({ id: 'HumanPart', description: 'The part of a person in a decision, as recorded facts show it.' });

const decision = { subject: Subject, ...decisionIn(taken) };

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
    adverse: z.boolean().nullable().describe('Whether the outcome is against the person; null where it is held back.'),
    withheld: HeldBackFor.optional(),
    humanInvolvement: HumanPart,
    effect: DecisionEffectModel,
    adverseNotice: AdverseNoticeModel.nullable().optional(),
    subject: SubjectId.nullable(),
    at: At,
    covered: z.boolean(),
    reason: z.string().max(64),
    entry: Entry.optional(),
  })
  .meta({ id: 'AutomatedDecision' });
