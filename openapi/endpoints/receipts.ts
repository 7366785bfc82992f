/**
 * Routes of receipts: for services and staff, for the person, and the keys that everybody checks them with.
 * Flow:    models/receipt.ts → here → endpoints.ts, http/handlers/receipts.ts.
 * Promise: whoever may read a choice may have its receipt, and nobody else.
 * Source:  ISO/IEC TS 27560:2023; docs/design.md 8; decision 0079.
 */
import { z } from 'zod';
import { endpoint, media } from '../endpoint.ts';
import { ConsentId, LanguageTag } from '../models/basics.ts';
import { KeySet, Receipt } from '../models/receipt.ts';

const params = z.object({ id: ConsentId });
const query = z.strictObject({ language: LanguageTag.exactOptional() });

export const getReceipt = endpoint({
  id: 'getReceipt',
  method: 'get',
  path: '/v1/consents/{id}/receipt',
  summary: 'The receipt of one choice, signed, with the proof of its entry',
  description:
    'As of ISO/IEC TS 27560: what was asked, on which notice, and what was answered, from recorded facts alone. A field without a fact is absent.',
  tags: ['consents'],
  who: ['consent'],
  params,
  query,
  replies: { 200: Receipt },
  readable: true,
  fails: ['not-found'],
});
export const getMyReceipt = endpoint({
  id: 'getMyReceipt',
  method: 'get',
  path: '/v1/me/consents/{id}/receipt',
  summary: 'The receipt of one choice of mine',
  tags: ['me'],
  who: ['self'],
  params,
  query,
  replies: { 200: Receipt },
  readable: true,
  fails: ['not-found'],
});
export const getKeySet = endpoint({
  id: 'getKeySet',
  method: 'get',
  path: '/.well-known/receipt-keys.json',
  summary: 'The keys that receipts are signed with',
  description: 'The same keys as the verifier keys of the logs, in the form of RFC 7517.',
  tags: ['ledger'],
  who: 'public',
  impersonal: true,
  pace: 'public',
  replies: { 200: KeySet },
});

const reading = { method: 'get', tags: ['pages'], who: 'session', page: true, fails: ['not-found'] } as const;

export const showReceipt = endpoint({
  ...reading,
  id: 'showReceipt',
  path: '/me/consents/{id}',
  summary: 'The receipt of one choice of mine, to read',
  params,
  query,
  replies: { 200: media('text/html; charset=utf-8', 'A page.') },
});
export const downloadReceipt = endpoint({
  ...reading,
  id: 'downloadReceipt',
  path: '/me/consents/{id}/receipt',
  summary: 'A file of my receipt',
  params,
  query: z.strictObject({
    as: z.enum(['jws', 'jsonld', 'tlog-proof']).default('jws').describe('Signed, for machines, or the proof.'),
  }),
  replies: {
    200: media(['application/jose', 'application/ld+json', 'text/plain; charset=utf-8'], 'The file.'),
  },
});
