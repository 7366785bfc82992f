/**
 * What is recorded when a person is erased, when payloads run out, and when a log changes its key or goes on elsewhere.
 * Flow:    erasure, retention, restore → here → ledger.
 * Promise: nothing in here names or singles out a person; ranges are inclusive and at most 2,000 stand in one fact.
 * Source:  docs/design.md 5 and 6.
 */
import { z } from 'zod';
import { consentStates } from '../vocabulary/consent.ts';
import { keepGrounds } from '../vocabulary/hold.ts';
import { rotatedKeys } from '../vocabulary/rotated-key.ts';
import { traceEnds, traceKinds, tracePlaces } from '../vocabulary/trace.ts';
import { RecordedCode, RecordedDay, RecordedKey, RecordedText, RecordedTime, RecordedVersion, v1 } from './form.ts';

const Index = z.int().min(0);
const Range = z.strictObject({ log: Index, from: Index, to: Index });
const covers = {
  covers: z.array(Range).min(1).max(2000).readonly(),
  count: z.int().min(1),
  part: z.int().min(1),
  parts: z.int().min(1),
};

export const PersonErased = z.strictObject({ v: v1, ...covers });
export type PersonErased = z.infer<typeof PersonErased>;

export const PayloadExpired = z.strictObject({ v: v1, ...covers });
export type PayloadExpired = z.infer<typeof PayloadExpired>;

/** `on` is the ground in law, where one was named; `purpose` and `hold` say what it is about. */
const Stays = z.strictObject({
  what: RecordedCode,
  code: RecordedCode,
  on: z.enum(keepGrounds).exactOptional(),
  purpose: RecordedKey.exactOptional(),
  hold: RecordedCode.exactOptional(),
  until: RecordedDay.exactOptional(),
});
/** Where remains may lie in the engine's own files; older facts name none. */
const Traced = z.strictObject({
  where: z.enum(tracePlaces),
  what: z.array(z.enum(traceKinds)).min(1).readonly(),
  until: z.enum(traceEnds),
});
const count = z.int().min(0).exactOptional();
/** What a connected system did before the keys were destroyed; names of tables and counts, nothing of anybody. */
const CertifiedSystem = z.strictObject({
  system: RecordedKey,
  name: z.string().min(1).max(300),
  at: RecordedTime,
  by: z.enum(['connector', 'person']),
  tables: z
    .array(z.strictObject({ name: z.string().max(300), deleted: count, masked: count, shared: count }))
    .readonly(),
  kept: z
    .array(z.strictObject({ name: z.string().max(300), reason: z.string().max(500) }))
    .readonly()
    .exactOptional(),
});
export type CertifiedSystem = z.infer<typeof CertifiedSystem>;

export const ErasureCertified = z.strictObject({
  v: v1,
  request: z.string().exactOptional(),
  covers: z.array(Range).readonly(),
  method: RecordedText,
  marks: z.array(RecordedCode),
  stays: z.array(Stays),
  traces: z.array(Traced).readonly().exactOptional(),
  systems: z.array(CertifiedSystem).readonly().exactOptional(),
  unreadableHereAt: RecordedTime,
  unreadableInBackupsFrom: RecordedTime,
});
export type ErasureCertified = z.infer<typeof ErasureCertified>;

/** Proof that a choice was made, kept without the person for claims about it. */
export const ConsentProofKept = z.strictObject({
  v: v1,
  certificate: RecordedCode,
  ground: z.enum(keepGrounds),
  until: RecordedTime,
  acts: z.array(
    z.strictObject({
      purpose: RecordedKey,
      purposeVersion: z.int().min(0),
      notice: z.strictObject({ key: RecordedKey, version: RecordedVersion }).exactOptional(),
      act: z.enum(consentStates),
      at: RecordedTime,
      occurredAt: RecordedTime.exactOptional(),
    }),
  ),
});
export type ConsentProofKept = z.infer<typeof ConsentProofKept>;

export const LogKeyChanged = z.strictObject({ v: v1, vkey: RecordedText });
/** A key of the house was changed for a new one, by whoever has this pseudonym. Nothing here is a key itself. */
export const KeyRotated = z.strictObject({
  v: v1,
  key: z.enum(rotatedKeys),
  from: RecordedText,
  to: RecordedText,
  by: RecordedText,
});
/** A tree of a log: its size and root, in base64. */
const Tree = { origin: RecordedText, size: Index, root: RecordedText };
/** What was restored, and what the witness folder knew beyond it. */
export const LogContinued = z.strictObject({ v: v1, ...Tree, known: z.array(z.strictObject(Tree)).exactOptional() });
