/**
 * One entry held against the newest checkpoint of its log: every hash on the way, and what came of it.
 * Flow:    prove.ts → here → answers/ledger.
 * Promise: what is said was computed now, from what is stored; nothing of a content is given.
 * Source:  RFC 9162 section 2.1.3.2; C2SP signed-note.
 */
import type { EntryProof } from '../ports/ledger-reader.ts';
import type { CipherKey, Keyring } from '../seal/keys.ts';
import { commitment, isSignedBy, nodeHash } from '../seal/seal.ts';
import type { Store } from '../store/store.ts';
import { readCheckpoint } from './checkpoints.ts';
import { entryAt, logRow } from './list-queries.ts';
import { committedIn, type EntryRow, isAsHashed, keyIdsOf, openEntry } from './opened.ts';
import { inclusionProof } from './proofs.ts';
import { tileSource } from './tile-source.ts';

interface Proving {
  readonly store: Store;
  readonly keyring: Keyring;
  /** The log that is written now. */
  readonly log: number;
}

type Step = EntryProof['steps'][number];

/** The numbers of the RFC: where the node stands on its level, and where the last one of that level does. */
function stepsOf(leaf: Uint8Array, proof: readonly Uint8Array[], { index, size }: { index: number; size: number }) {
  const steps: Step[] = [];
  let [node, place, last] = [leaf, index, size - 1];
  for (const beside of proof) {
    const isLeft = place % 2 === 1 || place === last;
    node = isLeft ? nodeHash(beside, node) : nodeHash(node, beside);
    steps.push({ beside, isLeft, makes: node });
    if (isLeft) for (; place % 2 === 0 && place > 0; ) [place, last] = [place / 2, Math.floor(last / 2)];
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return { steps, root: node, isThrough: last === 0 };
}

/** Only the key that this house signs with is its own word; of a closed log the key that was kept stands. */
async function keyOf({ store, keyring, log: current }: Proving, log: number): Promise<string> {
  return log === current ? keyring.vkey : ((await store.one(logRow, { log }))[0]?.vkey ?? '');
}

function asCommitted(row: EntryRow, key: CipherKey | undefined): boolean | undefined {
  if (row.payload === null) return undefined;
  const opened = openEntry(row, key);
  return opened !== undefined && committedIn(row) === commitment(opened.salt, opened.payload);
}

export async function proveEntry(proving: Proving, log: number, index: number): Promise<EntryProof | undefined> {
  const { store, keyring } = proving;
  const [row] = await store.one(entryAt, { log, index });
  const newest = row === undefined ? undefined : await readCheckpoint(store, log);
  if (row === undefined || newest === undefined) return undefined;
  const proof = await inclusionProof(tileSource(store, log), index, newest.size);
  if (proof === undefined) return undefined;
  const { steps, root, isThrough } = stepsOf(row.leafHash, proof, { index, size: newest.size });
  const keys = await keyring.forOpening(keyIdsOf([row]));
  const isAsCommitted = asCommitted(row, keys.get(row.keyId ?? ''));
  return {
    treeSize: newest.size,
    leafHash: row.leafHash,
    steps,
    root: newest.root,
    checkpoint: newest.note,
    leadsToRoot: isThrough && Buffer.compare(root, newest.root) === 0,
    isSigned: isSignedBy(newest.note, await keyOf(proving, log)),
    ...(row.entry === null ? {} : { isAsHashed: isAsHashed(row) }),
    ...(isAsCommitted === undefined ? {} : { isAsCommitted }),
  };
}
