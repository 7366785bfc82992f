/**
 * Copies an installation of one moment, file by file, to where it is kept.
 * Flow:    backup → store/copied → here → a target → manifest.
 * Promise: the ledger first, the keys second, so that every key that the ledger needs is there; the manifest last. The
 *          master key and the witness folder are never in it. What the manifest says of the ledger is of the moment of
 *          the copy.
 * Source:  docs/design.md 6.
 */
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import { type Config, keystoreFile } from '../../src/config.ts';
import { atOneMoment, copySqlite, ledgerOfSqlite, printedByPostgresTool } from '../../src/store/copied.ts';
import type { Manifest } from './manifest.ts';

/** Where files go; each gives back the SHA-256 of what was kept, in hex. */
export interface BackupTarget {
  /** Where SQLite makes its copies. */
  readonly folder: string;
  /** A file that lies whole in that folder. */
  file(name: string): Promise<string>;
  /** One that is read here. */
  copy(name: string, from: string): Promise<string>;
  /** One that is made as it is read. */
  stream(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string>;
  finish(manifest: Manifest): Promise<void>;
}

const BESIDE = ['log.vkey', 'installation.json'] as const;

export async function copyInstallation(config: Config, target: BackupTarget): Promise<Manifest> {
  const at = new Date(systemClock.now()).toISOString();
  const isSqlite = config.databaseUrl === undefined;
  const { ledger, files } = isSqlite ? await copyFiles(config, target) : await dump(config, target);
  for (const name of BESIDE) files[name] = await target.copy(name, join(config.dataDir, name));
  const engine = isSqlite ? 'sqlite' : 'postgresql';
  const manifest: Manifest = { v: 1, at, engine, ...ledger, nodes: [...ledger.nodes], files };
  await target.finish(manifest);
  return manifest;
}

type Files = Record<string, string>;

async function copyFiles(config: Config, target: BackupTarget) {
  const file = join(target.folder, 'candor.db');
  await copySqlite(join(config.dataDir, 'candor.db'), file);
  const ledger = ledgerOfSqlite(file);
  const files: Files = { 'candor.db': await target.file('candor.db') };
  return { ledger, files: { ...files, ...(await copyKeystoreFile(config, target)) } };
}

async function copyKeystoreFile(config: Config, target: BackupTarget): Promise<Files> {
  await copySqlite(keystoreFile(config) ?? '', join(target.folder, 'keys.db'));
  return { 'keys.db': await target.file('keys.db') };
}

async function dump(config: Config, target: BackupTarget) {
  const { databaseUrl = '', keystoreUrl = databaseUrl } = config;
  const dumped = (name: string, url: string, words: readonly string[]): Promise<string> =>
    target.stream(
      name,
      printedByPostgresTool(url, { name: 'pg_dump', args: ['--format=custom', ...words], env: process.env }),
    );
  const { ledger, hash } = await atOneMoment(databaseUrl, async (ledger, snapshot) => ({
    ledger,
    hash: await dumped('main.dump', databaseUrl, ['--exclude-schema=keystore', `--snapshot=${snapshot}`]),
  }));
  const keys: Files =
    keystoreFile(config) === undefined
      ? { 'keystore.dump': await dumped('keystore.dump', keystoreUrl, ['--schema=keystore']) }
      : await copyKeystoreFile(config, target);
  const files: Files = { 'main.dump': hash, ...keys };
  return { ledger, files };
}
