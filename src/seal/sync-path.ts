/**
 * Brings a file or a folder onto the disk.
 * Flow:    seal, ledger, scripts/backup → here → the disk.
 * Promise: after it the names in a folder survive a loss of power: the name of a new file is on the disk only when its
 *          folder is.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Windows opens no folder for this, and writes names through. */
export function syncPath(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
