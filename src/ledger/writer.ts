/**
 * The queue in front of the write path: commands that wait are taken together, up to 256 a batch.
 * Flow:    house (record) → here → batch → store; then the mark, then the answers.
 * Promise: a caller is answered after the commit and the mark; a fault answers every command of its batch as
 *          unavailable.
 * Source:  docs/design.md 4.
 */
import type { Recorded } from '../ports/records.ts';
import type { Store } from '../store/store.ts';
import { Unavailable } from '../store/store.ts';
import { problem } from '../vocabulary/problems.ts';
import { type BatchResult, type BatchRoom, batch, type WaitingCommand } from './batch.ts';
import type { LogMark } from './mark.ts';

const WIDTH = 256;

export interface Writer {
  run(waiting: WaitingCommand): Promise<Recorded>;
  /** Work of its own between batches: erasures. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** The mark after exclusive work that grew the tree. */
  mark(size: number, root: Uint8Array): void;
  /** Waits for what is queued. */
  idle(): Promise<void>;
}

interface Queued {
  readonly waiting: WaitingCommand;
  answer(outcome: Recorded): void;
  fail(fault: unknown): void;
}

interface WriterRoom {
  readonly store: Store;
  readonly room: BatchRoom;
  readonly mark: LogMark;
}

/** Only after the commit, and before anybody is answered. */
function remember(
  { room, mark }: Pick<WriterRoom, 'room' | 'mark'>,
  { memory, at, size, root, written }: BatchResult,
): void {
  room.memory = memory;
  room.bound.adopt(written);
  room.reached(at);
  mark.write(size, root);
}

async function commit({ store, room, mark }: WriterRoom, taken: readonly Queued[]): Promise<BatchResult> {
  const writes = taken.some(
    ({ waiting: { rule, command } }) => rule.keys(command.input, command.caller).registry === 'write',
  );
  const queued = taken.map(({ waiting }) => waiting);
  const result = await store.write(() => batch(room, queued), { log: room.log, registry: writes ? 'write' : 'read' });
  remember({ room, mark }, result);
  return result;
}

export function openWriter({ store, room, mark }: WriterRoom): Writer {
  let queue: Queued[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let scheduled = false;

  const settle = async (taken: readonly Queued[]): Promise<void> => {
    try {
      const { outcomes } = await commit({ store, room, mark }, taken);
      for (const [i, each] of taken.entries()) each.answer(outcomes[i] ?? problem('internal'));
    } catch (fault) {
      room.memory = { ...room.memory, tree: undefined };
      // One command that cannot be decided must not take its neighbours with it; a fault of the store takes them all.
      if (taken.length === 1 || fault instanceof Unavailable) for (const each of taken) each.fail(fault);
      else for (const each of taken) await settle([each]);
    }
  };
  const drain = async (): Promise<void> => {
    scheduled = false;
    while (queue.length > 0) {
      const taken = queue.slice(0, WIDTH);
      queue = queue.slice(WIDTH);
      await settle(taken);
    }
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    turn = turn.then(() => new Promise((resolve) => setImmediate(resolve))).then(drain);
  };
  return {
    run: (waiting) =>
      new Promise((answer, fail) => {
        queue.push({ waiting, answer, fail });
        schedule();
      }),
    exclusive(work) {
      const mine = turn.then(work);
      turn = mine.catch(() => undefined);
      return mine;
    },
    mark: (size, root) => mark.write(size, root),
    idle: async () => void (await turn),
  };
}
