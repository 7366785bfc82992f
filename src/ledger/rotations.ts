/**
 * Records in the ledger that a key of the house was changed, from the notes that the keystore has of it; a new key of
 * the log comes into force by that.
 * Flow:    house (every second) → here → erasure/run-step (one turn) → entries.
 * Promise: each change is recorded once, under the id that its note carries, whoever made it and whoever was stopped in
 *          between; the act is the house's, and names who had it done. A key of the log is named under a checkpoint of
 *          the one before it, and the same commit ends under a checkpoint of its own.
 * Source:  docs/design.md 5; decision 0124; decision 0125.
 */
import { newId, type Rotation } from '../seal/seal.ts';
import { ask, put, type Steps } from '../store/query.ts';
import type { ErasureSetup } from './erasure/erasure.ts';
import { type GrownTree, recordFacts, writeStep } from './erasure/run-step.ts';
import { followKey } from './key-changes.ts';
import { logRow } from './list-queries.ts';
import { entriesById } from './queries.ts';

interface Rotating extends Pick<ErasureSetup, 'store' | 'keyring' | 'room' | 'writer'> {
  now(): number;
  /** Told where the log has a new key. */
  onLogKey(vkey: string): void;
}

/** A node that starts meanwhile may still look for the key before. */
const RETIRE_AFTER_MS = 60_000;

/** To be asked again and again; what was recorded is remembered. */
export function rotationRecorder(setup: Rotating): () => Promise<void> {
  const [recorded, retired] = [new Set<string>(), new Set<string>()];
  const { keyring } = setup;
  return async () => {
    await keyring.endIssuers(setup.now());
    for (const rotation of await keyring.rotations()) {
      if (!recorded.has(rotation.fact)) await come(setup, rotation);
      recorded.add(rotation.fact);
      if (rotation.key !== 'log' || retired.has(rotation.fact) || setup.now() < rotation.at + RETIRE_AFTER_MS) continue;
      if (rotation.to.startsWith(`${keyring.origin}+`)) await keyring.retire();
      retired.add(rotation.fact);
    }
  };
}

async function come(setup: Rotating, rotation: Rotation): Promise<void> {
  const { keyring } = setup;
  if (rotation.key === 'log') await keyring.prepare();
  await writeStep(
    setup,
    () => record(setup, rotation),
    (grown) => grown,
  );
  if (rotation.key === 'log') setup.onLogKey(keyring.vkey);
}

function* record(setup: Rotating, rotation: Rotation): Steps<GrownTree | undefined> {
  const { room, keyring } = setup;
  yield* followKey({ log: room.log, keyring });
  const { key, from, to, by, fact } = rotation;
  const [found] = yield* ask(entriesById, { ids: [fact] });
  if (found !== undefined) return undefined;
  if (key === 'log' && !(yield* changeLogKey(setup, rotation))) return undefined;
  return yield* recordFacts(setup, [{ id: fact, kind: 'key.rotated', payload: { v: 1, key, from, to, by } }]);
}

/** Not where another key is in force than the one that it was to follow, as after a restore. */
function* changeLogKey(setup: Rotating, { from, to }: Rotation): Steps<boolean> {
  const [row] = yield* ask(logRow, { log: setup.room.log });
  if (row?.vkey !== from) return false;
  yield* recordFacts(setup, [{ id: newId('fact'), kind: 'log.key-changed', payload: { v: 1, vkey: to } }]);
  yield* put('logs', [{ ...row, vkey: to }], true);
  return true;
}
