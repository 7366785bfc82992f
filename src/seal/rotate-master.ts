/**
 * Changes the master key: every secret of the keystore is wrapped by the next one, and the former one opens nothing.
 * Flow:    scripts/rotate-keys → here → the file of master keys, keystore.
 * Promise: may be stopped at any moment and begun again, beside a running service. A key is in the file, on the disk,
 *          before it wraps anything; from the moment in which the key-check value is under it, nothing is taken that an
 *          older one wraps; a former key leaves the file only when it wraps nothing.
 * Source:  docs/design.md 6; decision 0124.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from './ids.ts';
import type { KeyStore, MasterState, Rewrapped, StoredKey } from './keys.ts';
import { type MasterKeys, openMasterKeys } from './master-key.ts';
import { addMasterKey, dropMasterKeys, FixedFile } from './master-key-file.ts';
import { rotationRow, rotationsIn } from './rotations.ts';
import { SealedError } from './sealed.ts';
import { unwrap, wrap } from './wrapping.ts';

/** Whether a rotation was begun and not ended; read from the file and the keystore alone. */
export async function masterState(store: KeyStore, master: MasterKeys): Promise<MasterState> {
  const [check] = await store.all('check');
  if (check === undefined)
    throw new SealedError('keystore-empty', 'The keystore is empty or missing beside existing data.');
  unwrap(master, check);
  const keys = await store.masters();
  const { newest, byNumber } = master;
  const rotations = await rotationsIn(store, master);
  const since = rotations.findLast(({ key }) => key === 'master')?.at ?? check.createdAt;
  const isBegun = newest > check.master || byNumber.size > 1 || keys.some((each) => each.master !== newest);
  return { number: check.master, since, keys, ...(isBegun ? { next: newest } : {}) };
}

interface Rotating {
  readonly store: KeyStore;
  /** Of the master keys. */
  readonly file: string;
  /** The pseudonym of whoever does it. */
  readonly by: string;
  readonly now: number;
  /** Until when former keys are kept in files of their own, as 2027-01-31; absent: they are not. */
  readonly keepUntil: string | undefined;
}

export interface RotatedMaster {
  readonly from: number;
  readonly to: number;
  readonly keys: number;
  /** Where former keys are kept, for backups of before. */
  readonly kept: readonly string[];
  /** Why the former key is still in the file: somebody has to take it out. */
  readonly stillThere?: string;
}

export async function rotateMaster(rotating: Rotating): Promise<RotatedMaster> {
  const { store, file, by, now, keepUntil } = rotating;
  const master = openMasterKeys(file, { create: false });
  const { next, number } = await masterState(store, master);
  const to = next ?? addMasterKey(file);
  const from = Math.min(number, ...master.byNumber.keys());
  await fence(store, master);
  for (let left = PASSES; !(await isWrapped(store, to)); left -= 1) {
    await rewrapAll(store, master, left);
    // An erasure overwrites a key before it removes it; a moment later it is gone.
    if (left < PASSES) await pause(PAUSE_MS);
  }
  const fact = newId('fact');
  await store.add([rotationRow(master, { key: 'master', from: String(from), to: String(to), by, fact, at: now })]);
  await scrubbed(store);
  const keys = (await store.masters()).reduce((sum, each) => sum + each.keys, 0);
  try {
    return { from, to, keys, kept: dropMasterKeys(file, to, keepUntil) };
  } catch (fault) {
    if (!(fault instanceof FixedFile)) throw fault;
    return { from, to, keys, kept: [], stillThere: fault.message };
  }
}

/** How many keys are rewrapped in one commit. */
const A_PAGE = 200;
const PASSES = 20;
const PAUSE_MS = 100;
/** A service under load that starves for a core holds old pages for many moments, one after the other. */
const SCRUBS = 300;

/** First of all: from here on the keystore takes nothing that a former key wraps. */
async function fence(store: KeyStore, master: MasterKeys): Promise<void> {
  const checks = await store.all('check');
  await store.rewrap(checks.filter((row) => row.master < master.newest).map((row) => anew(master, row)));
}

const isWrapped = async (store: KeyStore, by: number): Promise<boolean> =>
  (await store.masters()).every(({ master }) => master === by);

async function rewrapAll(store: KeyStore, master: MasterKeys, left: number): Promise<void> {
  for (let after = ''; ; ) {
    const page = await store.wrappedBefore(master.newest, after, A_PAGE);
    const last = page.at(-1);
    if (last === undefined) return;
    await store.rewrap(page.flatMap((row) => anewOr(master, row, left)));
    after = last.id;
    // Whoever waits for the keystore has its turn between two pages.
    await pause(1);
  }
}

const anew = (master: MasterKeys, row: StoredKey): Rewrapped => ({
  key: wrap(master, row, unwrap(master, row)),
  was: row.wrapped,
});

function anewOr(master: MasterKeys, row: StoredKey, left: number): readonly Rewrapped[] {
  try {
    return [anew(master, row)];
  } catch (fault) {
    if (left === 0 || row.use !== 'data') throw fault;
    return [];
  }
}

/** A reader may hold old pages for a moment; what they hold is wrapped by a key that is about to go. */
async function scrubbed(store: KeyStore, left = SCRUBS): Promise<void> {
  try {
    await store.scrub();
  } catch (fault) {
    if (left === 0) throw fault;
    await pause(PAUSE_MS);
    await scrubbed(store, left - 1);
  }
}
