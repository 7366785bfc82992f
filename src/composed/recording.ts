/**
 * Recording and seeing people as the house offers them: never at a time that nobody believes.
 * Flow:    house → here → ledger/writer, ledger/see.
 * Promise: whoever repeats a call gets its first answer also while nothing can be recorded; a fault is told as the code
 *          that whoever asked can act on.
 * Source:  docs/design.md 4; decision 0052; decision 0053.
 */
import type { GuardedClock } from '../clock-guard.ts';
import { drawIds } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import type { Access } from '../ledger/access.ts';
import type { BatchRoom, WaitingCommand } from '../ledger/batch.ts';
import { readEach, readPeople, readPerson } from '../ledger/see.ts';
import { findStoredReply } from '../ledger/stored-reply.ts';
import type { Writer } from '../ledger/writer.ts';
import type { House } from '../ports/house.ts';
import type { Recorded, Sender } from '../ports/records.ts';
import { newId, newIdAt, SealedError } from '../seal/seal.ts';
import { asUnavailable } from '../store/faults.ts';
import { type Store, Unavailable } from '../store/store.ts';
import type { StorageWatch } from '../store/watch.ts';
import { defined } from '../vocabulary/defined.ts';
import { type Problem, problem } from '../vocabulary/problems.ts';

/** What this node knows of before it answers. */
const BEARS_ON_ACCESS: ReadonlySet<string> = new Set(['access.revoke', 'access.restore', 'staff.describe']);

export function requireTrustedClock(clock: GuardedClock): void {
  if (clock.doubt() !== undefined) throw new Unavailable('clock-in-doubt');
}

interface Recording {
  readonly clock: GuardedClock;
  readonly room: BatchRoom;
  readonly writer: Writer;
  readonly access: Access;
  readonly store: Store;
  readonly watch: StorageWatch;
}

/** Hears of a fault that only one of many commands met: its caller reads a problem in that place, and nobody throws. */
export type FaultListener = (fault: unknown, sender: Pick<Sender, 'requestId'>) => void;

interface TimedPorts extends Pick<House, 'record' | 'recordMany' | 'registry' | 'see' | 'seeEach'> {
  hearFaults(listener: FaultListener): void;
}

/** What is recorded, and what is seen of people: neither at a time that nobody believes. */
export function timedPortsOf({ clock, room, writer, access, store, watch }: Recording): TimedPorts {
  const listeners: FaultListener[] = [];
  const record = async (kind: string, input: unknown, sender: Sender): Promise<Recorded> => {
    requireTrustedClock(clock);
    const waiting = waitingFor({ kind, input, now: room.now() }, sender);
    try {
      const recorded = await writer.run(waiting);
      if (BEARS_ON_ACCESS.has(kind)) await access.hear();
      return recorded;
    } catch (fault) {
      return (await recordedBefore({ room, store, watch }, waiting, fault)) ?? rethrow(fault);
    }
  };
  return {
    record,
    recordMany: (kind, items) =>
      Promise.all(
        items.map(({ input, sender }) =>
          record(kind, input, sender).catch((fault: unknown) => {
            for (const hear of listeners) hear(fault, sender);
            return problemOf(fault);
          }),
        ),
      ),
    hearFaults: (listener) => void listeners.push(listener),
    registry: async () => (await readPeople({ store, room }, [], false)).registry,
    async see(identifiers, wants) {
      requireTrustedClock(clock);
      const [only] = identifiers;
      const one = only !== undefined && identifiers.length === 1 && wants?.history !== true;
      const seen = one
        ? await readPerson({ store, room }, only)
        : await readPeople({ store, room }, identifiers, wants?.history === true);
      return { ...seen, now: clock.now() };
    },
    async seeEach(identifiers) {
      requireTrustedClock(clock);
      return { ...(await readEach({ store, room }, identifiers)), now: clock.now() };
    },
  };
}

/**
 * Whoever asks again gets the first answer also while nothing can be recorded; but not from a file that is no longer at
 * its place, where it may be gone at the next start.
 */
async function recordedBefore(
  { room, store, watch }: Pick<Recording, 'room' | 'store' | 'watch'>,
  waiting: WaitingCommand,
  fault: unknown,
): Promise<Recorded | undefined> {
  const isLost = watch.troubles().some(({ code }) => code === 'place-changed');
  if (!(fault instanceof Unavailable) || isLost) return undefined;
  return store.read(() => findStoredReply(room, waiting)).catch(() => undefined);
}

function rethrow(fault: unknown): never {
  throw fault;
}

/** Faults that a caller does better to tell apart. */
const toldApart = ['clock-in-doubt', 'outcome-unknown', 'state-does-not-fit'] as const;

/** A fault as whoever asked is told of it: of the storage and the keys by its name, and everything else is ours. */
export function problemOf(fault: unknown): Problem {
  if (fault instanceof SealedError) return problem('sealed');
  const told = asUnavailable(fault);
  if (!(told instanceof Unavailable)) return problem('internal');
  return problem(toldApart.find((code) => told.code === code) ?? 'unavailable');
}

/** It stands where times are hidden, too, so it says none. */
const PSEUDONYM = 'sub';

interface Wanted {
  readonly kind: string;
  readonly input: unknown;
  readonly now: number;
}

export function waitingFor({ kind, input, now }: Wanted, sender: Sender): WaitingCommand {
  const { caller, requestId, idempotency, withoutReceipt } = sender;
  const rule = commands.get(kind);
  if (rule === undefined) throw new Error(`unknown command: ${kind}`);
  const ids = drawIds(rule.draws(input), (prefix) => (prefix === PSEUDONYM ? newId(prefix) : newIdAt(prefix, now)));
  return { rule, command: { kind, input, caller, ids, requestId, ...defined({ idempotency, withoutReceipt }) } };
}
