/**
 * The parts of an installation, opened together and compared: store, keys, the log that is written now, its mark.
 * Flow:    house, continuation → here → store, seal, ledger/mark.
 * Promise: parts that do not belong together are refused; nothing is made anew over existing data.
 * Source:  docs/design.md 4 to 6.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { GuardedClock } from './clock-guard.ts';
import { type Config, keystoreFile } from './config.ts';
import { clearRemnants, findInstallation, finishInstallation, keepVkey } from './installation.ts';
import { readCheckpoint } from './ledger/checkpoints.ts';
import { everyVkey } from './ledger/key-changes.ts';
import { logRows } from './ledger/list-queries.ts';
import { type LogMark, openMark } from './ledger/mark.ts';
import { type Keyring, type KeyStore, openKeyring, openMasterKeys, SealedError } from './seal/seal.ts';
import { databaseFault } from './start-fault.ts';
import { openSqliteKeyStore } from './store/keystore-sqlite.ts';
import { type FoundRow, put } from './store/query.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store, Watchable } from './store/store.ts';

export type LogRow = FoundRow<'logs'>;

export interface Parts {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly keystore: Watchable;
  /** The newest open log, the only one that is written. */
  readonly log: number;
  readonly mark: LogMark;
}

export const openStore = async (config: Config, clock: GuardedClock): Promise<Store> =>
  config.databaseUrl === undefined
    ? openSqlite(config.dataDir, clock)
    : openDatabase(config.databaseUrl, clock, config.keystoreUrl === undefined).catch(
        databaseFault('DATABASE_URL', config.databaseUrl),
      );

/** The driver is loaded only where it is used; on SQLite it would be a part of every start. */
async function openDatabase(url: string, clock: GuardedClock, holdsKeys: boolean): Promise<Store> {
  const { openPostgres } = await import('./store/postgres.ts');
  return openPostgres(url, clock, { holdsKeys });
}

async function openKeyStore(config: Config): Promise<KeyStore & Watchable> {
  const file = keystoreFile(config);
  if (file !== undefined) return openSqliteKeyStore(file);
  const { databaseUrl = '', keystoreUrl } = config;
  const url = keystoreUrl ?? databaseUrl;
  const { openPostgresKeyStore } = await import('./store/keystore-postgres.ts');
  return openPostgresKeyStore(url, { isApart: keystoreUrl !== undefined }).catch(
    databaseFault(keystoreUrl === undefined ? 'DATABASE_URL' : 'KEYSTORE_URL', url),
  );
}

export async function openKeys(
  config: Config,
  wish: {
    readonly origin: string;
    /** Of the key that signs, where the log is there already. */
    readonly vkey?: string | undefined;
    readonly create: 'nothing' | 'log' | 'all';
    readonly now: number;
  },
): Promise<{ readonly keyring: Keyring; readonly keystore: Watchable }> {
  const store = await openKeyStore(config);
  const master = openMasterKeys(config.masterKeyFile, { create: wish.create === 'all' });
  const { origin, vkey, now } = wish;
  const keyring = await openKeyring({ store, master, origin, vkey, create: wish.create !== 'nothing', now });
  return { keyring, keystore: store };
}

export async function openParts(config: Config, clock: GuardedClock): Promise<Parts> {
  const { isNew, origin: found } = findInstallation(config);
  if (isNew && config.databaseUrl === undefined) {
    refuseOlderWitness(config);
    clearRemnants(config);
  }
  const store = await openStore(config, clock);
  try {
    const logs = await store.one(logRows, {});
    const { origin, vkey, log, isFirst } = current(logs, found, isNew);
    if (isFirst) refuseOlderWitness(config);
    const { keyring, keystore } = await openKeys(config, {
      origin,
      vkey,
      create: isFirst ? 'all' : 'nothing',
      now: clock.now(),
    });
    if (isFirst) await begin(store, keyring, clock.now());
    if (!isNew && config.databaseUrl === undefined && !existsSync(join(config.witnessDir, `mark-${log}`)))
      throw new SealedError(
        'part-missing',
        `The mark of log ${log} is missing in the witness folder. Put it back, or restore from a backup.`,
      );
    const mark = openMark(config.witnessDir, log);
    if (isNew) {
      await mark.sync();
      finishInstallation(config, {
        origin: logs[0]?.origin ?? origin,
        vkeys: isFirst ? [keyring.vkey] : await everyVkey(store, logs),
      });
    }
    keepVkey(config, keyring.vkey);
    await compareMark(store, log, mark);
    return { store, keyring, keystore, log, mark };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

/** Where a mark knows entries there was an installation, and beginning anew beside it would hide that it is lost. */
function refuseOlderWitness({ witnessDir }: Config): void {
  for (const name of readdirSync(witnessDir)) {
    const [, log] = /^mark-(\d+)$/.exec(name) ?? [];
    if (log === undefined) continue;
    const mark = openMark(witnessDir, Number(log));
    const size = mark.read()?.size ?? 0;
    mark.close();
    if (size > 0)
      throw new SealedError(
        'origin-unknown',
        'The witness folder knows a ledger that is not here. Restore it from a backup, or name another witness folder.',
      );
  }
}

/** A node that joins a database takes the origin it finds there. */
function current(
  logs: readonly LogRow[],
  found: string,
  isNew: boolean,
): { readonly origin: string; readonly vkey: string | undefined; readonly log: number; readonly isFirst: boolean } {
  const [first] = logs;
  if (first === undefined && isNew) return { origin: found, vkey: undefined, log: 0, isFirst: true };
  const open = newestOpen(logs);
  if (first === undefined || open === undefined)
    throw new SealedError('origin-unknown', 'The database does not hold the log of this installation.');
  if (!isNew && first.origin !== found)
    throw new SealedError('origin-unknown', 'The database holds the log of another installation.');
  return { origin: open.origin, vkey: open.vkey, log: open.log, isFirst: false };
}

export const newestOpen = (logs: readonly LogRow[]): LogRow | undefined =>
  logs.findLast(({ state }) => state === 'open');

const begin = (store: Store, keyring: Keyring, now: number): Promise<void> =>
  store.write(
    function* () {
      yield* put('logs', [{ log: 0, origin: keyring.origin, vkey: keyring.vkey, state: 'open', createdAt: now }]);
      yield* put('registryHead', [{ id: 1, version: 0 }], true);
    },
    { log: 0, registry: 'write' },
  );

/** The ledger may be ahead of the mark, never behind it, and had the mark's root at the mark's size. */
async function compareMark(store: Store, log: number, mark: LogMark): Promise<void> {
  const marked = mark.read();
  if (marked === undefined || marked.size === 0) return;
  const newest = await readCheckpoint(store, log);
  if (newest === undefined || newest.size < marked.size || !(await hadRoot(store, log, marked)))
    throw new SealedError(
      'ledger-put-back',
      'The ledger is not the one that the mark in the witness folder knows: it was put back to an older state.',
    );
}

/** Marks are written at the sizes of checkpoints. */
export async function hadRoot(
  store: Store,
  log: number,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): Promise<boolean> {
  const same = await readCheckpoint(store, log, size);
  return same !== undefined && Buffer.compare(same.root, root) === 0;
}
