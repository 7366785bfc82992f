/**
 * What is left to do about a request: what the person must still be told, and what was decided from wrong data.
 * Flow:    here → models/request.ts, models/staff.ts, endpoints/requests.ts.
 * Promise: for staff alone; no verdict of a decision stands here.
 * Source:  GDPR 12(3), 16, 19; 11 CCR 7021(a); decision 0087.
 */
import { z } from 'zod';
import { waysOfShowing } from '../../src/vocabulary/notice.ts';
import { At, DecisionId, MessageId, ReviewId, Time } from './basics.ts';

export const UntoldOfRequest = z
  .array(
    z.object({
      what: z.enum(['receipt', 'extension', 'answer']),
      message: MessageId.optional().describe('What was written; left out where nothing was.'),
      dueAt: At,
      late: z.boolean(),
      stuck: z.boolean().describe('True where nothing more happens to it by itself.'),
    }),
  )
  .max(100)
  .describe('For staff: what law wants the person told of, and has not reached them.');

export const DecidedFromAnswer = z
  .object({
    decisions: z
      .array(
        z.object({
          decision: DecisionId,
          decidedAt: At,
          inputs: z.array(z.string().max(100)).max(1000).describe('The data that had the wrong value.'),
          review: ReviewId.nullable().describe('The newest look at it; null where nobody was asked for one.'),
        }),
      )
      .max(100)
      .describe('The newest first.'),
  })
  .meta({ id: 'DecidedFrom', description: 'Decisions that were made from a value that a correction found wrong.' });

export const RequestGivenBody = z
  .strictObject({
    message: MessageId.exactOptional().describe('What you told; left out where only one thing is untold.'),
    how: z.enum(waysOfShowing),
    occurredAt: Time.exactOptional().describe('When they were told. Default: now.'),
  })
  .meta({ id: 'RequestGivenBody' });
