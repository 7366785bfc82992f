/** Keys and notes for tests of the verifier: makes what the verifier only reads. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { keyId, parseVkey, type Vkey } from '../../../scripts/verify/vkey.ts';

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export interface Signer {
  readonly name: string;
  readonly vkey: Vkey;
  /** The signature line of this text under this name; the head note uses another name with the same key. */
  line(text: string, name?: string): string;
}

export function aSigner(name: string, algorithm = 1): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = rawOf(publicKey);
  const vkey = parseVkey(
    `${name}+${keyId(name, algorithm, raw)}+${base64(Buffer.concat([Uint8Array.of(algorithm), raw]))}`,
  ) as Vkey;
  return {
    name,
    vkey,
    line(text, as = name) {
      const prefix = algorithm === 1 ? Buffer.alloc(0) : Buffer.from('0000000068000000', 'hex');
      const signed = algorithm === 1 ? text : `cosignature/v1\ntime ${prefix.readBigUInt64BE(0)}\n${text}`;
      const signature = Buffer.concat([
        Buffer.from(keyId(as, algorithm, raw), 'hex'),
        prefix,
        sign(null, Buffer.from(signed), privateKey),
      ]);
      return `\u2014 ${as} ${base64(signature)}\n`;
    },
  };
}

const rawOf = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(-32);

export const aCheckpointText = (origin: string, size: number, root: Uint8Array): string =>
  `${origin}\n${size}\n${base64(root)}\n`;

export function aCheckpoint(signer: Signer, size: number, root: Uint8Array): string {
  const text = aCheckpointText(signer.name, size, root);
  return `${text}\n${signer.line(text)}`;
}
