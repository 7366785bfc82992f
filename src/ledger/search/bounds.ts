/**
 * Where in the ledger a moment lies: times only rise from entry to entry, so a place is found by halving.
 * Flow:    store → here → find.ts, volume.ts.
 * Promise: entries between two moments are those between two places, erased ones too, which say no time any more. One
 *          that stands at the edge of a time may be of either side, so both show it.
 * Source:  docs/verifying.md.
 */
import type { Window } from '../../ports/reads.ts';
import type { Store } from '../../store/store.ts';
import { type Placed, placeAt, placeOf } from '../../vocabulary/place.ts';
import { logRows } from '../list-queries.ts';
import type { Between } from './queries.ts';
import { firstTimeFrom, newestIndex } from './queries.ts';

/** How many entries a log has. */
const countIn = async (store: Store, log: number): Promise<number> =>
  ((await store.one(newestIndex, { log }))[0]?.index ?? -1) + 1;

/** The place right behind the newest entry of all. */
async function ledgerEnd(store: Store): Promise<Placed> {
  const logs = await store.one(logRows, {});
  const log = logs.at(-1)?.log ?? 0;
  return { log, index: await countIn(store, log) };
}

/** The first entry that is known to be of this moment or a later one, or the end of the log. */
async function firstKnown(store: Store, { log, index }: Placed): Promise<Placed> {
  const [known] = await store.one(firstTimeFrom, { log, from: index });
  return { log, index: known?.index ?? (await countIn(store, log)) };
}

/**
 * From the first entry of this moment or a later one on, with what was erased right before it; the end of the ledger
 * where there is none.
 */
async function placeFrom(store: Store, moment: number): Promise<Placed> {
  const logs = await store.one(logRows, {});
  let found: Placed = await ledgerEnd(store);
  for (const { log } of logs.toReversed()) {
    const isAfter = async (index: number): Promise<boolean> => {
      const [first] = await store.one(firstTimeFrom, { log, from: index });
      return first === undefined || (first.at ?? 0) >= moment;
    };
    let [low, high] = [0, await countIn(store, log)];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (await isAfter(middle)) high = middle;
      else low = middle + 1;
    }
    found = { log, index: low };
    if (low > 0) break;
  }
  return found;
}

/** Positions from and up to, each only where it is given. */
interface SpanWanted extends Window {
  /** Only what stands before this place. */
  readonly before?: number;
  /** Only what stands after this place. */
  readonly after?: number;
}

export async function boundsOf(store: Store, { from, to, before, after }: SpanWanted): Promise<Between> {
  const starts = [...(from === undefined ? [] : [placeOf(await placeFrom(store, from))]), (after ?? -1) + 1];
  const end = to === undefined ? await ledgerEnd(store) : await firstKnown(store, await placeFrom(store, to));
  const start = placeAt(Math.max(...starts));
  const stop = placeAt(Math.min(placeOf(end), before ?? Number.MAX_SAFE_INTEGER));
  return { fromLog: start.log, fromIndex: start.index, toLog: stop.log, toIndex: stop.index };
}
