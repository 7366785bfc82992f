/**
 * Where backups are kept: a folder, or a bucket of S3-compatible storage, by one set of words.
 * Flow:    backup, restore → here → disk, s3-place.
 * Promise: what is put there is there whole or not at all; a path is `<backup>/<file>`.
 * Source:  docs/operating.md.
 */
import { createReadStream, existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../src/config.ts';
import { makeFolder } from '../../src/folder.ts';
import { syncPath } from '../../src/seal/sync-path.ts';
import { madeBy } from '../../src/vocabulary/kept-backup.ts';
import type { BackupPlace } from './backup-place.ts';
import { s3Place } from './s3-place.ts';

const isS3 = (words: string): boolean => words.startsWith('s3://');

export const placeFor = (config: Pick<Config, 'storage'>, words: string): BackupPlace =>
  isS3(words) ? s3Place(words, config.storage) : folderPlace(words);

/** A place, and the one backup in it that was named, if one was. */
export function partedPlace(words: string): { readonly place: string; readonly name?: string } {
  const trimmed = words.replace(/\/+$/, '');
  const path = isS3(words) ? trimmed : resolve(trimmed);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (madeBy(name) === undefined) return { place: words };
  return { place: path.slice(0, path.lastIndexOf('/')), name };
}

const READ_BYTES = 1024 * 1024;

/** Opened when somebody reads on, so that nothing stays open where nobody comes to. */
export async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(file, { highWaterMark: READ_BYTES });
}

function folderPlace(folder: string): BackupPlace {
  return {
    words: folder,
    list: async () => (existsSync(folder) ? filesBelow(folder) : []),
    async put(path, bytes) {
      const file = join(folder, path);
      makeFolder(dirname(file));
      try {
        await writeFile(`${file}.new`, bytes, { mode: 0o600, flush: true });
        renameSync(`${file}.new`, file);
      } catch (fault) {
        rmSync(`${file}.new`, { force: true });
        throw fault;
      }
      syncPath(dirname(file));
      syncPath(folder);
    },
    get: (path) => bytesOf(join(folder, path)),
    async remove(path) {
      const file = join(folder, path);
      rmSync(file, { force: true });
      // The folder goes with its last file.
      if (readdirSync(dirname(file)).length === 0) rmdirSync(dirname(file));
    },
  };
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && madeBy(entry.name) !== undefined)
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`));
