/**
 * The Merkle tree of RFC 6962 and RFC 9162: leaf hash, node hash, and the two proof checks, word for word.
 * Flow:    bundle, log → here → yes or no.
 * Promise: the algorithms MUST stay those of the RFC, unmodified; home-made shortcuts are how other verifiers were
 *          broken.
 * Source:  RFC 9162 sections 2.1.1, 2.1.3.2 and 2.1.4.2; decision 0002 for trees of size 0.
 */
import { HASH_LENGTH, sameBytes, sha256 } from './bytes.ts';

const LEAF = 0x00;
const NODE = 0x01;

export function leafHash(entry: Uint8Array): Uint8Array {
  const input = Buffer.allocUnsafe(1 + entry.length);
  input[0] = LEAF;
  input.set(entry, 1);
  return sha256(input);
}

// One buffer for all node hashes: hashing is synchronous, so nobody can see it half written.
const nodeInput = Buffer.alloc(1 + 2 * HASH_LENGTH, NODE);

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_LENGTH);
  return sha256(nodeInput);
}

export const emptyRoot = (): Uint8Array => sha256(new Uint8Array(0));

interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** Hashes from the leaf to the root. */
  readonly proof: readonly Uint8Array[];
}

/** Is this leaf at this index of the tree of this size and root? */
export function verifyInclusion(claim: InclusionClaim): boolean {
  if (!isPosition(claim.index) || !isPosition(claim.size) || claim.index >= claim.size) return false;
  if (![claim.leafHash, claim.root, ...claim.proof].every(isHash)) return false;
  let fn = claim.index;
  let sn = claim.size - 1;
  let r = claim.leafHash;
  for (const p of claim.proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(p, r);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      r = nodeHash(r, p);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(r, claim.root);
}

interface ConsistencyClaim {
  readonly firstSize: number;
  readonly firstRoot: Uint8Array;
  readonly secondSize: number;
  readonly secondRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Is the second tree the first one with entries appended? A first tree of size 0 proves nothing and is refused. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { firstSize: first, secondSize: second } = claim;
  if (!isPosition(first) || !isPosition(second) || first === 0 || first > second) return false;
  if (![claim.firstRoot, claim.secondRoot, ...claim.proof].every(isHash)) return false;
  if (first === second) return claim.proof.length === 0 && sameBytes(claim.firstRoot, claim.secondRoot);
  if (claim.proof.length === 0) return false;
  const path = isPowerOfTwo(first) ? [claim.firstRoot, ...claim.proof] : [...claim.proof];
  let fn = first - 1;
  let sn = second - 1;
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let fr = path[0] as Uint8Array;
  let sr = fr;
  for (const c of path.slice(1)) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(c, fr);
      sr = nodeHash(c, sr);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sr, c);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameBytes(fr, claim.firstRoot) && sameBytes(sr, claim.secondRoot);
}

const isHash = (bytes: Uint8Array): boolean => bytes.length === HASH_LENGTH;
const isPosition = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
// Arithmetic and not bit operators: those would cut a tree size to 32 bits.
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (!isOdd(rest)) rest = half(rest);
  return rest === 1;
}
