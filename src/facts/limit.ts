/**
 * A restriction, an objection or an opt-out of a person, set or lifted.
 * Flow:    commands/limit → here → ledger → views/limit.
 * Promise: a lift by staff names why; one that changed nothing says so in `effect`.
 * Source:  GDPR 18, 21; 11 CCR 7025, 7026; docs/design.md 7.
 */
import { z } from 'zod';
import { liftCodes, limitKinds, limitSources } from '../vocabulary/limit.ts';
import { RecordedCode, RecordedKey, RecordedKeys, RecordedText, RecordedTime, v1 } from './form.ts';

const limit = {
  v: v1,
  kind: z.enum(limitKinds),
  purpose: RecordedKey.exactOptional(),
  dataCategories: RecordedKeys.exactOptional(),
  reason: RecordedText.exactOptional(),
  evidence: RecordedText.exactOptional(),
  occurredAt: RecordedTime.exactOptional(),
  channel: RecordedCode,
};

export const LimitSet = z.strictObject({ ...limit, source: z.enum(limitSources).exactOptional() });
export type LimitSet = z.infer<typeof LimitSet>;

export const LimitLifted = z.strictObject({
  ...limit,
  code: z.enum(liftCodes).exactOptional(),
  effect: z.enum(['lifted', 'none']),
  warnings: z.array(RecordedCode),
});
export type LimitLifted = z.infer<typeof LimitLifted>;
