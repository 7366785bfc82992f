/**
 * Reads the master keys that wrap every other secret, from a file only its owner may read.
 * Flow:    the file of CANDOR_MASTER_KEY_FILE → here → keyring.
 * Promise: a file is made only when told, and never over an existing one; keys are 32 bytes under a number, the newest
 *          wraps. A file that is replaced counts at once, and what was read before goes on opening for half a minute.
 * Source:  docs/design.md 6.
 */
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { newKey } from './ids.ts';
import { SealedError } from './sealed.ts';
import { syncPath } from './sync-path.ts';

export interface MasterKeys {
  /** The number that wraps new keys. */
  readonly newest: number;
  readonly byNumber: ReadonlyMap<number, Uint8Array>;
}

export function openMasterKeys(file: string, wish: { readonly create: boolean }): MasterKeys {
  if (textOf(file) === undefined) {
    if (!wish.create)
      throw new SealedError(
        'master-key-missing',
        'The master key file is missing. Put it back from its safe place; without it nothing can be opened.',
      );
    make(file);
  }
  return followed(file);
}

/** What was on its way out of the keystore when a key left the file still opens. */
const LINGER_MS = 30_000;

/** Looked at again whenever it is asked, for a rotation replaces the file under a running service. */
function followed(file: string): MasterKeys {
  let stamp = stampOf(file);
  let held = masterKeysOf(textOf(file) ?? '');
  let former: { readonly keys: MasterKeys; readonly until: number } | undefined;
  const look = (): MasterKeys => {
    const now = stampOf(file);
    if (now === undefined || now === stamp) return held;
    const keys = readQuietly(file);
    if (keys === undefined) return held;
    former = { keys: held, until: performance.now() + LINGER_MS };
    [stamp, held] = [now, keys];
    return held;
  };
  return {
    get newest() {
      return look().newest;
    },
    get byNumber() {
      const { byNumber } = look();
      if (former === undefined) return byNumber;
      if (performance.now() < former.until) return new Map([...former.keys.byNumber, ...byNumber]);
      former = undefined;
      return byNumber;
    },
  };
}

/** A file that is away for a moment, or that cannot be read, takes nothing from whoever opened it before. */
function readQuietly(file: string): MasterKeys | undefined {
  try {
    return masterKeysOf(textOf(file) ?? '');
  } catch {
    return undefined;
  }
}

function stampOf(file: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs } = statSync(file, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch {
    return undefined;
  }
}

/** One key a line: its number, a space, 32 bytes in base64. */
export function masterKeysOf(text: string): MasterKeys {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const byNumber = new Map<number, Uint8Array>();
  for (const line of lines) {
    const [, number, base64 = ''] = /^([1-9]\d{0,8}) ([A-Za-z0-9+/]{43}=)\s*$/.exec(line) ?? [];
    if (number === undefined || byNumber.has(Number(number))) throw unreadable();
    byNumber.set(Number(number), Buffer.from(base64, 'base64'));
  }
  if (byNumber.size === 0) throw unreadable();
  return { newest: Math.max(...byNumber.keys()), byNumber };
}

const unreadable = (): SealedError =>
  new SealedError(
    'master-key-unreadable',
    'The master key file is not readable: every line holds a number of its own, a space and 32 bytes in base64.',
  );

function textOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR', path: file });
  // Windows has no such bits; there the folder's own rights guard the file.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new SealedError(
      'master-key-open-to-others',
      'The master key file can be opened by others than its owner. Run chmod 600 on it.',
    );
  return readFileSync(file, 'utf8');
}

/**
 * Written aside, synced and linked into place, so that half a key never stands there and an existing file is never
 * replaced.
 */
function make(file: string): void {
  const aside = `${file}.new`;
  rmSync(aside, { force: true });
  const handle = openSync(aside, 'wx', 0o600);
  try {
    writeSync(handle, `1 ${Buffer.from(newKey()).toString('base64')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  linkSync(aside, file);
  rmSync(aside);
  syncPath(dirname(file));
}
