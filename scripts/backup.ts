/**
 * `npm run backup`: copies an installation into an empty folder, while the server runs.
 * Flow:    command line → store/copied → backup/manifest.
 * Promise: the main database first, the keystore second; the master key and the witness folder are never in it.
 * Source:  docs/design.md 6.
 */
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { type Config, keystoreFile } from '../src/config.ts';
import { makeFolder } from '../src/folder.ts';
import { findInstallation } from '../src/installation.ts';
import { noteBackup } from '../src/last-backup.ts';
import { fileHash } from '../src/seal/file-hash.ts';
import { syncPath } from '../src/seal/sync-path.ts';
import { toldInWords } from '../src/start-fault.ts';
import { copySqlite, ledgerOfPostgres, ledgerOfSqlite, runPostgresTool } from '../src/store/copied.ts';
import { type Manifest, writeManifest } from './backup/manifest.ts';
import { command, Misused, onlyWord, print, wordsOfFault } from './command-line/command.ts';
import { configFor } from './installation/where.ts';

const HELP = `Copies the ledger, its views and the wrapped keys into an empty folder. The server may be running.

  npm run backup -- <folder> [--data <folder>] [--demo] [--json]
  npm run backup -- --made-otherwise      notes that other tools have just made one, such as those of PostgreSQL

  --data <folder>  the data folder (default: CANDOR_DATA_DIR, else ./data)
  --demo           the data folder of the demo, data/demo
  --json           what the backup says about itself
  --help           this text

The master key is NOT in it: keep that file in another safe place, for without it no backup opens. The witness folder with
the mark and the erasure journal is NOT in it either: keep it by itself, for a restore needs it to erase again who was
erased after the backup. Remove backups after CANDOR_BACKUP_LIFE; certificates of erasure promise it.

Exit: 0 copied · 1 it could not be copied · 2 the command cannot be understood.
`;
const OPTIONS = {
  data: { type: 'string' },
  demo: { type: 'boolean' },
  'made-otherwise': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;
const BESIDE = ['log.vkey', 'installation.json'] as const;

export const main = command({
  help: HELP,
  takesWords: true,
  options: OPTIONS,
  async run({ values, words }) {
    if (values['made-otherwise'] === true) return noteOther(configFor(values), words);
    const folder = onlyWord(words, 'Name one folder for the backup.');
    const config = configFor(values);
    const manifest = await toldInWords(config, () => backup(config, folder));
    noteHere(config, manifest);
    const summary = `Copied ${manifest.size} entries to ${folder}. The master key and the witness folder are not in it; keep both elsewhere.`;
    print(values.json, manifest, summary);
    return 0;
  },
});

/** The copy is whole, whether this can be noted or not. */
function noteHere({ dataDir }: Config, { at }: Manifest): void {
  try {
    noteBackup(dataDir, Date.parse(at));
  } catch (fault) {
    process.stderr.write(`The copy is whole, but the data folder does not say so: ${wordsOfFault(fault)}\n`);
  }
}

/** What nobody here has seen is believed, and only noted. */
function noteOther(config: Config, words: readonly string[]): number {
  if (words.length > 0) throw new Misused('--made-otherwise takes no folder: it copies nothing.');
  demandInstallation(config);
  noteBackup(config.dataDir, systemClock.now());
  process.stdout.write('Noted that a backup was made by other tools just now.\n');
  return 0;
}

function demandInstallation({ dataDir }: Config): void {
  if (!existsSync(join(dataDir, 'installation.json'))) throw new Error(`There is no installation in ${dataDir}.`);
}

export async function backup(config: Config, folder: string): Promise<Manifest> {
  demandInstallation(config);
  findInstallation(config);
  makeFolder(folder);
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. Name a new folder for each backup.`);
  const at = new Date(systemClock.now()).toISOString();
  const isSqlite = config.databaseUrl === undefined;
  const copied = isSqlite ? await copyFiles(config, folder) : await dump(config, folder);
  const ledger = isSqlite
    ? ledgerOfSqlite(join(folder, 'candor.db'))
    : await ledgerOfPostgres(config.databaseUrl ?? '');
  for (const name of BESIDE) copyFileSync(join(config.dataDir, name), join(folder, name));
  const files: Record<string, string> = {};
  for (const name of [...copied, ...BESIDE]) {
    syncPath(join(folder, name));
    files[name] = fileHash(join(folder, name));
  }
  const manifest: Manifest = {
    v: 1,
    at,
    engine: isSqlite ? 'sqlite' : 'postgresql',
    ...ledger,
    nodes: [...ledger.nodes],
    files,
  };
  writeManifest(folder, manifest);
  return manifest;
}

/** The keystore is copied second, so that every key that the main copy needs is in it. */
async function copyFiles(config: Config, folder: string): Promise<readonly string[]> {
  await copySqlite(join(config.dataDir, 'candor.db'), join(folder, 'candor.db'));
  return ['candor.db', ...(await copyKeystoreFile(config, folder))];
}

async function copyKeystoreFile(config: Config, folder: string): Promise<readonly string[]> {
  await copySqlite(keystoreFile(config) ?? '', join(folder, 'keys.db'));
  return ['keys.db'];
}

async function dump(config: Config, folder: string): Promise<readonly string[]> {
  const { databaseUrl = '', keystoreUrl = databaseUrl } = config;
  const tool = { name: 'pg_dump', env: process.env } as const;
  runPostgresTool(databaseUrl, {
    ...tool,
    args: ['--format=custom', '--exclude-schema=keystore', `--file=${join(folder, 'main.dump')}`],
  });
  if (keystoreFile(config) !== undefined) return ['main.dump', ...(await copyKeystoreFile(config, folder))];
  runPostgresTool(keystoreUrl, {
    ...tool,
    args: ['--format=custom', '--schema=keystore', `--file=${join(folder, 'keystore.dump')}`],
  });
  return ['main.dump', 'keystore.dump'];
}
