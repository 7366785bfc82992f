/**
 * The storage port: lock, load, write, commit. No rule of the field lives here.
 * Flow:    ledger/batch, house → here → sqlite.ts or postgres.ts → the database.
 * Promise: `write` is one transaction under the lock of the log; what it answers is committed and synced. After an
 *          error nothing of it is left, unless the error says `outcome-unknown`.
 * Source:  docs/design.md 4; docs/promises.md rules 1 to 6.
 */
import type { Trace } from '../vocabulary/trace.ts';
import type { HeldFile } from './held-file.ts';
import type { Query, Steps } from './query.ts';
import type { Trouble } from './trouble.ts';

/** What can be seen of a storage from outside its calls. */
export interface Watchable {
  /** The files that are open, and must stay where they are. */
  readonly files: readonly HeldFile[];
  /** What is wrong with the way to it now. */
  trouble(): Trouble | undefined;
}

export interface Store extends Watchable {
  readonly dialect: 'sqlite' | 'postgresql';
  /** One consistent read of several statements. */
  read<T>(steps: () => Steps<T>): Promise<T>;
  /** One statement, the fastest way. */
  one<P extends object, Row>(query: Query<P, Row>, params: P): readonly Row[] | Promise<readonly Row[]>;
  write<T>(steps: () => Steps<T>, locks: Locks): Promise<T>;
  /** How many writes were begun here; nothing where others write to the same database, too. */
  writes(): number | undefined;
  /** How often another program changed the database, where none but this process may; looks anew each time. */
  foreignWrites(): number;
  /** Commits next to nothing, to find out whether it can. */
  probe(): Promise<void>;
  /** Makes what was deleted unreadable in the engine's own files, and says where it could not. */
  scrub(): Promise<readonly Trace[]>;
  close(): Promise<void>;
}

/** The clock as the store uses it. */
export interface StoreClock {
  now(): number;
  /** Whether the time of a database server goes before this machine's. */
  readonly yields: boolean;
  /** Told of the server's time; false where it is too far from this machine's to believe either. */
  acceptsServerTime(database: number): boolean;
}

export interface Locks {
  readonly log: number;
  readonly registry: 'read' | 'write';
}

/**
 * The store cannot answer now. Under the code `outcome-unknown` the commit was begun and nobody knows whether it is
 * there; then the idempotency key tells.
 */
export class Unavailable extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super(`storage unavailable: ${code}`, { cause });
    this.code = code;
  }
}
