/**
 * The queue in front of the write path: commands that wait are taken together, up to 256 a batch, or as many as whoever
 * opened the house says; work of its own has its turn between two batches.
 * Flow:    house (record) → here → batch → store; then the mark, then the answers.
 * Promise: a caller is answered after the commit and the mark; a fault answers every command of its batch as
 *          unavailable. Neither a stream of commands nor one of turns keeps the other waiting for longer than one batch
 *          or the share of the turns.
 * Source:  docs/design.md 4; docs/decisions/0055-turns-between-batches.md.
 */
import type { RecordedFact } from '../facts/fact.ts';
import type { Recorded } from '../ports/records.ts';
import type { Store } from '../store/store.ts';
import { Unavailable } from '../store/store.ts';
import { problem } from '../vocabulary/problems.ts';
import { type BatchResult, type BatchRoom, batch, type WaitingCommand } from './batch.ts';
import type { LogMark } from './mark.ts';

const WIDTH = 256;
/** How long a batch may wait for more as long as more keeps coming: about as long as its commit takes. */
const GATHER_MS = 2;
/** How long turns may follow one another before commands, and whoever waits to be heard at all, have theirs. */
const TURNS_MS = 50;

/** A batch that stands, for whoever counts. */
interface CommittedBatch {
  readonly commands: number;
  /** How long it took from its first statement to its commit. */
  readonly ms: number;
  readonly facts: readonly RecordedFact[];
}
type HearBatch = (batch: CommittedBatch) => void;

export interface Writer {
  run(waiting: WaitingCommand): Promise<Recorded>;
  /**
   * Short work of its own between two batches: one write, and what follows from it in memory. Never nested. What
   * somebody waits for to be answered takes every other turn, however much goes on by itself.
   */
  exclusive<T>(work: () => Promise<T>, awaited?: 'awaited'): Promise<T>;
  /** The mark after exclusive work that grew the tree. */
  mark(size: number, root: Uint8Array): void;
  /** How many commands wait for their batch. */
  waiting(): number;
  /** Told of each batch after its commit; what it throws is passed over. */
  hear(listener: HearBatch): void;
  /** Waits for every command that came; turns that did not begin end as unavailable, and no other begins. */
  end(): Promise<void>;
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
  /** How many commands one batch takes at most. */
  readonly width?: number;
}

interface ToldWriter extends WriterRoom {
  readonly told: HearBatch;
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

const keysOf = ({ rule, command }: WaitingCommand) => rule.keys(command.input, command.caller);

async function commit({ store, room, mark, told }: ToldWriter, taken: readonly Queued[]): Promise<BatchResult> {
  const queued = taken.map(({ waiting }) => ({ ...waiting, keys: keysOf(waiting) }));
  const writes = queued.some(({ keys }) => keys.registry === 'write');
  const begun = performance.now();
  const result = await store.write(() => batch(room, queued), { log: room.log, registry: writes ? 'write' : 'read' });
  remember({ room, mark }, result);
  told({ commands: taken.length, ms: performance.now() - begun, facts: result.facts });
  return result;
}

async function settle(writer: ToldWriter, taken: readonly Queued[]): Promise<void> {
  try {
    const { outcomes } = await commit(writer, taken);
    for (const [i, each] of taken.entries()) each.answer(outcomes[i] ?? problem('internal'));
  } catch (fault) {
    const { room } = writer;
    room.memory = { ...room.memory, tree: undefined };
    // One command that cannot be decided must not take its neighbours with it; a fault of the store takes them all.
    if (taken.length === 1 || fault instanceof Unavailable) for (const each of taken) each.fail(fault);
    else {
      // By halves, in their order: of thousands that come together all but one are then recorded in a dozen commits.
      const half = taken.length >> 1;
      await settle(writer, taken.slice(0, half));
      await settle(writer, taken.slice(half));
    }
  }
}

/**
 * What comes together is taken together, because a commit costs as much as many commands: one round of the event loop,
 * in which whoever listens has a moment, and more of them while each brings something.
 */
async function gather(waiting: () => number, width: number): Promise<void> {
  const begun = performance.now();
  for (let seen = -1; seen < waiting() && waiting() < width && performance.now() - begun < GATHER_MS; ) {
    seen = waiting();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The batch stands: whoever only counts can neither deny it to its callers nor have it recorded again. */
function tell(hears: HearBatch, batch: CommittedBatch): void {
  try {
    hears(batch);
  } catch {
    // What a count lacks is no fault of what was recorded.
  }
}

interface Turn {
  take(): Promise<unknown>;
  refuse(): void;
}

/** Two lines, taken from in turn: a long line that nobody waits for keeps nobody waiting, nor the other way. */
function openTurns() {
  const lines: readonly [Turn[], Turn[]] = [[], []];
  let last = 1;
  let isEnded = false;
  return {
    add(turn: Turn, awaited?: 'awaited'): void {
      if (isEnded) turn.refuse();
      else lines[awaited === undefined ? 1 : 0].push(turn);
    },
    waiting: (): number => lines[0].length + lines[1].length,
    end(): void {
      isEnded = true;
      for (const turn of lines.flatMap((line) => line.splice(0))) turn.refuse();
    },
    next(): Turn | undefined {
      last = lines[1 - last]?.length === 0 ? last : 1 - last;
      return lines[last]?.shift();
    },
  };
}

export function openWriter({ width = WIDTH, ...of }: WriterRoom): Writer {
  let queue: Queued[] = [];
  const turns = openTurns();
  let working: Promise<void> | undefined;
  let hears: HearBatch = () => undefined;
  const writing: ToldWriter = { ...of, told: (batch) => tell(hears, batch) };

  const takeTurns = async (): Promise<void> => {
    const begun = performance.now();
    while (turns.waiting() > 0 && performance.now() - begun < TURNS_MS) await turns.next()?.take();
  };
  const takeBatch = async (): Promise<void> => {
    const taken = queue.slice(0, width);
    queue = queue.slice(width);
    if (taken.length > 0) await settle(writing, taken);
  };
  const work = async (): Promise<void> => {
    while (queue.length > 0 || turns.waiting() > 0) {
      await gather(() => queue.length, width);
      await takeBatch();
      await takeTurns();
    }
    working = undefined;
  };
  const wake = (): void => {
    working ??= work();
  };
  return {
    run: (waiting) =>
      new Promise((answer, fail) => {
        queue.push({ waiting, answer, fail });
        wake();
      }),
    exclusive: (task, awaited) =>
      new Promise((resolve, reject) => {
        const refuse = (): void => reject(new Unavailable('stopping'));
        turns.add({ take: () => task().then(resolve, reject), refuse }, awaited);
        wake();
      }),
    mark: (size, root) => of.mark.write(size, root),
    waiting: () => queue.length,
    hear(listener) {
      hears = listener;
    },
    async end() {
      turns.end();
      while (working !== undefined) await working;
    },
  };
}
