/**
 * What signing in asks of a provider of OpenID Connect, for one of the two kinds of people.
 * Flow:    session/sign-in → here (types) → composed/sign-in-doors → connectors/openid.
 * Promise: a door says whom an answer lets in, or why it lets in nobody; it never lets in by itself.
 * Source:  decision 0107.
 */
import type { Scope } from '../../vocabulary/scope.ts';
import type { SiteArea } from '../plain-pages.ts';
import type { Arrivals } from './arrivals.ts';

interface Begun {
  readonly url: string;
  readonly expected: { readonly state: string; readonly nonce: string; readonly verifier: string };
}

/** Whom an answer lets in. */
export interface LetIn {
  /** `customer:<id>` or `staff:<id>`. */
  readonly self: string;
  readonly scopes?: readonly Scope[];
  readonly knownAs?: string;
  readonly idToken: string;
  /** Epoch milliseconds; absent where the provider does not say. */
  readonly provedAt?: number;
  /** Names of the provider's session and account. */
  readonly namedBy: readonly string[];
}

/** `declined`: nobody signed in there. `without-access`: somebody did who may do nothing here. */
export interface ShutOut {
  readonly fault: 'unavailable' | 'refused' | 'declined' | 'without-access';
  /** A code for the log. */
  readonly why: string;
}

export interface ProviderDoor {
  /** What people know it by: the host of its address. */
  readonly name: string;
  begin(fresh: boolean): Promise<Begun | undefined>;
  answer(query: Readonly<Record<string, string>>, expected: Begun['expected']): Promise<LetIn | ShutOut>;
  /** Where the session at the provider is ended. */
  endUrl(idToken: string): Promise<string | undefined>;
  /** What a logout token ends: the names of a session or account there, the token's id, and until when it holds. */
  loggedOut(token: string): Promise<{ readonly id: string; readonly ends: string; readonly until: number } | ShutOut>;
}

/** The doors that are configured. */
export interface SignInDoors {
  readonly arrivals: Arrivals;
  readonly doors: Readonly<Partial<Record<SiteArea, ProviderDoor>>>;
}
