/**
 * Routes of the pages for customers: reading, choosing, asking, signing in and out. All of them work without script.
 * Flow:    here → endpoints.ts, http/handlers/pages.ts.
 * Promise: a GET never changes anything; every POST carries the form token of the session.
 * Source:  docs/design.md 8 and 12.
 */
import { z } from 'zod';
import { chosenLimits } from '../../src/vocabulary/limit.ts';
import { choiceActs } from '../../src/vocabulary/pass.ts';
import { requestKinds } from '../../src/vocabulary/request.ts';
import { endpoint, media, page } from '../endpoint.ts';
import { Day, DecisionId, Key, LanguageTag, RequestId, Time } from '../models/basics.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const reading = { method: 'get', tags: ['pages'], who: 'session', page: true } as const;
const sending = { method: 'post', tags: ['pages'], who: 'session', page: true } as const;
const language = { language: LanguageTag.exactOptional() };
const csrf = z.string().min(1).max(200);
/** The purpose whose choice was just changed, or `all`: how it stands now is said there. */
const saved = { saved: Key.exactOptional() };
const choosing = {
  action: z.enum(choiceActs).exactOptional(),
  purpose: Key.exactOptional(),
  limit: z.enum(chosenLimits).exactOptional(),
};

export const showEnter = endpoint({
  id: 'showEnter',
  method: 'get',
  path: '/me/enter/{code}',
  summary: 'The page a sign-in link opens: one button',
  tags: ['pages'],
  who: 'public',
  params: z.object({
    code: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9_-]+$/),
  }),
  query: z.strictObject(language),
  replies: { 200: html },
  fails: ['link-expired'],
  page: true,
  pace: 'code',
});
export const enter = endpoint({
  id: 'enter',
  method: 'post',
  path: '/me/enter',
  summary: 'Trade a sign-in link for a session',
  tags: ['pages'],
  who: 'public',
  body: z.strictObject({
    code: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9_-]+$/),
  }),
  replies: { 303: media('', 'To the first page.') },
  records: ['link.opened'],
  fails: ['link-expired', 'csrf'],
  page: true,
  pace: 'code',
});
export const leave = endpoint({
  ...sending,
  id: 'leave',
  path: '/me/leave',
  summary: 'Sign out',
  body: z.strictObject({ csrf }),
  replies: { 200: html },
});

