/**
 * Seals bytes so that they open only with their key and only in the place they were sealed for.
 * Flow:    ledger (payloads), keyring (wrapped keys, replies), views (identifiers) → here → rows of a database.
 * Promise: AES-256-GCM with a fresh 12-byte iv, laid out iv ‖ ciphertext ‖ tag. Where a value is moved to another row
 *          or changed by one bit, opening throws a SealedError.
 * Source:  NIST SP 800-38D; docs/design.md 5 and 6.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { newIv, SALT_BYTES } from './ids.ts';
import type { CipherKey, DataKey } from './keys.ts';
import { SealedError } from './sealed.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a payload belongs to; all of it is bound into the seal. */
export interface PayloadPlace {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
}

export interface SaltedPayload {
  readonly salt: Uint8Array;
  /** Canonical JSON. */
  readonly payload: string;
}

export function sealPayload(dataKey: DataKey, place: PayloadPlace, { salt, payload }: SaltedPayload): Uint8Array {
  if (salt.length !== SALT_BYTES) throw new TypeError(`A salt has ${SALT_BYTES} bytes.`);
  return sealed(dataKey.key, placeOf(dataKey, place), Buffer.concat([salt, Buffer.from(payload)]));
}

export function openPayload(dataKey: DataKey, place: PayloadPlace, bytes: Uint8Array): SaltedPayload {
  const open = opened(dataKey.key, placeOf(dataKey, place), bytes);
  return { salt: Uint8Array.from(open.subarray(0, SALT_BYTES)), payload: open.toString('utf8', SALT_BYTES) };
}

/** `about` names the place, for example `identifier sub_… 0`, and MUST be given again to open. */
export const sealBytes = (key: CipherKey, about: string, bytes: Uint8Array): Uint8Array =>
  sealed(key, join(['bytes', about]), bytes);
export const openBytes = (key: CipherKey, about: string, bytes: Uint8Array): Uint8Array =>
  opened(key, join(['bytes', about]), bytes);

const placeOf = (dataKey: DataKey, { id, subject, kind }: PayloadPlace): Buffer =>
  join(['payload', id, subject, kind, dataKey.id]);

/** JSON keeps the parts apart whatever they hold. */
const join = (parts: readonly string[]): Buffer => Buffer.from(JSON.stringify(parts));

function sealed(key: CipherKey, place: Buffer, bytes: Uint8Array): Uint8Array {
  const iv = newIv(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(place);
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function opened(key: CipherKey, place: Buffer, bytes: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(place).setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealedError(
      'sealed-value-unreadable',
      'A sealed value does not open: it was changed, moved to another place, or sealed under another key.',
    );
  }
}
