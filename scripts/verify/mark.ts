/**
 * The mark: the newest size and root of each log, kept outside the database so that a ledger put back to an older state shows.
 * Flow:    witness folder → here → verify-log.
 * Promise: the ledger may be ahead of the mark, never behind it, and had the mark's root at the mark's size.
 * Source:  DESIGN section 5; RELIABILITY F8, F10.
 */
import { sameBytes } from './bytes.ts';
import { type GrowingTree, rootOf } from './growing-tree.ts';
import type { Findings } from './wrong.ts';

export interface Mark {
  readonly log: number;
  readonly size: number;
  readonly root: Uint8Array;
}

/** To be called at every size of the tree; says something only at the size of the mark. */
export function compareMark(mark: Mark | undefined, tree: GrowingTree, findings: Findings): void {
  if (mark?.size !== tree.size || sameBytes(rootOf(tree), mark.root)) return;
  findings.add(`log ${mark.log} mark`, `had another root at size ${mark.size}: the ledger was rewritten`);
}

/** To be called when the last entry was seen. */
export function finishMark(mark: Mark | undefined, tree: GrowingTree, findings: Findings): void {
  if (mark === undefined || mark.size <= tree.size) return;
  findings.add(`log ${mark.log} mark`, `says size ${mark.size}, and ${tree.size} entries are left: the ledger was put back to an older state`);
}
