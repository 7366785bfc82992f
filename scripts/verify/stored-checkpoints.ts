/**
 * Compares the growing tree with every checkpoint that the log ever signed and kept.
 * Flow:    verify-log (the tree at each size) → here → findings.
 * Promise: each kept checkpoint is signed by a trusted key and equals the tree at its size; the newest one is the end of the log.
 * Source:  C2SP tlog-checkpoint; RELIABILITY F8 to F10.
 */
import { sameBytes } from './bytes.ts';
import { rootOf, type GrowingTree } from './growing-tree.ts';
import { checkpointsOf, type Rows, type StoredCheckpoint, type StoredLog } from './stored-log.ts';
import { openTrusted, type Trust } from './trust.ts';
import type { Vkey } from './vkey.ts';
import { type Findings, isWrong } from './wrong.ts';

export interface Checkpoints {
  readonly count: number;
  /** The size that the tree must reach before the next comparison; undefined when all were compared. */
  readonly nextSize: number | undefined;
  compare(tree: GrowingTree): Promise<void>;
  /** To be called when the last entry was seen. */
  finish(tree: GrowingTree): Promise<void>;
  /** A key that the log itself names, under a checkpoint of a key before it. */
  believe(vkey: Vkey): void;
  /** From here on the tree cannot be compared, because entries are missing. */
  giveUp(): void;
}

export async function checkpointsFor(source: Rows, stored: StoredLog, { trust, findings }: { readonly trust: Trust; readonly findings: Findings }): Promise<Checkpoints> {
  const keys = trust.keys.filter((key) => key.name === stored.origin);
  const cursor = checkpointsOf(source, stored.log);
  let next = (await cursor.next()).value as StoredCheckpoint | undefined;
  let count = 0;
  let good = 0;
  let lost = false;
  let newest = 0;

  function compareOne(checkpoint: StoredCheckpoint, tree: GrowingTree): void {
    const place = `log ${stored.log} checkpoint ${checkpoint.size}`;
    const opened = openTrusted(checkpoint.note, keys, trust.policy);
    if (isWrong(opened)) findings.add(place, opened.wrong);
    else if (opened.origin !== stored.origin || opened.size !== checkpoint.size || !sameBytes(opened.root, checkpoint.root)) {
      findings.add(place, 'has columns that say something else than its note');
    }
    if (lost || tree.size !== checkpoint.size) return;
    if (sameBytes(rootOf(tree), checkpoint.root)) good = checkpoint.size;
    else {
      findings.add(place, `does not fit the stored entries: one from index ${good} to ${checkpoint.size - 1} was changed, added, removed or moved`);
      lost = true;
    }
  }

  async function step(tree: GrowingTree): Promise<void> {
    if (next === undefined) return;
    count += 1;
    newest = next.size;
    compareOne(next, tree);
    next = (await cursor.next()).value as StoredCheckpoint | undefined;
  }

  return {
    get count() {
      return count;
    },
    get nextSize() {
      return next?.size;
    },
    compare: step,
    async finish(tree) {
      while (next !== undefined) await step(tree);
      if (newest > tree.size) findings.add(`log ${stored.log}`, `is cut short: a checkpoint was signed at size ${newest}, and ${tree.size} entries are left`);
      if (newest < tree.size) findings.add(`log ${stored.log} index ${newest}`, 'and what follows is under no checkpoint');
      if (!keys.some((key) => key.text === stored.vkey)) findings.add(`log ${stored.log} vkey`, 'is not the key that you trust for this log');
    },
    believe: (vkey) => void keys.push(vkey),
    giveUp() {
      lost = true;
    },
  };
}
