/**
 * An installation: which log it keeps, and whether all its parts are there together.
 * Flow:    config → here → house.
 * Promise: built aside and finished by one last atomic marker; anything missing beside the others seals the house and
 *          nothing is ever made anew over existing data.
 * Source:  docs/design.md 5 and 6.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, keystoreFile } from './config.ts';
import { makeFolder } from './folder.ts';
import { newId, SealedError } from './seal/seal.ts';

interface Installation {
  readonly origin: string;
  readonly isNew: boolean;
}

const MARKER = 'installation.json';
const KEY_FILE = 'log.vkey';
/** What an unfinished installation leaves behind. */
const REMNANTS = ['candor.db', 'candor.db-wal', 'candor.db-shm', 'keys.db', 'keys.db-wal', 'keys.db-shm', 'log.vkey'];

interface Written {
  readonly origin: string;
}

export function findInstallation(config: Config): Installation {
  makeFolder(config.dataDir);
  makeFolder(config.witnessDir);
  return readInstallation(config);
}

/** The same beside a server, and where nothing can be written: makes nothing. */
export function readInstallation(config: Config): Installation {
  const marker = join(config.dataDir, MARKER);
  if (!existsSync(marker)) return { origin: freshOrigin(config), isNew: true };
  const { origin } = writtenIn(marker);
  if (config.origin !== undefined && origin !== `${config.origin}/0`)
    throw new SealedError('origin-unknown', 'CANDOR_ORIGIN differs from the origin this installation was made with.');
  if (config.databaseUrl === undefined) demandParts(config);
  return { origin, isNew: false };
}

function writtenIn(marker: string): Written {
  const text = readFileSync(marker, 'utf8');
  try {
    return JSON.parse(text) as Written;
  } catch {
    throw new SealedError(
      'part-missing',
      `${MARKER} in the data folder is damaged. Put it back, or restore from a backup.`,
    );
  }
}

const freshOrigin = (config: Config): string => `${config.origin ?? `candor.invalid/${newId('o').slice(2, 18)}`}/0`;

function demandParts(config: Config): void {
  for (const [part, file] of [
    ['database', join(config.dataDir, 'candor.db')],
    ['keystore', keystoreFile(config) ?? config.dataDir],
    ['mark', join(config.witnessDir, 'mark-0')],
  ] as const)
    if (!existsSync(file))
      throw new SealedError(
        'part-missing',
        `The ${part} is missing beside the other parts. Put it back, or restore from a backup.`,
      );
}

/** A later log has a key of its own, which stands below those of the logs before it. */
export function keepVkey(config: Config, vkey: string): void {
  const file = join(config.dataDir, KEY_FILE);
  if (!existsSync(file) || readFileSync(file, 'utf8').split('\n').includes(vkey)) return;
  appendFileSync(file, `${vkey}\n`);
}

/** Without the marker nothing of value can be there: remnants of a first start that did not finish. */
export function clearRemnants(config: Config): void {
  for (const name of REMNANTS) rmSync(join(config.dataDir, name), { force: true });
}

export function finishInstallation(config: Config, written: Written & { readonly vkeys: readonly string[] }): void {
  writeFileSync(join(config.dataDir, KEY_FILE), written.vkeys.map((vkey) => `${vkey}\n`).join(''));
  const marker = join(config.dataDir, MARKER);
  writeFileSync(`${marker}.new`, `${JSON.stringify({ origin: written.origin })}\n`, { flush: true });
  renameSync(`${marker}.new`, marker);
}
