/**
 * Compares the growing tree with every checkpoint that the log ever signed and kept.
 * Flow:    verify-log (the tree at each size) → here → findings.
 * Promise: each kept checkpoint is signed by a trusted key and equals the tree at its size; the newest one is the end
 *          of the log.
 * Source:  C2SP tlog-checkpoint; docs/promises.md F8 to F10.
 */
import { sameBytes } from './bytes.ts';
import { type GrowingTree, rootOf } from './growing-tree.ts';
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
  /** A key that the log itself names; believed once a key before it has signed the tree with that fact in it. */
  name(vkey: Vkey): void;
  /** From here on the tree cannot be compared, because entries are missing. */
  giveUp(): void;
}

interface Comparing {
  readonly stored: StoredLog;
  readonly trust: Trust;
  readonly findings: Findings;
  readonly keys: Vkey[];
  readonly named: Vkey[];
  count: number;
  /** Size of the newest checkpoint that was seen. */
  newest: number;
  /** Size of the newest checkpoint that the tree agreed with. */
  good: number;
  lost: boolean;
}

export async function checkpointsFor(
  source: Rows,
  stored: StoredLog,
  given: Pick<Comparing, 'trust' | 'findings'>,
): Promise<Checkpoints> {
  const keys = given.trust.keys.filter((key) => key.name === stored.origin);
  const comparing: Comparing = { ...given, stored, keys, named: [], count: 0, newest: 0, good: 0, lost: false };
  const cursor = checkpointsOf(source, stored.log);
  let next = await following(cursor);

  async function step(tree: GrowingTree): Promise<void> {
    if (next === undefined) return;
    compareOne(next, tree, comparing);
    next = await following(cursor);
  }

  return {
    get count() {
      return comparing.count;
    },
    get nextSize() {
      return next?.size;
    },
    compare: step,
    async finish(tree) {
      while (next !== undefined) await step(tree);
      compareEnd(tree, comparing);
    },
    name: (vkey) => void comparing.named.push(vkey),
    giveUp() {
      comparing.lost = true;
    },
  };
}

async function following(cursor: AsyncGenerator<StoredCheckpoint>): Promise<StoredCheckpoint | undefined> {
  const step = await cursor.next();
  return step.done === true ? undefined : step.value;
}

function compareOne(checkpoint: StoredCheckpoint, tree: GrowingTree, comparing: Comparing): void {
  const { stored, findings, trust, keys } = comparing;
  const place = `log ${stored.log} checkpoint ${checkpoint.size}`;
  comparing.count += 1;
  comparing.newest = checkpoint.size;
  const opened = openTrusted(checkpoint.note, keys, trust.policy);
  if (isWrong(opened)) findings.add(place, opened.wrong);
  else if (
    opened.origin !== stored.origin ||
    opened.size !== checkpoint.size ||
    !sameBytes(opened.root, checkpoint.root)
  ) {
    findings.add(place, 'has columns that say something else than its note');
  }
  if (comparing.lost || tree.size !== checkpoint.size) return;
  comparing.lost = !sameBytes(rootOf(tree), checkpoint.root);
  if (comparing.lost) {
    findings.add(
      place,
      `does not fit the stored entries: one from index ${comparing.good} to ${checkpoint.size - 1} was changed, added, removed or moved`,
    );
    return;
  }
  comparing.good = checkpoint.size;
  if (!isWrong(opened)) keys.push(...comparing.named.splice(0));
}

function compareEnd(tree: GrowingTree, { stored, findings, keys, newest }: Comparing): void {
  const place = `log ${stored.log}`;
  if (newest > tree.size)
    findings.add(place, `is cut short: a checkpoint was signed at size ${newest}, and ${tree.size} entries are left`);
  if (newest < tree.size) findings.add(`${place} index ${newest}`, 'and what follows is under no checkpoint');
  if (!keys.some((key) => key.text === stored.vkey))
    findings.add(`${place} vkey`, 'is not the key that you trust for this log');
}
