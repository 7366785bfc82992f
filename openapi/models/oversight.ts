/**
 * Figures of oversight, and what a stop of an AI system touches.
 * Flow:    here → endpoints/oversight.ts; answers/oversight computes them.
 * Promise: rates are shares from 0 to 1, null where there is nothing to divide by.
 * Source:  docs/law.md 7, 8.
 */
import { z } from 'zod';
import { effectStates } from '../../src/vocabulary/review.ts';
import { At, DecisionId, Key, SubjectId, Texts, Time } from './basics.ts';

const Count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const Rate = z.number().min(0).max(1).nullable();
const Amount = z.number().min(0).max(1e15).nullable();

const activity = {
  allowed: Count,
  refused: Count,
  reported: Count,
  uncovered: Count.describe('Reported uses without a permission on record.'),
  decisions: Count,
  adverse: Count,
  refusalRate: Rate.describe('Refused of all that were asked for.'),
  adverseRate: Rate,
};
const concluded = {
  concluded: Count,
  outcomes: z.object({ upheld: Count, changed: Count, withdrawn: Count, 're-run': Count }),
  overrideRate: Rate.describe('Concluded reviews that did not leave the decision as it was.'),
  agreementRate: Rate,
  ownViewAgreementRate: Rate.describe(
    'Views noted before the part of the AI was shown that were to leave the decision as it was.',
  ),
  meaningful: Count.describe('Reviews in which a person really decided: all three limbs are shown.'),
  secondsMedian: Amount.describe('From the first look at the evidence to the conclusion.'),
  waitHoursMedian: Amount,
  waitHoursMost: Amount,
};
const reviews = z.object({
  opened: Count,
  open: Count.describe('Open now.'),
  overdue: Count,
  ...concluded,
  reviewers: z.array(z.object({ reviewer: z.string().max(40).describe('By pseudonym.'), ...concluded })).max(10_000),
});

export const OversightReport = z
  .object({
    from: At,
    to: At,
    generatedAt: At,
    systems: z
      .array(
        z.object({
          aiSystem: Key,
          activity: z.object(activity),
          byMonth: z.array(z.object({ month: z.string().max(7), ...activity })).max(1200),
          reviews,
        }),
      )
      .max(1000),
    total: z.object({ activity: z.object(activity), reviews }),
  })
  .meta({
    id: 'OversightReport',
    description:
      'How people oversee the AI systems: overrides, agreement, time spent, waiting, drift, uses without a permission.',
  });

const WithoutPermission = {
  service: z.string().max(200).nullable().describe('The pseudonym of the service that reported them.'),
  aiSystem: Key,
};
export const WithoutPermissionReport = z
  .object({
    from: At,
    to: At,
    total: Count,
    people: Count,
    groups: z
      .array(
        z.object({
          ...WithoutPermission,
          count: Count,
          people: Count,
          firstAt: At,
          lastAt: At,
          reasons: z.array(z.object({ reason: Key, count: Count })).max(100),
        }),
      )
      .max(10_000),
  })
  .meta({
    id: 'UsesWithoutPermission',
    description: 'Reported uses that no permission covers, by service and AI system, the most first.',
  });
export const UseWithoutPermission = z
  .object({
    id: z.string().max(30),
    log: Count,
    index: Count.describe('Where the entry stands: `GET /v1/ledger/entries/{log}/{index}`.'),
    ...WithoutPermission,
    purpose: Key,
    subject: SubjectId,
    reason: Key,
    dataCategories: z.array(Key).max(1000),
    occurredAt: At,
    recordedAt: At,
  })
  .meta({ id: 'UseWithoutPermission', description: 'One reported use that no permission covers.' });

const Affected = z
  .object({
    decision: DecisionId,
    subject: SubjectId,
    decidedAt: At,
    adverse: z.boolean().nullable().describe('Null for whoever reviews it and has not noted an own view.'),
    effect: z.enum(effectStates),
    review: z.string().max(30).nullable().describe('The newest review of it.'),
  })
  .meta({
    id: 'AffectedDecision',
    description: 'A decision that an AI system had a part in while it may have been wrong.',
  });

export const AffectedList = z
  .object({
    from: At,
    to: At,
    items: z.array(Affected).max(100),
    next: DecisionId.nullable().describe('Ask for what follows with `after`.'),
  })
  .meta({ id: 'AffectedList' });

export const OpenReviewsBody = z
  .strictObject({
    from: Time.exactOptional().describe('Default: `affectedSince` of the stop, else the moment of the stop.'),
    to: Time.exactOptional().describe('Default: now.'),
    adverseOnly: z.boolean().default(false),
    reason: Texts.exactOptional(),
  })
  .meta({ id: 'OpenReviewsBody' });

export const OpenedReviews = z
  .object({
    opened: Count,
    alreadyOpen: Count,
    erased: Count,
    own: Count.optional().describe('About whoever asked: a colleague has to open these.'),
    total: Count,
  })
  .meta({
    id: 'OpenedReviews',
    description: 'How many decisions were put before a person. Sent again, it goes on where it was.',
  });
