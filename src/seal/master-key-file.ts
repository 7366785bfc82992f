/**
 * Changes the file of master keys: the next key is put in, and later the former ones are taken out.
 * Flow:    rotate-master → here → the file of CANDOR_MASTER_KEY_FILE.
 * Promise: the file is replaced in one step and on the disk before anything is wrapped by what it holds; its owner and
 *          rights stay. A former key is on the disk in a file of its own before it leaves this one.
 * Source:  docs/design.md 6.
 */
import {
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { newKey } from './ids.ts';
import { masterKeysOf } from './master-key.ts';
import { syncPath } from './sync-path.ts';

/** The file cannot be changed from here, for example because it is mounted to be read. */
export class FixedFile extends Error {}

const lineOf = (number: number, key: Uint8Array): string => `${number} ${Buffer.from(key).toString('base64')}\n`;

/** Puts the next key into the file and gives its number. */
export function addMasterKey(file: string): number {
  const text = readFileSync(file, 'utf8');
  const next = masterKeysOf(text).newest + 1;
  replace(file, `${text.trimEnd()}\n${lineOf(next, newKey())}`);
  return next;
}

/** Where a key that left the file is kept until `day`, as 2027-01-31. */
const formerFile = (file: string, number: number, day: string): string => `${file}.${number}-until-${day}`;

/**
 * Takes every key below this number out of the file. Until the day given each is kept in a file of its own, for backups
 * that were made under it; without a day nothing is kept. Gives the files.
 */
export function dropMasterKeys(file: string, number: number, day: string | undefined): readonly string[] {
  const keys = [...masterKeysOf(readFileSync(file, 'utf8')).byNumber];
  const kept = keys.flatMap(([each, key]) => {
    if (each >= number || day === undefined) return [];
    const former = formerFile(file, each, day);
    // Also where it is there: whoever was stopped in writing it left it empty.
    write(former, lineOf(each, key), file);
    return [former];
  });
  replace(
    file,
    keys
      .filter(([each]) => each >= number)
      .map(([each, key]) => lineOf(each, key))
      .join(''),
  );
  return kept;
}

function replace(file: string, text: string): void {
  const aside = `${file}.new`;
  try {
    write(aside, text, file);
    const old = openSync(file, 'r+');
    try {
      renameSync(aside, file);
      syncPath(dirname(file));
      overwrite(old);
    } finally {
      closeSync(old);
    }
  } catch (fault) {
    rmSync(aside, { force: true });
    throw new FixedFile((fault as NodeJS.ErrnoException).code ?? String(fault));
  }
}

/** With the owner of the file beside it, so that whoever runs the command takes it from nobody. */
function write(path: string, text: string, beside: string): void {
  rmSync(path, { force: true });
  const { uid, gid } = statSync(beside);
  const handle = openSync(path, 'wx', 0o600);
  try {
    if (process.getuid?.() !== uid || process.getgid?.() !== gid) fchownSync(handle, uid, gid);
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncPath(dirname(path));
}

/** The bytes of the file that has no name any more; on a disk that copies on write they may stay, as with any file. */
function overwrite(handle: number): void {
  const { length } = readFileSync(handle);
  writeSync(handle, Buffer.alloc(length), 0, length, 0);
  fsyncSync(handle);
}
