/**
 * Where the keys come from that tokens are checked with: our own issuer, or one outside at a fixed address.
 * Flow:    service (configuration) → here (key-watch.ts) → authenticate, /readyz, metrics.
 * Promise: the address is configured and never read from a token; what an issuer may sign with is fixed here. A key
 *          that was taken out of the list counts nine minutes more at most: five until the list is read again, four
 *          for which a verified token is remembered. Where the list cannot be had or cannot be right, it is said that
 *          the keys are missing, and never that the token is wrong.
 * Source:  RFC 7517, RFC 8725; docs/promises.md rule 24; decision 0047.
 */
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Algorithm } from './authenticate.ts';
import type { Status } from './edge.ts';
import { KeysUnavailable } from './key-list.ts';
import { statusWithKeys, type Watching, watchKeyList } from './key-watch.ts';
import { loopback } from './target.ts';

interface KeySource {
  readonly key: JWTVerifyGetKey;
  readonly algorithms: readonly Algorithm[];
}

/** As they stand whenever a token is looked at; one of a key that nobody knows is looked for once more. */
export function ownKeys(jwks: () => JSONWebKeySet, lookAgain: () => Promise<void>): KeySource {
  let [kids, found] = ['', createLocalJWKSet({ keys: [] })];
  const setNow = (): typeof found => {
    const now = jwks();
    const named = now.keys.map(({ kid }) => kid).join(' ');
    // Made once for the same keys: a set keeps them ready for use.
    if (named !== kids) [kids, found] = [named, createLocalJWKSet(now)];
    return found;
  };
  const key: JWTVerifyGetKey = async (header, token) => {
    if (!jwks().keys.some(({ kid }) => kid === header.kid)) await lookAgain();
    return setNow()(header, token);
  };
  return { key, algorithms: ['EdDSA'] };
}

export interface OutsideKeys extends KeySource {
  /** The same status with what is wrong with the keys. */
  told(status: Status): Status;
  /** 1 while something is wrong with the keys, else 0. */
  isFaulty(): number;
  /** Milliseconds since the list was read, or -1 where it never was. */
  age(): number;
  stop(): void;
}

export function outsideKeys(
  address: string,
  { issuer, ...watching }: Watching & { readonly issuer: string },
): OutsideKeys {
  const url = new URL(address);
  const isHere = loopback.includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    throw new Error('CANDOR_JWKS_URL must be https');
  const watch = watchKeyList(url, watching);
  const key: JWTVerifyGetKey = async (header, token) => {
    const known = await watch.find(header, token);
    if (known !== undefined) return known;
    await watch.lookAgain();
    const found = await watch.find(header, token);
    if (found !== undefined) return found;
    const isOurs = saysItIsOf(issuer, token.payload);
    if (isOurs) watch.notice(header);
    const isUnsure = watch.fault() !== undefined || watch.isSpoiled(header);
    if (!watch.isFresh() || (isOurs && isUnsure)) throw new KeysUnavailable();
    throw new errors.JWKSNoMatchingKey();
  };
  return {
    key,
    algorithms: ['ES256', 'RS256', 'EdDSA'],
    told: (status) => statusWithKeys(status, watch),
    isFaulty: () => (watch.fault() === undefined ? 0 : 1),
    age: () => watch.age(),
    stop: () => watch.stop(),
  };
}

/** What a token says of itself proves nothing, but one of somebody else is no sign that our list is wrong. */
function saysItIsOf(issuer: string, payload: string | Uint8Array): boolean {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload.toString(), 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'iss' in claims && claims.iss === issuer;
  } catch {
    return false;
  }
}
