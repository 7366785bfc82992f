/**
 * Routes of human review: contesting a decision, the queue, each step of a reviewer, and the files that people send.
 * Flow:    models/review.ts → here → endpoints.ts, http/handlers/{reviews,my-reviews,files}.ts.
 * Promise: a step that does not fit is 409, a conflict 403; another person's review or file is the same 404 as a
 *          missing one.
 * Source:  docs/design.md 8; docs/law.md 7.
 */
import { z } from 'zod';
import { fileTypes, mostFileBytes } from '../../src/vocabulary/file.ts';
import { reviewStates } from '../../src/vocabulary/review.ts';
import { endpoint, listOf, media, page } from '../endpoint.ts';
import { DecisionId, FileId, Key, LanguageTag, ReviewId, Time } from '../models/basics.ts';
import {
  AssignBody,
  CancelReviewBody,
  ConcludeBody,
  ContestBody,
  FileReceipt,
  MyReviewModel,
  NoteViewBody,
  OpinionBody,
  Review,
  ReviewBody,
  ReviewerView,
  ViewEvidenceBody,
} from '../models/review.ts';
import { StaffId } from '../models/staff.ts';

const params = z.object({ id: ReviewId });
const language = { language: LanguageTag.exactOptional() };
const tags = ['reviews'] as const;
const recordsMessage = ['message.written'] as const;
const file = media(fileTypes, 'The file as it was sent, to be saved and never shown in place.');

const mine = { tags: ['me'], who: ['self'] } as const;

export const contestDecision = endpoint({
  ...mine,
  id: 'contestDecision',
  method: 'post',
  path: '/v1/me/automated-decisions/{id}/contest',
  summary: 'Ask a person to look at a decision about me',
  description:
    'With what I say, data that is wrong, and files. It is a request for a human review with a date by the law that protects me, or part of an open one: `request` names it, and it ends with the look.',
  params: z.object({ id: DecisionId }),
  body: ContestBody,
  replies: { 201: Review },
  fails: ['not-found', 'review-open', 'subject-erased'],
  records: ['request.received', 'review.opened', ...recordsMessage],
});
export const listMyReviews = endpoint({
  ...mine,
  id: 'listMyReviews',
  method: 'get',
  path: '/v1/me/reviews',
  summary: 'Second looks at decisions about me',
  query: z.strictObject({ ...page, ...language }),
  replies: { 200: listOf(MyReviewModel) },
});
export const getMyReview = endpoint({
  ...mine,
  id: 'getMyReview',
  method: 'get',
  path: '/v1/me/reviews/{id}',
  summary: 'One second look at a decision about me',
  params,
  query: z.strictObject(language),
  replies: { 200: MyReviewModel },
  fails: ['not-found'],
});
export const cancelMyReview = endpoint({
  ...mine,
  id: 'cancelMyReview',
  method: 'post',
  path: '/v1/me/reviews/{id}/cancel',
  summary: 'Call off a second look that I asked for',
  params,
  body: CancelReviewBody,
  replies: { 200: Review },
  fails: ['not-found', 'invalid-transition'],
  records: ['review.cancelled'],
});

export const postMyFile = endpoint({
  ...mine,
  id: 'postMyFile',
  method: 'post',
  path: '/v1/me/files',
  summary: 'Send a file that shows something',
  description: `The file itself is the body: PDF, PNG, JPEG or plain text in UTF-8, at most ${mostFileBytes / 1_000_000} MB. Its content has to be what its Content-Type says.`,
  query: z.strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\p{Cc}\p{Cf}/\\]+$/u)
      .exactOptional()
      .describe('What you call the file.'),
  }),
  raw: { types: fileTypes, most: mostFileBytes },
  replies: { 201: FileReceipt },
  fails: ['not-found', 'subject-erased', 'too-many-files'],
  records: ['file.added'],
});
export const getMyFile = endpoint({
  ...mine,
  id: 'getMyFile',
  method: 'get',
  path: '/v1/me/files/{id}',
  summary: 'A file that I sent',
  params: z.object({ id: FileId }),
  replies: { 200: file },
  fails: ['not-found'],
});

