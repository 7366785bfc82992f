/**
 * How an erasure drives its steps: one write under the lock of the log, the tree that has grown, files cleaned, lines
 * counted.
 * Flow:    erasures, over → here → store.
 * Promise: the next batch goes on from the tree that a step of an erasure left.
 * Source:  docs/design.md 6.
 */
import { ask, put } from '../../store/query.ts';
import { Unavailable } from '../../store/store.ts';
import type { Working } from './erasing.ts';
import { endErasing } from './erasure-queries.ts';
import type { Grown } from './record-facts.ts';

const TRIES = 20;

export const write = <T>({ store, room }: Working, steps: Parameters<typeof store.write<T>>[0]): Promise<T> =>
  store.write(steps, { log: room.log, registry: 'read' });

/** The next batch goes on from here, and the mark knows it. */
export function grow({ room, writer }: Working, grown: Grown | undefined): void {
  if (grown === undefined) return;
  room.memory = { ...room.memory, tree: grown.tree };
  writer.mark(grown.tree.size, grown.root);
}

/** With `ended` the erasure is over: its row goes in the same commit. */
export const countLines = (working: Working, ended?: string): Promise<void> =>
  write(working, function* () {
    yield* put('nodes', [{ node: working.journal.node, lines: working.journal.count(), lastAt: working.now() }], true);
    if (ended !== undefined) yield* ask(endErasing, { subject: ended });
  });

/** A reader may hold old pages for a moment. */
export async function scrub({ store }: Pick<Working, 'store'>, left = TRIES): Promise<void> {
  try {
    await store.scrub();
  } catch (fault) {
    if (!(fault instanceof Unavailable) || left === 0) throw fault;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await scrub({ store }, left - 1);
  }
}
