/**
 * The mark: the newest size and root of a log in the witness folder, so that a ledger put back to an older state shows.
 * Flow:    batch (after COMMIT) → here → the file `mark-<log>`; start, doctor and `scripts/verify` read it.
 * Promise: two slots take turns, each with a checksum and on a page of its own, so a torn write leaves the one before
 *          it. The mark never goes back. `write` does not wait for the disk; `sync` does, and MUST be called every
 *          second.
 * Source:  docs/design.md 5; docs/promises.md F8, F10.
 */
import { closeSync, constants, fsync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../seal/seal.ts';
import { syncPath } from '../seal/sync-path.ts';

export interface MarkedTree {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface LogMark {
  /** The newest whole slot; undefined where none was written yet. */
  read(): MarkedTree | undefined;
  /** One write of one page, not yet on the disk. A size below the newest changes nothing. */
  write(size: number, root: Uint8Array): void;
  /** On the disk once this resolves; does nothing where nothing was written since. */
  sync(): Promise<void>;
  close(): void;
}

/** Bytes of a slot: one page, so that the two never share one. */
const SLOT = 4096;
const SLOTS = 2;
const TEXT = /^(candor-mark\/v1 (\d+) (\d+) ([\w+/=]{44})) ([0-9a-f]{64}) *\n$/;

interface Slot extends MarkedTree {
  readonly at: number;
}

export function openMark(folder: string, log: number): LogMark {
  const file = openSync(join(folder, `mark-${log}`), constants.O_RDWR | constants.O_CREAT, 0o600);
  let newest: Slot | undefined;
  let unsynced = false;
  try {
    newest = [...slotsIn(file, log)].sort((a, b) => a.size - b.size).at(-1);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return {
    read: () => (newest === undefined ? undefined : { size: newest.size, root: newest.root }),
    write(size, root) {
      if (newest !== undefined && size < newest.size) return;
      // Slots that hold nothing whole are made blank first, because a reader goes by lines and a gap would hide the
      // line after it.
      if (newest === undefined) makeBlank(file, folder);
      const at = newest === undefined ? 0 : (newest.at + 1) % SLOTS;
      writeAll(file, slotText(log, { size, root }), at * SLOT);
      newest = { size, root: Uint8Array.from(root), at };
      unsynced = true;
    },
    sync() {
      if (!unsynced) return Promise.resolve();
      unsynced = false;
      return new Promise((resolve, reject) => {
        fsync(file, (error) => {
          if (error === null) return resolve();
          unsynced = true;
          reject(error);
        });
      });
    },
    close() {
      if (unsynced) fsyncSync(file);
      closeSync(file);
    },
  };
}

function* slotsIn(file: number, log: number): Generator<Slot> {
  for (let at = 0; at < SLOTS; at += 1) {
    const page = Buffer.alloc(SLOT);
    const length = readSync(file, page, 0, SLOT, at * SLOT);
    const marked = parseSlot(page.toString('latin1', 0, length), log);
    if (marked !== undefined) yield { ...marked, at };
  }
}

function parseSlot(page: string, log: number): MarkedTree | undefined {
  const [, text, logText, size, root, sum] = TEXT.exec(page) ?? [];
  if (text === undefined || root === undefined || logText !== String(log) || sumOf(text) !== sum) return undefined;
  return { size: Number(size), root: new Uint8Array(Buffer.from(root, 'base64')) };
}

function slotText(log: number, { size, root }: MarkedTree): string {
  const text = `candor-mark/v1 ${log} ${size} ${Buffer.from(root).toString('base64')}`;
  return `${`${text} ${sumOf(text)}`.padEnd(SLOT - 1)}\n`;
}

const sumOf = (text: string): string => Buffer.from(sha256(text)).toString('hex');

function makeBlank(file: number, folder: string): void {
  writeAll(file, `${' '.repeat(SLOT - 1)}\n`.repeat(SLOTS), 0);
  fsyncSync(file);
  syncPath(folder);
}

function writeAll(file: number, text: string, start: number): void {
  const bytes = Buffer.from(text, 'latin1');
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, start + done);
}
