/**
 * The evidence bundle of one person: every entry with its proof, the registry versions it cites, and the notes that
 * sign it.
 * Flow:    entries, proofs and notes of one tree size → here → the JSON that `scripts/verify` judges without us.
 * Promise: nothing is signed, opened or left out here; order is that of the log, and an entry stands in a bundle once.
 * Source:  docs/design.md 5 (evidence bundle).
 */

import { base64 } from '../vocabulary/base64.ts';
import { defined } from '../vocabulary/defined.ts';
import { HASH_LENGTH } from './tree.ts';

/**
 * An entry and what proves it. `payload` and `salt` are null only where an erasure or retention fact covers the entry.
 */
export interface ProvenEntry {
  readonly log: number;
  readonly index: number;
  readonly entry: Uint8Array;
  readonly payload: string | null;
  readonly salt: Uint8Array | null;
  /** From leaf to root, at the size of the checkpoint. */
  readonly proof: readonly Uint8Array[];
}

/** The fact that named a later key; `checkpoint` is one under the key before, where the newest is not. */
export interface KeyStep extends ProvenEntry {
  readonly vkey: string;
  readonly checkpoint?: string;
}

export interface SignedLog {
  readonly log: number;
  readonly origin: string;
  readonly vkey: string;
  /** The signed note. */
  readonly checkpoint: string;
  readonly keys?: readonly KeyStep[];
}

export interface EvidenceParts extends SignedLog {
  /** Null for a bundle about nobody: registry facts alone, without a head. */
  readonly subject: string | null;
  /** The signed head note, at the size of the checkpoint. */
  readonly head: string | null;
  /** Every entry of the person. */
  readonly entries: readonly ProvenEntry[];
  /** Cited registry facts, and the facts that cover emptied entries. */
  readonly registry: readonly ProvenEntry[];
  /** Closed logs that this one continued and that hold some of the entries. */
  readonly earlier?: readonly SignedLog[];
}

interface EvidenceItem {
  readonly log: number;
  readonly index: number;
  readonly entry: string;
  readonly payload: string | null;
  readonly salt: string | null;
  readonly proof: readonly string[];
}

interface EvidenceLog {
  readonly log: number;
  readonly origin: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly keys: readonly (EvidenceItem & { readonly vkey: string; readonly checkpoint?: string })[];
}

export interface EvidenceDocument {
  readonly v: 1;
  readonly subject: string | null;
  readonly origin: string;
  readonly vkey: string;
  readonly checkpoint: string;
  readonly logs: readonly EvidenceLog[];
  readonly head: string | null;
  readonly entries: readonly EvidenceItem[];
  readonly registry: readonly EvidenceItem[];
}

export function evidenceBundle(evidence: EvidenceParts): EvidenceDocument {
  const { subject, origin, vkey, checkpoint, head, entries, registry, earlier = [] } = evidence;
  const logs = [...earlier, evidence].map(evidenceLog);
  // A fact that a log's chain of keys carries already may not stand under the registry a second time.
  const shown = new Set(
    [...entries, ...logs.flatMap((log) => log.keys.filter((step) => step.checkpoint === undefined))].map(placeOf),
  );
  return {
    v: 1,
    subject,
    origin,
    vkey,
    checkpoint,
    logs,
    head,
    entries: inOrder(entries).map(evidenceItem),
    registry: inOrder(registry.filter((each) => !shown.has(placeOf(each)))).map(evidenceItem),
  };
}

const placeOf = ({ log, index }: { readonly log: number; readonly index: number }): string => `${log}/${index}`;

/** By place, each place once. A person's `n` rises with the place, so this is the order of `n` too. */
function inOrder(entries: readonly ProvenEntry[]): readonly ProvenEntry[] {
  const once = [...new Map(entries.map((entry) => [placeOf(entry), entry])).values()];
  return once.sort((a, b) => a.log - b.log || a.index - b.index);
}

export const evidenceLog = ({ log, origin, vkey, checkpoint, keys = [] }: SignedLog): EvidenceLog => ({
  log,
  origin,
  vkey,
  checkpoint,
  keys: keys.map((step) => ({ vkey: step.vkey, ...defined({ checkpoint: step.checkpoint }), ...evidenceItem(step) })),
});

export function evidenceItem({ log, index, entry, payload, salt, proof }: ProvenEntry): EvidenceItem {
  if ((payload === null) !== (salt === null))
    throw new Error(`Entry ${log}/${index} has a payload without its salt, or a salt without its payload.`);
  if (proof.some((hash) => hash.length !== HASH_LENGTH))
    throw new Error(`The proof of entry ${log}/${index} holds something that is no hash.`);
  return {
    log,
    index,
    entry: base64(entry),
    payload,
    salt: salt === null ? null : base64(salt),
    proof: proof.map(base64),
  };
}