export const showMe = endpoint({
  ...reading,
  id: 'showMe',
  path: '/me',
  summary: 'How AI uses my data',
  query: z.strictObject({
    ...language,
    ...saved,
    from: Time.exactOptional(),
    to: Time.exactOptional(),
    cursor: page.cursor,
  }),
  replies: { 200: html },
});
export const showDecision = endpoint({
  ...reading,
  id: 'showDecision',
  path: '/me/decisions/{id}',
  summary: 'One automated decision about me',
  params: z.object({ id: DecisionId }),
  query: z.strictObject(language),
  replies: { 200: html },
  fails: ['not-found'],
});
export const showLedger = endpoint({
  ...reading,
  id: 'showLedger',
  path: '/me/ledger',
  summary: 'My record',
  query: z.strictObject({ ...page, ...language, start: z.union([Day, z.literal('')]).exactOptional() }),
  replies: { 200: html },
});
export const downloadEvidence = endpoint({
  ...reading,
  id: 'downloadEvidence',
  stepUp: true,
  fails: ['own-sign-in-needed'],
  path: '/me/evidence',
  summary: 'My evidence as a file',
  replies: { 200: media('application/json', 'An evidence bundle.') },
});
export const downloadData = endpoint({
  ...reading,
  id: 'downloadData',
  stepUp: true,
  fails: ['own-sign-in-needed'],
  path: '/me/data',
  summary: 'My data as a file',
  replies: { 200: media('application/json', 'The data held about me.') },
});
export const showChoices = endpoint({
  ...reading,
  id: 'showChoices',
  path: '/me/choices',
  summary: 'My choices',
  query: z.strictObject({ ...language, ...saved, ...choosing }),
  replies: { 200: html },
});
export const sendChoice = endpoint({
  ...sending,
  id: 'sendChoice',
  path: '/me/choices',
  summary: 'Change a choice',
  body: z.strictObject({ csrf, ...choosing, action: choosing.action.unwrap(), back: z.enum(['me']).exactOptional() }),
  replies: { 303: media('', 'Back to what was changed.') },
  records: ['consent.given', 'consent.refused', 'consent.withdrawn', 'limit.set', 'limit.lifted'],
});
export const showRequests = endpoint({
  ...reading,
  id: 'showRequests',
  path: '/me/requests',
  summary: 'My requests',
  query: z.strictObject({ ...page, ...language }),
  replies: { 200: html },
});
export const showRequestForm = endpoint({
  ...reading,
  id: 'showRequestForm',
  path: '/me/requests/new',
  description: 'For a human review of one decision it leads to the form to disagree with that decision.',
  summary: 'The form of a request',
  query: z.strictObject({
    ...language,
    kind: z.enum(requestKinds).exactOptional(),
    about: z
      .string()
      .max(64)
      .regex(/^[A-Za-z0-9_-]+$/)
      .exactOptional(),
  }),
  replies: { 200: html, 303: media('', 'To the form to disagree with a decision.') },
});
export const sendRequest = endpoint({
  ...sending,
  id: 'sendRequest',
  path: '/me/requests',
  summary: 'Send a request',
  body: z.strictObject({
    csrf,
    kind: z.enum(requestKinds),
    message: z.string().max(10_000).exactOptional(),
    about: z
      .string()
      .max(64)
      .regex(/^[A-Za-z0-9_-]*$/)
      .exactOptional(),
    purpose: z.union([Key, z.literal('')]).exactOptional(),
    once: z.string().min(1).max(100).exactOptional(),
  }),
  replies: { 303: media('', 'To the request.'), 200: html },
  records: ['request.received', 'limit.set', 'consent.withdrawn', 'review.opened', 'message.written'],
});
export const showRequest = endpoint({
  ...reading,
  id: 'showRequest',
  path: '/me/requests/{id}',
  summary: 'One request of mine',
  params: z.object({ id: RequestId }),
  query: z.strictObject(language),
  replies: { 200: html },
  fails: ['not-found'],
});
export const downloadLetter = endpoint({
  ...reading,
  id: 'downloadLetter',
  path: '/me/requests/{id}/letter.pdf',
  summary: 'The letter that answers my request, to keep',
  params: z.object({ id: RequestId }),
  query: z.strictObject(language),
  replies: { 200: media('application/pdf', 'The letter; none while the request is open.') },
  fails: ['not-found'],
});
export const downloadPackage = endpoint({
  ...reading,
  id: 'downloadPackage',
  stepUp: true,
  freshly: true,
  path: '/me/requests/{id}/package',
  summary: 'The answer to my request as a folder',
  params: z.object({ id: RequestId }),
  replies: { 200: media('application/zip', 'The package.') },
  fails: ['not-found', 'own-sign-in-needed', 'fresh-sign-in-needed', 'package-expired'],
});
export const cancelMyRequest = endpoint({
  ...sending,
  id: 'cancelMyRequest',
  path: '/me/requests/{id}/cancel',
  summary: 'Cancel a request of mine',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ csrf }),
  replies: { 303: media('', 'To the request.') },
  fails: ['not-found', 'invalid-transition'],
  records: ['request.cancelled'],
});
export const getAsset = endpoint({
  id: 'getAsset',
  method: 'get',
  path: '/assets/{file}',
  summary: 'A style sheet, font or script of the pages',
  tags: ['pages'],
  who: 'public',
  params: z.object({
    file: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:css|js|woff2|svg|png|ico)$/),
  }),
  replies: { 200: media(['text/css', 'font/woff2', 'image/svg+xml'], 'A file.') },
  impersonal: true,
  page: true,
  fails: ['not-found'],
});
/** Browsers ask for it by themselves, also beside an answer that is no page. */
export const getIcon = endpoint({
  id: 'getIcon',
  method: 'get',
  path: '/favicon.ico',
  summary: 'The mark',
  tags: ['pages'],
  who: 'public',
  replies: { 200: media('image/svg+xml', 'An image.') },
  impersonal: true,
  page: true,
});