const queue = { tags, who: ['reviews'] } as const;

export const postReview = endpoint({
  ...queue,
  id: 'postReview',
  method: 'post',
  path: '/v1/reviews',
  summary: 'Ask for a second look at a decision',
  body: ReviewBody,
  replies: { 201: Review },
  fails: ['not-found', 'review-open', 'subject-erased'],
  records: ['review.opened', ...recordsMessage],
});
export const listReviews = endpoint({
  ...queue,
  id: 'listReviews',
  method: 'get',
  path: '/v1/reviews',
  summary: 'The queue of reviews',
  query: z.strictObject({
    ...page,
    state: z.enum(reviewStates).exactOptional(),
    assignee: StaffId.exactOptional().describe('The first reviewer.'),
    aiSystem: Key.exactOptional(),
    dueBefore: Time.exactOptional(),
  }),
  replies: { 200: listOf(Review) },
});
export const getReview = endpoint({
  ...queue,
  id: 'getReview',
  method: 'get',
  path: '/v1/reviews/{id}',
  summary: 'Read a review',
  description:
    'The assigned reviewer sees the evidence too, and the part of the AI once an own view is noted. That look is recorded.',
  params,
  replies: { 200: ReviewerView },
  fails: ['not-found', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});
export const getReviewFile = endpoint({
  ...queue,
  id: 'getReviewFile',
  method: 'get',
  path: '/v1/reviews/{id}/files/{file}',
  summary: 'Open a file that the person sent',
  description: 'For the assigned reviewer. Opening it is what makes it count as seen.',
  params: z.object({ id: ReviewId, file: FileId }),
  replies: { 200: file },
  fails: ['not-found', 'not-assigned', 'separation-of-duty', 'invalid-transition', 'subject-erased', 'unavailable'],
  records: ['look.taken', 'look.recorded', 'review.evidence-viewed'],
});

const step = { ...queue, method: 'post', params } as const;
const stepFails = ['not-found', 'invalid-transition', 'not-assigned', 'separation-of-duty', 'subject-erased'] as const;

export const assignReview = endpoint({
  ...step,
  id: 'assignReview',
  path: '/v1/reviews/{id}/assign',
  summary: 'Ask a member of staff to look',
  description: 'Whoever has a conflict is refused. What they have learned and may decide is put on record as of now.',
  body: AssignBody,
  replies: { 200: Review },
  fails: ['not-found', 'invalid-transition', 'separation-of-duty', 'subject-erased'],
  records: ['review.assigned'],
});
export const viewEvidence = endpoint({
  ...step,
  id: 'viewEvidence',
  path: '/v1/reviews/{id}/view-evidence',
  summary: 'Look at what the decision rests on and at what the person says',
  description: 'The answer is the evidence, without the part of the AI. Files are opened one by one.',
  body: ViewEvidenceBody,
  replies: { 200: ReviewerView },
  fails: stepFails,
  records: ['review.evidence-viewed', 'look.taken', 'look.recorded'],
});
export const noteView = endpoint({
  ...step,
  id: 'noteView',
  path: '/v1/reviews/{id}/note-view',
  summary: 'Note an own view, and then see the part of the AI',
  body: NoteViewBody,
  replies: { 200: ReviewerView },
  fails: stepFails,
  records: ['review.view-noted'],
});
export const giveSecondOpinion = endpoint({
  ...step,
  id: 'giveSecondOpinion',
  path: '/v1/reviews/{id}/second-opinion',
  summary: 'Say as the second reviewer how it should end',
  body: OpinionBody,
  replies: { 200: Review },
  fails: stepFails,
  records: ['review.second-opinion'],
});
export const concludeReview = endpoint({
  ...step,
  id: 'concludeReview',
  path: '/v1/reviews/{id}/conclude',
  summary: 'End a review, with reasons',
  description:
    'After the evidence was viewed and an own view noted. Whether the look was meaningful is computed from the record.',
  body: ConcludeBody,
  replies: { 200: Review },
  fails: [...stepFails, 'authority-needed'],
  records: ['review.concluded', ...recordsMessage],
});
