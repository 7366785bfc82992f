/**
 * Makes a token of the built-in issuer, for scripts, the demo and tests.
 * Flow:    scripts/token → here → a bearer token that authenticate.ts accepts.
 * Promise: what is made here passes the same checks as every other token, and lives a day at most.
 * Source:  RFC 9068.
 */
import type { CryptoKey } from 'jose';
// Only what signs: the whole of jose takes as long to load as everything else that a token needs.
import { SignJWT } from 'jose/jwt/sign';

interface TokenWish {
  readonly issuer: string;
  readonly audience: string;
  readonly kid: string;
  /** An Ed25519 private key. */
  readonly key: CryptoKey;
  readonly sub: string;
  /** Scopes with a space between them. */
  readonly scope: string;
  /** How long it lives, in seconds. */
  readonly ttl: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A token that lives longer than a day is lost sooner than it ends. */
export const longestLifeSeconds = 86_400;

/** The issuer's name: the installation's origin without its log. */
export const issuerNameOf = (origin: string): string => `https://${origin.replace(/\/\d+$/, '')}`;

export function mintToken(wish: TokenWish): Promise<string> {
  const issued = Math.floor(wish.now / 1000);
  return new SignJWT({ scope: wish.scope })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: wish.kid })
    .setIssuer(wish.issuer)
    .setAudience(wish.audience)
    .setSubject(wish.sub)
    .setJti(crypto.randomUUID())
    .setIssuedAt(issued)
    .setExpirationTime(issued + Math.min(Math.max(1, Math.floor(wish.ttl)), longestLifeSeconds))
    .sign(wish.key);
}
