/**
 * Failures of access: who calls, what they may do, and how a repeated request is told from a new one.
 * Flow:    here → ../problems.ts.
 * Promise: as in ../problems.ts; the same words for every reason why a token was refused.
 * Source:  RFC 6750, RFC 9457; docs/promises.md 3.2.
 */
import type { ProblemKind } from './kind.ts';

export const accessProblems = {
  unauthenticated: {
    status: 401,
    title: 'Who are you?',
    meaning: 'This needs a valid bearer token, and there was none.',
    fix: 'Send Authorization: Bearer with a token that is still valid.',
  },
  'insufficient-scope': {
    status: 403,
    title: 'This token may not do that',
    meaning: 'The token is valid, but carries none of the scopes that this route asks for.',
    fix: 'Use a token with the scope named in the documentation of the route.',
  },
  'use-refused': {
    status: 403,
    title: 'This use is not allowed',
    meaning: 'The data of this person may not be used for this purpose by this AI system.',
    fix: 'Go on without AI for this person, or ask them first. A proxy names all of X-Candor-Subject, X-Candor-Purpose and X-Candor-AI-System.',
  },
  csrf: {
    status: 403,
    title: 'This form did not come from here',
    meaning: 'The form was sent from another site, or its protection has run out.',
    fix: 'Open the page again and send the form from there.',
  },
  'sign-in-needed': {
    status: 401,
    title: 'Please sign in',
    meaning: 'This page needs a session, and there is none or it has ended.',
    fix: 'Open the sign-in link you were given, or ask for a new one.',
  },
  'link-expired': {
    status: 410,
    title: 'This sign-in link no longer works',
    meaning: 'A sign-in link works once and for ten minutes.',
    fix: 'Ask for a new link.',
  },
  'own-sign-in-needed': {
    status: 403,
    title: 'This needs a sign-in of your own',
    meaning:
      'This session began with a link that somebody else made and could have opened, so it may not delete anything or take a copy.',
    fix: 'Ask for a sign-in link by e-mail (POST /v1/links with send: email), or sign in with a token of your own.',
  },
  'fresh-sign-in-needed': {
    status: 403,
    title: 'Please sign in once more',
    meaning: 'What destroys or hands out data needs a sign-in of the last 15 minutes, and this one is older.',
    fix: 'Sign in again with the link on the page, then send the form once more.',
  },
  'sign-in-failed': {
    status: 401,
    title: 'This sign-in did not work',
    meaning:
      'The answer of the sign-in provider does not belong to a sign-in that this browser began, was used before, or does not hold.',
    fix: 'Begin again. Whoever runs the service finds the reason in the log under the request id.',
  },
  'sign-in-without-access': {
    status: 403,
    title: 'This account opens nothing here',
    meaning:
      'The sign-in provider knows who it is, but names no customer, or no group that may do something in the console.',
    fix: 'Ask whoever runs the service to look at the claims and groups of the account (docs/signing-in.md).',
  },
  'sign-in-unavailable': {
    status: 503,
    title: 'Signing in is not possible just now',
    meaning: 'The sign-in provider does not answer, so nobody is let in by it.',
    fix: 'Wait as long as Retry-After says and begin again, or come in by a sign-in link.',
  },
  'logout-token-refused': {
    status: 400,
    title: 'This is no logout token of our provider',
    meaning:
      'Signature, issuer, audience, times, event or id of the token do not fit, or it was sent before; no session was ended.',
    fix: 'Send logout_token as OpenID Connect Back-Channel Logout 1.0 describes, once.',
  },
  'second-person-needed': {
    status: 403,
    title: 'A second person has to confirm this',
    meaning:
      'Whoever proposed an act cannot confirm it, and only a member of staff who is described as working here can.',
    fix: 'Let somebody else who works here confirm it. Describe them with PUT /v1/staff/{id} first.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'This Idempotency-Key belongs to another request',
    meaning: 'The same key was used before with a different request.',
    fix: 'Use a new key for a new request.',
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'The first request with this key is still running',
    meaning: 'A request with the same Idempotency-Key has not been answered yet.',
    fix: 'Wait as long as Retry-After says, then send the same request again.',
  },
  'too-many-streams': {
    status: 429,
    title: 'Too many streams are open',
    meaning: 'One caller, and all callers together, may keep a limited number of streams open.',
    fix: 'Close streams that nobody reads, let one process share a stream, or ask GET /v1/changes from time to time.',
  },
  'webhook-address-refused': {
    status: 422,
    title: 'Nothing is sent to this address',
    meaning: 'The address is no https URL of a public host, or leads into a network that nobody may be led into.',
    fix: 'Send an https URL without credentials or fragment. For a receiver of your own network, name it in CANDOR_WEBHOOK_NETWORKS.',
  },
  'replay-superseded': {
    status: 409,
    title: 'The earlier permission no longer stands',
    meaning:
      'This request was answered with a permission before, but since then the permission has ended, so the old answer is not given out again.',
    fix: 'Ask again with a new Idempotency-Key.',
  },
} as const satisfies Record<string, ProblemKind>;
