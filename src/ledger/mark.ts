/**
 * The mark: the newest size and root of a log in the witness folder, so that a ledger put back to an older state shows.
 * Flow:    batch (after COMMIT) → here → the file `mark-<log>`; start, doctor and `scripts/verify` read it.
 * Promise: two slots take turns, each with a checksum and on a page of its own, so a torn write leaves the one before
 *          it. The mark never goes back. `write` does not wait for the disk and never throws; `sync` waits, and MUST be
 *          called every second, which also tries again what failed.
 * Source:  docs/design.md 5; docs/promises.md F8, F10.
 */
import { closeSync, constants, fsync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../seal/seal.ts';
import { syncPath } from '../seal/sync-path.ts';
import { codeOfStorage } from '../store/faults.ts';
import { type HeldFile, holdFile } from '../store/held-file.ts';
import { Unavailable } from '../store/store.ts';
import { type Trouble, type TroubleCode, troubleBehind } from '../store/trouble.ts';

export interface MarkedTree {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface LogMark {
  /** The newest whole slot; undefined where none was written yet. */
  read(): MarkedTree | undefined;
  /**
   * One write of one page, not yet on the disk. A size below the newest changes nothing. Never throws, because what it
   * speaks of is committed: what goes wrong is told by `trouble`, and `sync` tries again.
   */
  write(size: number, root: Uint8Array): void;
  /** On the disk once this resolves; does nothing where nothing was written since. Throws where it cannot. */
  sync(): Promise<void>;
  /** Why the newest tree is not in the file or not on the disk. */
  trouble(): Trouble | undefined;
  /** For how long the newest tree has waited to be on the disk, in milliseconds; 0 where it is. */
  lagMs(): number;
  /** The file that is open. */
  readonly file: HeldFile;
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
  const path = join(folder, `mark-${log}`);
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    const newest = [...slotsIn(file, log)].sort((a, b) => a.size - b.size).at(-1);
    return { ...timed(keepMark({ file, folder, log }, newest)), file: holdFile(path, 'mark') };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

interface OpenMark {
  readonly file: number;
  readonly folder: string;
  readonly log: number;
}

interface Slots {
  /** The newest that was written whole. */
  newest(): Slot | undefined;
  /** `again`: into the same slot, because the page may not have reached the disk. */
  put(tree: MarkedTree, again: boolean): void;
}

function takeTurns({ file, folder, log }: OpenMark, found: Slot | undefined): Slots {
  let newest = found;
  return {
    newest: () => newest,
    put({ size, root }, again) {
      // Slots that hold nothing whole are made blank first, because a reader goes by lines and a gap would hide the
      // line after it.
      if (newest === undefined) makeBlank(file, folder);
      const at = newest === undefined ? 0 : again ? newest.at : (newest.at + 1) % SLOTS;
      writeAll(file, slotText(log, { size, root }), at * SLOT);
      newest = { size, root, at };
    },
  };
}

type UntimedMark = Omit<LogMark, 'file' | 'lagMs'>;

/**
 * By a clock that nobody sets. One sync at a time: on a disk that hangs each would take one of the few threads that
 * all files share. What is written meanwhile waits for the next.
 */
function timed(mark: UntimedMark): Omit<LogMark, 'file'> {
  let since: number | undefined;
  let syncing: number | undefined;
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const syncOnce = async (): Promise<void> => {
    syncing = since;
    since = undefined;
    try {
      await mark.sync();
    } catch (fault) {
      since = syncing ?? since;
      throw fault;
    } finally {
      syncing = undefined;
    }
  };
  const start = (): Promise<void> => {
    next = undefined;
    running = syncOnce();
    return running;
  };
  return {
    ...mark,
    write(size, root) {
      since ??= performance.now();
      mark.write(size, root);
    },
    sync() {
      next ??= running.then(start, start);
      return next;
    },
    lagMs: () => performance.now() - (syncing ?? since ?? performance.now()),
  };
}

function keepMark(open: OpenMark, found: Slot | undefined): UntimedMark {
  const slots = takeTurns(open, found);
  /** What must be in the file, whether it is or not. */
  let wanted: MarkedTree | undefined = found;
  let unsynced = false;
  /** A sync that failed may have lost the page although the next sync says nothing of it. */
  let lost = false;
  let fault: TroubleCode | undefined;
  const failed = (error: unknown): void => {
    fault = troubleBehind(codeOfStorage(error) ?? '') ?? 'disk-fault';
  };
  const put = (tree: MarkedTree): void => {
    slots.put(tree, lost);
    unsynced = true;
  };
  const sync = async (): Promise<void> => {
    unsynced = false;
    try {
      await synced(open.file);
    } catch (error) {
      lost = true;
      unsynced = true;
      throw error;
    }
    lost = false;
    if (slots.newest()?.size === wanted?.size) fault = undefined;
  };
  return {
    read() {
      const newest = slots.newest();
      return newest && { size: newest.size, root: newest.root };
    },
    write(size, root) {
      if (wanted !== undefined && size < wanted.size) return;
      wanted = { size, root: Uint8Array.from(root) };
      try {
        put(wanted);
      } catch (error) {
        failed(error);
      }
    },
    async sync() {
      if (!unsynced && fault === undefined) return;
      try {
        if (fault !== undefined && wanted !== undefined) put(wanted);
        await sync();
      } catch (error) {
        failed(error);
        throw new Unavailable('mark-not-written', error);
      }
    },
    trouble: () => (fault === undefined ? undefined : { part: 'mark', code: fault }),
    close: () => closeSynced(open.file, unsynced),
  };
}

function closeSynced(file: number, unsynced: boolean): void {
  try {
    if (unsynced) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const synced = (file: number): Promise<void> =>
  new Promise((resolve, reject) => {
    fsync(file, (error) => (error === null ? resolve() : reject(error)));
  });

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
