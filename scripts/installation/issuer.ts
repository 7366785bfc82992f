/**
 * Makes a token of the built-in issuer, while a server may be running beside.
 * Flow:    keys → here → token, link.
 * Promise: a server on the same installation accepts it; with an outside issuer there is nothing to make.
 * Source:  docs/design.md 8 (identity).
 */
import type { CryptoKey } from 'jose';
import { importJWK } from 'jose/key/import';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import { issuerNameOf, mintToken } from '../../src/http/token.ts';
import { withKeyring } from './keys.ts';

export interface TokenRequest {
  readonly sub: string;
  readonly scope: string;
  /** Seconds. */
  readonly ttl: number;
}

export async function tokenFor(config: Config, wish: TokenRequest): Promise<string> {
  if (config.issuer !== undefined)
    throw new Error(`Tokens of this installation come from ${config.issuer.issuer}; ask there.`);
  return withKeyring(config, async (keyring) => {
    const { kid, jwk } = keyring.issuer();
    const key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
    return mintToken({
      issuer: issuerNameOf(keyring.origin),
      audience: 'candor',
      kid,
      key,
      now: systemClock.now(),
      ...wish,
    });
  });
}
