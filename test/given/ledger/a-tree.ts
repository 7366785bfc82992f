/** A log in memory that keeps what the store keeps, and the recursive tree of RFC 6962 to hold it against. */
import { createHash } from 'node:crypto';
import type { Run, TileCoordinate, TileSource } from '../../../src/ledger/tiles.ts';
import { append, emptyTree, type FullTile, type TreeState } from '../../../src/ledger/tree.ts';

const sha256 = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
const half = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);

/** MTH(D[n]), PATH(m, D[n]) and SUBPROOF(m, D[n], b) as RFC 6962 section 2.1 writes them. */
export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0]!;
  const k = half(leaves.length);
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}
export function naivePath(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  const k = half(leaves.length);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}
export function naiveSubproof(m: number, leaves: readonly Uint8Array[], whole = true): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const k = half(leaves.length);
  if (m <= k) return [...naiveSubproof(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))];
  return [...naiveSubproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

export const aLeaf = (index: number): Uint8Array => sha256(Buffer.of(0), Buffer.from(`leaf ${index}`));
export const someLeaves = (count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => aLeaf(index));
export const hex = (hashes: readonly Uint8Array[]): string[] => hashes.map((hash) => Buffer.from(hash).toString('hex'));

export interface KeptTree extends TileSource {
  state: TreeState;
  root: Uint8Array;
  readonly fullTiles: FullTile[];
  readonly reads: { tiles: number; runs: number };
  add(leaves: readonly Uint8Array[]): void;
}

export function aTree(leaves: readonly Uint8Array[] = []): KeptTree {
  const kept: Uint8Array[] = [];
  const byPlace = new Map<string, FullTile>();
  const tree: KeptTree = {
    state: emptyTree,
    root: append(emptyTree, []).root,
    fullTiles: [],
    reads: { tiles: 0, runs: 0 },
    add(more) {
      const appended = append(tree.state, more);
      Object.assign(tree, { state: appended.state, root: appended.root });
      for (const leaf of more) kept.push(leaf);
      for (const tile of appended.fullTiles) {
        tree.fullTiles.push(tile);
        byPlace.set(`${tile.level}/${tile.index}`, tile);
      }
    },
    tiles(coordinates: readonly TileCoordinate[]) {
      tree.reads.tiles += 1;
      return coordinates.map(({ level, index }) => byPlace.get(`${level}/${index}`)?.hashes);
    },
    runs(runs: readonly Run[]) {
      tree.reads.runs += 1;
      return runs.map(({ level, from, to }) =>
        level === 0
          ? kept.slice(from, to)
          : (Array.from(
              { length: to - from },
              (_, at) => byPlace.get(`${level - 1}/${from + at}`)?.root ?? [],
            ).flat() as Uint8Array[]),
      );
    },
  };
  if (leaves.length > 0) tree.add(leaves);
  return tree;
}
