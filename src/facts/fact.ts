/**
 * What a fact is: an immutable statement that goes into the ledger, sealed when it is about a person.
 * Flow:    facts.ts (kind → payload) → here → commands (decide) → ledger (seal, append) → views (fold).
 * Promise: a payload MUST begin its life as plain JSON with its own version `v`; absent members are absent, never null.
 * Source:  docs/design.md 5.
 */
import type { Instant } from '../vocabulary/instant.ts';
import type { Role } from '../vocabulary/person.ts';
import type { AnonymousPayloadOf, FactKind, PayloadOf, PersonalKind } from './facts.ts';

export type { Instant } from '../vocabulary/instant.ts';
export type { Role } from '../vocabulary/person.ts';

/** Who made the sign-in link that somebody acts through, where it was not they themselves (decision 0042). */
export interface LinkMaker {
  /** Their pseudonym; the machine's own operator has one, too. */
  readonly id: string;
  /** The fact `link.made`. */
  readonly link: string;
  readonly role: Role;
}

/** `self` is the person; the rest are pseudonyms that stay the same for the same principal. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  /** Present where whoever made the link could have opened it: the act may be theirs. */
  readonly through?: LinkMaker;
}

/** A payload of whatever kind, for readers that look into all of them. */
export type Payload = { readonly v: number; readonly [member: string]: unknown };

/** Whom a fact is about, as a `sub_…`, and what it says. */
type SaidIn<K extends FactKind, About, Nobody> =
  | (K extends PersonalKind
      ? { readonly subject: string; readonly payload: PayloadOf<K> } & About
      : { readonly subject?: never; readonly payload: PayloadOf<K> } & Nobody)
  | (AnonymousPayloadOf<K> extends never
      ? never
      : { readonly subject?: never; readonly payload: AnonymousPayloadOf<K> } & Nobody);

/** What a command wants recorded, of one kind; its payload is known by its kind and by whether it has a subject. */
export type NewFactOf<K extends FactKind> = K extends FactKind
  ? { readonly id: string; readonly kind: K } & SaidIn<K, unknown, unknown>
  : never;
export type NewFact = NewFactOf<FactKind>;

/** Where a fact stands, when it was recorded and by whom. */
export interface FactPlace {
  readonly log: number;
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly at: Instant;
  readonly actor: Actor;
}

/** Decided and not yet placed: as much as a command knows that folds what it has just decided. */
export type DecidedFactOf<K extends FactKind> = NewFactOf<K> & Pick<FactPlace, 'at' | 'actor'>;
export type DecidedFact = DecidedFactOf<FactKind>;

/** A fact of one kind once it stands in the ledger, opened. `n` is the person's own sequence, from 1. */
export type FactOf<K extends FactKind> = K extends FactKind
  ? { readonly id: string; readonly kind: K } & SaidIn<K, { readonly n: number }, { readonly n?: never }> & FactPlace
  : never;
export type RecordedFact = FactOf<FactKind>;

/** Where an entry stands, as every answer that recorded something shows it. Hashes are padded base64. */
export interface EntryReference {
  readonly log: number;
  readonly index: number;
  readonly leafHash: string;
  readonly checkpoint: string;
}
