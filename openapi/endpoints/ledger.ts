/**
 * Routes of the ledger: for auditors the entries and proofs, for everybody checkpoints, key and hash tiles.
 * Flow:    models/ledger.ts → here → endpoints.ts, http/handlers/ledger.ts.
 * Promise: what is public holds hashes and signatures only.
 * Source:  docs/design.md 5 and 8; C2SP tlog-tiles, tlog-checkpoint.
 */
import { z } from 'zod';
import { endpoint, listOf, media, page, wholeNumber } from '../endpoint.ts';
import { Key, PathSubject, Time } from '../models/basics.ts';
import { ConsistencyProof, InclusionProof, LedgerEntry } from '../models/ledger.ts';

const log = wholeNumber(0, 1_000_000).describe('The number of the log; the first one is 0.');
const index = wholeNumber(0, Number.MAX_SAFE_INTEGER).describe('Where the entry stands in the log.');
const audit = { method: 'get', tags: ['ledger'], who: ['audit'] } as const;
const open = { method: 'get', tags: ['ledger'], who: 'public', impersonal: true, pace: 'public' } as const;

export const listEntries = endpoint({
  ...audit,
  id: 'listEntries',
  path: '/v1/ledger/entries',
  summary: 'Search the ledger',
  query: z.strictObject({
    ...page,
    from: Time.exactOptional(),
    to: Time.exactOptional(),
    kind: z
      .string()
      .max(64)
      .regex(/^[a-z-]+\.[a-z-]+$/)
      .exactOptional(),
    subject: PathSubject.exactOptional(),
    aiSystem: Key.exactOptional(),
    purpose: Key.exactOptional(),
    allowed: z.enum(['true', 'false']).exactOptional(),
    reason: Key.exactOptional(),
    basis: Key.exactOptional(),
    actor: z.string().min(1).max(200).exactOptional(),
  }),
  replies: { 200: listOf(LedgerEntry) },
  records: ['look.taken'],
});
export const getEntry = endpoint({
  ...audit,
  id: 'getEntry',
  path: '/v1/ledger/entries/{log}/{index}',
  summary: 'Read one entry',
  params: z.object({ log, index }),
  replies: { 200: LedgerEntry },
  fails: ['not-found'],
});
export const getInclusionProof = endpoint({
  ...audit,
  id: 'getInclusionProof',
  path: '/v1/ledger/entries/{log}/{index}/proof',
  summary: 'Prove that an entry stands in the ledger',
  params: z.object({ log, index }),
  query: z.strictObject({
    treeSize: wholeNumber(1, Number.MAX_SAFE_INTEGER).exactOptional().describe('The newest when left out.'),
  }),
  replies: { 200: InclusionProof },
  fails: ['not-found'],
});
export const getConsistencyProof = endpoint({
  ...audit,
  id: 'getConsistencyProof',
  path: '/v1/ledger/consistency',
  summary: 'Prove that the ledger only grew',
  query: z.strictObject({
    log: log.exactOptional(),
    from: index,
    to: index.exactOptional().describe('The newest size when left out.'),
  }),
  replies: { 200: ConsistencyProof },
  fails: ['not-found'],
});

export const getCheckpoint = endpoint({
  ...open,
  id: 'getCheckpoint',
  path: '/ledger/{log}/checkpoint',
  summary: 'The newest signed checkpoint of a log',
  params: z.object({ log }),
  replies: { 200: media('text/plain; charset=utf-8', 'A C2SP checkpoint.') },
  fails: ['not-found'],
});
export const getVerifierKey = endpoint({
  ...open,
  id: 'getVerifierKey',
  path: '/ledger/{log}/vkey',
  summary: 'The key that checkpoints of a log are checked with',
  params: z.object({ log }),
  replies: { 200: media('text/plain; charset=utf-8', 'A C2SP verifier key.') },
  fails: ['not-found'],
});
export const getTile = endpoint({
  ...open,
  id: 'getTile',
  path: '/ledger/{log}/tile/{level}/{tile}',
  summary: 'One tile of hashes',
  description:
    'The tile number is written as C2SP tlog-tiles says, for example `x001/234` or, for a tile that is not full yet, `000.p/7`; its slashes are part of the path.',
  params: z.object({
    log,
    level: wholeNumber(0, 63),
    tile: z
      .string()
      .max(60)
      .regex(/^(?:x[0-9]{3}\/){0,6}[0-9]{3}(?:\.p\/(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?$/),
  }),
  rest: 'tile',
  replies: { 200: media('application/octet-stream', 'Up to 256 hashes of 32 bytes.') },
  fails: ['not-found'],
});
