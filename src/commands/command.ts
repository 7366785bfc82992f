/**
 * What a command is: plain data named by kind, and a rule that says which rows it needs and what it decides.
 * Flow:    http (or import, demo) → here → ledger/batch (lock, load, decide, seal, commit) → http.
 * Promise: `keys` and `decide` MUST be pure and synchronous: no SQL, no await, no clock, no randomness. Everything
 *          random (ids) is drawn when the command is made and travels in it, so that a retry repeats it.
 * Source:  docs/design.md 4.
 */

import type { KnownPerson, PersonState } from '../evaluation/person.ts';
import type { Registry } from '../evaluation/registry.ts';
import type { Actor, EntryReference, FactOf, Instant, NewFact, RecordedFact } from '../facts/fact.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import type { ReviewRow } from '../views/review/review-row.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { GuardedAct } from '../vocabulary/proposal.ts';
import type { Scope } from '../vocabulary/scope.ts';
import type { SigningKind, WebhookState } from '../vocabulary/webhook.ts';

/** Who calls. `self` is the `customer:…` identifier that a self token speaks for. */
export interface Caller {
  /** The token's `sub`, for scoping idempotency keys; never stored in clear. */
  readonly principal: string;
  readonly actor: Actor;
  readonly scopes: readonly string[];
  readonly self?: string;
  /** The `customer:…` that a token of staff says they are, where people are named by a claim of their own. */
  readonly knownAs?: string;
  /** They proved who they are too long ago for what destroys or hands out data (decision 0107). */
  readonly isStale?: boolean;
  /** The `sub` of whoever made the link that they came in by, where it was somebody else (decision 0042). */
  readonly linkedBy?: string;
}

/** Name → id prefix of every id that a command may need; several prefixes where it may need several ids. */
type Draws = Readonly<Record<string, string | readonly string[]>>;

/** The ids drawn by those names, and no other. */
export type IdsOf<D extends Draws> = {
  readonly [N in keyof D]: D[N] extends string
    ? string
    : D[N] extends readonly string[]
      ? readonly string[]
      : string | readonly string[];
};

/** Draws every id that a rule asks for, whether the command will use it or not. */
export const drawIds = (draws: Draws, newId: (prefix: string) => string): IdsOf<Draws> =>
  Object.fromEntries(
    Object.entries(draws).map(([name, prefix]) => [
      name,
      typeof prefix === 'string' ? newId(prefix) : prefix.map((each) => newId(each)),
    ]),
  );

export interface Command<I = unknown, D extends Draws = Draws> {
  readonly kind: string;
  readonly input: I;
  readonly caller: Caller;
  /** Ids drawn for this command by the names its rule asked for in `draws`. */
  readonly ids: IdsOf<D>;
  readonly requestId: string;
  readonly idempotency?: { readonly route: string; readonly key: string; readonly body: string };
  /** The reply says nothing of the place in the ledger. */
  readonly withoutReceipt?: boolean;
}

/**
 * The rows a command needs, identifiers in clear (`customer:…`, `email:…`, `phone:…`, `sub_…`, already in normal form).
 */
export interface Keys {
  readonly people?: readonly string[];
  /** Load every consent and limit act of those people (needed to judge as of an earlier moment). */
  readonly history?: boolean;
  readonly requests?: readonly string[];
  readonly reviews?: readonly string[];
  /** Every review of these decisions. */
  readonly reviewsOf?: readonly string[];
  /** Facts by id, opened; the people they are about are loaded too, under their `sub_…`. */
  readonly facts?: readonly string[];
  /** Everything noted of these breaches since they were recorded. */
  readonly breachNotes?: readonly string[];
  /** Endpoints for webhooks by id. */
  readonly webhooks?: readonly string[];
  /** `write` takes the registry lock exclusively. */
  readonly registry?: 'read' | 'write';
}

/** The working state: what stood when the batch began plus what the commands before this one decided. */
export interface State {
  readonly registry: Registry;
  readonly defaultRegime: string;
  /** Where the controller counts its days. */
  readonly timeZone: string;
  person(identifier: string): PersonState;
  request(id: string): RequestRow | undefined;
  review(id: string): ReviewRow | undefined;
  /** Oldest first. */
  reviewsOf(decision: string): readonly ReviewRow[];
  fact(id: string): RecordedFact | undefined;
  /** Oldest first. */
  breachNotes(breach: string): readonly FactOf<'breach.noted'>[];
  webhook(id: string): { readonly state: WebhookState } | undefined;
}

/** A new endpoint for webhooks; address and secret are kept sealed. */
export interface KeepWebhook {
  readonly effect: 'keep-webhook';
  readonly webhook: string;
  readonly url: string;
  readonly description: string;
  readonly signing: SigningKind;
  readonly secret: string;
  readonly position: number;
}
/** What is there replaces what was; a secret becomes the newest, and the one before it goes on for a while. */
export interface AlterWebhook {
  readonly effect: 'change-webhook';
  readonly webhook: string;
  readonly url?: string;
  readonly description?: string;
  readonly secret?: string;
  readonly state?: WebhookState;
  readonly position?: number;
}

/** Same-commit work that is no fact: erased marks lifted, request secrets kept, identifiers marked. */
export type Effect =
  | { readonly effect: 'lift-erased-mark'; readonly identifier: string }
  | {
      readonly effect: 'lift-suppression';
      readonly identifier: string;
      readonly code: string;
      readonly purpose?: string;
    }
  | { readonly effect: 'keep-request-secret'; readonly request: string; readonly secret: string }
  /** Keeps a file's bytes (base64), sealed under the person's key. */
  | { readonly effect: 'keep-file'; readonly file: string; readonly subject: string; readonly bytes: string }
  /** The message has to leave the house, too. */
  | { readonly effect: 'send-message'; readonly message: string; readonly subject: string }
  | KeepWebhook
  | AlterWebhook
  /** It left, or was given up, on that try. */
  | { readonly effect: 'message-settled'; readonly message: string; readonly tries: number };

export interface Decided<R> {
  readonly facts: readonly NewFact[];
  readonly result: R;
  readonly effects?: readonly Effect[];
  /** The fact whose place the reply shows; the last one when left out. */
  readonly main?: string;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** That an act needs a second person, as the command itself declares it (decision 0044). */
export interface FourEyes<I> {
  readonly act: GuardedAct;
  /** Who may confirm it: whoever holds this scope and works here. */
  readonly scope: Scope;
  /** Whom it is about, in whose chain the proposal is sealed; nobody where the input names nobody. */
  about(input: I): string | undefined;
  applies(input: I, caller: Caller): boolean;
  /** Whether there is anything to do for it; a proposal about nothing is refused at once. */
  stands?(person: KnownPerson, input: I): boolean;
}

export interface CommandRule<I, R, D extends Draws = Draws> {
  readonly kind: string;
  readonly fourEyes?: FourEyes<I>;
  /** Every id that `decide` may use, for example `{ consent: 'con', subject: 'sub', link: 'fact' }`. */
  draws(input: I): D;
  keys(input: I, caller: Caller): Keys;
  decide(state: State, command: Command<I, D>, now: Instant): Decided<R> | Problem;
  /** The reply body and status. `entry` is absent when nothing was recorded. */
  reply(result: R, entry: EntryReference | undefined): Reply;
}
