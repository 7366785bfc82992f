/**
 * Draws ids, salts and keys from the randomness of the operating system.
 * Flow:    commands are made → here; ledger (salts), keyring (keys) → here.
 * Promise: an id has 130 random bits and says nothing about its time or order, or 80 behind a time that is no secret; a
 *          pseudonym is always of the first sort.
 * Source:  decision 0136.
 */
import { randomBytes, randomFillSync } from 'node:crypto';

const CROCKFORD = Buffer.from('0123456789abcdefghjkmnpqrstvwxyz', 'latin1');
const ID_LENGTH = 26;
export const SALT_BYTES = 32;
const KEY_BYTES = 32;

/** One call of the operating system fills many ids, which is most of their cost. */
const pool = Buffer.alloc(8192);
let used = pool.length;

function drawn(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}

/** `newId('con')` gives `con_` and 26 characters of lower-case Crockford base32. */
export const newId = (prefix: string): string => `${prefix}_${crockford(drawn(ID_LENGTH))}`;

/**
 * An id of what is recorded at that time: ten of its characters are the milliseconds, so that an index puts it beside
 * those of the same moment and not on a page of its own.
 */
export const newIdAt = (prefix: string, at: number): string =>
  `${prefix}_${timeText(at)}${crockford(drawn(ID_LENGTH - TIME_LENGTH))}`;

const TIME_LENGTH = 10;
/** Of a thousand ids that are drawn together nearly all are of one moment. */
let latest = { at: -1, text: '' };

function timeText(at: number): string {
  if (latest.at !== at) {
    const places = Array.from({ length: TIME_LENGTH }, (_, place) => Math.floor(at / 32 ** (TIME_LENGTH - 1 - place)));
    latest = { at, text: crockford(Uint8Array.from(places, (each) => each % 32)) };
  }
  return latest.text;
}

/** One character a byte; 256 is a multiple of 32, so every character is equally likely. */
export function crockford(bytes: Uint8Array): string {
  const characters = Buffer.allocUnsafe(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) characters[at] = CROCKFORD[(bytes[at] ?? 0) & 31] ?? 0;
  return characters.toString('latin1');
}

/** A copy, because the pool is filled again. */
export const newSalt = (): Uint8Array => Uint8Array.from(drawn(SALT_BYTES));

/** Used up at once and never drawn again; seen by everybody who sees what it sealed, so it may come from the pool. */
export const newIv = (length: number): Uint8Array => drawn(length);

/** Keys never pass through the pool, so that no copy of them stays there. */
export const newKey = (): Uint8Array => randomBytes(KEY_BYTES);

/** Many in one call of the operating system. */
export function newKeys(count: number): readonly Uint8Array[] {
  const bytes = randomBytes(count * KEY_BYTES);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES));
}

/** `length` random bytes as URL-safe text, for secrets that people or browsers carry. */
export const newSecret = (length = 32): string => randomBytes(length).toString('base64url');

/** A number from 0 to below 1, for waits that are not to end together. */
export const newChance = (): number => randomBytes(4).readUInt32BE() / 2 ** 32;
