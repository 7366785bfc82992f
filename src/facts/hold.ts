/**
 * A legal hold on named items of a person: set, lifted, and ended after the person was erased.
 * Flow:    commands/hold, erasure → here → ledger → views (standing).
 * Promise: while the person is known the hold stands in their own chain; what is recorded when it ends after an erasure
 *          holds no item and no person.
 * Source:  GDPR 17(3); docs/design.md 6.
 */
import { z } from 'zod';
import { heldKindNames, holdEnds, keepGrounds } from '../vocabulary/hold.ts';
import { RecordedCode, RecordedKey, RecordedText, RecordedTime, v1 } from './form.ts';

const Item = z.union([
  z.strictObject({ kind: z.enum(heldKindNames) }),
  z.strictObject({ purpose: RecordedKey }),
  z.strictObject({ fact: RecordedCode }),
]);

export const HoldSet = z.strictObject({
  v: v1,
  items: z.array(Item).min(1),
  ground: z.enum(keepGrounds),
  until: RecordedTime.exactOptional(),
  reason: RecordedText,
});
export type HoldSet = z.infer<typeof HoldSet>;

export const HoldLifted = z.strictObject({ v: v1, hold: RecordedCode, reason: RecordedText.exactOptional() });
export type HoldLifted = z.infer<typeof HoldLifted>;

/** Without a subject: the person was erased before. */
export const HoldEnded = z.strictObject({
  v: v1,
  hold: RecordedCode,
  certificate: RecordedCode,
  why: z.enum(holdEnds),
  entries: z.int().min(0),
});
export type HoldEnded = z.infer<typeof HoldEnded>;
