/**
 * Routes of signing in at a provider of OpenID Connect: for customers below /me, for staff below /console.
 * Flow:    here → endpoints.ts, http/session/sign-in.ts.
 * Promise: where no provider is configured none of them is there. A session begins by no GET but the answer of a
 *          sign-in that the same browser began, which works once.
 * Source:  OpenID Connect Core 1.0; OpenID Connect Back-Channel Logout 1.0; RFC 6749; RFC 9207; decision 0107.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { LanguageTag } from '../models/basics.ts';

const language = { language: LanguageTag.exactOptional() };
const html = media('text/html; charset=utf-8', 'A page.');
const part = z.string().max(4096).exactOptional();

const open = { method: 'get', page: true, who: 'public', pace: 'public' } as const;
const ofCustomers = { tags: ['pages'] } as const;
const ofStaff = { tags: ['console'] } as const;

const page = { ...open, query: z.strictObject(language), replies: { 200: html }, fails: ['not-found'] } as const;
const beginning = {
  ...open,
  comesIn: true,
  query: z.strictObject({
    language: LanguageTag.exactOptional(),
    to: z.string().max(500).exactOptional().describe('The page to go on with.'),
    fresh: z.literal('yes').exactOptional().describe('Whoever it is proves anew who they are.'),
  }),
  replies: { 303: media('', 'To the provider.') },
  fails: ['not-found', 'sign-in-unavailable'],
} as const;
/** A provider may add parameters of its own, so those that nobody knows are left out and not refused. */
const answering = {
  ...open,
  comesIn: true,
  query: z.object({
    code: part,
    state: part,
    iss: part,
    error: part,
    error_description: part,
    error_uri: part,
    session_state: part,
  }),
  replies: { 303: media('', 'To the page that was asked for.') },
  fails: ['not-found', 'sign-in-failed', 'sign-in-without-access', 'sign-in-unavailable'],
} as const;
const ending = {
  method: 'post',
  who: 'public',
  pace: 'public',
  raw: { types: ['application/x-www-form-urlencoded'], most: 16 * 1024 },
  replies: { 200: media('', 'Every session that the token names is ended.') },
  fails: ['not-found', 'logout-token-refused', 'sign-in-unavailable'],
} as const;

export const showSignIn = endpoint({
  ...page,
  ...ofCustomers,
  id: 'showSignIn',
  path: '/me/sign-in',
  summary: 'The page to sign in at the provider: one button',
});
export const beginSignIn = endpoint({
  ...beginning,
  ...ofCustomers,
  id: 'beginSignIn',
  path: '/me/sign-in/begin',
  summary: 'Begin to sign in at the provider',
});
export const answerSignIn = endpoint({
  ...answering,
  ...ofCustomers,
  id: 'answerSignIn',
  path: '/me/sign-in/answer',
  summary: 'The answer of the provider',
});
export const endSignIn = endpoint({
  ...ending,
  ...ofCustomers,
  id: 'endSignIn',
  path: '/me/backchannel-logout',
  summary: 'The provider says that somebody signed out (OpenID Connect Back-Channel Logout)',
  description: 'Takes `logout_token` and ends the sessions that began by the session or account that it names.',
});
export const showConsoleSignIn = endpoint({
  ...page,
  ...ofStaff,
  id: 'showConsoleSignIn',
  path: '/console/sign-in',
  summary: 'The page to sign in to the console at the provider: one button',
});
export const beginConsoleSignIn = endpoint({
  ...beginning,
  ...ofStaff,
  id: 'beginConsoleSignIn',
  path: '/console/sign-in/begin',
  summary: 'Begin to sign in to the console at the provider',
});
export const answerConsoleSignIn = endpoint({
  ...answering,
  ...ofStaff,
  id: 'answerConsoleSignIn',
  path: '/console/sign-in/answer',
  summary: 'The answer of the provider of staff',
});
export const endConsoleSignIn = endpoint({
  ...ending,
  ...ofStaff,
  id: 'endConsoleSignIn',
  path: '/console/backchannel-logout',
  summary: 'The provider says that a member of staff signed out (OpenID Connect Back-Channel Logout)',
  description: 'Takes `logout_token` and ends the sessions that began by the session or account that it names.',
});
