/**
 * Where sign-in links and sessions are kept: in the store, so that every node knows them, or in memory for an edge
 * alone.
 * Flow:    kept-sessions → here → ledger/browser-sessions (the store) or memory.ts.
 * Promise: a key is a hash already; `take` gives a value to one caller only, however many ask at once.
 * Source:  docs/design.md 4 and 8.
 */
import type { Scope } from '../../vocabulary/scope.ts';

export interface KeptSession {
  readonly kind: 'link' | 'session';
  /** `customer:<id>`, or `staff:<id>` where scopes stand beside it. */
  readonly self: string;
  /** What a member of staff may do; absent for a customer. */
  readonly scopes?: readonly Scope[];
  /** Empty for a link. */
  readonly csrf: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

export interface SessionKeeper {
  keep(key: string, kept: KeptSession): Promise<void>;
  find(key: string): Promise<KeptSession | undefined>;
  /** Finds and removes. */
  take(key: string): Promise<KeptSession | undefined>;
  drop(key: string): Promise<void>;
}
