/**
 * One fact with everything that proves it: entry, salt, content, the hashes to the root and the signed checkpoint.
 * Flow:    prove.ts → here → answers/receipt.
 * Promise: proof and checkpoint are of one size; nothing is given of a fact whose content is gone.
 * Source:  docs/design.md 5; RFC 9162 section 2.1.3.
 */
import type { ProvenFact } from '../ports/ledger-reader.ts';
import type { Keyring } from '../seal/keys.ts';
import type { Store } from '../store/store.ts';
import { readCheckpoint } from './checkpoints.ts';
import { keyIdsOf, openEntry } from './opened.ts';
import { inclusionProof } from './proofs.ts';
import { entriesById } from './queries.ts';
import { tileSource } from './tile-source.ts';

interface Opening {
  readonly store: Store;
  readonly keyring: Keyring;
}

export async function provenFact({ store, keyring }: Opening, id: string): Promise<ProvenFact | undefined> {
  const [row] = await store.one(entriesById, { ids: [id] });
  if (row === undefined || row.entry === null) return undefined;
  const keys = await keyring.forOpening(keyIdsOf([row]));
  const opened = openEntry(row, keys.get(row.keyId ?? ''));
  const newest = opened === undefined ? undefined : await readCheckpoint(store, row.log);
  if (opened === undefined || newest === undefined) return undefined;
  const proof = await inclusionProof(tileSource(store, row.log), row.index, newest.size);
  return proof && { index: row.index, entry: row.entry, ...opened, proof, checkpoint: newest.note };
}
