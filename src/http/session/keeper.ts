/**
 * Where sign-in links and sessions are kept: in the store, so that every node knows them, or in memory for an edge
 * alone.
 * Flow:    kept-sessions → here → ledger/browser-sessions (the store) or memory.ts.
 * Promise: a key is a hash already; `take` gives a value to one caller only, however many ask at once.
 * Source:  docs/design.md 4 and 8.
 */
import type { LinkMaker } from '../../facts/fact.ts';
import type { LinkMakerWord } from '../../vocabulary/access.ts';
import type { Scope } from '../../vocabulary/scope.ts';

/** What the ledger says of a link. */
export interface LinkOnRecord {
  /** The fact `link.made`. */
  readonly link: string;
  readonly by: LinkMakerWord;
  readonly role: string;
  /** It went to the person alone. */
  readonly sent?: 'email';
  /** Whoever could have opened it instead of whom it lets in. */
  readonly through?: LinkMaker;
  /** Their `sub`, which is sealed with the session and ends with it. */
  readonly maker?: string;
}

export interface KeptSession {
  /** `address`: a code that went to an e-mail address, to be confirmed. */
  readonly kind: 'link' | 'session' | 'address';
  /** Absent for one that an older release made. */
  readonly made?: LinkOnRecord;
  /** When a session began and when it was last used, in epoch milliseconds. */
  readonly begunAt?: number;
  readonly seenAt?: number;
  /** The browser, as far as it names itself. */
  readonly device?: string;
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
  /** Writes over one that is still there; one that was ended stays ended. */
  touch(key: string, kept: KeptSession): Promise<void>;
  /** Every link and session of a holder, with their keys. */
  of(self: string): Promise<readonly { readonly key: string; readonly kept: KeptSession }[]>;
}
