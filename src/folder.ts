/**
 * Makes a folder with all folders above it.
 * Flow:    installation, store, backup → here → the disk.
 * Promise: always ends. Node's own recursive mkdir tries for ever where a parent is there and takes no child, as in
 *          /proc. A fault carries the folder that was wanted.
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

export function makeFolder(folder: string): void {
  const wanted = resolve(folder);
  try {
    for (const path of missingAbove(wanted)) makeOne(path);
    if (!isFolder(wanted)) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  } catch (fault) {
    throw Object.assign(fault as Error, { path: wanted });
  }
}

/** Another process may make it in the same moment. */
function makeOne(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (fault) {
    if (!isFolder(path)) throw fault;
  }
}

/** From the topmost that is missing down to the folder itself. */
function missingAbove(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let path = folder; statSync(path, { throwIfNoEntry: false }) === undefined; path = dirname(path))
    missing.unshift(path);
  return missing;
}
