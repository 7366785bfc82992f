/**
 * Failures of the wire: the bytes, the address and the form of a request, before anybody asks what it means.
 * Flow:    here → ../problems.ts.
 * Promise: as in ../problems.ts.
 * Source:  RFC 9110, RFC 9457; docs/promises.md 3.1.
 */
import { mostFileBytes } from '../file.ts';
import type { ProblemKind } from './kind.ts';

export const wireProblems = {
  'malformed-request': {
    status: 400,
    title: 'The request itself is malformed',
    meaning: 'The request line or its headers cannot be read in one way only, for example two Host headers.',
    fix: 'Send Host, Authorization and Content-Type once each, and a plain path.',
  },
  'invalid-request': {
    status: 400,
    title: 'The request does not fit the standard',
    meaning:
      'On a route that follows a standard the body must be what the standard describes, with every member that it requires, each of its type.',
    fix: 'Read errors[]: each names the place and how to mend it. Without them, send Content-Type: application/json and no Content-Encoding.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    meaning: 'The body is empty, cut short, or is not JSON as RFC 8259 describes it.',
    fix: 'Send one JSON value, without comments and without anything after it.',
  },
  'malformed-encoding': {
    status: 400,
    title: 'The bytes are not UTF-8',
    meaning: 'The body or the path holds bytes that are not UTF-8, or the body begins with a byte order mark.',
    fix: 'Send UTF-8 without a byte order mark, and percent-encode the path.',
  },
  'json-too-complex': {
    status: 400,
    title: 'The JSON is too complex',
    meaning: 'The body is nested more than 32 deep, or has more members or list items than this route takes.',
    fix: 'Send smaller pieces.',
  },
  'duplicate-key': {
    status: 400,
    title: 'A member name occurs twice',
    meaning: 'One object of the body names the same member twice, so its meaning is unclear.',
    fix: 'Send each member once.',
  },
  'invalid-query': {
    status: 400,
    title: 'The query is not understood',
    meaning: 'A query parameter is unknown, repeated or not of the described form.',
    fix: 'Read errors[]: each names the parameter and how to mend it.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'This cursor does not fit',
    meaning: 'A cursor works only for the caller and the filters it was made for.',
    fix: 'Begin again without a cursor.',
  },
  'invalid-idempotency-key': {
    status: 400,
    title: 'The Idempotency-Key is not usable',
    meaning: 'An Idempotency-Key is sent once and has 1 to 255 printable ASCII characters.',
    fix: 'Send a fresh random key, for example a UUID.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This method is not offered here',
    meaning: 'The address exists, but not for this method.',
    fix: 'See the Allow header.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long',
    meaning: 'The request did not arrive whole in time: its headers within 10 seconds, all of it within 30.',
    fix: 'Send it again, in one go.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: `Bodies may have 100 kB, batches 1 MiB, a file ${mostFileBytes / 1_000_000} MB, and traces 4 MiB as sent, 16 MiB unpacked and 10,000 spans.`,
    fix: 'Send smaller pieces, for example several batches or files.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'This kind of body is not taken',
    meaning:
      'The body must be application/json in UTF-8, a form on pages, a PDF, PNG, JPEG or plain text where a file is sent, or protobuf where traces are; encoded further for traces alone, with gzip.',
    fix: 'Send the Content-Type that the route describes, and no Content-Encoding.',
  },
  'expectation-failed': {
    status: 417,
    title: 'This expectation is not met here',
    meaning: 'The request carries an Expect header with something other than 100-continue.',
    fix: 'Leave the Expect header out.',
  },
  'misdirected-request': {
    status: 421,
    title: 'This host name is not served here',
    meaning: 'The request names a host that this installation does not answer for.',
    fix: 'Use the address of the installation; whoever runs it sets CANDOR_BASE_URL.',
  },
  'validation-failed': {
    status: 422,
    title: 'The request does not fit its description',
    meaning: 'One or more members of the request are missing, unknown or not of the described form.',
    fix: 'Read errors[]: each names the place and how to mend it.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    meaning: 'This caller sent more requests than this route takes.',
    fix: 'Wait as long as Retry-After says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The request line and the headers together may have 16 kB.',
    fix: 'Send fewer or shorter headers, and a shorter address.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    meaning: 'The service failed. Whether what you sent was recorded is not said here.',
    fix: 'Send the same request again with the same Idempotency-Key, or look at what is recorded; if it stays, give the requestId to whoever runs this service.',
  },
  unavailable: {
    status: 503,
    title: 'Not available just now',
    meaning: 'The service cannot answer safely at the moment, so it does not.',
    fix: 'Wait as long as Retry-After says, then send the same request again.',
  },
  'outcome-unknown': {
    status: 503,
    title: 'Nobody knows yet whether it was recorded',
    meaning:
      'The database was told to keep what you sent, and no answer came back. It is recorded whole, or not at all.',
    fix: 'Wait as long as Retry-After says, then send the same request again with the same Idempotency-Key: it is recorded once, and you get its answer. Without a key, look at what is recorded first.',
  },
  'clock-in-doubt': {
    status: 503,
    title: 'The clock is in doubt',
    meaning:
      'The clock of this machine jumped, or disagrees with the clock of the database, so nothing is permitted or recorded at a time that may be wrong.',
    fix: 'Whoever runs the service reads /readyz, sets the clock right and starts the service again.',
  },
  'state-does-not-fit': {
    status: 503,
    title: 'What is stored does not fit the ledger',
    meaning:
      'What the database says about this person is not what this service wrote last, so nothing is permitted or recorded on the strength of it.',
    fix: 'Whoever runs the service runs `npm run doctor -- --open`, which names what was changed, and then `npm run rebuild-views`.',
  },
  sealed: {
    status: 503,
    title: 'The service is sealed',
    meaning:
      'A key, the keystore or the database is missing or does not fit, so nothing can be opened and nothing is permitted.',
    fix: 'Whoever runs the service runs `npm run doctor`.',
  },
} as const satisfies Record<string, ProblemKind>;
