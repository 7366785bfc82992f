/**
 * What the sealing room asks of a keystore, and what it gives to the ledger: keys by their ids.
 * Flow:    store (keystore-sqlite, keystore-postgres) → here → keyring → ledger/batch, answers.
 * Promise: keys leave this room only as handles or for use inside one process; at rest they are wrapped by the master
 *          key.
 * Source:  docs/design.md 6.
 */
import type { KeyObject } from 'node:crypto';
import type { RotatedKey } from '../vocabulary/rotated-key.ts';
import type { Trace } from '../vocabulary/trace.ts';

/**
 * One wrapped secret at rest. `use` is `data`, `log`, `pepper`, `mark`, `actor`, `hash`, `reply`, `issuer`, `check`,
 * `credential` for one of another system, or `rotation` for the note that a key was changed.
 */
export interface StoredKey {
  readonly id: string;
  readonly use: string;
  /** The person of a data key. */
  readonly subject: string | null;
  /** Retention class and year of a data key, `person/2026`. */
  readonly period: string | null;
  readonly master: number;
  readonly wrapped: Uint8Array;
  readonly createdAt: number;
}

/** A key that another master key wraps from now on. */
export interface Rewrapped {
  readonly key: StoredKey;
  /** How it was wrapped when it was read. */
  readonly was: Uint8Array;
}

/** The keystore's own file or schema. Every write is committed (synced) when it returns. */
export interface KeyStore {
  /** Every key of one use, oldest first. */
  all(use: string): Promise<readonly StoredKey[]>;
  /** Data keys by id. Synchronous on SQLite so that a batch needs no await. */
  load(ids: readonly string[]): readonly StoredKey[] | Promise<readonly StoredKey[]>;
  /** Living data keys of people, for writing. */
  ofSubjects(subjects: readonly string[], period: string): readonly StoredKey[] | Promise<readonly StoredKey[]>;
  /**
   * All of them in one commit. Where the id, or the data key of the same person and period, exists already, that one
   * stays. What an older master key wraps than the one of `check` is not taken: it would be lost with that key. Gives
   * the ids of those that were taken.
   */
  add(keys: readonly StoredKey[]): readonly string[] | Promise<readonly string[]>;
  /** Overwrites and removes every data key of a person; says how many. */
  destroy(subject: string): number | Promise<number>;
  /** Cleans the files of what was destroyed, and says where it could not. */
  scrub(): Promise<readonly Trace[]>;
  subjects(): Promise<readonly string[]>;
  /** So many keys that an older master key wraps than this one, in the order of their ids, from after that id. */
  wrappedBefore(master: number, after: string, limit: number): Promise<readonly StoredKey[]>;
  /** In one commit. A key that is no longer as it was read, or was destroyed, stays as it is. */
  rewrap(keys: readonly Rewrapped[]): Promise<void>;
  /** Overwrites and removes these keys, none of which is a data key. */
  remove(ids: readonly string[]): void | Promise<void>;
  /** How many keys each master key wraps, the oldest first. */
  masters(): Promise<readonly MasterCount[]>;
  close(): Promise<void>;
}

export interface MasterCount {
  readonly master: number;
  readonly keys: number;
}

export interface MasterState {
  /** The key that wraps the key-check value. */
  readonly number: number;
  /** The key that is wrapped under next, where a rotation is under way. */
  readonly next?: number;
  /** When it became the one that wraps, epoch milliseconds. */
  readonly since: number;
  readonly keys: readonly MasterCount[];
}

/** That a key was changed: what the keystore notes, and the ledger records. */
export interface Rotation {
  readonly key: RotatedKey;
  /** Numbers of master keys, verifier lines of a log, key ids of tokens: nothing of a key itself. */
  readonly from: string;
  readonly to: string;
  /** The pseudonym of whoever did it. */
  readonly by: string;
  /** Of the fact that records it. */
  readonly fact: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Until when what the keys before it signed is good; of tokens alone. */
  readonly until?: number;
}

/** A JWK, so that it goes wherever one is read. */
export type PublicIssuerKey = {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
};

export interface IssuerKey {
  readonly kid: string;
  readonly jwk: Readonly<Record<string, unknown>>;
}

