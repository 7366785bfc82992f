/**
 * Records in the ledger that a key of the house was changed, from the notes that the keystore has of it.
 * Flow:    house (every second) → here → erasure/run-step (one turn) → entries.
 * Promise: each change is recorded once, under the id that its note carries, whoever made it and whoever was stopped in
 *          between; the act is the house's, and names who had it done.
 * Source:  decision 0124.
 */
import type { Rotation } from '../seal/seal.ts';
import { ask, type Steps } from '../store/query.ts';
import type { ErasureSetup } from './erasure/erasure.ts';
import { type GrownTree, recordFacts, writeStep } from './erasure/run-step.ts';
import { entriesById } from './queries.ts';

type Rotating = Pick<ErasureSetup, 'store' | 'keyring' | 'room' | 'writer'>;

/** To be asked again and again; what was recorded is remembered. */
export function rotationRecorder(setup: Rotating): () => Promise<void> {
  const recorded = new Set<string>();
  return async () => {
    for (const rotation of await setup.keyring.rotations()) {
      if (recorded.has(rotation.fact)) continue;
      await writeStep(
        setup,
        () => record(setup, rotation),
        (grown) => grown,
      );
      recorded.add(rotation.fact);
    }
  };
}

function* record(setup: Rotating, { key, from, to, by, fact }: Rotation): Steps<GrownTree | undefined> {
  const [found] = yield* ask(entriesById, { ids: [fact] });
  if (found !== undefined) return undefined;
  return yield* recordFacts(setup, [{ id: fact, kind: 'key.rotated', payload: { v: 1, key, from, to, by } }]);
}
