/**
 * A lock that one process at a time holds on a file.
 * Flow:    sqlite (one writer a data folder), scripts/rotate-keys (one rotation) → here.
 * Promise: the kernel frees it when the process dies, however it dies; whoever does not get it is told at once.
 * Source:  docs/design.md 4.
 */
import Database from 'better-sqlite3';
import { asUnavailable } from './faults.ts';
import { Unavailable } from './store.ts';

/** Closing what it gives lets go of it. */
export function takeLock(file: string): Database.Database {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    const isHeld = cause instanceof Database.SqliteError && cause.code === 'SQLITE_BUSY';
    throw isHeld ? new Unavailable('data-folder-in-use', cause) : asUnavailable(cause);
  }
}