/**
 * What seals and opens: bytes, or the handle that was prepared from them, which costs a quarter of them at every use.
 */
export type CipherKey = KeyObject | Uint8Array;

/** A data key ready for use. */
export interface DataKey {
  readonly id: string;
  readonly key: CipherKey;
}

/** All secrets of an open installation. */
export interface Keyring {
  readonly origin: string;
  /** The verifier line of the key in force. */
  readonly vkey: string;
  /**
   * From here on the key of this line signs. At once where it is held here; `prepare` looks for keys that were made
   * since.
   */
  follow(vkey: string): void | Promise<void>;
  prepare(): Promise<void>;
  /** Destroys the keys that signed this log before the one in force. */
  retire(): Promise<void>;
  /** Signs the text of a note (must end with a newline) and gives the whole signed note. */
  signCheckpoint(text: string): string;
  /** The same key under the name `<origin>/head`. */
  signHead(text: string): string;
  /** The same key under the name `<origin>/certificate`. */
  signCertificate(text: string): string;
  /** The same key under the name `<origin>/package`. */
  signPackage(text: string): string;
  /** The same key; signs a JSON-LD document as a compact JWS. */
  signReceipt(document: string): string;
  /** Keyed hash of an identifier for lookup (pepper version 1). */
  identityHash(identifier: string): string;
  /** Keyed hash of an identifier for erased and suppression marks, under its own key. */
  markHash(identifier: string): string;
  /** Stable pseudonym `act_…` of a principal. */
  actorPseudonym(principal: string): string;
  /** Keyed hash for idempotency keys, bodies, request secrets, session names. */
  keyedHash(purpose: string, text: string): Uint8Array;
  /** Binds what stands in a row to the place that `what` and the text name; nobody without the keys can write one. */
  bind(what: string, text: string): string;
  /** 32 secret bytes for a text, to be summed; they never leave the process but masked by others of their kind. */
  weigh(text: string): Uint8Array;
  /**
   * Seals and opens bytes that belong to nobody in particular (stored replies). `about` is bound as additional data.
   */
  sealForHouse(about: string, bytes: Uint8Array): Uint8Array;
  openForHouse(about: string, sealed: Uint8Array): Uint8Array;
  /** Data keys of people for writing now: made where missing, committed before it returns. Map subject → key. */
  forWriting(
    subjects: readonly string[],
    at: number,
  ): ReadonlyMap<string, DataKey> | Promise<ReadonlyMap<string, DataKey>>;
  /**
   * Data keys by id for opening; absent ids are destroyed or missing. One that does not unwrap throws a SealedError.
   */
  forOpening(ids: readonly string[]): ReadonlyMap<string, CipherKey> | Promise<ReadonlyMap<string, CipherKey>>;
  /** Overwrites the person's keys and forgets them here. */
  destroy(subject: string): number | Promise<number>;
  /** Cleans the keystore's files of what was destroyed, and says where it could not. */
  scrub(): Promise<readonly Trace[]>;
  /** A credential of another system as it counts now; nothing where none is kept under that name. */
  credential(name: string): Promise<string | undefined>;
  /** The names of all that are kept, and since when; never what they are. */
  credentials(): Promise<readonly { readonly name: string; readonly since: number }[]>;
  /** In place of the one before; false where somebody else changed it in the same moment. */
  keepCredential(name: string, text: string, at: number): Promise<boolean>;
  /** Overwrites it; false where none was kept. */
  withdrawCredential(name: string): Promise<boolean>;
  /** What was changed of these keys, oldest first. */
  rotations(): Promise<readonly Rotation[]>;
  /** How the master key stands. */
  masterState(): Promise<MasterState>;
  /** Private Ed25519 key of the built-in issuer as JWK, with its kid: the newest, which signs. */
  issuer(): IssuerKey;
  /** The public halves of those whose tokens are good at a moment, the newest first. */
  issuerKeys(at: number): readonly PublicIssuerKey[];
  /** Looks for a key of the issuer that was made since. */
  followIssuer(): Promise<void>;
  /** Overwrites and removes the keys of the issuer whose tokens are good no more. */
  endIssuers(at: number): Promise<void>;
  close(): Promise<void>;
}
