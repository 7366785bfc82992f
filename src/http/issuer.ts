/**
 * Where the keys come from that tokens are checked with: our own issuer, or one outside at a fixed address.
 * Flow:    house (configuration) → here → authenticate.
 * Promise: the address is configured and never read from a token; what an issuer may sign with is fixed here.
 * Source:  RFC 7517, RFC 8725; docs/promises.md rule 24.
 */
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Algorithm } from './authenticate.ts';
import { loopback } from './target.ts';

interface KeySource {
  readonly key: JWTVerifyGetKey;
  readonly algorithms: readonly Algorithm[];
}

export const ownKeys = (jwks: JSONWebKeySet): KeySource => ({ key: createLocalJWKSet(jwks), algorithms: ['EdDSA'] });

/**
 * Fetched when first needed and again for an unknown key, at most every 30 seconds. Plain HTTP only to this machine.
 */
export function outsideKeys(address: string): KeySource {
  const url = new URL(address);
  const isHere = loopback.includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    throw new Error('CANDOR_JWKS_URL must be https');
  // With the four minutes that a verified token is remembered, a key that was taken out counts for less than ten.
  const key = createRemoteJWKSet(url, { timeoutDuration: 5000, cooldownDuration: 30_000, cacheMaxAge: 300_000 });
  return { key, algorithms: ['ES256', 'RS256', 'EdDSA'] };
}
