/**
 * A file that only its owner may read, written whole or not at all, and never over another.
 * Flow:    setup → here → the folder of secrets.
 * Promise: mode 0600 from its first byte; a file that stands there already is left as it is, and that is a fault.
 */
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncPath } from '../../src/seal/sync-path.ts';

export function writeSecretFile(file: string, text: string): void {
  const aside = `${file}.new`;
  rmSync(aside, { force: true });
  const handle = openSync(aside, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(aside, file);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')
      throw new Error(
        `${file} is there already, and nothing is written over it. Name another folder, or move it away.`,
      );
    throw fault;
  } finally {
    rmSync(aside, { force: true });
  }
  syncPath(dirname(file));
}
