/**
 * The record of a person, one item after another, the newest first, without ever holding it as a whole.
 * Flow:    package-parts.ts → here → ports/reads (the person's own chain).
 * Promise: the same items as in held data, up to the size of the ledger at which the request was answered.
 * Source:  GDPR 15(3), 20.
 */
import type { ChainEntry, Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { TreePoint } from '../../vocabulary/place.ts';
import { type HeldRecord, heldItem } from '../held-data/ask.ts';

const A_PAGE = 100;

export interface ItemsWanted {
  readonly subject: string;
  readonly upTo?: TreePoint;
  /** Left out: every kind. */
  readonly kinds?: readonly string[];
  /** False for an entry that belongs elsewhere. */
  readonly fits?: (entry: ChainEntry) => boolean;
  /** What is handed out of an item: itself, a part of it, or nothing. */
  readonly cut: (item: HeldRecord) => readonly HeldRecord[];
}

export async function* heldItems(reads: Reads, wanted: ItemsWanted): AsyncGenerator<HeldRecord> {
  const { subject, upTo, kinds, fits = () => true, cut } = wanted;
  let before: number | undefined;
  do {
    const page = await reads.chain(subject, { limit: A_PAGE, ...defined({ upTo, kinds, before }) });
    for (const entry of page.items) if (fits(entry)) yield* cut(heldItem(entry));
    before = page.next ?? undefined;
  } while (before !== undefined);
}
