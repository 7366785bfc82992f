/**
 * Erasing as the house offers it, and the ends of what outlived an erasure.
 * Flow:    house → here → ledger/erasure.
 * Promise: none of it at a time that nobody believes, and nobody erases themself at work.
 * Source:  docs/design.md 6; decision 0040.
 */
import type { GuardedClock } from '../clock-guard.ts';
import { identifiersAtWork, refusedAbout } from '../commands/about-themself.ts';
import type { Caller } from '../commands/command.ts';
import type { Config } from '../config.ts';
import { spanOf } from '../evaluation/span.ts';
import { openErasures } from '../ledger/erasure/erase-person.ts';
import type { ErasureSetup } from '../ledger/erasure/erasure.ts';
import { readPeople } from '../ledger/see.ts';
import type { House } from '../ports/house.ts';
import { contactsIn } from '../vocabulary/contact.ts';
import type { HoldEnd } from '../vocabulary/hold.ts';
import { HOUR_MS } from '../vocabulary/instant.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { NamedSystem } from '../vocabulary/task.ts';
import { requireTrustedClock } from './recording.ts';
import { rowOf, systemsFirst, waitsForSystems } from './systems-first.ts';

const SWEEP_EVERY_MS = HOUR_MS;
const RESUME_EVERY_MS = 5_000;

/** Work that may fail once and is tried again the next time; it keeps no process alive. */
export const every = (ms: number, work: () => Promise<unknown>): NodeJS.Timeout =>
  setInterval(() => void work().catch(() => undefined), ms).unref();

export function erasureSettings({
  witnessDir,
  backupLifeMs,
  keepConsentProof,
  contact,
  dpo,
}: Config): Pick<ErasureSetup, 'witnessDir' | 'backupLifeMs' | 'keepConsentProof' | 'contacts'> {
  const span = spanOf(keepConsentProof?.duration ?? '');
  const proof =
    span === undefined || keepConsentProof === undefined
      ? {}
      : { keepConsentProof: { span, ground: keepConsentProof.ground } };
  return { witnessDir, backupLifeMs, contacts: contactsIn({ contact, dpo }), ...proof };
}

interface AtWork {
  readonly identifier: string;
  readonly caller: Caller;
}

/** Nobody erases themself at work, or ends what is kept of them. */
async function refusedAtWork(
  room: Pick<ErasureSetup, 'store' | 'room'>,
  { identifier, caller }: AtWork,
): Promise<Problem | undefined> {
  const theirs = identifiersAtWork(caller);
  if (theirs.length === 0) return undefined;
  const { people } = await readPeople(room, [...theirs, identifier], false);
  return refusedAbout(identifier, { caller, people: people.slice(0, theirs.length), whom: people.at(-1) });
}

/** Erasing, and the ends of what outlived an erasure: none of it at a time that nobody believes. */
export async function erasingPorts(
  room: ErasureSetup,
  { clock, systems }: { readonly clock: GuardedClock; readonly systems: readonly NamedSystem[] },
) {
  const erasing = await openErasures(room);
  const sweepErasures = async (): Promise<unknown> => clock.doubt() ?? erasing.sweep();
  // What cannot be ended now is ended an hour later.
  await sweepErasures().catch(() => undefined);
  const timers = [
    every(SWEEP_EVERY_MS, sweepErasures),
    every(RESUME_EVERY_MS, async () => clock.doubt() ?? erasing.resume()),
  ];
  return {
    erase: async (...asked: Parameters<House['erase']>) => {
      requireTrustedClock(clock);
      const [identifier, { sender }] = asked;
      return (
        (await refusedAtWork(room, { identifier, caller: sender.caller })) ??
        (systems.length === 0 ? undefined : await systemsFirst(room, systems, asked)) ??
        erasing.erase(...asked)
      );
    },
    erasureUnderWay: async (id: string) =>
      (await erasing.erasureUnderWay(id)) ?? waitsForSystems(await rowOf(room, id)),
    holdsOf: (identifier: string) => erasing.holdsOf(identifier),
    heldBy: (hold: string) => erasing.heldBy(hold),
    endHold: async (hold: string, why: HoldEnd, by?: Parameters<House['endHold']>[2]) => {
      requireTrustedClock(clock);
      const atWork = by && { identifier: by.identifier, caller: by.sender.caller };
      const refused = atWork === undefined ? undefined : await refusedAtWork(room, atWork);
      return refused ?? erasing.endHold(hold, why);
    },
    sweepErasures,
    async rest() {
      timers.forEach(clearInterval);
      await erasing.stop();
    },
  };
}
