/**
 * A file that is open for as long as the service runs, and must stay the one at its path: what is written into a file
 * that was removed, moved away or replaced is gone at the next start.
 * Flow:    sqlite, keystore-sqlite, ledger/mark, ledger/journal → here → watch.
 * Promise: said at once when asked: another file at the path, none, or a shorter one than before; and that the very
 *          same file is back.
 * Source:  docs/promises.md F42; decision 0052.
 */
import { statSync } from 'node:fs';
import type { StoragePart } from './trouble.ts';

export interface HeldFile {
  readonly part: StoragePart;
  /** An act that is committed stands in this file, so that it is looked at before the act is acknowledged. */
  readonly holdsActs: boolean;
  /** Whether the file at the path is the one that is open, and whole. */
  isInPlace(): boolean;
  /** The file was replaced by us. */
  renew(): void;
}

interface Known {
  readonly dev: bigint;
  readonly ino: bigint;
  size: bigint;
}

/** Nothing where it cannot be looked at, for whatever reason. */
function lookAt(path: string): Known | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined || found.nlink === 0n ? undefined : found;
  } catch {
    return undefined;
  }
}

interface Kind {
  /** A log that is emptied now and then. */
  readonly mayShrink?: boolean;
  readonly holdsActs?: boolean;
}

/** To be called right after the file was opened. */
export function holdFile(
  path: string,
  part: StoragePart,
  { mayShrink = false, holdsActs = false }: Kind = {},
): HeldFile {
  let known = lookAt(path);
  return {
    part,
    holdsActs,
    isInPlace() {
      const found = lookAt(path);
      if (known === undefined || found === undefined) return false;
      if (found.dev !== known.dev || found.ino !== known.ino || (!mayShrink && found.size < known.size)) return false;
      known.size = found.size;
      return true;
    },
    renew() {
      known = lookAt(path);
    },
  };
}

/** A SQLite file with its write-ahead log, in which the newest acts stand, and the index of that log. */
export const holdSqlite = (file: string, part: StoragePart): readonly HeldFile[] => [
  holdFile(file, part, { holdsActs: true }),
  holdFile(`${file}-wal`, part, { mayShrink: true, holdsActs: true }),
  holdFile(`${file}-shm`, part, { mayShrink: true }),
];
