/**
 * A machine that fails in the middle of an erasure, at any step, before or after the step is done.
 * Flow:    here → tests of interrupted erasures and holds.
 */
import { join } from 'node:path';
import type { OpenHouse } from '../../../src/house.ts';
import { openErasures } from '../../../src/ledger/erasure/erase-person.ts';
import { Unavailable } from '../../../src/store/store.ts';
import type { Place } from './a-house.ts';

/**
 * The erasing room of a house whose machine fails at the n-th thing that is written or destroyed, before or after it is
 * done.
 */
export function failing(
  house: OpenHouse,
  place: Place,
  { at, after }: { readonly at: number; readonly after: boolean },
) {
  let step = 0;
  const risky = async <T>(work: () => Promise<T>): Promise<T> => {
    step += 1;
    if (step === at && !after) throw new Unavailable('test-crash');
    const done = await work();
    if (step === at) throw new Unavailable('test-crash');
    return done;
  };
  const { room, writer, store, keyring, mail } = house;
  return openErasures({
    store: { ...store, write: (steps, locks) => risky(() => store.write(steps, locks)), scrub: () => store.scrub() },
    keyring: { ...keyring, destroy: (subject) => risky(async () => keyring.destroy(subject)) },
    room,
    writer,
    mail,
    witnessDir: join(place.folder, 'witness'),
    backupLifeMs: 30 * 86_400_000,
    now: () => place.clock.now(),
  });
}
