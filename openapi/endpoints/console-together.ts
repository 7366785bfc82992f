/**
 * Routes of one step for many requests: what would happen to each, and then each on its own.
 * Flow:    here → endpoints.ts, http/handlers/console/together.ts.
 * Promise: only steps that hand out, refuse and destroy nothing; the first form records nothing, and the second sent
 *          again does nothing twice.
 * Source:  decision 0130.
 */
import { z } from 'zod';
import { stepsTogether } from '../../src/vocabulary/together.ts';
import { endpoint, media } from '../endpoint.ts';
import { RequestId, ReviewId } from '../models/basics.ts';
import { sendAssign, showRequestQueue, showReviewQueue } from './console.ts';

const sending = {
  method: 'post',
  tags: ['console'],
  page: true,
  who: showRequestQueue.who,
  replies: { 200: media('text/html; charset=utf-8', 'A page.') },
} as const;
const fields = {
  csrf: z.string().min(1).max(200),
  step: z.enum(stepsTogether),
  reason: z.string().max(4000),
};
/** With a field of the name of each request or review that was chosen. */
const chosen = <F extends z.ZodRawShape>(shape: F, Id: z.ZodType = RequestId) =>
  z
    .object(shape)
    .catchall(z.literal('yes'))
    .refine((form) => Object.keys(form).every((name) => Object.hasOwn(shape, name) || Id.safeParse(name).success), {
      message: 'This form has a field that is not described.',
    });

export const sendTogether = endpoint({
  ...sending,
  id: 'sendTogether',
  path: '/console/together',
  summary: 'What one step would do to each of several requests; nothing is recorded',
  body: chosen(fields),
});
export const sendTogetherSure = endpoint({
  ...sending,
  id: 'sendTogetherSure',
  path: '/console/together/sure',
  summary: 'Take the step for each of them; each is recorded on its own, and how each came out is shown',
  body: chosen({ ...fields, batch: z.string().min(1).max(100) }),
  fails: ['unavailable'],
  records: ['request.extended', 'note.added', 'message.written'],
});

const asking = {
  csrf: z.string().min(1).max(200),
  reviewer: z.string().max(400),
  question: z.string().max(10_000).exactOptional(),
};
export const sendReviewsTogether = endpoint({
  ...sending,
  who: showReviewQueue.who,
  id: 'sendReviewsTogether',
  path: '/console/together/reviews',
  summary: 'Which of several reviews somebody could be asked to look at; nothing is recorded',
  body: chosen(asking, ReviewId),
});
export const sendReviewsTogetherSure = endpoint({
  ...sending,
  who: showReviewQueue.who,
  id: 'sendReviewsTogetherSure',
  path: '/console/together/reviews/sure',
  summary: 'Ask them for each; each is recorded on its own, and how each came out is shown',
  body: chosen({ ...asking, batch: z.string().min(1).max(100) }, ReviewId),
  fails: ['unavailable'],
  records: sendAssign.records,
});
