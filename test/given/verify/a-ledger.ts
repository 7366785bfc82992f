/** A small ledger made from docs/design.md 5 alone, for tests of the verifier: no code of the server takes part. */

import { createHash, randomBytes } from 'node:crypto';
import { appendLeaf, growingTree, rootOf } from '../../../scripts/verify/growing-tree.ts';
import { leafHash, nodeHash } from '../../../scripts/verify/merkle.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { aCheckpoint, aSigner, base64, type Signer } from './a-signer.ts';

export interface MadeEntry {
  index: number;
  id: string;
  kind: string;
  at: number;
  subject: string | null;
  n: number | null;
  entry: Buffer;
  payload: Buffer;
  salt: Buffer;
  leafHash: Buffer;
  sealed: boolean;
}

export interface MadeLedger {
  readonly log: number;
  readonly signer: Signer;
  readonly entries: MadeEntry[];
  readonly checkpoints: { size: number; root: Buffer; note: string }[];
  add(fact: { kind: string; subject?: string; payload?: object; sealed?: boolean }): MadeEntry;
  /** Signs the tree as it stands, as the server does once a batch. */
  sign(signer?: Signer): void;
  root(size: number): Buffer;
  proof(index: number, size: number): Buffer[];
}

export const aSubject = (digit: number): string => `sub_${String(digit).padStart(26, '0')}`;
const START = Date.UTC(2026, 0, 1, 8);

/** The person's newest entry, kept over several logs, because n and prev go on after a restore. */
export type Newest = Map<string, { n: number; leafHash: Buffer }>;

export function aLedger(log = 0, newest: Newest = new Map()): MadeLedger {
  const origin = `ledger.example/${log}`;
  const signer = aSigner(origin);
  const entries: MadeEntry[] = [];
  const checkpoints: MadeLedger['checkpoints'] = [];
  const leaves = (size: number): Buffer[] => entries.slice(0, size).map((entry) => entry.leafHash);
  return {
    log,
    signer,
    entries,
    checkpoints,
    add({ kind, subject, payload = { v: 1 }, sealed = false }) {
      const before = subject === undefined ? undefined : newest.get(subject);
      const salt = randomBytes(32);
      const content = Buffer.from(JSON.stringify(payload));
      const index = entries.length;
      const id = `fact_${String(log)}${String(index).padStart(25, '0')}`;
      const at = START + index * 1_000;
      const n = subject === undefined ? null : (before?.n ?? 0) + 1;
      const members = {
        actor: { id: 'act_1', role: 'service' },
        at: new Date(at).toISOString(),
        commitment: createHash('sha256').update(salt).update(content).digest('base64'),
        id,
        kind,
        ...(n === null ? {} : { n }),
        origin,
        ...(before === undefined ? {} : { prev: base64(before.leafHash) }),
        ...defined({ subject }),
        v: 1,
      };
      const entry = Buffer.from(JSON.stringify(members));
      const made = {
        index,
        id,
        kind,
        at,
        subject: subject ?? null,
        n,
        entry,
        payload: content,
        salt,
        leafHash: Buffer.from(leafHash(entry)),
        sealed,
      };
      entries.push(made);
      if (subject !== undefined && n !== null) newest.set(subject, { n, leafHash: made.leafHash });
      return made;
    },
    sign(by = signer) {
      const size = entries.length;
      const root = rootOfLeaves(leaves(size));
      checkpoints.push({ size, root, note: aCheckpoint(by, size, root) });
    },
    root: (size) => rootOfLeaves(leaves(size)),
    proof: (index, size) => pathTo(index, leaves(size)),
  };
}

function rootOfLeaves(leaves: readonly Buffer[]): Buffer {
  const tree = growingTree();
  for (const leaf of leaves) appendLeaf(tree, leaf);
  return Buffer.from(rootOf(tree));
}

/** PATH(m, D[n]) of RFC 9162 section 2.1.3.1, written as there: by splitting at the largest power of two below n. */
function pathTo(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return [];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split ? [...pathTo(index, left), treeHash(right)] : [...pathTo(index - split, right), treeHash(left)];
}

/** MTH(D[n]), recursively, so that it shares nothing with the growing tree that it is compared with. */
export function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] as Buffer;
  if (leaves.length === 0) return createHash('sha256').digest();
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return Buffer.from(nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split))));
}
