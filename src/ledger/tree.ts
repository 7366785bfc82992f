/**
 * The Merkle tree of one log while it grows: only its open right edge, as plain data, and every tile that became full.
 * Flow:    leaf hashes of a batch → here → tiles to store, root to sign; at start, the open hashes of the store → here.
 * Promise: `rootOf` equals MTH of RFC 9162 over all leaves; a state is never changed, so a batch that fails leaves no
 *          trace.
 * Source:  RFC 9162 section 2.1.1; C2SP tlog-tiles.
 */
import { nodeHash, sha256 } from '../seal/seal.ts';

/** Hashes in a full tile, and how many times a tile halves on the way to its root. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;
/** Bytes of one hash. */
export const HASH_LENGTH = 32;

export interface TreeState {
  readonly size: number;
  /** At each tile level the hashes of the tile that is not full yet. */
  readonly partial: readonly (readonly Uint8Array[])[];
  /**
   * At height h the root of the rightmost perfect subtree of 2^h leaves; it means something only where the size has
   * that bit.
   */
  readonly edge: readonly Uint8Array[];
}

export interface FullTile {
  readonly level: number;
  readonly index: number;
  /** The 256 hashes one after the other, 8,192 bytes. */
  readonly hashes: Uint8Array;
  readonly root: Uint8Array;
}

interface Appended {
  readonly state: TreeState;
  readonly fullTiles: readonly FullTile[];
  readonly root: Uint8Array;
}

export const emptyTree: TreeState = { size: 0, partial: [], edge: [] };

export function append(state: TreeState, leafHashes: readonly Uint8Array[]): Appended {
  const growing: Growing = {
    size: state.size,
    partial: state.partial.map((hashes) => [...hashes]),
    edge: [...state.edge],
    fullTiles: [],
  };
  for (const leaf of leafHashes) appendLeaf(growing, leaf);
  const { fullTiles, ...grown } = growing;
  return { state: grown, fullTiles, root: rootOf(grown) };
}

interface Growing {
  size: number;
  readonly partial: Uint8Array[][];
  readonly edge: Uint8Array[];
  readonly fullTiles: FullTile[];
}

function appendLeaf(growing: Growing, leaf: Uint8Array): void {
  let node = leaf;
  let height = 0;
  let position = growing.size;
  finish(growing, { node, height, position });
  while (position % 2 === 1) {
    node = nodeHash(growing.edge[height] as Uint8Array, node);
    height += 1;
    position = (position - 1) / 2;
    finish(growing, { node, height, position });
  }
  growing.edge[height] = node;
  growing.size += 1;
}

/**
 * Takes a node that will never change again into the tile it belongs to; the root of a full tile is the node right
 * above it.
 */
function finish(
  growing: Growing,
  { node, height, position }: { node: Uint8Array; height: number; position: number },
): void {
  if (height % TILE_HEIGHT !== 0) return;
  const level = height / TILE_HEIGHT;
  const below = growing.partial[level - 1];
  if (below !== undefined) {
    growing.fullTiles.push({
      level: level - 1,
      index: position,
      hashes: new Uint8Array(Buffer.concat(below)),
      root: node,
    });
    growing.partial[level - 1] = [];
  }
  growing.partial[level] ??= [];
  growing.partial[level].push(node);
}

export function rootOf({ size, edge }: TreeState): Uint8Array {
  let root: Uint8Array | undefined;
  // Arithmetic and not bit operators: those would cut a tree size to 32 bits.
  for (let height = 0, rest = size; rest > 0; height += 1, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 0) continue;
    const node = edge[height] as Uint8Array;
    root = root === undefined ? node : nodeHash(node, root);
  }
  return root ?? sha256(new Uint8Array(0));
}

/** How many hashes a tile level has in a tree of this size. */
export const hashesAt = (level: number, size: number): number => Math.floor(size / TILE_WIDTH ** level);

/** The state of a stored log, from the hashes of the open tile of each level. */
export function treeFrom(size: number, open: readonly (readonly Uint8Array[])[]): TreeState {
  const partial: Uint8Array[][] = [];
  const edge: Uint8Array[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const hashes = open[level] ?? [];
    const width = hashesAt(level, size) % TILE_WIDTH;
    if (hashes.length !== width)
      throw new Error(
        `The open tile of level ${level} has ${hashes.length} hashes where a tree of ${size} entries has ${width}.`,
      );
    partial.push([...hashes]);
    edge.push(...edgeOf(hashes));
  }
  return { size, partial, edge };
}

/** The roots of the perfect subtrees that an open tile is made of, by their height within it. */
function edgeOf(hashes: readonly Uint8Array[]): readonly Uint8Array[] {
  const edge = new Array<Uint8Array>(TILE_HEIGHT).fill(new Uint8Array(0));
  hashes.forEach((leaf, index) => {
    let node = leaf;
    let height = 0;
    for (let position = index; position % 2 === 1; position = (position - 1) / 2) {
      node = nodeHash(edge[height] as Uint8Array, node);
      height += 1;
    }
    edge[height] = node;
  });
  return edge;
}
