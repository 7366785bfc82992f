/**
 * The steps of a restore: what must be there, what must not, the files in their places, the mark.
 * Flow:    restore → here → data folder, witness folder.
 * Promise: refuses before it writes; the marker of the installation is written last.
 * Source:  docs/design.md 5 and 6.
 */

import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Config, keystoreFile } from '../../src/config.ts';
import type { Continuation, MarkedLog } from '../../src/continuation.ts';
import { journalsIn, openJournal } from '../../src/ledger/journal.ts';
import { openMark } from '../../src/ledger/mark.ts';
import { syncPath } from '../../src/seal/sync-path.ts';
import { presentInPostgres, presentInSqlite, runPostgresTool } from '../../src/store/copied.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import type { Manifest } from './manifest.ts';

export function demandEmpty(config: Config, { engine }: Manifest): void {
  for (const name of ['installation.json', 'candor.db', 'keys.db'])
    if (existsSync(join(config.dataDir, name)))
      throw new Error(`${config.dataDir} already holds ${name}. Restore into an empty data folder.`);
  const wanted = config.databaseUrl === undefined ? 'sqlite' : 'postgresql';
  if (engine !== wanted)
    throw new Error(`The backup is of ${engine}, and this installation is set to ${wanted} (DATABASE_URL).`);
  if (!existsSync(config.masterKeyFile))
    throw new Error(
      `The master key file is missing. Put it back to ${config.masterKeyFile}; without it no backup opens.`,
    );
}

/** Without every journal nobody knows who was erased after the backup. */
export function demandJournals(config: Config, { nodes, size, log }: Manifest): void {
  if (!existsSync(join(config.witnessDir, `mark-${log}`)) && size > 0)
    throw new Error(
      `The witness folder ${config.witnessDir} has no mark. Put the witness folder back first; set CANDOR_WITNESS_DIR if it is elsewhere.`,
    );
  const there = new Set(journalsIn(config.witnessDir));
  for (const { node, lines } of nodes)
    if (!there.has(node) || openJournal(config.witnessDir, node).count() < lines)
      throw new Error(
        `The erasure journal of ${node} is missing or too short. Put the whole witness folder back; without it erased people would return.`,
      );
}

/** Whoever was erased after such a backup may have left the journal, so nobody could erase them again. */
export function demandYoung({ witnessDir, backupLifeMs }: Config, { at }: Manifest, now: number): void {
  const isOld = Date.parse(at) + backupLifeMs < now;
  if (isOld && journalsIn(witnessDir).some((node) => openJournal(witnessDir, node).hasFallen()))
    throw new Error(
      'The backup is older than CANDOR_BACKUP_LIFE, and the journal no longer knows everybody who was erased since. Use a newer backup.',
    );
}

/** The marks of all logs that the witness folder knows. */
function marksOf({ witnessDir }: Config): readonly MarkedLog[] {
  const logs = existsSync(witnessDir)
    ? readdirSync(witnessDir).flatMap((name) => /^mark-(\d+)$/.exec(name)?.[1] ?? [])
    : [];
  return logs.map((text) => {
    const mark = openMark(witnessDir, Number(text));
    const { size, root } = mark.read() ?? { size: 0, root: new Uint8Array() };
    mark.close();
    return { log: Number(text), size, root };
  });
}

interface Witnessed {
  readonly going: Continuation;
  /** Entries that the marks knew and the backup lacks. */
  readonly lost: number;
}

/** Where the next log goes on. The marks stay as they are: they name for ever what was there. */
export function witnessed(
  config: Config,
  manifest: Manifest,
  { acknowledge, now }: { readonly acknowledge: boolean; readonly now: number },
): Witnessed {
  const marks = marksOf(config);
  const heldOf = ({ log }: MarkedLog): number => (log === manifest.log ? manifest.size : 0);
  const ahead = marks.filter((mark) => mark.log >= manifest.log && mark.size > heldOf(mark));
  const lost = ahead.reduce((sum, mark) => sum + mark.size - heldOf(mark), 0);
  if (lost > 0 && !acknowledge)
    throw new Error(
      `The ledger held ${manifest.size + lost} entries and the backup holds ${manifest.size}: ${lost} would be lost. Look for a newer backup, or say --acknowledge.`,
    );
  const behind = marks.find((mark) => mark.log === manifest.log && !ahead.includes(mark));
  const next = Math.max(manifest.log, ...marks.map(({ log }) => log)) + 1;
  const line = {
    at: new Date(now).toISOString(),
    backup: manifest.at,
    log: manifest.log,
    size: manifest.size,
    root: manifest.root,
    lost,
    next,
  };
  mkdirSync(config.witnessDir, { recursive: true, mode: 0o700 });
  appendFileSync(join(config.witnessDir, 'restores.ndjson'), `${JSON.stringify(line)}\n`, { flush: true, mode: 0o600 });
  return { lost, going: { next, ahead, ...defined({ behind }) } };
}

export function putBack(config: Config, folder: string): void {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const { databaseUrl, keystoreUrl } = config;
  if (databaseUrl === undefined) copySynced(join(folder, 'candor.db'), join(config.dataDir, 'candor.db'));
  else restoreDump(databaseUrl, join(folder, 'main.dump'));
  const keys = keystoreFile(config);
  if (keys !== undefined) copySynced(join(folder, 'keys.db'), keys);
  else restoreDump(keystoreUrl ?? databaseUrl ?? '', join(folder, 'keystore.dump'));
  copySynced(join(folder, 'log.vkey'), join(config.dataDir, 'log.vkey'));
}

/** Last of all, because without it nothing takes the folder for an installation. */
export function putMarker(config: Config, folder: string): void {
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
export async function replayJournals(config: Config): Promise<number> {
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
  return config.databaseUrl === undefined
    ? presentInSqlite(join(config.dataDir, 'candor.db'), subjects)
    : presentInPostgres(config.databaseUrl, subjects);
}
