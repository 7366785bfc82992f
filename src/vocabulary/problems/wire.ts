/**
 * Failures of the wire: the bytes, the address and the form of a request, before anybody asks what it means.
 * Flow:    here → ../problems.ts.
 * Promise: as in ../problems.ts.
 * Source:  RFC 9110, RFC 9457; RELIABILITY 3.1.
 */
import { kind, type ProblemKind } from './kind.ts';

export const wireProblems = {
  'malformed-request': kind(
    400,
    'The request itself is malformed',
    'The request line or its headers cannot be read in one way only, for example two Host headers.',
    'Send one Host header and a plain path.',
  ),
  'malformed-json': kind(
    400,
    'The body is not JSON',
    'The body is empty, cut short, or is not JSON as RFC 8259 describes it.',
    'Send one JSON value, without comments and without anything after it.',
  ),
  'malformed-encoding': kind(
    400,
    'The bytes are not UTF-8',
    'The body or the path holds bytes that are not UTF-8, or the body begins with a byte order mark.',
    'Send UTF-8 without a byte order mark, and percent-encode the path.',
  ),
  'json-too-complex': kind(
    400,
    'The JSON is too complex',
    'The body is nested more than 32 deep, or has more members or list items than this route takes.',
    'Send smaller pieces.',
  ),
  'duplicate-key': kind(400, 'A member name occurs twice', 'One object of the body names the same member twice, so its meaning is unclear.', 'Send each member once.'),
  'invalid-query': kind(
    400,
    'The query is not understood',
    'A query parameter is unknown, repeated or not of the described form.',
    'Read errors[]: each names the parameter and how to mend it.',
  ),
  'invalid-cursor': kind(
    400,
    'This cursor does not fit',
    'A cursor works only for the caller and the filters it was made for.',
    'Begin again without a cursor.',
  ),
  'invalid-idempotency-key': kind(
    400,
    'The Idempotency-Key is not usable',
    'An Idempotency-Key is sent once and has 1 to 255 printable ASCII characters.',
    'Send a fresh random key, for example a UUID.',
  ),
  'method-not-allowed': kind(405, 'This method is not offered here', 'The address exists, but not for this method.', 'See the Allow header.'),
  'payload-too-large': kind(413, 'The body is too large', 'Bodies may have 100 kB, batches 1 MiB.', 'Send smaller pieces, for example several batches.'),
  'unsupported-media-type': kind(
    415,
    'This kind of body is not taken',
    'The body must be application/json in UTF-8 (a form on pages), without content encoding.',
    'Send Content-Type: application/json and no Content-Encoding.',
  ),
  'misdirected-request': kind(
    421,
    'This host name is not served here',
    'The request names a host that this installation does not answer for.',
    'Use the address of the installation; whoever runs it sets CANDOR_BASE_URL.',
  ),
  'validation-failed': kind(
    422,
    'The request does not fit its description',
    'One or more members of the request are missing, unknown or not of the described form.',
    'Read errors[]: each names the place and how to mend it.',
  ),
  'rate-limited': kind(429, 'Too many requests', 'This caller sent more requests than this route takes.', 'Wait as long as Retry-After says.'),
  internal: kind(500, 'Something went wrong here', 'The service failed. Nothing was recorded unless you saw an answer that says so.', 'Try again; if it stays, give the requestId to whoever runs this service.'),
  unavailable: kind(503, 'Not available just now', 'The service cannot answer safely at the moment, so it does not.', 'Wait as long as Retry-After says, then send the same request again.'),
  sealed: kind(
    503,
    'The service is sealed',
    'A key, the keystore or the database is missing or does not fit, so nothing can be opened and nothing is permitted.',
    'Whoever runs the service runs `npm run doctor`.',
  ),
} as const satisfies Record<string, ProblemKind>;
