/**
 * A file that is open for as long as the service runs, and must stay the one at its path: what is written into a file
 * that was removed, moved away or replaced is gone at the next start.
 * Flow:    sqlite, keystore-sqlite, ledger/mark, ledger/journal → here → watch.
 * Promise: said at once when asked: another file at the path, none, or a shorter one than before; and that the very
 *          same file is back. Of a file that nobody else writes: that somebody did.
 * Source:  docs/promises.md F42; decision 0052; decision 0064.
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
  /** Does work that writes into it, by which it stays ours; where it is ours no longer nothing is written. */
  writing(work: () => void): void;
}

interface Known {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mtimeNs: bigint;
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
  /** Every write is announced by `writing`, so that any other one is somebody else's. */
  readonly isOursAlone?: boolean;
}

/** To be called right after the file was opened. */
export function holdFile(
  path: string,
  part: StoragePart,
  { mayShrink = false, holdsActs = false, isOursAlone = false }: Kind = {},
): HeldFile {
  let known = lookAt(path);
  const isSame = (found: Known): boolean => found.dev === known?.dev && found.ino === known.ino;
  const isInPlace = (): boolean => {
    const found = lookAt(path);
    if (known === undefined || found === undefined || !isSame(found)) return false;
    if (!mayShrink && found.size < known.size) return false;
    if (isOursAlone && found.mtimeNs !== known.mtimeNs) return false;
    known.size = found.size;
    return true;
  };
  return {
    part,
    holdsActs,
    isInPlace,
    renew() {
      known = lookAt(path);
    },
    writing(work) {
      if (!isInPlace()) return;
      try {
        work();
      } finally {
        const found = lookAt(path);
        if (found !== undefined && isSame(found)) known = found;
      }
    },
  };
}

/** The write-ahead log of a SQLite file, in which the newest acts stand, and the index of that log. */
export const holdSqliteLog = (file: string, part: StoragePart): readonly HeldFile[] => [
  holdFile(`${file}-wal`, part, { mayShrink: true, holdsActs: true }),
  holdFile(`${file}-shm`, part, { mayShrink: true }),
];

export const holdSqlite = (file: string, part: StoragePart): readonly HeldFile[] => [
  holdFile(file, part, { holdsActs: true }),
  ...holdSqliteLog(file, part),
];
