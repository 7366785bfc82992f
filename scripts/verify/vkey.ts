/**
 * Verifier keys: `name+hash+key`, and the key ID that binds a name to a public key.
 * Flow:    trust, policy, bundle → here → note.
 * Promise: a key whose written ID does not fit its name and bytes MUST be refused.
 * Source:  C2SP signed-note, C2SP tlog-cosignature.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { bytesOfBase64, sha256, utf8 } from './bytes.ts';
import { type Wrong, wrong } from './wrong.ts';

export const ED25519 = 0x01;
export const COSIGNATURE_V1 = 0x04;

export interface Vkey {
  readonly text: string;
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly algorithm: number;
  readonly raw: Uint8Array;
  readonly publicKey: KeyObject;
}

/** First four bytes of SHA-256(name ‖ LF ‖ algorithm ‖ public key), in hexadecimal. */
export function keyId(name: string, algorithm: number, raw: Uint8Array): string {
  const input = Buffer.concat([utf8(name), Uint8Array.of(0x0a, algorithm), raw]);
  return Buffer.from(sha256(input).subarray(0, 4)).toString('hex');
}

/** A key name has no space and no plus; anything else could be read as two names. */
export const isKeyName = (name: string): boolean =>
  name !== '' && !/[\s+\p{Z}\p{C}]/u.test(name) && name.isWellFormed();

export function parseVkey(text: string): Vkey | Wrong {
  const [name, id, ...keyParts] = text.split('+');
  // The base64 of the key may itself hold a plus.
  const key = bytesOfBase64(keyParts.join('+'));
  if (name === undefined || id === undefined || key === undefined)
    return wrong('is not a verifier key (name+hash+key)');
  if (!isKeyName(name)) return wrong('is a verifier key with a name that is not allowed');
  const algorithm = key[0];
  const raw = key.subarray(1);
  if ((algorithm !== ED25519 && algorithm !== COSIGNATURE_V1) || raw.length !== 32)
    return wrong('is not an Ed25519 key');
  if (keyId(name, algorithm, raw) !== id) return wrong('has a key ID that does not fit its name and key');
  return { text, name, id, algorithm, raw, publicKey: ed25519(raw) };
}

/** The same public key under another name, as a head note uses it (`<origin>/head`). */
export function renamed(vkey: Vkey, name: string): Vkey {
  return { ...vkey, name, id: keyId(name, vkey.algorithm, vkey.raw), text: '' };
}

const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');

function ed25519(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_ED25519, raw]), format: 'der', type: 'spki' });
}
