/**
 * Changes the key of the log: makes the next one, and waits until the ledger names it.
 * Flow:    rotate-keys → here → keystore; the running service, or else the house opened here, brings it into force.
 * Promise: may be stopped at any moment and begun again: a key that was made and waits is not made a second time.
 * Source:  decision 0125.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { readAddress } from '../../src/address.ts';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import type { Keyring, KeyStore } from '../../src/seal/keys.ts';
import { makeNextLogKey, openMasterKeys } from '../../src/seal/seal.ts';
import { Unavailable } from '../../src/store/store.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { openSource } from '../verify/open-source.ts';
import { storedLogs } from '../verify/stored-log.ts';
import { isWrong } from '../verify/wrong.ts';

interface RotatedLog {
  readonly log: number;
  readonly from: string;
  readonly to: string;
}

export async function rotateLog(
  config: Config,
  { store, keyring }: { readonly store: KeyStore; readonly keyring: Keyring },
  by: string,
): Promise<RotatedLog> {
  const { log, vkey: from } = await logNow(config);
  const to = await makeNextLogKey({
    store,
    master: openMasterKeys(config.masterKeyFile, { create: false }),
    vkey: from,
    by: keyring.actorPseudonym(by),
    now: systemClock.now(),
  });
  // A service that runs, or was ended hard and is about to start again, keeps its folder and has the time to do it.
  const hasService = config.databaseUrl !== undefined || readAddress(config.dataDir) !== undefined;
  if (hasService && (await named(config, to))) return { log, from, to };
  if ((await opened(config)) || (await named(config, to))) return { log, from, to };
  throw new Error('The running service has not taken the new key yet. Look at its log, and run this again.');
}

/** The newest log is the one that is written. */
export async function logNow({
  dataDir,
  databaseUrl,
}: Config): Promise<{ readonly log: number; readonly vkey: string }> {
  const source = await openSource({ dataFolder: dataDir, ...defined({ databaseUrl }) });
  if (isWrong(source)) throw new Error(source.wrong);
  try {
    const newest = (await storedLogs(source)).at(-1);
    if (newest === undefined) throw new Error('There is no log yet. Start the service once.');
    return newest;
  } finally {
    await source.close();
  }
}

const WAIT_MS = 15_000;
const LOOK_EVERY_MS = 100;

async function named(config: Config, to: string): Promise<boolean> {
  for (const begun = performance.now(); performance.now() - begun < WAIT_MS; await pause(LOOK_EVERY_MS))
    if ((await logNow(config)).vkey === to) return true;
  return false;
}

/** A house that opens records what its keystore notes. Not where a service holds the folder, which does it itself. */
async function opened(config: Config): Promise<boolean> {
  // Loaded here: the house takes a second, and where a service runs nobody needs it.
  const { openHouse } = await import('../../src/house.ts');
  try {
    const house = await openHouse(config);
    await house.close();
    return true;
  } catch (fault) {
    if (fault instanceof Unavailable && fault.code === 'data-folder-in-use') return false;
    throw fault;
  }
}
