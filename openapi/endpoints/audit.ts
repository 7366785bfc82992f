/**
 * Routes of the ledger audit in the console: volume and entries, one entry with its proof, a check now, files to take
 * along.
 * Flow:    here → endpoints.ts, http/handlers/console/audit.ts.
 * Promise: filters stand in the address, so that a view can be saved as a link; no address or number of a person does.
 *          The content of an entry about a person is shown only where the look at that person was recorded first.
 * Source:  docs/design.md 8 (`GET /v1/ledger/entries`); docs/design.md 12 (console).
 */
import { z } from 'zod';
import { endpoint, media, wholeNumber } from '../endpoint.ts';
import { Day, Key, LanguageTag, PathSubject, Time } from '../models/basics.ts';

const html = media('text/html; charset=utf-8', 'A page.');
const auditors = { who: { staff: ['audit'] }, tags: ['console'], page: true } as const;
const looks = ['look.taken', 'look.recorded'];
/** A field of a form that was left empty is sent as an empty text. */
const orEmpty = <M extends z.ZodType>(model: M) => z.union([model, z.literal('')]).exactOptional();
const place = wholeNumber(0, Number.MAX_SAFE_INTEGER).exactOptional();

const filters = {
  from: orEmpty(Day),
  to: orEmpty(Day),
  kind: orEmpty(
    z
      .string()
      .max(64)
      .regex(/^[a-z-]+(?:\.[a-z-]+)?$/),
  ),
  aiSystem: orEmpty(Key),
  subject: orEmpty(PathSubject),
  actor: orEmpty(
    z
      .string()
      .max(64)
      .regex(/^[a-z][a-z0-9_-]*$/),
  ),
};
const listed = {
  language: LanguageTag.exactOptional(),
  ...filters,
  before: place.describe('Only what stands before this place in the ledger.'),
  after: place.describe('Instead of `before`: what stands next after this place.'),
  until: z
    .union([Time, Day, z.literal('')])
    .exactOptional()
    .describe('Begin the list at this moment, or this day.'),
};

export const showAudit = endpoint({
  ...auditors,
  method: 'get',
  id: 'showAudit',
  path: '/console/ledger',
  summary: 'The ledger: how much was recorded when, and every entry',
  query: z.strictObject({ ...listed, checked: z.literal('yes').exactOptional() }),
  replies: { 200: html },
  fails: ['unavailable'],
  records: looks,
});
const entry = z.object({
  log: wholeNumber(0, 1_000_000),
  index: wholeNumber(0, Number.MAX_SAFE_INTEGER),
});
export const showAuditEntry = endpoint({
  ...auditors,
  method: 'get',
  id: 'showAuditEntry',
  path: '/console/ledger/entries/{log}/{index}',
  summary: 'One entry, what it says, and the proof that it stands in the ledger',
  params: entry,
  query: z.strictObject(listed),
  replies: { 200: html },
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: looks,
});
export const getAuditProof = endpoint({
  ...auditors,
  method: 'get',
  id: 'getAuditProof',
  path: '/console/ledger/entries/{log}/{index}/proof',
  summary: 'The proof of one entry as a file',
  params: entry,
  query: z.strictObject({ language: LanguageTag.exactOptional() }),
  replies: { 200: media('application/json', 'An inclusion proof, as `GET /v1/ledger/entries/{log}/{index}/proof`.') },
  fails: ['not-found'],
});
export const getAuditEvidence = endpoint({
  ...auditors,
  method: 'get',
  id: 'getAuditEvidence',
  path: '/console/ledger/subjects/{subject}/evidence',
  summary: 'The evidence about one person as a file; the look is recorded',
  params: z.object({ subject: PathSubject }),
  query: z.strictObject({ language: LanguageTag.exactOptional() }),
  replies: { 200: media('application/json', 'An evidence bundle.') },
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: looks,
});
export const getAuditTable = endpoint({
  ...auditors,
  method: 'get',
  id: 'getAuditTable',
  path: '/console/ledger/entries.csv',
  summary: 'The entries that fit the filters, as a table to open elsewhere',
  description:
    'At most 10,000 rows, newest first. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
  query: z.strictObject({ language: LanguageTag.exactOptional(), ...filters }),
  replies: { 200: media('text/csv; charset=utf-8', 'Comma-separated values (RFC 4180).') },
  fails: ['unavailable'],
  records: looks,
});

const back = { 303: media('', 'Back to the page it was sent from.'), 200: html };
const csrf = z.string().min(1).max(200);

export const sendAuditCheck = endpoint({
  ...auditors,
  method: 'post',
  id: 'sendAuditCheck',
  path: '/console/ledger/check',
  summary: 'Read and hash the newest entries anew, up to the signed root',
  body: z.strictObject({ csrf }),
  replies: back,
});
export const sendAuditPerson = endpoint({
  ...auditors,
  method: 'post',
  id: 'sendAuditPerson',
  path: '/console/ledger/person',
  summary: 'Show the entries about one person; the look is recorded',
  body: z.strictObject({ csrf, typed: z.string().max(400) }),
  replies: back,
  fails: ['not-found', 'subject-erased', 'unavailable'],
  records: looks,
});
