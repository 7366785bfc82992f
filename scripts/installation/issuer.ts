/**
 * The key of the built-in issuer, read while a server may be running beside.
 * Flow:    keystore and master key → here → token, link, demo.
 * Promise: makes nothing and changes nothing; without an installation it says what to start first.
 * Source:  DESIGN section 8 (identity).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, importJWK } from 'jose';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import { mintToken } from '../../src/http/token.ts';
import { findInstallation } from '../../src/installation.ts';
import { openKeyring, openMasterKeys } from '../../src/seal/seal.ts';
import { issuerOf } from '../../src/service.ts';
import { openPostgresKeyStore } from '../../src/store/keystore-postgres.ts';
import { openSqliteKeyStore } from '../../src/store/keystore-sqlite.ts';

export interface Wish {
  readonly sub: string;
  readonly scope: string;
  /** Seconds. */
  readonly ttl: number;
}

/** A bearer token that a server on the same installation accepts. */
export async function tokenFor(config: Config, wish: Wish): Promise<string> {
  if (config.issuer !== undefined) throw new Error(`Tokens of this installation come from ${config.issuer.issuer}; ask there.`);
  if (!existsSync(join(config.dataDir, 'installation.json'))) {
    throw new Error(`There is no installation in ${config.dataDir} yet. Start one first: npm start, or npm run demo and then --demo.`);
  }
  const { origin } = findInstallation(config);
  const master = openMasterKeys(config.masterKeyFile, { create: false });
  const url = config.keystoreUrl ?? config.databaseUrl;
  const store = url === undefined ? openSqliteKeyStore(join(config.dataDir, 'keys.db')) : await openPostgresKeyStore(url);
  const now = systemClock.now();
  const keyring = await openKeyring({ store, master, origin, create: false, now });
  try {
    const { kid, jwk } = keyring.issuer();
    const key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
    return await mintToken({ issuer: issuerOf(origin), audience: 'candor', kid, key, now, ...wish });
  } finally {
    await keyring.close();
  }
}
