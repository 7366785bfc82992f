/**
 * The note in the keystore that a key was changed: by whom, from which to which; the house records it in the ledger.
 * Flow:    rotate-master, log-keys (the change) → keystore → here → composed/rotating.
 * Promise: one note for each change, kept in the same commit that ends it; it carries the id of its fact, so that the
 *          change stands in the ledger once, however often somebody was stopped in it.
 */
import type { KeyStore, Rotation, StoredKey } from './keys.ts';
import type { MasterKeys } from './master-key.ts';
import { unwrap, wrap } from './wrapping.ts';

const USE = 'rotation';

export const rotationRow = (master: MasterKeys, rotation: Rotation): StoredKey =>
  wrap(
    master,
    { id: `rotation/${rotation.key}/${rotation.to}`, use: USE, subject: null, period: null, createdAt: rotation.at },
    Buffer.from(JSON.stringify(rotation)),
  );

/** Oldest first. */
export async function rotationsIn(store: KeyStore, master: MasterKeys): Promise<readonly Rotation[]> {
  return (await store.all(USE)).map((row) => JSON.parse(Buffer.from(unwrap(master, row)).toString()) as Rotation);
}
