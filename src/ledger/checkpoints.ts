/**
 * The checkpoints that were signed, as they are stored: one read for the newest and for the one at a size.
 * Flow:    store → here → tree-memory, prove, erasure, parts, continuation.
 * Promise: a checkpoint is given as it was signed with its batch, or not at all.
 * Source:  docs/design.md 5.
 */
import { and, desc, eq, sql } from 'drizzle-orm';
import { rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';

const p = sql.placeholder;

export const newestCheckpoint = rowsQuery<{ log: number }>()('newestCheckpoint', ({ db, t }) =>
  db
    .select({ size: t.checkpoints.size, root: t.checkpoints.root, note: t.checkpoints.note })
    .from(t.checkpoints)
    .where(eq(t.checkpoints.log, p('log')))
    .orderBy(desc(t.checkpoints.size))
    .limit(1),
);
export const checkpointAt = rowsQuery<{ log: number; size: number }>()('checkpointAt', ({ db, t }) =>
  db
    .select({ size: t.checkpoints.size, root: t.checkpoints.root, note: t.checkpoints.note })
    .from(t.checkpoints)
    .where(and(eq(t.checkpoints.log, p('log')), eq(t.checkpoints.size, p('size')))),
);

interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note. */
  readonly note: string;
}

/** The newest of a log, or the one that was signed at this size. */
export async function readCheckpoint(store: Store, log: number, size?: number): Promise<StoredCheckpoint | undefined> {
  const [found] =
    size === undefined ? await store.one(newestCheckpoint, { log }) : await store.one(checkpointAt, { log, size });
  return found;
}
