/**
 * What the edge is given by the house: its ports, in one place.
 * Flow:    house → here (types) → app, pipeline.
 * Promise: nothing here is read from the environment or the clock by the edge itself.
 */
import type { Endpoint } from '../../openapi/endpoint.ts';
import type { Caller } from '../commands/command.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { RequestLine } from '../vocabulary/request-line.ts';
import type { Authenticate } from './authenticate.ts';
import type { Bound } from './bind.ts';
import type { Allowances } from './pace.ts';
import type { Passes } from './pass.ts';
import type { EdgePages } from './plain-pages.ts';
import type { LinkOnRecord } from './session/keeper.ts';
import type { SignInDoors } from './session/provider.ts';
import type { Sessions } from './session/sessions.ts';

export interface Status {
  /** `sealed` refuses everything but health; `stopping` answers and closes; `not-ready` only says so on /readyz. */
  readonly state: 'ready' | 'sealed' | 'stopping' | 'not-ready';
  /** What whoever runs the service should know, without personal data. */
  readonly notes: readonly string[];
}

export interface EdgeLog {
  request(line: RequestLine): void;
  /** A failure of ours: the name and code of the error, never its message. */
  fault(line: { readonly requestId: string; readonly route: string; readonly error: string }): void;
}

/** What happened with links, sessions and tokens, without a code, a name or an address: for a log of its own. */
export interface AccessEvent {
  readonly what:
    | 'link-made'
    | 'signed-in'
    | 'signed-out'
    | 'session-ended'
    | 'signed-out-everywhere'
    | 'access-revoked'
    | 'access-restored';
  readonly requestId: string;
  /** The pseudonym of whoever did it, or `self`. */
  readonly actor: string;
}

/** Records what becomes of sign-in links. */
export interface LinkRecords {
  made(
    call: { readonly caller: Caller; readonly requestId: string },
    link: { readonly holder: string; readonly sent?: 'email' },
  ): Promise<LinkOnRecord | Problem>;
  /** `caller` acts in the session that begins. */
  opened(
    caller: Caller,
    link: { readonly holder: string; readonly made: LinkOnRecord; readonly requestId: string },
  ): Promise<Problem | undefined>;
}

export interface Edge {
  /** Every endpoint but those that the edge answers itself (service.ts, session/enter.ts). */
  readonly handlers: readonly Bound[];
  /** Which endpoints must be bound; all of them when left out. Tests pass fewer. */
  readonly definitions?: readonly Endpoint[];
  readonly authenticate: Authenticate;
  readonly sessions: Sessions;
  /** Signing in at a provider; absent where none is configured. */
  readonly signIn?: SignInDoors;
  /** Absent only where there is no house behind the edge. */
  readonly links?: LinkRecords;
  readonly happened?: (event: AccessEvent) => void;
  /** Passes for pages elsewhere; absent where there is no house behind the edge. */
  readonly passes?: Passes;
  /** Codes that confirm an e-mail address. */
  readonly addresses?: {
    isOpen(code: string): Promise<boolean>;
    confirm(code: string, requestId: string): Promise<Problem | undefined>;
  };
  /** Sends a sign-in link to the address on record; false where there is none. */
  readonly sendLink?: (holder: string, url: string) => Promise<boolean>;
  readonly status: () => Status;
  /**
   * What bears on every request, without a look at anything else; read off `status` where it is left out, which looks
   * at the storage.
   */
  readonly state?: () => 'open' | 'sealed' | 'stopping';
  readonly now: () => number;
  /** `https://privacy.example.org`, without a slash at the end; links are made from it. */
  readonly baseUrl: string;
  /** The public keys of the built-in issuer, empty with an outside issuer. */
  readonly jwks: () => Promise<{ readonly keys: readonly Readonly<Record<string, unknown>>[] }>;
  readonly log: EdgeLog;
  /** Hears every answer, for the security log. */
  readonly security?: {
    /** Somebody came in by the sign-in provider. */
    came(of: { readonly caller: Caller; readonly requestId: string }): void;
    answered(of: RequestLine & { readonly endpoint: Endpoint | undefined; readonly caller: Caller | undefined }): void;
  };
  /** Counts for /metrics. */
  readonly observe?: (line: RequestLine) => void;
  /** Says which problem an error that a handler threw stands for; `internal` where nobody says. */
  readonly explain?: (fault: unknown) => Problem | undefined;
  /** The language on record for a person, where one is. */
  readonly languageOf?: (identifier: string) => Promise<string | undefined>;
  /** Whether a member of staff no longer works here; their sessions then open nothing. */
  readonly hasLeft?: (staff: string) => boolean | Promise<boolean>;
  /**
   * Whether a thing that is named in an address is that person's own; asked before a handler opens it. Its id is
   * that of a fact.
   */
  readonly isOwn?: (
    id: string,
    of: { readonly identifier: string; readonly isRepetition: boolean },
  ) => Promise<boolean>;
  /** Whether anything is recorded of whom a link lets in. */
  readonly isKnown?: (holder: string) => Promise<boolean>;
  readonly pages?: EdgePages;
  readonly allowances?: Allowances;
  /** Addresses and networks of proxies of ours, whose word about a caller's address counts. */
  readonly trustedProxies?: readonly string[];
  /** Sends every request through the router: for tests that hold the fast path against it. */
  readonly routerOnly?: boolean;
  /** Checks every reply against its model and fails where it does not fit: for tests. */
  readonly checkReplies?: boolean;
}

export const isSealed = (edge: Edge): boolean => (edge.state?.() ?? edge.status().state) === 'sealed';
export const isStopping = (edge: Edge): boolean => (edge.state?.() ?? edge.status().state) === 'stopping';
