/**
 * Routes of the console for saying that a person was told in another way: about an outcome, or about a request.
 * Flow:    here → endpoints.ts, http/handlers/console.
 * Promise: the same rules as the calls of the API; both lead back to where it was owed.
 * Source:  C.R.S. 6-1-1704; GDPR 12(3); decision 0087.
 */
import { z } from 'zod';
import { waysOfShowing } from '../../src/vocabulary/notice.ts';
import { endpoint, media } from '../endpoint.ts';
import { DecisionId, MessageId, RequestId } from '../models/basics.ts';

const csrf = z.string().min(1).max(200);
const telling = {
  method: 'post',
  tags: ['console'],
  page: true,
  replies: {
    303: media('', 'Back to the page it was sent from.'),
    200: media('text/html; charset=utf-8', 'A page.'),
  },
  fails: ['not-found', 'invalid-transition', 'subject-erased'],
  records: ['message.handed-over'],
} as const;

export const sendTold = endpoint({
  ...telling,
  id: 'sendTold',
  path: '/console/notices/{id}/given',
  summary: 'Say that a person was told about an outcome',
  who: { staff: ['requests', 'reviews'] },
  params: z.object({ id: DecisionId }),
  body: z.strictObject({ csrf, how: z.enum(waysOfShowing) }),
});
export const sendRequestTold = endpoint({
  ...telling,
  id: 'sendRequestTold',
  path: '/console/untold/{id}',
  summary: 'Say that a person was told about a request',
  who: { staff: ['requests'] },
  params: z.object({ id: RequestId }),
  body: z.strictObject({ csrf, message: MessageId, how: z.enum(waysOfShowing) }),
});
