/**
 * What an erasure works with, and the row that says how far it has come.
 * Flow:    house → here → begin, gone, certify.
 * Promise: the row holds no identifier; from the moment it stands, no write and no export of this person is answered.
 * Source:  docs/design.md 6.
 */
import type { Keep } from '../../evaluation/keeps.ts';
import type { Span } from '../../evaluation/span.ts';
import type { EntryReference } from '../../facts/fact.ts';
import type { HeldEntry, KeptHold } from '../../ports/reads.ts';
import type { Erased, Sender } from '../../ports/records.ts';
import type { Keyring } from '../../seal/keys.ts';
import { ask, now, type Steps } from '../../store/query.ts';
import type { Store } from '../../store/store.ts';
import type { HoldEnd, KeepGround } from '../../vocabulary/hold.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { BatchRoom } from '../batch.ts';
import type { Intent, Journal } from '../journal.ts';
import { newestTime } from '../queries.ts';
import type { Writer } from '../writer.ts';
import type { ToldRecipient } from './recipients.ts';

export interface ErasingRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly room: BatchRoom;
  readonly writer: Writer;
  readonly witnessDir: string;
  readonly backupLifeMs: number;
  /** Where proof of choices is kept after an erasure. */
  readonly keepConsentProof?: KeepConsentProof;
  /** Where messages may lie that were written for the person. */
  readonly mail: { forget(messages: readonly string[]): Promise<void> };
  now(): number;
}

export interface KeepConsentProof {
  readonly span: Span;
  readonly ground: KeepGround;
}

export interface WhyErased {
  readonly sender: Sender;
  readonly request?: string;
  /** What an officer keeps for a purpose on a legal ground. */
  readonly keep?: readonly Keep[];
}

export interface Erasing {
  erase(identifier: string, why: WhyErased): Promise<Erased | Problem>;
  /** The holds on a person who is erased, under any of their identifiers. */
  holdsOf(identifier: string): Promise<readonly KeptHold[]>;
  /** What such a hold keeps, opened. */
  heldBy(hold: string): Promise<readonly HeldEntry[]>;
  /** Erases what the hold kept. */
  endHold(hold: string, why: HoldEnd): Promise<EntryReference | undefined>;
  /** Ends what is over: holds, proofs, marks, lines of the journal. */
  sweep(): Promise<void>;
}

/** Drawn at the beginning, so that what was interrupted ends with the same facts. */
export interface Ids {
  /** One for every 2,000 ranges. */
  readonly erased: readonly string[];
  readonly certified: string;
}

/** The row of `erasing` as JSON. */
export interface Undertaking extends Intent {
  readonly ids: Ids;
  /** Position of the word in the feed of changes. */
  readonly told: number;
  readonly recipients: readonly ToldRecipient[];
  /** How many entries each hold keeps. */
  readonly held?: Readonly<Record<string, number>>;
  /** The ledger as the erasure found it. */
  readonly before: TreePoint;
}

export interface Working extends ErasingRoom {
  readonly journal: Journal;
}

/** Time in the ledger never goes back. */
export function* moment(room: Pick<ErasingRoom, 'room'>): Steps<number> {
  const [last] = yield* ask(newestTime, { log: room.room.log });
  return Math.max(yield* now(), last?.at ?? 0);
}
