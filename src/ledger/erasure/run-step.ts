/**
 * How one step of an erasure runs: a write under the lock of the log, facts of the house in it, the tree that has
 * grown, lines counted, files cleaned.
 * Flow:    erase-person, retention-end (drive the steps); commit-erasure, certify-erasure, holds, consent-proof (record
 *          facts) → here → store, entries, tree, checkpoint.
 * Promise: facts stand in the same commit as what they speak of, and the next batch goes on from the tree that a step
 *          left.
 * Source:  docs/design.md 6.
 */

import type { NewFact } from '../../facts/fact.ts';
import { ask, put, type Steps } from '../../store/query.ts';
import { Unavailable } from '../../store/store.ts';
import type { Trace } from '../../vocabulary/trace.ts';
import { type Prepared, prepare } from '../append.ts';
import { callerOfSystem, recordEntries } from '../batch.ts';
import { recordingTime } from '../recording-time.ts';
import type { TreeState } from '../tree.ts';
import { loadTree } from '../tree-memory.ts';
import type { ErasureContext, ErasureSetup } from './erasure.ts';
import { endErasing } from './erasure-queries.ts';

const TRIES = 20;

type Writing = Pick<ErasureSetup, 'store' | 'room' | 'writer'>;

/**
 * One turn between two batches: what is written, and the tree that it left, before anybody else writes. Never inside
 * another turn.
 */
export const writeStep = <T>(setup: Writing, ...write: StepWrite<T>): Promise<T> =>
  setup.writer.exclusive(() => written(setup, ...write));

/** The same where a caller is answered after it: it does not stand in line behind steps that nobody waits for. */
export const writeAwaited = <T>(setup: ErasureSetup, ...write: StepWrite<T>): Promise<T> =>
  setup.writer.exclusive(() => written(setup, ...write), 'awaited');

/** What is written, and the tree that it left. */
type StepWrite<T> = readonly [steps: () => Steps<T>, grownBy?: (done: T) => GrownTree | undefined];

async function written<T>({ store, room, writer }: Writing, ...[steps, grownBy]: StepWrite<T>): Promise<T> {
  const done = await store.write(steps, { log: room.log, registry: 'read' });
  adoptTree({ room, writer }, grownBy?.(done));
  return done;
}

/** The next batch goes on from here, and the mark knows it. */
function adoptTree({ room, writer }: Pick<ErasureSetup, 'room' | 'writer'>, grown: GrownTree | undefined): void {
  if (grown === undefined) return;
  room.memory = { ...room.memory, tree: grown.tree };
  writer.mark(grown.tree.size, grown.root);
}

/**
 * The database knows how many lines the journal must have; with `ended` an erasure is over, and its row goes too. One
 * write counts for all who wait for it.
 */
export function lineCounterOf(
  context: Omit<ErasureContext, 'cleanFiles' | 'countLines'>,
): ErasureContext['countLines'] {
  let over: readonly string[] = [];
  const count = sharedRun(() => {
    const ended = over;
    over = [];
    return writeAwaited(context, function* () {
      const { journal } = context;
      yield* put('nodes', [{ node: journal.node, lines: journal.count(), lastAt: context.now() }], true);
      for (const subject of ended) yield* ask(endErasing, { subject });
    });
  });
  return (ended) => {
    if (ended !== undefined) over = [...over, ended];
    return count();
  };
}

type Scrubbed = Pick<ErasureSetup, 'store' | 'keyring'>;

/** A reader may hold old pages for a moment. */
async function scrub(room: Scrubbed, left = TRIES): Promise<readonly Trace[]> {
  try {
    // The keys first: without them nothing else opens.
    return [...(await room.keyring.scrub()), ...(await room.store.scrub())];
  } catch (fault) {
    if (!(fault instanceof Unavailable) || left === 0) throw fault;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return scrub(room, left - 1);
  }
}

/** Cleans the files for all who deleted something before it. */
export const cleanerOf = (room: Scrubbed): ErasureContext['cleanFiles'] => sharedRun(() => scrub(room));

/**
 * One run at a time: whoever asks during a run shares the next one, which begins after what they did.
 */
function sharedRun<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    if (next !== undefined) return next;
    const mine = running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return work();
      });
    running = mine;
    next = mine;
    return mine;
  };
}

/** The tree as a step left it. */
export interface GrownTree {
  readonly tree: TreeState;
  readonly root: Uint8Array;
}

/** Facts about nobody, recorded under the name of the house. */
export function* recordFacts(
  setup: Pick<ErasureSetup, 'keyring' | 'room'>,
  facts: readonly NewFact[],
): Steps<GrownTree & { readonly note: string; readonly prepared: readonly Prepared[] }> {
  const at = yield* recordingTime(setup.room.log);
  const tree = yield* loadTree(setup.room.log, setup.room.memory.tree);
  const place = { log: setup.room.log, origin: setup.keyring.origin, at, actor: callerOfSystem.actor };
  const prepared = facts.map((fact, i) => prepare(fact, { ...place, index: tree.size + i }));
  return { ...(yield* recordEntries(setup.room, tree, prepared)), prepared };
}
