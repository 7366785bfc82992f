/**
 * Signs deliveries of webhooks, and draws the secrets that they are signed with.
 * Flow:    http/handlers/webhooks (a new secret), send-webhooks (each delivery) → here.
 * Promise: what is signed is `id.timestamp.body`, byte for byte (`v1`: HMAC-SHA256, `v1a`: Ed25519); several secrets
 *          give several signatures in one header.
 * Source:  Standard Webhooks; RFC 8032.
 */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { SigningKind } from '../vocabulary/webhook.ts';
import { newSecret } from './ids.ts';
import { privateKeyOf, publicKeyOf } from './note.ts';

const HMAC = 'whsec_';
const PRIVATE = 'whsk_';
const PUBLIC = 'whpk_';
/** Of an Ed25519 private key in PKCS #8 the last bytes are the seed. */
const SEED_BYTES = 32;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesIn = (key: string): Buffer => Buffer.from(key.slice(key.indexOf('_') + 1), 'base64');

export function newSigningSecret(kind: SigningKind): string {
  if (kind === 'hmac-sha256') return `${HMAC}${base64(Buffer.from(newSecret(), 'base64url'))}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  return `${PRIVATE}${base64(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-SEED_BYTES))}`;
}

/** What a receiver needs to check deliveries: the secret itself, or the public key of a private one. */
export const verifyingKeyOf = (secret: string): string =>
  secret.startsWith(PRIVATE) ? `${PUBLIC}${base64(publicKeyOf(privateKeyOf(bytesIn(secret))))}` : secret;

/** The value of the header `webhook-signature`. */
export function signDelivery(
  secrets: readonly string[],
  { id, at, body }: { readonly id: string /** Unix seconds. */; readonly at: number; readonly body: string },
): string {
  const signed = Buffer.from(`${id}.${at}.${body}`);
  return secrets
    .map((secret) =>
      secret.startsWith(PRIVATE)
        ? `v1a,${base64(sign(null, signed, privateKeyOf(bytesIn(secret))))}`
        : `v1,${createHmac('sha256', bytesIn(secret)).update(signed).digest('base64')}`,
    )
    .join(' ');
}
