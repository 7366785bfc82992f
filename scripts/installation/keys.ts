/**
 * Opens the keys of an installation while a server may be running beside.
 * Flow:    config → here → issuer, doctor, rotate-keys.
 * Promise: makes nothing and, but for a rotation, changes nothing; without an installation it says what to start first.
 * Source:  docs/design.md 6.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { type Config, keystoreFile } from '../../src/config.ts';
import { readInstallation } from '../../src/installation.ts';
import { type Keyring, type KeyStore, openKeyring, openMasterKeys } from '../../src/seal/seal.ts';
import { databaseFault, toldInWords } from '../../src/start-fault.ts';
import { openSqliteKeyStore } from '../../src/store/keystore-sqlite.ts';

export const isInstalled = ({ dataDir }: Config): boolean => existsSync(join(dataDir, 'installation.json'));

export const withKeyring = <T>(config: Config, work: (keyring: Keyring) => Promise<T>): Promise<T> =>
  withKeystore(config, { readOnly: true }, ({ keyring }) => work(keyring));

interface Opened {
  readonly store: KeyStore;
  readonly keyring: Keyring;
}

export async function withKeystore<T>(
  config: Config,
  how: { readonly readOnly: boolean },
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  if (!isInstalled(config)) {
    throw new Error(
      `There is no installation in ${config.dataDir} yet. Start one first: npm start, or npm run demo and then --demo.`,
    );
  }
  return toldInWords(config, async () => {
    const { origin } = readInstallation(config);
    const master = openMasterKeys(config.masterKeyFile, { create: false });
    const store = await openKeyStore(config, how);
    try {
      const keyring = await openKeyring({ store, master, origin, create: false, now: systemClock.now() });
      return await work({ store, keyring });
    } finally {
      await store.close();
    }
  });
}

/** The driver of PostgreSQL is loaded only where it is asked: a token is to be there at once. */
async function openKeyStore(config: Config, how: { readonly readOnly: boolean }): Promise<KeyStore> {
  const file = keystoreFile(config);
  if (file !== undefined) return openSqliteKeyStore(file, how);
  const { databaseUrl = '', keystoreUrl } = config;
  const url = keystoreUrl ?? databaseUrl;
  const { openPostgresKeyStore } = await import('../../src/store/keystore-postgres.ts');
  return openPostgresKeyStore(url).catch(
    databaseFault(keystoreUrl === undefined ? 'DATABASE_URL' : 'KEYSTORE_URL', url),
  );
}
