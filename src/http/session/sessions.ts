/**
 * What a browser session is, and the port it is kept behind.
 * Flow:    enter (begins it), pipeline (finds it), leave (ends it) → here → a keeper.
 * Promise: a session MUST be begun by a single-use code only; its name travels in one cookie and is kept hashed.
 * Source:  docs/design.md 8; ASVS 5.0 chapter 7.
 */
import type { Caller } from '../../commands/command.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { Scope } from '../../vocabulary/scope.ts';

export interface Session {
  readonly caller: Caller;
  /** The token that every form of this session carries. */
  readonly csrf: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

interface SignInLink {
  /** What stands at the end of the link; 256 random bits, base64url. */
  readonly code: string;
  readonly expiresAt: number;
}

export interface Sessions {
  /** A new link for the customer `customer:<id>`, or with scopes for the member of staff `staff:<id>`. */
  invite(self: string, scopes?: readonly Scope[]): Promise<SignInLink>;
  /** Whether a code could still be traded. Does not use it up, so that a mail scanner's GET does no harm. */
  isOpen(code: string): Promise<boolean>;
  /** Trades a code for a session, once. `name` is what the cookie holds. */
  begin(code: string): Promise<{ readonly name: string; readonly session: Session } | Problem>;
  find(name: string): Promise<Session | undefined>;
  end(name: string): Promise<void>;
}
