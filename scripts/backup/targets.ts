/**
 * The two ways in which a backup is kept: open files in a folder, or sealed files in a place for many backups.
 * Flow:    copying → here → folder, seal (sealed stream) → place.
 * Promise: nothing of the ledger lies open on the way but SQLite's own copy, which lies in the data folder beside the
 *          ledger itself and goes at once.
 * Source:  docs/operating.md.
 */

import { copyFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileHash, hashing } from '../../src/seal/file-hash.ts';
import { type MasterKeys, sealStream } from '../../src/seal/seal.ts';
import { syncPath } from '../../src/seal/sync-path.ts';
import type { BackupPlace } from './backup-place.ts';
import type { BackupTarget } from './copying.ts';
import { NAME, writeManifest } from './manifest.ts';
import { bytesOf } from './place.ts';

export function openTarget(folder: string): BackupTarget {
  const file = async (name: string): Promise<string> => {
    syncPath(join(folder, name));
    return fileHash(join(folder, name));
  };
  return {
    folder,
    file,
    copy(name, from) {
      copyFileSync(from, join(folder, name));
      return file(name);
    },
    async stream(name, bytes) {
      await writeFile(join(folder, name), bytes, { mode: 0o600 });
      return file(name);
    },
    finish: async (manifest) => writeManifest(folder, manifest),
  };
}

interface Sealing {
  readonly place: BackupPlace;
  /** Of the backup. */
  readonly name: string;
  readonly keys: MasterKeys;
  /** For copies that SQLite makes. */
  readonly folder: string;
}

export function sealedTarget({ place, name: backup, keys, folder }: Sealing): BackupTarget {
  const stream = async (name: string, bytes: AsyncIterable<Uint8Array>): Promise<string> => {
    const hash = hashing();
    const path = `${backup}/${name}.sealed`;
    await place.put(path, sealStream(heard(bytes, hash), { keys, name: path }));
    return hash.hex();
  };
  const copy = (name: string, from: string): Promise<string> => stream(name, bytesOf(from));
  return {
    folder,
    stream,
    copy,
    async file(name) {
      const hash = await copy(name, join(folder, name));
      rmSync(join(folder, name));
      return hash;
    },
    async finish(manifest) {
      await stream(NAME, Readable.from([Buffer.from(JSON.stringify(manifest))]));
    },
  };
}

async function* heard(bytes: AsyncIterable<Uint8Array>, hash: { update(bytes: Uint8Array): unknown }) {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}
