/**
 * The backups in a place: a new one sealed into it, those that are over removed, one found and opened again.
 * Flow:    backup, restore, prove → here → targets, place → folder with open files.
 * Promise: what is opened is whole, or a fault; another ledger's backups are never removed.
 * Source:  docs/operating.md.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../src/clock.ts';
import type { Config } from '../../src/config.ts';
import { findInstallation } from '../../src/installation.ts';
import { newKey } from '../../src/seal/ids.ts';
import { type MasterKeys, openMasterKeys, openStream, sha256 } from '../../src/seal/seal.ts';
import { defined } from '../../src/vocabulary/defined.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { backupName, backupsIn, backupsOver, type KeptBackup, LAST_FILE } from '../../src/vocabulary/kept-backup.ts';
import type { BackupPlace } from './backup-place.ts';
import { copyInstallation } from './copying.ts';
import { type Manifest, manifestOf, writeManifest } from './manifest.ts';
import { partedPlace, placeFor } from './place.ts';
import { sealedTarget } from './targets.ts';

const SCRATCH = 'backup-scratch-';

/** Nothing of a run that was cut short stays; one that is on its way is younger than a day. */
function clearScratch(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((each) => each.startsWith(SCRATCH))) {
    const made = statSync(join(dataDir, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (made + DAY_MS < systemClock.now()) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

const keysFor = ({ backup, masterKeyFile }: Config): MasterKeys =>
  openMasterKeys(backup.keyFile ?? masterKeyFile, { create: false });

/** Eight hexadecimal digits for the name of the ledger, which no other company need read in a bucket. */
const ledgerOf = (config: Config): string =>
  Buffer.from(sha256(findInstallation(config).origin))
    .toString('hex')
    .slice(0, 8);

export interface Kept {
  readonly name: string;
  readonly manifest: Manifest;
}

export async function sealInto(config: Config, place: BackupPlace): Promise<Kept> {
  const chance = Buffer.from(newKey()).toString('hex').slice(0, 8);
  const name = backupName({ at: systemClock.now(), ledger: ledgerOf(config), chance });
  clearScratch(config.dataDir);
  const folder = mkdtempSync(join(config.dataDir, SCRATCH));
  try {
    const target = sealedTarget({ place, name, keys: keysFor(config), folder });
    return { name, manifest: await copyInstallation(config, target) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Those of this ledger, the newest first. */
export async function ownBackups(config: Config, place: BackupPlace): Promise<readonly KeptBackup[]> {
  const ledger = ledgerOf(config);
  return backupsIn(await place.list()).filter((each) => each.ledger === ledger);
}

/** Gives the names of those that it removed. */
export async function removeOver(config: Config, place: BackupPlace): Promise<readonly string[]> {
  const { keep, everyMs: againMs } = config.backup;
  const wish = { now: systemClock.now(), lifeMs: config.backupLifeMs, againMs, ...defined({ keep }) };
  const over = backupsOver(await ownBackups(config, place), wish);
  for (const { name, paths } of over) {
    const last = `${name}/${LAST_FILE}`;
    // What loses its last file first is no backup any more, wherever this is cut short.
    for (const path of [last, ...paths.filter((each) => each !== last)])
      if (paths.includes(path)) await place.remove(path);
  }
  return over.map(({ name }) => name);
}

interface Found {
  readonly place: BackupPlace;
  readonly name: string;
}

/** The one that was named, or the newest that is whole where a place was named. */
export async function findKept(config: Config, words: string): Promise<Found> {
  const { place: where, name } = partedPlace(words);
  const place = placeFor(config, where);
  const whole = backupsIn(await place.list()).filter(({ isWhole }) => isWhole);
  const newest = whole[0];
  if (name !== undefined) {
    if (whole.some((each) => each.name === name)) return { place, name };
    throw new Error(`${words} holds no finished backup.`);
  }
  if (newest === undefined) throw new Error(`${words} holds no finished backup. Name the folder of a backup.`);
  if (whole.some(({ ledger }) => ledger !== newest.ledger))
    throw new Error(
      `${words} holds backups of more than one ledger. Name one of them: ${whole.map((each) => each.name).join(', ')}.`,
    );
  return { place, name: newest.name };
}

const opened = (config: Config, { place }: Found, path: string): AsyncGenerator<Uint8Array> =>
  openStream(place.get(path), { keys: keysFor(config), name: path });

/** What it says about itself. */
export async function openManifest(config: Config, found: Found): Promise<Manifest> {
  const pieces: Uint8Array[] = [];
  for await (const piece of opened(config, found, `${found.name}/${LAST_FILE}`)) pieces.push(piece);
  return manifestOf(Buffer.concat(pieces).toString());
}

/** Opens every file into an empty folder, which is a backup in open files then. */
export async function openKept(config: Config, found: Found, folder: string): Promise<void> {
  const manifest = await openManifest(config, found);
  for (const file of Object.keys(manifest.files)) {
    await writeFile(join(folder, file), opened(config, found, `${found.name}/${file}.sealed`), { mode: 0o600 });
  }
  writeManifest(folder, manifest);
}
