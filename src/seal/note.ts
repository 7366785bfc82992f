/**
 * Signs notes: the checkpoints of the ledger and the heads of people.
 * Flow:    keyring → here → ledger (checkpoint a batch), evidence.
 * Promise: what is signed here, every verifier of C2SP signed notes reads.
 * Source:  C2SP signed-note v1; RFC 8032; RFC 8410.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from './hashes.ts';

const ED25519 = 0x01;
/** RFC 8410: what stands before the 32 bytes of the seed in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** The 32 bytes of the public key. */
export function publicKeyOf(privateKey: KeyObject): Uint8Array {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url');
}

/** `<name>+<key id in hex>+<base64 of algorithm and public key>`. */
export function vkeyOf(name: string, publicKey: Uint8Array): string {
  const key = Buffer.concat([Buffer.of(ED25519), publicKey]);
  return `${checkedName(name)}+${keyId(name, publicKey).toString('hex')}+${key.toString('base64')}`;
}

/** The whole note: text, empty line, signature line. */
export const signNote = (name: string, text: string, privateKey: KeyObject): string => signerOf(name, privateKey)(text);

/** The same for a name that signs often: its key id is computed once. */
export function signerOf(name: string, privateKey: KeyObject): (text: string) => string {
  const id = keyId(checkedName(name), publicKeyOf(privateKey));
  return (text) => {
    if (!isNoteText(text))
      throw new TypeError(
        'The text of a note is made of whole lines without control characters and ends with a newline.',
      );
    const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
    return `${text}\n— ${name} ${signature.toString('base64')}\n`;
  };
}

/** RFC 8410: what stands before the 32 bytes of a public key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether a note carries a signature by the key of this line, `<name>+<key id>+<base64 of the key>`. */
export function isSignedBy(note: string, vkey: string): boolean {
  const [, name = '', , key = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)\n?$/.exec(vkey) ?? [];
  const bytes = Buffer.from(key, 'base64');
  const end = note.indexOf('\n\n');
  if (end < 0 || bytes[0] !== ED25519 || bytes.length !== 33) return false;
  const id = keyId(name, bytes.subarray(1));
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, bytes.subarray(1)]), format: 'der', type: 'spki' });
  const text = Buffer.from(note.slice(0, end + 1));
  const signatures = note
    .slice(end + 2)
    .split('\n')
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.slice(name.length + 3), 'base64'));
  return signatures.some(
    (signed) => signed.subarray(0, id.length).equals(id) && verify(null, text, publicKey, signed.subarray(id.length)),
  );
}

const keyId = (name: string, publicKey: Uint8Array): Buffer =>
  Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey]))).subarray(0, 4);

const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);

function checkedName(name: string): string {
  if (!/^[\x21-\x7e]{1,212}$/.test(name) || name.includes('+'))
    throw new TypeError('The name of a signing key is ASCII without spaces and plus signs.');
  return name;
}
