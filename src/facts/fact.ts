/**
 * What a fact is: an immutable statement that goes into the ledger, sealed when it is about a person.
 * Flow:    commands (decide) → here → ledger (seal, append) → views (fold).
 * Promise: a payload MUST begin its life as plain JSON with its own version `v`; absent members are absent, never null.
 * Source:  docs/design.md 5.
 */
import type { z } from 'zod';
import type { Instant } from '../vocabulary/instant.ts';
import type { Role } from '../vocabulary/person.ts';

export type { Instant } from '../vocabulary/instant.ts';
export type { Role } from '../vocabulary/person.ts';

/** `self` is the person; the rest are pseudonyms that stay the same for the same principal. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
}

export type Payload = { readonly v: number; readonly [member: string]: unknown };

/** `person` payloads are sealed under the person's key; the others hold nothing personal and are stored in clear. */
export type FactClass = 'person' | 'registry' | 'anonymous' | 'request-log' | 'log';

export interface FactKind<P extends Payload = Payload> {
  /** `<area>.<past participle>`, for example `consent.given`. */
  readonly kind: string;
  readonly schema: z.ZodType<P>;
  /** The plain sentence that a person reads in their record, as a key of the message catalogue. */
  readonly sentence: string;
}

/** What a command wants recorded. `subject` is a `sub_…` or absent for a fact about nobody. */
export interface NewFact<P extends Payload = Payload> {
  readonly id: string;
  readonly kind: string;
  readonly subject?: string;
  readonly payload: P;
}

/** A fact once it stands in the ledger, opened. */
export interface RecordedFact<P extends Payload = Payload> extends NewFact<P> {
  readonly log: number;
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly at: Instant;
  readonly actor: Actor;
  /** The person's own sequence, from 1; absent without a subject. */
  readonly n?: number;
}

/** Where an entry stands, as every answer that recorded something shows it. Hashes are padded base64. */
export interface EntryReference {
  readonly log: number;
  readonly index: number;
  readonly leafHash: string;
  readonly checkpoint: string;
}
