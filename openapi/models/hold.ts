/**
 * Legal holds: what an officer keeps of a person against an erasure, on which ground and until when.
 * Flow:    here → endpoints/holds.ts, models/person.ts.
 * Promise: bodies are strict; an item names a kind, a purpose or one thing, never in free words.
 * Source:  GDPR 17(3); docs/design.md 6.
 */
import { z } from 'zod';
import { heldKindNames, keepGrounds } from '../../src/vocabulary/hold.ts';
import { At, Entry, HoldId, Key, SubjectId, Time } from './basics.ts';

export const HeldItemModel = z
  .union([
    z.strictObject({ kind: z.enum(heldKindNames) }),
    z.strictObject({ purpose: Key }),
    z.strictObject({
      fact: z
        .string()
        .max(40)
        .regex(/^[a-z]{2,8}_[0-9a-hjkmnp-tv-z]{26}$/),
    }),
  ])
  .meta({
    id: 'HeldItem',
    description: 'All of a kind, all of a purpose, or one thing by its id with what refers to it.',
  });

export const Ground = z.enum(keepGrounds).describe('A code of GDPR 17(3), or `legal-obligation`.');

export const HoldBody = z
  .strictObject({
    items: z.array(HeldItemModel).min(1).max(50),
    ground: Ground,
    until: Time.exactOptional().describe('When it ends by itself. Left out: when it is lifted.'),
    reason: z.string().min(1).max(4000).describe('Why; the person can read it.'),
  })
  .meta({ id: 'HoldBody', description: 'Named items of a person that an erasure keeps.' });

const hold = {
  id: HoldId,
  subject: SubjectId.nullable().describe('Null once the person is erased.'),
  state: z
    .enum(['standing', 'lifted', 'over', 'ended'])
    .describe('`ended`: what it kept of an erased person is erased, too.'),
  items: z.array(HeldItemModel).max(50),
  ground: Ground,
  until: At.nullable(),
  at: At,
};

export const HoldModel = z
  .object({
    ...hold,
    reason: z
      .string()
      .max(4000)
      .optional()
      .describe('In lists, while the person is known; afterwards it stands in the content.'),
    entries: z.int().min(0).optional().describe('How many entries it keeps of somebody who was erased.'),
    certificate: z.string().max(40).optional().describe('The request of the erasure, or the fact that certified it.'),
    entry: Entry.optional(),
  })
  .meta({ id: 'Hold' });

export const Holds = z.object({ items: z.array(HoldModel).max(1000) }).meta({ id: 'Holds' });

export const HeldContent = z
  .object({
    hold: HoldId,
    entries: z
      .array(
        z.object({
          log: z.int().min(0),
          index: z.int().min(0),
          entry: z.string().max(10_000).describe('Base64 of the bytes whose hash is the leaf.'),
          salt: z.string().max(100),
          payload: z.string().max(2_000_000).describe('Canonical JSON, as the entry committed to it.'),
          file: z.string().max(50_000_000).optional().describe('Base64, where it was a file.'),
        }),
      )
      .max(1_000_000),
  })
  .meta({
    id: 'HeldContent',
    description: 'What a hold keeps of somebody who was erased; each entry still proves against the ledger.',
  });

export const KeepModel = z.strictObject({ purpose: Key, code: Ground, until: Time }).meta({
  id: 'Keep',
  description: 'A purpose that a legal ground goes on to need after the erasure, and until when.',
});
