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

/** What a session that began at a sign-in provider keeps of it. */
export interface CameBy {
  /** Shown to the provider when somebody signs out there, and to nobody else. */
  readonly idToken: string;
  /** When somebody proved who they are, in epoch milliseconds; absent where the provider does not say. */
  readonly provedAt?: number;
}

/** A sign-in that is under way at a provider. */
export interface Arrival {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where it leads once it is done. */
  readonly to: `/${string}`;
  /** Asked for so that somebody proves anew who they are. */
  readonly fresh: boolean;
}

export interface KeptSession {
  /**
   * `address`: a code that went to an e-mail address, to be confirmed. `arrival`: a sign-in under way. `came`: leads
   * from a session or account of a provider to a session here. `heard`: a logout token that counts once.
   */
  readonly kind: 'link' | 'session' | 'address' | 'arrival' | 'came' | 'heard';
  readonly came?: CameBy;
  readonly arrival?: Arrival;
  /** The key of the session that this leads to. */
  readonly leadsTo?: string;
  /** The `customer:…` that a member of staff is, too, where the provider says so. */
  readonly knownAs?: string;
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
  /** Everything that is kept, of everybody. */
  each(): AsyncIterable<KeptSession>;
}
