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

export function wrap(master: MasterKeys, row: KeyRow, secret: Uint8Array): StoredKey {
  const place = { ...row, master: master.newest };
  return { ...place, wrapped: sealBytes(masterKey(master, master.newest), placeOf(place), secret) };
}

export function unwrap(master: MasterKeys, stored: StoredKey): Uint8Array {
  const key = masterKey(master, stored.master);
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

function masterKey(master: MasterKeys, number: number): KeyObject {
  const key = master.byNumber.get(number);
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
