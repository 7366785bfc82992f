/**
 * That somebody of the staff looked at a person's record: once among the facts of staff, once in the person's own
 * chain.
 * Flow:    commands/look → here → ledger → answers.
 * Promise: the fact of staff names no person; under a confidential reason the person's chain holds nothing about the
 *          look.
 * Source:  docs/design.md 8 (`?reason=`).
 */
import { z } from 'zod';
import { lookReasons, lookWhats } from '../vocabulary/look.ts';
import { v1 } from './form.ts';

/** `withheld`: whoever looked had to note an own view of a decision first, so what they read did not show it. */
export const LookTaken = z.strictObject({
  v: v1,
  what: z.enum(lookWhats),
  reason: z.enum(lookReasons),
  withheld: z.literal(true).exactOptional(),
});
export type LookTaken = z.infer<typeof LookTaken>;

/** Who looked is the actor of the entry; here stands in which role, so that the person can read it. */
export const LookRecorded = z.strictObject({
  v: v1,
  what: z.enum(lookWhats),
  reason: z.enum(lookReasons),
  role: z.string(),
  /** The one decision that was looked at; absent where it was more than one. */
  decision: z.string().startsWith('dec_').exactOptional(),
  /** Decisions about this person whose verdict was not shown. */
  withheld: z.array(z.string().startsWith('dec_')).min(1).exactOptional(),
});
export type LookRecorded = z.infer<typeof LookRecorded>;
