/**
 * The open edge of the tree, remembered between batches and loaded where another node went on.
 * Flow:    batch → here → stored checkpoints, tiles and leaves → tree.
 * Promise: what was loaded has the root of the newest signed checkpoint, or nothing is appended.
 * Source:  docs/design.md 4 and 5.
 */
import { SealedError } from '../seal/seal.ts';
import { ask, type Steps } from '../store/query.ts';
import { Unavailable } from '../store/store.ts';
import { newestCheckpoint } from './checkpoints.ts';
import { leavesFrom, tileRootsFrom } from './queries.ts';
import { emptyTree, rootOf, type TreeState, treeFrom } from './tree.ts';

const WIDTH = 256;
const NOT_AS_SIGNED = 'tree-does-not-match-checkpoint';

export function* loadTree(log: number, remembered: TreeState | undefined): Steps<TreeState> {
  const [newest] = yield* ask(newestCheckpoint, { log });
  if (newest === undefined) return emptyTree;
  if (remembered?.size === newest.size) return remembered;
  const open: Uint8Array[][] = [
    (yield* ask(leavesFrom, { log, from: Math.floor(newest.size / WIDTH) * WIDTH })).map((row) => row.leafHash),
  ];
  for (
    let level = 1, count = Math.floor(newest.size / WIDTH);
    count > 0;
    level += 1, count = Math.floor(count / WIDTH)
  ) {
    const from = Math.floor(count / WIDTH) * WIDTH;
    open.push((yield* ask(tileRootsFrom, { log, level: level - 1, from })).map((row) => row.root));
  }
  const tree = treeIn(newest.size, open);
  if (Buffer.compare(rootOf(tree), newest.root) !== 0) throw new Unavailable(NOT_AS_SIGNED);
  return tree;
}

function treeIn(size: number, open: readonly (readonly Uint8Array[])[]): TreeState {
  try {
    return treeFrom(size, open);
  } catch (fault) {
    throw new Unavailable(NOT_AS_SIGNED, fault);
  }
}

/** At a start there is nothing to go on from then: the house is sealed, and says what to do. */
export async function sealedWhereUnlike<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (!(fault instanceof Unavailable) || fault.code !== NOT_AS_SIGNED) throw fault;
    throw new SealedError(
      'ledger-damaged',
      'The entries of the ledger are not those that its newest checkpoint signed: one was changed or taken away. Run `npm run verify -- --all`, which names it, and restore from a backup.',
    );
  }
}
