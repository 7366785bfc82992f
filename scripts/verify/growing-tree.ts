/**
 * A tree that grows leaf by leaf and keeps only its open right edge, so that a log of any length is checked in little
 * memory.
 * Flow:    log → here → root at any size on the way, and every finished node for the tiles.
 * Promise: `rootOf` equals MTH of RFC 9162 over all leaves appended so far.
 * Source:  RFC 9162 section 2.1.1.
 */
import { emptyRoot, nodeHash } from './merkle.ts';

export interface GrowingTree {
  size: number;
  /** At height h the root of the open perfect subtree of 2^h leaves, where the size has that bit. */
  readonly edge: Uint8Array[];
}

export const growingTree = (): GrowingTree => ({ size: 0, edge: [] });

/**
 * Called for every node that is finished and never changes again; `position` counts nodes of that height from the left.
 */
type NodeFinished = (height: number, position: number, hash: Uint8Array) => void;

export function appendLeaf(tree: GrowingTree, leaf: Uint8Array, finished?: NodeFinished): void {
  let node = leaf;
  let height = 0;
  let position = tree.size;
  finished?.(height, position, node);
  while (position % 2 === 1) {
    node = nodeHash(tree.edge[height] as Uint8Array, node);
    height += 1;
    position = (position - 1) / 2;
    finished?.(height, position, node);
  }
  tree.edge[height] = node;
  tree.size += 1;
}

export function rootOf(tree: GrowingTree): Uint8Array {
  let root: Uint8Array | undefined;
  let rest = tree.size;
  for (let height = 0; rest > 0; height += 1) {
    if (rest % 2 === 1) {
      const node = tree.edge[height] as Uint8Array;
      root = root === undefined ? node : nodeHash(node, root);
    }
    rest = Math.floor(rest / 2);
  }
  return root ?? emptyRoot();
}
