/**
 * What changes something in the house: recording, erasing, ending a hold.
 * Flow:    http, scripts → here (types) → house.ts, which builds it.
 * Promise: `record` answers only after its commit; a fault throws `Unavailable`.
 * Source:  docs/design.md 1, 4 and 6.
 */
import type { Caller } from '../commands/command.ts';
import type { CommandKind, InputOf } from '../commands/commands.ts';
import type { Keep } from '../evaluation/keeps.ts';
import type { EntryReference } from '../facts/fact.ts';
import type { HoldEnd } from '../vocabulary/hold.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { SavedView } from '../vocabulary/saved-view.ts';
import type { UnfinishedErasure } from './reads.ts';

export interface Sender {
  readonly caller: Caller;
  readonly requestId: string;
  readonly idempotency?: { readonly route: string; readonly key: string; readonly body: string };
  /** Nobody is shown where it stands in the ledger, so the reply that is kept does not say it. */
  readonly withoutReceipt?: boolean;
  /** The proposal that a second person has confirmed; what needs one is done with it. */
  readonly confirmed?: string;
}

/** A reply as it was committed; `replayed` where an idempotency key brought back the first one. */
export interface RecordedReply {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly replayed: boolean;
}
export type Recorded = RecordedReply | Problem;

export interface Erased {
  readonly request?: string;
  readonly certificate: unknown;
  readonly entry: EntryReference;
}

export interface EndedHold {
  readonly entry: EntryReference;
  /** False where the files of what it kept are still being cleaned. */
  readonly isClean: boolean;
}

/** The act waits for a second person; the reply says how it is confirmed (decision 0044). */
export interface Proposed {
  readonly proposed: RecordedReply;
}

/** Everything that changes something. */
export interface Records {
  /** Runs one command of a kind listed in commands/commands.ts. */
  record<K extends CommandKind>(kind: K, input: InputOf<K>, sender: Sender): Promise<Recorded>;
  recordMany<K extends CommandKind>(
    kind: K,
    items: readonly { readonly input: InputOf<K>; readonly sender: Sender }[],
  ): Promise<readonly Recorded[]>;
  /** Erases a person; goes on with what was begun. Answers within a second, finished or not. */
  erase(
    identifier: string,
    why: { readonly sender: Sender; readonly request?: string; readonly keep?: readonly Keep[] },
  ): Promise<Erased | UnfinishedErasure | Proposed | Problem>;
  /** Changes the saved views of a member of staff (`act_…`); false where the change would not have them so. */
  changeViews(
    staff: string,
    change: (kept: readonly SavedView[]) => readonly SavedView[] | undefined,
  ): Promise<boolean>;
  /** That a reader (`act_…`) of the feed of changes has come as far as this. */
  noteFeedRead(reader: string, position: number): Promise<void>;
  /**
   * Ends a hold on somebody erased and erases what it kept; nothing where there is none. `by` says who asks, and under
   * which identifier of that person.
   */
  endHold(
    hold: string,
    why: HoldEnd,
    by?: { readonly identifier: string; readonly sender: Sender },
  ): Promise<EndedHold | Proposed | Problem | undefined>;
}
