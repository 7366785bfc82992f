/**
 * The record itself: entries, proofs, a person's own ledger, and the evidence that anybody can check offline.
 * Flow:    here → endpoints/ledger.ts, answers.ts.
 * Promise: byte formats as docs/design.md 5 fixes them; `payload` and `salt` are null only where an erasure or
 *          retention fact covers the entry.
 * Source:  docs/design.md 5; RFC 6962, C2SP tlog-checkpoint.
 */
import { z } from 'zod';
import { At, HeldBackFor, SubjectId } from './basics.ts';

const Hash = z.string().max(44);
const Note = z.string().max(4000);

export const LedgerEntry = z
  .object({
    log: z.int().min(0),
    index: z.int().min(0),
    n: z.int().min(1).nullable().optional().describe('The number in the own sequence of the person.'),
    id: z.string().max(64).nullable(),
    kind: z.string().max(64).nullable(),
    at: At.nullable(),
    happenedAt: At.nullable()
      .optional()
      .describe('When it happened; `at` where nobody said that it was recorded later than that.'),
    actor: z
      .object({
        id: z.string().max(200),
        role: z.string().max(20),
        through: z
          .object({ id: z.string().max(200), link: z.string().max(64), role: z.string().max(20) })
          .optional()
          .describe('Who made the sign-in link it was done through, where they could have opened it themselves.'),
      })
      .nullable()
      .optional(),
    subject: SubjectId.nullable().optional(),
    leafHash: Hash,
    words: z.string().max(2000).optional().describe('What was recorded, as a sentence.'),
    payload: z.unknown().optional(),
    erased: z.boolean().optional(),
    withheld: HeldBackFor.optional(),
  })
  .meta({
    id: 'LedgerEntry',
    description: 'One recorded fact. After an erasure only its place and its hash are left.',
  });

export const InclusionProof = z
  .object({
    log: z.int().min(0),
    index: z.int().min(0),
    treeSize: z.int().min(1),
    leafHash: Hash,
    proof: z.array(Hash).max(64).describe('From leaf to root, base64.'),
    checkpoint: Note,
  })
  .meta({ id: 'InclusionProof' });

export const ConsistencyProof = z
  .object({
    log: z.int().min(0),
    from: z.int().min(0),
    to: z.int().min(0),
    proof: z.array(Hash).max(128),
    checkpoint: Note.optional(),
  })
  .meta({ id: 'ConsistencyProof' });

const BundleEntry = z.object({
  log: z.int().min(0),
  index: z.int().min(0),
  entry: z.string().max(4000).nullable(),
  payload: z.string().max(200_000).nullable(),
  salt: Hash.nullable(),
  proof: z.array(Hash).max(64),
  withheld: HeldBackFor.optional(),
});
const BundleLog = z.object({
  log: z.int().min(0),
  origin: z.string().max(200),
  vkey: z.string().max(400),
  checkpoint: Note,
  keys: z.array(z.unknown()).max(1000),
});

export const EvidenceBundle = z
  .object({
    v: z.literal(1),
    subject: SubjectId.nullable(),
    origin: z.string().max(200),
    vkey: z.string().max(400),
    checkpoint: Note,
    logs: z.array(BundleLog).max(1000),
    head: Note.nullable(),
    entries: z.array(BundleEntry).max(10_000),
    registry: z.array(BundleEntry).max(10_000),
  })
  .meta({
    id: 'EvidenceBundle',
    description: 'Everything needed to check the record of one person offline with `npm run verify`.',
  });

export const PersonLedger = z
  .object({
    subject: SubjectId.nullable(),
    items: z.array(LedgerEntry).max(100),
    next: z.string().max(2000).nullable(),
    checkpoint: Note.nullable().optional(),
    languageFallback: z
      .boolean()
      .optional()
      .describe('True where a text is in another language than the one asked for.'),
  })
  .meta({ id: 'PersonLedger', description: 'What stands in the record about this person, the newest first.' });
