/**
 * Failures of access: who calls, what they may do, and how a repeated request is told from a new one.
 * Flow:    here → ../problems.ts.
 * Promise: as in ../problems.ts; the same words for every reason why a token was refused.
 * Source:  RFC 6750, RFC 9457; RELIABILITY 3.2.
 */
import { kind, type ProblemKind } from './kind.ts';

export const accessProblems = {
  unauthenticated: kind(401, 'Who are you?', 'This needs a valid bearer token, and there was none.', 'Send Authorization: Bearer with a token that is still valid.'),
  'insufficient-scope': kind(403, 'This token may not do that', 'The token is valid, but carries none of the scopes that this route asks for.', 'Use a token with the scope named in the documentation of the route.'),
  csrf: kind(403, 'This form did not come from here', 'The form was sent from another site, or its protection has run out.', 'Open the page again and send the form from there.'),
  'sign-in-needed': kind(401, 'Please sign in', 'This page needs a session, and there is none or it has ended.', 'Open the sign-in link you were given, or ask for a new one.'),
  'link-expired': kind(410, 'This sign-in link no longer works', 'A sign-in link works once and for ten minutes.', 'Ask for a new link.'),
  'idempotency-key-reused': kind(
    422,
    'This Idempotency-Key belongs to another request',
    'The same key was used before with a different request.',
    'Use a new key for a new request.',
  ),
  'idempotency-in-progress': kind(
    409,
    'The first request with this key is still running',
    'A request with the same Idempotency-Key has not been answered yet.',
    'Wait as long as Retry-After says, then send the same request again.',
  ),
  'replay-superseded': kind(
    409,
    'The earlier permission no longer stands',
    'This request was answered with a permission before, but since then the permission has ended, so the old answer is not given out again.',
    'Ask again with a new Idempotency-Key.',
  ),
} as const satisfies Record<string, ProblemKind>;
