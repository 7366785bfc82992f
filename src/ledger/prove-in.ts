/**
 * Inclusion proofs of entries, at the sizes that are given for their logs.
 * Flow:    stored entries, tiles → here → evidence.
 * Promise: an entry beyond the size, or without its bytes, is left out and never given without a proof.
 * Source:  RFC 9162 section 2.1.3.
 */
import type { CipherKey } from '../seal/keys.ts';
import type { Store } from '../store/store.ts';
import type { TreePoint } from '../vocabulary/place.ts';
import type { ProvenEntry } from './evidence.ts';
import { type EntryRow, openEntry } from './opened.ts';
import { inclusionProofs } from './proofs.ts';
import { tileSource } from './tile-source.ts';

export async function proveIn(
  store: Store,
  points: readonly TreePoint[],
  { rows, keys }: Omit<Rows, 'size'>,
): Promise<readonly ProvenEntry[]> {
  const proven: ProvenEntry[] = [];
  for (const { log, size } of points) {
    const own = rows.filter((row) => row.log === log);
    if (own.length > 0) proven.push(...(await prove(tileSource(store, log), { rows: own, size, keys })));
  }
  return proven;
}

interface Rows {
  readonly rows: readonly EntryRow[];
  readonly size: number;
  readonly keys: ReadonlyMap<string, CipherKey>;
}

async function prove(
  source: ReturnType<typeof tileSource>,
  { rows, size, keys }: Rows,
): Promise<readonly ProvenEntry[]> {
  const present = rows.filter((row) => row.entry !== null && row.index < size);
  const proofs =
    (await inclusionProofs(
      source,
      present.map(({ index }) => index),
      size,
    )) ?? [];
  return present.map((row, i) => {
    const opened = openEntry(row, keys.get(row.keyId ?? ''));
    return {
      log: row.log,
      index: row.index,
      entry: row.entry ?? new Uint8Array(),
      payload: opened?.payload ?? null,
      salt: opened?.salt ?? null,
      proof: proofs[i] ?? [],
    };
  });
}
