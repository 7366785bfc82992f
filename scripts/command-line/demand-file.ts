/**
 * Looks whether a file can be read, before any work for it begins.
 * Flow:    import, explain-all → here.
 * Promise: a file that is missing, may not be read or is a folder is a fault that carries its name.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export function demandFile(file: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    // An open folder is found out only here. A pipe is left alone, for what is read from it is gone.
    if (fstatSync(handle).isDirectory()) readSync(handle, new Uint8Array(1));
  } catch (fault) {
    throw Object.assign(fault as Error, { path: file });
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
