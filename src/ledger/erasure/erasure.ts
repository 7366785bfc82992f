/**
 * What an erasure works with, and the row that says how far it has come.
 * Flow:    house → here → the steps of an erasure beside it.
 * Promise: the row holds no identifier; from the moment it stands, no write and no export of this person is answered.
 * Source:  docs/design.md 6.
 */
import type { NotifiedRecipient } from '../../evaluation/recipients.ts';
import type { Span } from '../../evaluation/span.ts';
import type { CertifiedSystem } from '../../facts/erasure.ts';
import type { House } from '../../ports/house.ts';
import type { UnfinishedErasure } from '../../ports/reads.ts';
import type { EndedHold, Erased } from '../../ports/records.ts';
import type { Keyring } from '../../seal/keys.ts';
import type { HeldFile } from '../../store/held-file.ts';
import type { Store } from '../../store/store.ts';
import type { ContactInRole } from '../../vocabulary/contact.ts';
import type { HoldEnd, KeepGround } from '../../vocabulary/hold.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { Trace } from '../../vocabulary/trace.ts';
import type { BatchRoom } from '../batch.ts';
import type { Intent, Journal } from '../journal.ts';
import type { Writer } from '../writer.ts';

/** What the house gives it. */
export interface ErasureSetup {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly room: BatchRoom;
  readonly writer: Writer;
  readonly witnessDir: string;
  readonly backupLifeMs: number;
  /** Whom the certificate names to write to. */
  readonly contacts?: readonly ContactInRole[];
  /** Where proof of choices is kept after an erasure. */
  readonly keepConsentProof?: { readonly span: Span; readonly ground: KeepGround };
  /** Where messages may lie that were written for the person. */
  readonly mail: { forget(messages: readonly string[]): Promise<void> };
  /** Told of the journal, so that it is noticed when its file goes. */
  readonly hold?: (file: HeldFile) => void;
  now(): number;
}

/** Erasing, and what outlived an erasure. */
export interface Erasures extends Pick<House, 'erasureUnderWay' | 'holdsOf' | 'heldBy'> {
  erase(...asked: Parameters<House['erase']>): Promise<Erased | UnfinishedErasure | Problem>;
  endHold(hold: string, why: HoldEnd): Promise<EndedHold | undefined>;
  /** Ends what is over: holds, proofs, marks, lines of the journal. */
  sweep(): Promise<void>;
  /** Goes on with what failed here, and with what another node began and left for a minute. */
  resume(): Promise<void>;
  /** Waits a while for what is under way; the next start goes on with the rest. */
  stop(): Promise<void>;
}

/** Drawn at the beginning, so that what was interrupted ends with the same facts. */
interface PlannedIds {
  /** One for every 2,000 ranges. */
  readonly erased: readonly string[];
  readonly certified: string;
}

/** Everything that is decided when an erasure begins: the row of `erasing` as JSON. */
export interface ErasurePlan extends Intent {
  readonly ids: PlannedIds;
  /** Position of the word in the feed of changes. */
  readonly told: number;
  readonly recipients: readonly NotifiedRecipient[];
  /** What connected systems did; absent where none is connected. */
  readonly systems?: readonly CertifiedSystem[];
  /** How many entries each hold keeps. */
  readonly held?: Readonly<Record<string, number>>;
  /** The ledger as the erasure found it. */
  readonly before: TreePoint;
}

/** With the journal of this node. */
export interface ErasureContext extends ErasureSetup {
  readonly journal: Journal;
  /** The database knows of every line of the journal; with `ended` the erasure of this person is over. */
  countLines(ended?: string): Promise<void>;
  /** Makes what was deleted unreadable in the files, and says where remains of it may still lie. */
  cleanFiles(): Promise<readonly Trace[]>;
}
