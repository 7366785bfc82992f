/**
 * When a backup was last made of this installation: a file in the data folder, for whoever watches over that.
 * Flow:    backup → here → doctor (`--production`), the numbers of the service.
 * Promise: written after the backup is whole. A file that cannot be read counts as none.
 * Source:  docs/deploying.md.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'last-backup.json';

export function noteBackup(dataDir: string, at: number): void {
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.new`, `${JSON.stringify({ at })}\n`, { flush: true, mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The moment in milliseconds since 1970; undefined where none is known. */
export function lastBackup(dataDir: string): number | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'));
    const at = typeof read === 'object' && read !== null && 'at' in read ? read.at : undefined;
    return Number.isSafeInteger(at) ? Number(at) : undefined;
  } catch {
    return undefined;
  }
}
