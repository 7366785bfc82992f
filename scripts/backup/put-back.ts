/**
 * The steps of a restore: what must be there, what must not, the files in their places, the mark.
 * Flow:    restore → here → data folder, witness folder.
 * Promise: refuses before it writes; the marker of the installation is written last.
 * Source:  DESIGN sections 5 and 6.
 */
import { appendFileSync, chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/config.ts';
import { journalsIn, openJournal } from '../../src/ledger/journal.ts';
import { openMark } from '../../src/ledger/mark.ts';
import { presentInPostgres, presentInSqlite, runPostgresTool } from '../../src/store/copied.ts';
import { type Manifest, syncPath } from './manifest.ts';

const MAIN_LOG = 0;

export function demandEmpty(config: Config, { engine }: Manifest): void {
  for (const name of ['installation.json', 'candor.db', 'keys.db'])
    if (existsSync(join(config.dataDir, name))) throw new Error(`${config.dataDir} already holds ${name}. Restore into an empty data folder.`);
  const wanted = config.databaseUrl === undefined ? 'sqlite' : 'postgresql';
  if (engine !== wanted) throw new Error(`The backup is of ${engine}, and this installation is set to ${wanted} (DATABASE_URL).`);
  if (!existsSync(config.masterKeyFile)) throw new Error(`The master key file is missing. Put it back to ${config.masterKeyFile}; without it no backup opens.`);
}

/** Without every journal nobody knows who was erased after the backup. */
export function demandJournals(config: Config, { nodes, size }: Manifest): void {
  if (!existsSync(join(config.witnessDir, `mark-${MAIN_LOG}`)) && size > 0)
    throw new Error(`The witness folder ${config.witnessDir} has no mark. Put the witness folder back first; set CANDOR_WITNESS_DIR if it is elsewhere.`);
  const there = new Set(journalsIn(config.witnessDir));
  for (const { node, lines } of nodes)
    if (!there.has(node) || openJournal(config.witnessDir, node).count() < lines)
      throw new Error(`The erasure journal of ${node} is missing or too short. Put the whole witness folder back; without it erased people would return.`);
}

/** How many entries the mark knew that the backup lacks. */
export function setMarkAside(config: Config, manifest: Manifest, { acknowledge, now }: { readonly acknowledge: boolean; readonly now: number }): number {
  const file = join(config.witnessDir, `mark-${MAIN_LOG}`);
  if (!existsSync(file)) return 0;
  const mark = openMark(config.witnessDir, MAIN_LOG);
  const known = mark.read();
  mark.close();
  const lost = Math.max(0, (known?.size ?? 0) - manifest.size);
  if (lost === 0) return 0;
  if (!acknowledge)
    throw new Error(
      `The ledger held ${known?.size} entries and the backup holds ${manifest.size}: ${lost} would be lost. Look for a newer backup, or say --acknowledge.`,
    );
  renameSync(file, `${file}.before-${known?.size}`);
  const line = { at: new Date(now).toISOString(), backup: manifest.at, size: manifest.size, root: manifest.root, lost, markSize: known?.size };
  appendFileSync(join(config.witnessDir, 'restores.ndjson'), `${JSON.stringify(line)}\n`, { flush: true, mode: 0o600 });
  // A start asks for a mark beside the other parts; an empty one knows nothing yet.
  openMark(config.witnessDir, MAIN_LOG).close();
  syncPath(config.witnessDir);
  return lost;
}

export function putBack(config: Config, folder: string): void {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  if (config.databaseUrl === undefined) for (const name of ['candor.db', 'keys.db']) copySynced(join(folder, name), join(config.dataDir, name));
  else {
    restoreDump(config.databaseUrl, join(folder, 'main.dump'));
    restoreDump(config.keystoreUrl ?? config.databaseUrl, join(folder, 'keystore.dump'));
  }
  copySynced(join(folder, 'log.vkey'), join(config.dataDir, 'log.vkey'));
  const marker = join(config.dataDir, 'installation.json');
  rmSync(`${marker}.new`, { force: true });
  copySynced(join(folder, 'installation.json'), `${marker}.new`);
  renameSync(`${marker}.new`, marker);
  syncPath(config.dataDir);
}

const restoreDump = (url: string, file: string): void =>
  runPostgresTool(url, { name: 'pg_restore', env: process.env, args: ['--no-owner', '--exit-on-error', file] });

function copySynced(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  syncPath(to);
}

/** How many people of the journals the backup brought back; the start of the house erases them again. */
export async function replayedBy(config: Config): Promise<number> {
  const subjects = [
    ...new Set(
      journalsIn(config.witnessDir).flatMap((node) =>
        openJournal(config.witnessDir, node)
          .intents()
          .map(({ subject }) => subject),
      ),
    ),
  ];
  if (subjects.length === 0) return 0;
  return config.databaseUrl === undefined ? presentInSqlite(join(config.dataDir, 'candor.db'), subjects) : presentInPostgres(config.databaseUrl, subjects);
}
