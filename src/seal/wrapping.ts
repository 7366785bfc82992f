/**
 * Wraps a secret with the master key, and unwraps it again.
 * Flow:    keyring, data-keys → here → rows of the keystore.
 * Promise: a wrapped secret opens only in the row it was wrapped for: id, use, person, period and master are bound into
 *          it.
 * Source:  docs/design.md 6.
 */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { openBytes, sealBytes } from './envelope.ts';
import type { StoredKey } from './keys.ts';
import type { MasterKeys } from './master-key.ts';
import { SealedError } from './sealed.ts';

type KeyRow = Omit<StoredKey, 'wrapped' | 'master'>;

export const wrap = (master: MasterKeys, row: KeyRow, secret: Uint8Array): StoredKey => wrapperOf(master)(row, secret);

/** For many secrets at once: each look for the newest master key asks the file system whether there is a newer one. */
export function wrapperOf(master: MasterKeys): (row: KeyRow, secret: Uint8Array) => StoredKey {
  const number = master.newest;
  const key = masterKey(master.byNumber, number);
  return (row, secret) => {
    const place = { ...row, master: number };
    return { ...place, wrapped: sealBytes(key, placeOf(place), secret) };
  };
}

export const unwrap = (master: MasterKeys, stored: StoredKey): Uint8Array => unwrapperOf(master)(stored);

/** For many that were read before: whatever wraps them stands in the file of master keys by now. */
export function unwrapperOf(master: MasterKeys): (stored: StoredKey) => Uint8Array {
  const { byNumber } = master;
  return (stored) => unwrapped(masterKey(byNumber, stored.master), stored);
}

function unwrapped(key: KeyObject, stored: StoredKey): Uint8Array {
  try {
    return openBytes(key, placeOf(stored), stored.wrapped);
  } catch {
    if (stored.use === 'check')
      throw new SealedError(
        'master-key-wrong',
        'This master key does not belong to this keystore. Use the file that was made with it.',
      );
    throw new SealedError(
      'key-unreadable',
      `The key ${stored.id} does not open: the keystore was changed. Restore it from a backup.`,
    );
  }
}

/** Prepared once: every key of a person is wrapped and unwrapped with the same one. */
const prepared = new WeakMap<Uint8Array, KeyObject>();

function masterKey(byNumber: MasterKeys['byNumber'], number: number): KeyObject {
  const key = byNumber.get(number);
  if (key === undefined)
    throw new SealedError(
      'master-key-missing',
      `The master key file has no key number ${number}, which wraps keys of this keystore.`,
    );
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return known;
}

const placeOf = ({ id, use, subject, period, master }: Omit<StoredKey, 'wrapped' | 'createdAt'>): string =>
  JSON.stringify(['key', id, use, subject, period, master]);
