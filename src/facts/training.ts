/**
 * A training run: that it was registered and with which filter, whose data went into it, and how it ended.
 * Flow:    commands/training → here → ledger → views/training.
 * Promise: what stands about a run holds no person, so that it outlives every erasure; what stands about a person says
 *          run and model version, and goes with the person.
 * Source:  decision 0077.
 */
import { z } from 'zod';
import { useOutcomes } from '../vocabulary/use.ts';
import { RecordedKey, RecordedKeys, RecordedRegime, v1 } from './form.ts';
import { judged } from './use.ts';

const run = z.string().startsWith('trn_').max(64);
const modelVersion = z.string().min(1).max(64);
const count = z.int().min(0);

export const TrainingRegistered = z.strictObject({
  v: v1,
  aiSystem: RecordedKey,
  purpose: RecordedKey,
  modelVersion,
  dataCategories: RecordedKeys.exactOptional(),
  regimes: z.array(RecordedRegime).exactOptional(),
});
export type TrainingRegistered = z.infer<typeof TrainingRegistered>;

/** One person, once a run. */
export const TrainingIncluded = z.strictObject({
  v: v1,
  run,
  aiSystem: RecordedKey,
  purpose: RecordedKey,
  modelVersion,
  dataCategories: RecordedKeys,
  ...judged,
});
export type TrainingIncluded = z.infer<typeof TrainingIncluded>;

/** What one call did, so that it is known how many were in it also after they were erased. */
export const TrainingCounted = z.strictObject({ v: v1, run, included: count, refused: count });
export type TrainingCounted = z.infer<typeof TrainingCounted>;

export const TrainingEnded = z.strictObject({ v: v1, run, outcome: z.enum(useOutcomes) });
export type TrainingEnded = z.infer<typeof TrainingEnded>;
