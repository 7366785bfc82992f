/**
 * When pages go from the write-ahead log into the database file: only where this says so, so that any other write of
 * that file is somebody else's.
 * Flow:    sqlite (after each commit, and where files are cleaned) → here → held-file (announces the write).
 * Promise: nothing is copied into a file that is no longer ours; a copy that fails is tried again after a later commit
 *          and denies nothing that is committed.
 * Source:  decision 0064; sqlite.org/walformat.html (the WAL-index header); sqlite.org/pragma.html (wal_checkpoint).
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { HeldFile } from './held-file.ts';

/** A page that changes in every batch is then copied back once in many, and not once in each. */
const PAGES = 8 * 1024;
/** Of the header of the index of the log: the number of the last frame that is committed. */
const LAST_FRAME = 16;

export interface Checkpoints {
  /** Copies back where the log has grown long. */
  now(): void;
  /** Everything, and empties the log; false where a reader still needs it. */
  all(): boolean;
  /** Only after the connections are closed: closing any handle of a file ends all locks that the process has on it. */
  close(): void;
}

export function checkpointsOf(writer: Database.Database, file: string, held: HeldFile): Checkpoints {
  const index = openSync(`${file}-shm`, 'r');
  const frame = new Uint32Array(1);
  const bytes = new Uint8Array(frame.buffer);
  const frames = (): number => (readSync(index, bytes, 0, 4, LAST_FRAME) === 4 ? (frame[0] ?? 0) : 0);
  let next = PAGES;
  return {
    now() {
      const count = frames();
      if (count < PAGES) next = PAGES;
      if (count < next) return;
      held.writing(() => {
        try {
          writer.pragma('wal_checkpoint(PASSIVE)');
        } catch {
          // The acts stand in the log, and a full disk is told by the next write.
        }
      });
      // While a reader keeps the log from beginning anew there is no use in trying after every commit.
      next = count + PAGES / 8;
    },
    all() {
      let isDone = false;
      held.writing(() => {
        const [state] = writer.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
        isDone = state?.busy === 0;
      });
      return isDone;
    },
    close: () => closeSync(index),
  };
}
