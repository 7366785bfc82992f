/**
 * One use of a person's data by an AI system: permitted, refused, or reported after it happened.
 * Flow:    commands/use → here → ledger → views/use.
 * Promise: a use about nobody known keeps no trace of who was asked about: no identifier, reference or context.
 * Source:  docs/design.md 6, 7 and 8.1.
 */
import { z } from 'zod';
import { legalBases } from '../vocabulary/basis.ts';
import { type Assumption, assumptions, obligations } from '../vocabulary/evaluation.ts';
import { reasonCodes } from '../vocabulary/reason.ts';
import { useOutcomes } from '../vocabulary/use.ts';
import {
  RecordedCode,
  RecordedDay,
  RecordedKey,
  RecordedKeys,
  RecordedRegime,
  RecordedTime,
  RecordedVersion,
  v1,
} from './form.ts';

const assumptionCodes = Object.keys(assumptions) as Assumption[];

/** Why the answer was what it was, as every use and automated decision keeps it. */
export const judged = {
  reason: z.enum(reasonCodes),
  basis: z.enum(legalBases).exactOptional(),
  bases: z.array(
    z.strictObject({ regime: RecordedRegime, basis: z.enum(legalBases).exactOptional(), reason: z.enum(reasonCodes) }),
  ),
  /** The facts that decided. */
  evidence: z.array(z.strictObject({ kind: RecordedCode, id: z.string() })),
  assumptions: z.array(z.enum(assumptionCodes)),
  purposeVersion: RecordedVersion.exactOptional(),
  aiSystemVersion: RecordedVersion.exactOptional(),
};

const question = {
  v: v1,
  aiSystem: RecordedKey,
  purpose: RecordedKey,
  dataCategories: RecordedKeys,
  context: z.strictObject({ regime: RecordedRegime.exactOptional(), gpc: z.boolean().exactOptional() }).exactOptional(),
  reference: z.string().max(200).exactOptional(),
};

export const UseAllowed = z.strictObject({
  ...question,
  ...judged,
  obligations: z.array(z.enum(obligations)),
  notice: z.strictObject({ key: RecordedKey, version: RecordedVersion }).exactOptional(),
});
export type UseAllowed = z.infer<typeof UseAllowed>;

export const UseRefused = z.strictObject({ ...question, ...judged });
export type UseRefused = z.infer<typeof UseRefused>;

export const UseReported = z.strictObject({ ...question, ...judged, covered: z.boolean(), occurredAt: RecordedTime });
export type UseReported = z.infer<typeof UseReported>;

/** How a permitted use went; it holds nothing personal but whose use it was, and that is the fact's own subject. */
export const UseEnded = z.strictObject({
  v: v1,
  /** The id of the use. */
  use: z.string().max(64),
  aiSystem: RecordedKey,
  purpose: RecordedKey,
  outcome: z.enum(useOutcomes),
});
export type UseEnded = z.infer<typeof UseEnded>;

/** A key that nobody declared is left out: it could hold anything. */
export const RefusedAboutNobody = z.strictObject({
  v: v1,
  aiSystem: RecordedKey.exactOptional(),
  purpose: RecordedKey.exactOptional(),
  reason: z.enum(reasonCodes),
});
export type RefusedAboutNobody = z.infer<typeof RefusedAboutNobody>;

/** A use that is allowed although the person was erased, on the ground that their data is kept on. */
export const AllowedAboutErased = z.strictObject({
  v: v1,
  aiSystem: RecordedKey,
  purpose: RecordedKey,
  reason: z.enum(reasonCodes),
  basis: z.enum(legalBases),
});
export type AllowedAboutErased = z.infer<typeof AllowedAboutErased>;

/** A report about somebody who was erased: only that it came, and on which side of the erasure it happened. */
export const ReportedAboutErased = z.strictObject({
  v: v1,
  aiSystem: RecordedKey.exactOptional(),
  purpose: RecordedKey.exactOptional(),
  day: RecordedDay,
  when: z.enum(['before-erasure', 'after-erasure']),
});
export type ReportedAboutErased = z.infer<typeof ReportedAboutErased>;
