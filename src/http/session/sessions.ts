/**
 * What a browser session is, and the port it is kept behind.
 * Flow:    enter (begins it), pipeline (finds it), leave (ends it) → here → a keeper.
 * Promise: a session MUST be begun by a single-use code, or by a sign-in provider that vouched for whoever it is; its
 *          name travels in one cookie and is kept hashed.
 * Source:  docs/design.md 8; ASVS 5.0 chapter 7.
 */
import type { Caller } from '../../commands/command.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { Scope } from '../../vocabulary/scope.ts';
import type { CameBy, LinkOnRecord } from './keeper.ts';

export interface Session {
  readonly caller: Caller;
  /** The token that every form of this session carries. */
  readonly csrf: string;
  /** When it was opened; epoch milliseconds, as `until`. */
  readonly begunAt: number;
  readonly until: number;
  /** Present where it began at a sign-in provider. */
  readonly came?: CameBy;
}

interface SignInLink {
  /** What stands at the end of the link; 256 random bits, base64url. */
  readonly code: string;
  readonly expiresAt: number;
}

/** Whom a link lets in, and what the ledger says of it. */
interface Invitation {
  /** What a member of staff may do; absent for a customer. */
  readonly scopes?: readonly Scope[];
  readonly made?: LinkOnRecord;
}

interface Opening {
  /** Records that the link was opened; a refusal lets nobody in and keeps the link. */
  readonly opened?: (
    caller: Caller,
    link: { readonly holder: string; readonly made: LinkOnRecord },
  ) => Promise<Problem | undefined>;
  readonly device?: string;
}

/** Whom a sign-in provider vouched for. */
interface Coming {
  readonly self: string;
  /** What a member of staff may do; absent for a customer. */
  readonly scopes?: readonly Scope[];
  readonly knownAs?: string;
  readonly came: CameBy;
  /** Names of the provider's own session and account, by which it can end this one. */
  readonly namedBy: readonly string[];
  readonly device?: string;
  /** The form token of the session before, where it was of the same person: what is open in a tab can still be sent. */
  readonly csrf?: string;
}

/** A session as its owner sees it. */
export interface OwnSession {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly begunAt: number;
  readonly seenAt: number;
  readonly until: number;
  readonly device?: string;
  readonly made?: LinkOnRecord;
}

/** A session or a link of a member of staff that still opens the console. */
export interface OpenOfStaff {
  readonly kind: 'link' | 'session';
  /** As they sign in. */
  readonly staff: string;
  readonly scopes: readonly Scope[];
  /** Epoch milliseconds, as `until`; of a link when it was made. */
  readonly seenAt: number;
  readonly until: number;
}

export interface Sessions {
  /** A new link for the customer `customer:<id>`, or with scopes for the member of staff `staff:<id>`. */
  invite(self: string, invitation?: Invitation): Promise<SignInLink>;
  /** Whether a code could still be traded. Does not use it up, so that a mail scanner's GET does no harm. */
  isOpen(code: string): Promise<boolean>;
  /** Trades a code for a session, once. `name` is what the cookie holds. */
  begin(code: string, opening?: Opening): Promise<{ readonly name: string; readonly session: Session } | Problem>;
  /** A session for whom a provider vouched; undefined where what is theirs was ended. */
  come(coming: Coming): Promise<{ readonly name: string; readonly session: Session } | undefined>;
  /** Ends every session that the provider knows under this name; says how many there were. */
  endNamed(name: string): Promise<number>;
  find(name: string): Promise<Session | undefined>;
  end(name: string): Promise<void>;
  /** The sessions of a holder that still open something, the newest first. */
  list(self: string): Promise<readonly OwnSession[]>;
  /** Everything of anybody of staff that still opens the console. */
  openOfStaff(): Promise<readonly OpenOfStaff[]>;
  /** The id under which this session stands in its owner's list. */
  idOf(name: string): string;
  /** Ends one session of this holder; false where there is none of that id. */
  endOwn(self: string, id: string): Promise<boolean>;
  /** Ends every session of a holder and every link that was not opened yet; says how many there were. */
  endAll(self: string): Promise<number>;
}
