/**
 * Goes on after a restore: closes the log as it was restored and opens the next one, whose first entry says so.
 * Flow:    scripts/restore → here → store, seal, ledger/mark.
 * Promise: a log never shrinks and never continues from a shorter state; what was known and is lost is named for ever.
 * Source:  docs/design.md 5 (`log.continued`).
 */
import type { Clock } from './clock.ts';
import { guardClock } from './clock-guard.ts';
import type { Config } from './config.ts';
import type { NewFact } from './facts/fact.ts';
import { prepare } from './ledger/append.ts';
import { callerOfSystem, type RecordedEntries, recordEntries } from './ledger/batch.ts';
import { readHead } from './ledger/bound/head.ts';
import { keepState } from './ledger/bound/keep-state.ts';
import { boundMemory } from './ledger/bound/memory.ts';
import { forgetBound } from './ledger/bound/witness.ts';
import { newestCheckpoint } from './ledger/checkpoints.ts';
import { logRows } from './ledger/list-queries.ts';
import { type MarkedTree, openMark } from './ledger/mark.ts';
import { recordingTime } from './ledger/recording-time.ts';
import { emptyTree, rootOf } from './ledger/tree.ts';
import { hadRoot, type LogRow, newestOpen, openKeys, openStore } from './parts.ts';
import { type Keyring, newId } from './seal/seal.ts';
import { ask, put, type Steps } from './store/query.ts';
import type { Store } from './store/store.ts';
import { base64 } from './vocabulary/base64.ts';

/** What the witness folder knows of a log. */
export interface MarkedLog extends MarkedTree {
  readonly log: number;
}

export interface Continuation {
  /** Higher than every log that anybody knows. */
  readonly next: number;
  /** Trees of the witness folder that are ahead of what was restored. */
  readonly ahead: readonly MarkedLog[];
  /** The mark of the log that was restored, where it is not ahead. */
  readonly behind?: MarkedTree;
}

export async function continueLedger(config: Config, machine: Clock, continuation: Continuation): Promise<void> {
  const clock = guardClock(machine);
  const store = await openStore(config, clock);
  try {
    const old = newestOpen(await store.one(logRows, {}));
    if (old === undefined) throw new Error('The backup holds no open log.');
    if (
      continuation.behind !== undefined &&
      continuation.behind.size > 0 &&
      !(await hadRoot(store, old.log, continuation.behind))
    )
      throw new Error(
        'The mark in the witness folder is of another ledger than the backup. Put the witness folder of this installation back.',
      );
    const { keyring } = await openKeys(config, {
      origin: originOf(old, continuation.next),
      create: 'log',
      now: clock.now(),
    });
    try {
      await open({ store, keyring, old }, config.witnessDir, continuation);
    } finally {
      await keyring.close();
    }
  } finally {
    await store.close();
  }
}

const originOf = ({ origin }: LogRow, log: number): string => `${origin.slice(0, origin.lastIndexOf('/'))}/${log}`;

interface Opening {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly old: LogRow;
}

async function open(opening: Opening, witnessDir: string, continuation: Continuation): Promise<void> {
  const { keyring } = opening;
  if ((await opening.store.read(() => readHead(keyring))) === 'missing') forgetBound(witnessDir);
  const store = keepState(opening.store, { keyring, bound: boundMemory() });
  const { tree, root } = await store.write(() => first(opening, continuation), {
    log: continuation.next,
    registry: 'write',
  });
  const mark = openMark(witnessDir, continuation.next);
  mark.write(tree.size, root);
  await mark.sync();
  mark.close();
}

function* first({ keyring, old }: Opening, { next: log, ahead }: Continuation): Steps<RecordedEntries> {
  const [newest] = yield* ask(newestCheckpoint, { log: old.log });
  const at = yield* recordingTime(old.log);
  yield* put('logs', [{ ...old, state: 'closed' }], true);
  yield* put('logs', [{ log, origin: keyring.origin, vkey: keyring.vkey, state: 'open', createdAt: at }]);
  const known = ahead.map((tree) => ({ origin: originOf(old, tree.log), size: tree.size, root: base64(tree.root) }));
  const restored = { origin: old.origin, size: newest?.size ?? 0, root: base64(newest?.root ?? rootOf(emptyTree)) };
  const fact: NewFact = {
    id: newId('fact'),
    kind: 'log.continued',
    payload: { v: 1, ...restored, ...(known.length === 0 ? {} : { known }) },
  };
  const entry = prepare(fact, { log, index: 0, origin: keyring.origin, at, actor: callerOfSystem.actor });
  return yield* recordEntries({ log, keyring }, emptyTree, [entry]);
}
