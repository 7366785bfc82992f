/**
 * Watches over the storage while the service runs: files that must stay where they are, disks that fill, faults that
 * last.
 * Flow:    house (around the store of parts.ts) → here → the store; status → here (troubles).
 * Promise: what is written is acknowledged only while every open file is the one at its path, looked at after the
 *          commit; what stops the writing is told within a second, and its end, too. Reading goes on.
 * Source:  docs/promises.md F42 to F45; decision 0052.
 */
import { statfs } from 'node:fs/promises';
import { codeOfStorage } from './faults.ts';
import type { HeldFile } from './held-file.ts';
import { type Store, Unavailable } from './store.ts';
import { type StoragePart, type Trouble, troubleBehind } from './trouble.ts';

const LOOK_EVERY_MS = 250;
/** Less than a batch may need: then the disk is full, even where the next small write still finds room. */
const ROOM_BYTES = 1024 * 1024;

export interface StorageWatch {
  /** The same store: its writes are refused while something stands against them. */
  readonly store: Store;
  troubles(): readonly Trouble[];
  /** Watches over one more file. */
  hold(file: HeldFile): void;
  stop(): void;
}

interface Watched {
  readonly files: readonly HeldFile[];
  /** Folders whose disks must have room. */
  readonly folders: readonly { readonly part: StoragePart; readonly path: string }[];
  /** Parts that know by themselves what is wrong; each stops the writing. */
  readonly parts: readonly { trouble(): Trouble | undefined }[];
}

export function watchStorage(store: Store, watched: Watched): StorageWatch {
  const files = watchFiles(watched.files);
  const faults = rememberFaults(store);
  let full: readonly Trouble[] = [];
  const ofParts = (): readonly Trouble[] => watched.parts.flatMap((part) => part.trouble() ?? []);
  const timer = everySoOften(async () => {
    files.look();
    full = await withoutRoom(watched.folders);
    await faults.tryAgain();
  });
  return {
    store: {
      ...store,
      read: (steps) => store.read(steps).catch(faults.note),
      one(query, params) {
        try {
          const rows = store.one(query, params);
          return rows instanceof Promise ? rows.catch(faults.note) : rows;
        } catch (fault) {
          return faults.note(fault);
        }
      },
      async write(steps, locks) {
        const [against] = [...files.troubles(), ...ofParts()];
        if (against !== undefined) throw new Unavailable(against.code);
        const result = await store.write(steps, locks).catch(faults.note);
        faults.forget();
        // It is committed, but in a file that may be gone at the next start.
        if (files.haveGone()) throw new Unavailable('outcome-unknown');
        return result;
      },
    },
    troubles: () => unlike([...files.troubles(), ...ofParts(), ...faults.troubles(), ...full]),
    hold: files.hold,
    stop: () => clearInterval(timer),
  };
}

function watchFiles(some: readonly HeldFile[]) {
  const files = [...some];
  const acts = files.filter((file) => file.holdsActs);
  let displaced: readonly Trouble[] = [];
  const look = (): void => {
    const away = files.filter((file) => !file.isInPlace());
    displaced = [...new Set(away.map(({ part }) => part))].map((part) => ({ part, code: 'place-changed' }));
  };
  return {
    hold: (file: HeldFile): void => void files.push(file),
    troubles: () => displaced,
    look,
    /** Of those that acts stand in; the others are looked at soon enough. */
    haveGone(): boolean {
      if (acts.every((file) => file.isInPlace())) return false;
      look();
      return true;
    },
  };
}

/** Faults that speak of the storage itself last until a write goes through again. */
function rememberFaults(store: Store) {
  let failed: Trouble | undefined;
  return {
    note(fault: unknown): never {
      const cause = fault instanceof Unavailable && fault.code === 'outcome-unknown' ? fault.cause : fault;
      const code = troubleBehind(codeOfStorage(cause) ?? '');
      if (code !== undefined) failed = { part: 'database', code };
      throw fault;
    },
    forget(): void {
      failed = undefined;
    },
    async tryAgain(): Promise<void> {
      if (failed === undefined || failed.code === 'damaged') return;
      await store.probe();
      failed = undefined;
    },
    troubles: () => (failed === undefined ? [] : [failed]),
  };
}

/** Never twice at once; what fails is tried the next time. */
function everySoOften(look: () => Promise<void>): NodeJS.Timeout {
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void look()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_EVERY_MS);
  return timer.unref();
}

async function withoutRoom(folders: Watched['folders']): Promise<readonly Trouble[]> {
  const found = await Promise.all(
    folders.map(async ({ part, path }): Promise<readonly Trouble[]> => {
      const disk = await statfs(path).catch(() => undefined);
      // What a disk keeps for its owner can be written by nobody else.
      const free = process.getuid?.() === 0 ? disk?.bfree : disk?.bavail;
      return disk === undefined || (free ?? 0) * disk.bsize >= ROOM_BYTES ? [] : [{ part, code: 'disk-full' }];
    }),
  );
  return found.flat();
}

/** Each once, however many noticed it. */
const unlike = (troubles: readonly Trouble[]): readonly Trouble[] => [
  ...new Map(troubles.map((trouble) => [`${trouble.part} ${trouble.code}`, trouble])).values(),
];
