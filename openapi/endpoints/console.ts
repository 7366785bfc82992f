/**
 * Routes of the console: the pages of staff for reviews, requests, the desk, AI systems and oversight. All work without
 * script.
 * Flow:    here → endpoints.ts, http/handlers/console.
 * Promise: a session of staff opens what its scopes open in the API and nothing of a customer; a GET changes nothing
 *          but may record the look it takes; every POST carries the form token of the session.
 * Source:  docs/design.md 8; docs/law.md 7.
 */
import { z } from 'zod';
import { fileTypes } from '../../src/vocabulary/file.ts';
import { requestKinds, requestSteps, verificationLevels } from '../../src/vocabulary/request.ts';
import { reviewOutcomes, reviewSeats, viewsAsAsked } from '../../src/vocabulary/review.ts';
import { anyStaff, endpoint, media } from '../endpoint.ts';
import { DecisionId, FileId, Key, LanguageTag, RequestId, ReviewId } from '../models/basics.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const back = { 303: media('', 'Back to the page it was sent from.'), 200: html };
const reading = { method: 'get', tags: ['console'], page: true, replies: { 200: html } } as const;
const sending = { method: 'post', tags: ['console'], page: true, replies: back } as const;
const language = { language: LanguageTag.exactOptional() };
const csrf = z.string().min(1).max(200);
const Code = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9_-]+$/);
/** What somebody typed; a field that was left empty is sent as an empty text. */
const Typed = z.string().max(10_000);
const Short = z.string().max(400);
const Day = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/);
const reviewers = { staff: ['reviews'] } as const;
const clerks = { staff: ['requests'] } as const;
const deskStaff = { staff: ['audit'] } as const;
const keepers = { staff: ['registry'] } as const;
const watchers = { staff: ['registry', 'reviews'] } as const;

export const showConsoleEnter = endpoint({
  ...reading,
  id: 'showConsoleEnter',
  path: '/console/enter/{code}',
  summary: 'The page a sign-in link of staff opens: one button',
  who: 'public',
  params: z.object({ code: Code }),
  query: z.strictObject(language),
  fails: ['link-expired'],
  pace: 'code',
});
export const enterConsole = endpoint({
  ...sending,
  id: 'enterConsole',
  path: '/console/enter',
  summary: 'Trade a sign-in link for a session of staff',
  who: 'public',
  body: z.strictObject({ code: Code }),
  records: ['link.opened'],
  fails: ['link-expired', 'csrf'],
  pace: 'code',
});
export const leaveConsole = endpoint({
  ...sending,
  id: 'leaveConsole',
  path: '/console/leave',
  summary: 'Sign out of the console',
  who: anyStaff,
  body: z.strictObject({ csrf }),
});
export const showStart = endpoint({
  ...reading,
  id: 'showStart',
  path: '/console',
  summary: 'What waits for me',
  who: anyStaff,
  query: z.strictObject(language),
});

