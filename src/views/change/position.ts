/**
 * Where a word stands in the feed of changes, and a request in its list: numbers that never stand still and never go
 * back.
 * Flow:    ledger/working (facts), ledger/erasure/begin-erasure (erasures) → here → `changes.position`,
 *          `requests.position`.
 * Promise: facts keep their order over all logs, a rebuild gives the same numbers, and the word of an erasure, which
 *          has no fact of its own yet, stands between the newest fact and the next one: nothing appears behind a reader
 *          who went on.
 * Source:  docs/design.md 4 and 8; GDPR 19.
 */

import { MOST_ENTRIES, type Placed, placeAt, placeOf } from '../../vocabulary/place.ts';

/** Room between two facts for the erasures that began there. */
const ROOM = 4096;
/** So many logs, with so many entries each, keep every number exact: 12 + 32 + 9 bits. */
const MOST_LOGS = 2 ** 9;

export function factPosition({ log, index }: Placed): number {
  if (index >= MOST_ENTRIES || log >= MOST_LOGS) throw new Error(`no position for entry ${log}/${index}`);
  return placeOf({ log, index }) * ROOM;
}

/** The entry at a position; of an erasure the one before it. */
export const positionAt = (position: number): Placed => placeAt(Math.floor(position / ROOM));

/** The numbers after the newest fact of a log of this size and before its next one; both ends stand for facts. */
export function erasureRoom(log: number, size: number): { readonly after: number; readonly before: number } {
  const after = factPosition({ log, index: Math.max(0, size - 1) });
  return { after, before: after + ROOM };
}

/** `newest` is the highest number already taken in this room. */
export function erasurePosition(
  { after, before }: { readonly after: number; readonly before: number },
  newest: number | undefined,
): number {
  const position = Math.max(after, newest ?? after) + 1;
  if (position >= before) throw new Error('too many erasures began between two entries of the ledger');
  return position;
}
