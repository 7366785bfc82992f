/**
 * What a backup says about itself: when, of which log, up to which size, and the hash of each of its files.
 * Flow:    backup → here → restore.
 * Promise: written last, so that a folder without it is no backup; a file that was changed or cut short is refused.
 * Source:  docs/design.md 6.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fileHash } from '../../src/seal/file-hash.ts';
import { syncPath } from '../../src/seal/sync-path.ts';

const Manifest = z.strictObject({
  v: z.literal(1),
  at: z.string(),
  engine: z.enum(['sqlite', 'postgresql']),
  log: z.int().min(0),
  origin: z.string(),
  size: z.int().min(0),
  /** Base64. */
  root: z.string(),
  /** Nodes with an erasure journal, and how many lines each had at least. */
  nodes: z.array(z.strictObject({ node: z.string(), lines: z.int().min(0) })),
  /** Hex of SHA-256 by file name. */
  files: z.record(z.string().regex(/^[a-z][a-z.-]*$/), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestOf = (text: string): Manifest => Manifest.parse(JSON.parse(text));

export const NAME = 'backup.json';

export function writeManifest(folder: string, manifest: Manifest): void {
  const file = join(folder, NAME);
  writeFileSync(`${file}.new`, `${JSON.stringify(manifest, undefined, 2)}\n`, { flush: true, mode: 0o600 });
  renameSync(`${file}.new`, file);
  syncPath(folder);
}

/** Whether a folder is one backup in open files, finished or not; places of sealed ones hold folders alone. */
export const isOpen = (folder: string): boolean =>
  [NAME, 'installation.json', 'candor.db', 'main.dump'].some((name) => existsSync(join(folder, name)));

export function readManifest(folder: string): Manifest {
  const file = join(folder, NAME);
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Name the folder of a backup.`);
  if (!existsSync(file)) throw new Error(`${folder} holds no finished backup: ${NAME} is missing.`);
  const manifest = manifestOf(readFileSync(file, 'utf8'));
  for (const [name, hash] of Object.entries(manifest.files)) {
    const path = join(folder, name);
    if (!existsSync(path) || fileHash(path) !== hash)
      throw new Error(`The backup is damaged: ${name} is missing or was changed.`);
  }
  return manifest;
}
