/**
 * A model call that a trace told of: one that belongs to a use on record, or one that nobody asked for beforehand.
 * Flow:    commands/use/record-span → here → ledger → views/use/uncovered-row.
 * Promise: names, numbers and codes only; nothing of what was said to a model or by it, and no id of the trace. What
 *          is about nobody keeps the day and not the moment, so that it points at no entry of a person.
 * Source:  decision 0076; OpenTelemetry semantic conventions for generative AI.
 */
import { z } from 'zod';
import { uncoveredCauses } from '../vocabulary/span.ts';
import { useOutcomes } from '../vocabulary/use.ts';
import { RecordedDay, RecordedKey, RecordedTime, v1 } from './form.ts';

const name = z.string().min(1).max(100);
const count = z.int().min(0).max(1_000_000_000_000);

const call = {
  service: name.exactOptional(),
  provider: name.exactOptional(),
  model: name.exactOptional(),
  operation: name.exactOptional(),
};

/** A call that belongs to a permitted use; several may belong to one. */
export const UseObserved = z.strictObject({
  v: v1,
  /** The id of the use. */
  use: z.string().max(64),
  aiSystem: RecordedKey,
  purpose: RecordedKey,
  ...call,
  outcome: z.enum(useOutcomes),
  occurredAt: RecordedTime,
  /** Milliseconds. */
  duration: count,
  inputTokens: count.exactOptional(),
  outputTokens: count.exactOptional(),
});
export type UseObserved = z.infer<typeof UseObserved>;

/** A key that nobody declared is left out: it could hold anything. */
export const UseUncovered = z.strictObject({
  v: v1,
  cause: z.enum(uncoveredCauses),
  aiSystem: RecordedKey.exactOptional(),
  purpose: RecordedKey.exactOptional(),
  ...call,
  day: RecordedDay,
  /** Whether it also stands in the record of the person it was about. */
  reported: z.boolean(),
});
export type UseUncovered = z.infer<typeof UseUncovered>;