export const showReviewQueue = endpoint({
  ...reading,
  id: 'showReviewQueue',
  path: '/console/reviews',
  summary: 'The reviews that wait',
  who: reviewers,
  query: z.strictObject({
    ...language,
    show: z.enum(['waiting', 'mine', 'late', 'ended']).default('waiting'),
    aiSystem: z.union([Key, z.literal('')]).exactOptional(),
  }),
});
const review = { params: z.object({ id: ReviewId }), who: reviewers } as const;
const stepFails = [
  'not-found',
  'invalid-transition',
  'not-assigned',
  'separation-of-duty',
  'subject-erased',
  'unavailable',
] as const;
export const showReviewWork = endpoint({
  ...reading,
  ...review,
  id: 'showReviewWork',
  path: '/console/reviews/{id}',
  summary: 'One review, step by step',
  query: z.strictObject(language),
  fails: ['not-found', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});
export const sendAssign = endpoint({
  ...sending,
  ...review,
  id: 'sendAssign',
  path: '/console/reviews/{id}/assign',
  summary: 'Take a review, or ask a colleague',
  body: z.strictObject({
    csrf,
    reviewer: Short.exactOptional(),
    seat: z.enum(reviewSeats).default('first'),
    question: Typed.exactOptional(),
  }),
  fails: stepFails,
  records: ['review.assigned'],
});
export const sendViewEvidence = endpoint({
  ...sending,
  ...review,
  id: 'sendViewEvidence',
  path: '/console/reviews/{id}/view-evidence',
  summary: 'Look at the evidence',
  body: z.strictObject({ csrf }),
  fails: stepFails,
  records: ['review.evidence-viewed', 'look.taken', 'look.recorded'],
});
export const sendOpenFile = endpoint({
  ...sending,
  id: 'sendOpenFile',
  path: '/console/reviews/{id}/files/{file}',
  summary: 'Open a file that the person sent',
  who: reviewers,
  params: z.object({ id: ReviewId, file: FileId }),
  body: z.strictObject({ csrf }),
  replies: { 200: media(fileTypes, 'The file as it was sent, to be saved.') },
  fails: stepFails,
  records: ['review.evidence-viewed', 'look.taken', 'look.recorded'],
});
export const sendNoteView = endpoint({
  ...sending,
  ...review,
  id: 'sendNoteView',
  path: '/console/reviews/{id}/note-view',
  summary: 'Note an own view',
  body: z.strictObject({ csrf, view: z.enum(viewsAsAsked).exactOptional(), words: Typed }),
  fails: stepFails,
  records: ['review.view-noted'],
});
export const sendSecondOpinion = endpoint({
  ...sending,
  ...review,
  id: 'sendSecondOpinion',
  path: '/console/reviews/{id}/second-opinion',
  summary: 'Give a second opinion',
  body: z.strictObject({ csrf, outcome: z.enum(reviewOutcomes).exactOptional(), reasons: Typed }),
  fails: stepFails,
  records: ['review.second-opinion'],
});
const conclusion = {
  csrf,
  outcome: z.enum(reviewOutcomes).exactOptional(),
  reasons: Typed,
  newOutcome: Short.exactOptional(),
  disagreement: Typed.exactOptional(),
};
/** With one field a piece of recorded data, by its place: its right value where it is decided again. */
const Conclusion = z
  .object(conclusion)
  .catchall(z.string().max(1000))
  .refine(
    (form) => Object.keys(form).every((name) => Object.hasOwn(conclusion, name) || /^correction-\d{1,3}$/.test(name)),
    {
      message: 'This form has a field that is not described.',
    },
  );
export const sendConclusion = endpoint({
  ...sending,
  ...review,
  id: 'sendConclusion',
  path: '/console/reviews/{id}/conclude',
  summary: 'End a review with reasons',
  body: Conclusion,
  fails: [...stepFails, 'authority-needed'],
  records: ['review.concluded', 'message.written'],
});

export const showRequestQueue = endpoint({
  ...reading,
  id: 'showRequestQueue',
  path: '/console/requests',
  summary: 'The requests that wait, by the day they are due',
  who: clerks,
  query: z.strictObject({
    ...language,
    show: z.enum(['waiting', 'late', 'ended']).default('waiting'),
    kind: z.union([z.enum(requestKinds), z.literal('')]).exactOptional(),
  }),
});
const request = { params: z.object({ id: RequestId }), who: clerks, fails: ['not-found', 'unavailable'] } as const;
export const showRequestWork = endpoint({
  ...reading,
  ...request,
  id: 'showRequestWork',
  path: '/console/requests/{id}',
  summary: 'One request with its steps',
  query: z.strictObject(language),
  records: ['look.taken', 'look.recorded'],
});
export const showRequestLetter = endpoint({
  ...reading,
  ...request,
  id: 'showRequestLetter',
  path: '/console/requests/{id}/letter',
  summary: 'The letter as the person gets it, or would get it now',
  query: z.strictObject(language),
  fails: ['not-found', 'unavailable', 'subject-erased', 'invalid-transition'],
  records: ['look.taken', 'look.recorded'],
});
export const downloadRequestLetter = endpoint({
  ...showRequestLetter,
  id: 'downloadRequestLetter',
  path: '/console/requests/{id}/letter.pdf',
  summary: 'The letter as the person gets it, to send or to keep',
  replies: { 200: media('application/pdf', 'The letter; none while the request is open.') },
});
export const sendRequestStep = endpoint({
  ...sending,
  id: 'sendRequestStep',
  path: '/console/requests/{id}/{step}',
  summary: 'Take a step of a request',
  who: clerks,
  params: z.object({ id: RequestId, step: z.enum(requestSteps) }),
  body: z.strictObject({
    csrf,
    reason: Typed.exactOptional(),
    code: z.union([Key, z.literal('')]).exactOptional(),
    level: z.union([z.enum(verificationLevels), z.literal('')]).exactOptional(),
    sure: z.literal('yes').exactOptional(),
    what: z.string().max(200).exactOptional(),
    from: z.string().max(1000).exactOptional(),
    to: z.string().max(1000).exactOptional(),
    told: z.string().max(1000).exactOptional(),
  }),
  fails: ['not-found', 'invalid-transition', 'own-sign-in-needed', 'subject-erased', 'unavailable'],
  records: [
    'limit.set',
    'limit.lifted',
    'message.written',
    'request.verified',
    'request.extended',
    'request.paused',
    'request.resumed',
    'request.denied',
    'request.fulfilled',
    'request.cancelled',
    'request.appealed',
    'proposal.made',
    'proposal.recorded',
    'person.erased',
    'request.logged',
    'erasure.certified',
    'message.written',
  ],
});

export const showDesk = endpoint({
  ...reading,
  id: 'showDesk',
  path: '/console/desk',
  summary: 'Look for a customer',
  who: deskStaff,
  query: z.strictObject(language),
});
export const sendDeskSearch = endpoint({
  ...sending,
  id: 'sendDeskSearch',
  path: '/console/desk',
  summary: 'Look at the record of a customer; the look is recorded',
  who: deskStaff,
  body: z.strictObject({ csrf, whom: Short }),
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});
export const sendDeskNote = endpoint({
  ...sending,
  id: 'sendDeskNote',
  path: '/console/desk/notes',
  summary: 'Note something in the record of a customer',
  who: { staff: ['requests', 'reviews'] },
  body: z.strictObject({ csrf, whom: Short, text: Typed }),
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: ['note.added', 'look.taken', 'look.recorded'],
});
export const sendHandOver = endpoint({
  ...sending,
  id: 'sendHandOver',
  path: '/console/desk/reviews',
  summary: 'Hand a decision over to a reviewer',
  who: reviewers,
  body: z.strictObject({ csrf, decision: DecisionId, statement: Typed.exactOptional() }),
  fails: ['not-found', 'review-open', 'subject-erased'],
  records: ['request.received', 'review.opened', 'message.written'],
});
export const showDeskDecision = endpoint({
  ...reading,
  id: 'showDeskDecision',
  path: '/console/decisions/{id}',
  summary: 'One automated decision, explained',
  who: deskStaff,
  params: z.object({ id: DecisionId }),
  query: z.strictObject(language),
  fails: ['not-found', 'unavailable'],
  records: ['look.taken', 'look.recorded'],
});

export const showSystems = endpoint({
  ...reading,
  id: 'showSystems',
  path: '/console/systems',
  summary: 'The AI systems and whether they run',
  who: watchers,
  query: z.strictObject(language),
});
const system = { params: z.object({ key: Key }), fails: ['not-found'] } as const;
export const showSystem = endpoint({
  ...reading,
  ...system,
  id: 'showSystem',
  path: '/console/systems/{key}',
  summary: 'One AI system: its state, and the decisions it had a part in',
  who: watchers,
  query: z.strictObject({
    ...language,
    after: DecisionId.exactOptional(),
    since: Day.exactOptional(),
    done: z.enum(['stopped', 'running']).exactOptional(),
  }),
});
export const sendStop = endpoint({
  ...sending,
  ...system,
  id: 'sendStop',
  path: '/console/systems/{key}/stop',
  summary: 'Stop an AI system',
  who: keepers,
  body: z.strictObject({ csrf, reason: Typed, since: Day.exactOptional() }),
  records: ['ai-system.suspended'],
});
export const sendResume = endpoint({
  ...sending,
  ...system,
  id: 'sendResume',
  path: '/console/systems/{key}/resume',
  summary: 'Let an AI system go on',
  who: keepers,
  body: z.strictObject({ csrf, reason: Typed.exactOptional() }),
  records: ['ai-system.resumed'],
});
export const sendOpenReviews = endpoint({
  ...sending,
  ...system,
  id: 'sendOpenReviews',
  path: '/console/systems/{key}/reviews',
  summary: 'Put the decisions of an AI system before people again',
  who: keepers,
  body: z.strictObject({ csrf, adverseOnly: z.literal('yes').exactOptional() }),
  fails: ['not-found', 'unavailable'],
  records: ['review.opened', 'message.written'],
});

const months = z.enum(['3', '12', '24']).default('12');
export const showUsesWithoutPermission = endpoint({
  ...reading,
  id: 'showUsesWithoutPermission',
  path: '/console/oversight/uses-without-permission',
  summary: 'Uses that had no permission, one by one',
  who: { staff: ['reports', 'audit'] },
  query: z.strictObject({
    ...language,
    months,
    service: z.string().min(1).max(200).exactOptional(),
    aiSystem: Key.exactOptional(),
    after: z.string().max(2000).exactOptional(),
  }),
  fails: ['invalid-cursor'],
});
export const showOversight = endpoint({
  ...reading,
  id: 'showOversight',
  path: '/console/oversight',
  summary: 'How people oversee the AI systems',
  who: { staff: ['reports'] },
  query: z.strictObject({ ...language, months }),
});
