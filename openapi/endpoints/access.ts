/**
 * Routes of signing in: sessions of mine, and what was ended of tokens and principals.
 * Flow:    models/access.ts → here → endpoints.ts, http/handlers/{sessions,revocations}.ts.
 * Promise: a session ends for nobody but its own person; ending a token asks for a scope of its own.
 * Source:  decision 0042; decision 0043; ASVS 5.0 7.4 and 7.5.
 */
import { z } from 'zod';
import { anyStaff, endpoint, media } from '../endpoint.ts';
import {
  OwnSessionModel,
  RevocationBody,
  RevocationId,
  RevocationModel,
  Revocations,
  SessionId,
  SessionsEnded,
} from '../models/access.ts';
import { LanguageTag } from '../models/basics.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const csrf = z.string().min(1).max(200);

export const listMySessions = endpoint({
  id: 'listMySessions',
  method: 'get',
  path: '/v1/me/sessions',
  summary: 'Where I am signed in',
  description: 'The browsers in which a session of mine stands, the newest first.',
  tags: ['me'],
  who: ['self'],
  replies: { 200: z.object({ items: z.array(OwnSessionModel).max(1000) }).meta({ id: 'OwnSessions' }) },
});
export const endMySession = endpoint({
  id: 'endMySession',
  method: 'delete',
  path: '/v1/me/sessions/{id}',
  summary: 'Sign out one browser',
  tags: ['me'],
  who: ['self'],
  params: z.object({ id: SessionId }),
  replies: { 200: SessionsEnded },
  fails: ['not-found'],
});
export const endMySessions = endpoint({
  id: 'endMySessions',
  method: 'delete',
  path: '/v1/me/sessions',
  summary: 'Sign out everywhere',
  description: 'Ends every session of mine in a browser and every sign-in link that was not opened yet.',
  tags: ['me'],
  who: ['self'],
  replies: { 200: SessionsEnded },
});

const reading = {
  method: 'get',
  page: true,
  query: z.strictObject({ language: LanguageTag.exactOptional() }),
} as const;
const back = { 303: media('', 'Back to the list, or to the sign-in page where this session ended, too.') };
const sending = { method: 'post', page: true, replies: back } as const;
const mine = { tags: ['pages'], who: 'session' } as const;
const ofStaff = { tags: ['console'], who: anyStaff } as const;
const one = { body: z.strictObject({ csrf, id: SessionId }) } as const;
const all = { body: z.strictObject({ csrf }) } as const;

export const showSessions = endpoint({
  ...reading,
  ...mine,
  id: 'showSessions',
  path: '/me/sessions',
  summary: 'Where I am signed in',
  replies: { 200: html },
});
export const endSession = endpoint({
  ...sending,
  ...mine,
  ...one,
  id: 'endSession',
  path: '/me/sessions/end',
  summary: 'Sign out one browser',
  fails: ['not-found'],
});
export const endSessions = endpoint({
  ...sending,
  ...mine,
  ...all,
  id: 'endSessions',
  path: '/me/sessions/end-all',
  summary: 'Sign out everywhere',
});
export const showConsoleSessions = endpoint({
  ...reading,
  ...ofStaff,
  id: 'showConsoleSessions',
  path: '/console/sessions',
  summary: 'Where I am signed in to the console',
  replies: { 200: html },
});
export const endConsoleSession = endpoint({
  ...sending,
  ...ofStaff,
  ...one,
  id: 'endConsoleSession',
  path: '/console/sessions/end',
  summary: 'Sign out one browser of mine',
  fails: ['not-found'],
});
export const endConsoleSessions = endpoint({
  ...sending,
  ...ofStaff,
  ...all,
  id: 'endConsoleSessions',
  path: '/console/sessions/end-all',
  summary: 'Sign out of the console everywhere',
});

const Code = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9_-]+$/);
const ofMailbox = { tags: ['pages'], who: 'public', page: true, pace: 'code' } as const;
export const showAddress = endpoint({
  ...ofMailbox,
  id: 'showAddress',
  method: 'get',
  path: '/me/address/{code}',
  summary: 'The page that confirms an e-mail address: one button',
  params: z.object({ code: Code }),
  query: z.strictObject({ language: LanguageTag.exactOptional() }),
  replies: { 200: html },
  fails: ['link-expired'],
});
export const confirmAddress = endpoint({
  ...ofMailbox,
  id: 'confirmAddress',
  method: 'post',
  path: '/me/address',
  summary: 'Confirm an e-mail address',
  body: z.strictObject({ code: Code }),
  replies: { 200: html },
  fails: ['link-expired', 'csrf'],
  records: ['address.confirmed'],
});

const keepers = { tags: ['service'], who: ['access'] } as const;
export const postRevocation = endpoint({
  ...keepers,
  id: 'postRevocation',
  method: 'post',
  path: '/v1/revocations',
  summary: 'End a token, or everything of a principal',
  description:
    'A token by its `jti`, or every token, session and link of a principal until it is lifted. Setting a member of staff inactive does the same for them.',
  body: RevocationBody,
  replies: { 201: RevocationModel },
  records: ['access.revoked'],
});
export const listRevocations = endpoint({
  ...keepers,
  id: 'listRevocations',
  method: 'get',
  path: '/v1/revocations',
  summary: 'What was ended of tokens and principals',
  description: 'The newest first, those that were lifted, too.',
  replies: { 200: Revocations },
});
export const liftRevocation = endpoint({
  ...keepers,
  id: 'liftRevocation',
  method: 'delete',
  path: '/v1/revocations/{id}',
  summary: 'Let a principal in again',
  description: 'What was issued before stays ended; a token that was ended by its id stays ended for good.',
  params: z.object({ id: RevocationId }),
  replies: { 200: RevocationModel },
  fails: ['not-found', 'invalid-transition'],
  records: ['access.restored'],
});
