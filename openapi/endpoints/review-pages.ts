/**
 * Routes of the pages of human review: disagreeing with a decision, following the look, calling it off, one's own
 * files.
 * Flow:    here → endpoints.ts, http/handlers/review-pages.ts.
 * Promise: works without script; the form may carry files, bounded all together.
 * Source:  docs/design.md 8; docs/law.md 7.
 */
import { z } from 'zod';
import { fileTypes, mostFileBytes } from '../../src/vocabulary/file.ts';
import { endpoint, media, page, SentFiles } from '../endpoint.ts';
import { DecisionId, FileId, LanguageTag, ReviewId } from '../models/basics.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const reading = { method: 'get', tags: ['pages'], who: 'session', page: true } as const;
const sending = { method: 'post', tags: ['pages'], who: 'session', page: true } as const;
const language = { language: LanguageTag.exactOptional() };
const csrf = z.string().min(1).max(200);

const fixed = { csrf, statement: z.string().max(10_000), files: SentFiles.exactOptional() };
/** One field a piece of recorded data, by its place. */
const Contest = z
  .object(fixed)
  .catchall(z.string().max(1000))
  .refine(
    (form) => Object.keys(form).every((name) => Object.hasOwn(fixed, name) || /^correction-\d{1,3}$/.test(name)),
    {
      message: 'This form has a field that is not described.',
    },
  );

export const showContest = endpoint({
  ...reading,
  id: 'showContest',
  path: '/me/decisions/{id}/contest',
  summary: 'The form to disagree with a decision',
  params: z.object({ id: DecisionId }),
  query: z.strictObject(language),
  replies: { 200: html },
  fails: ['not-found'],
});
export const sendContest = endpoint({
  ...sending,
  id: 'sendContest',
  path: '/me/decisions/{id}/contest',
  summary: 'Disagree with a decision',
  params: z.object({ id: DecisionId }),
  body: Contest,
  uploads: { most: mostFileBytes },
  replies: { 303: media('', 'To the second look.') },
  fails: ['not-found', 'review-open', 'subject-erased', 'too-many-files', 'payload-too-large'],
  records: ['file.added', 'request.received', 'review.opened', 'message.written'],
});
export const showMyReviews = endpoint({
  ...reading,
  id: 'showMyReviews',
  path: '/me/reviews',
  summary: 'Second looks at decisions about me',
  query: z.strictObject({ ...page, ...language }),
  replies: { 200: html },
});
export const showMyReview = endpoint({
  ...reading,
  id: 'showMyReview',
  path: '/me/reviews/{id}',
  summary: 'One second look',
  params: z.object({ id: ReviewId }),
  query: z.strictObject(language),
  replies: { 200: html },
  fails: ['not-found'],
});
export const callOffReview = endpoint({
  ...sending,
  id: 'callOffReview',
  path: '/me/reviews/{id}/cancel',
  summary: 'Call off a second look',
  params: z.object({ id: ReviewId }),
  body: z.strictObject({ csrf }),
  replies: { 303: media('', 'To the second look.') },
  fails: ['not-found', 'invalid-transition'],
  records: ['review.cancelled'],
});
export const downloadFile = endpoint({
  ...reading,
  id: 'downloadFile',
  path: '/me/files/{id}',
  summary: 'A file of mine',
  params: z.object({ id: FileId }),
  replies: { 200: media(fileTypes, 'The file as it was sent.') },
  fails: ['not-found'],
});
