/**
 * How many entries were recorded when: by kind and quarter of an hour, counted from an index in stretches.
 * Flow:    queries.ts, bounds.ts → here → ledger/reads.ts.
 * Promise: exact at the moment of each stretch; others take turns in between. A stretch that nothing is added to is
 *          counted once, until an erasure empties entries. Whoever asks soon waits a moment at most, and what was begun
 *          for them goes on.
 * Source:  docs/design.md 12 (chart 4); decision 0105.
 */
import { factForms } from '../../facts/facts.ts';
import type { EntryCounts } from '../../ports/ledger-reader.ts';
import type { EntriesCounted } from '../../ports/reads.ts';
import type { Store } from '../../store/store.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { erasingRows } from '../erasure/erasure-queries.ts';
import { logRows } from '../list-queries.ts';
import { afterOthers } from '../paging.ts';
import { newestOfKinds } from '../queries.ts';
import { boundsOf } from './bounds.ts';
import { type Between, countsByKind, countsOfSubject, countsOfSystem, newestIndex, type Stretch } from './queries.ts';

const QUARTER_HOUR = 900_000;
/** Entries of a stretch: few enough that nobody notices the turn that one takes. */
const STRETCH = 8_192;
/** Closed stretches that are remembered, of all entries and of single AI systems: some 67 million entries. */
const MOST_KEPT = 8_192;
/** So long a page waits for its drawing. */
const PATIENCE_MS = 40;
const kinds = [...factForms.keys()];

type Row = EntryCounts['rows'][number];

const kindOfOutcome: Readonly<Record<string, string>> = {
  allowed: 'use.allowed',
  refused: 'use.refused',
  reported: 'use.reported',
};

const rowOf = (kind: string, { quarter, count }: { readonly quarter: number; readonly count: number }): Row => ({
  kind,
  start: Math.floor(Number(quarter)) * QUARTER_HOUR,
  count: Number(count),
});

async function countedIn(store: Store, stretch: Stretch, system: string | undefined): Promise<readonly Row[]> {
  if (system === undefined)
    return (await store.one(countsByKind, { ...stretch, kinds })).map((row) => rowOf(row.kind ?? '', row));
  const rows = await store.one(countsOfSystem, { ...stretch, system });
  return rows.map((row) => rowOf(kindOfOutcome[row.outcome] ?? row.outcome, row));
}

/** A span as stretches, each within one log and cut at the same places whatever is asked. */
async function stretchesOf(store: Store, bounds: Between): Promise<readonly Stretch[]> {
  const found: Stretch[] = [];
  for (const { log } of await store.one(logRows, {})) {
    if (log < bounds.fromLog || log > bounds.toLog) continue;
    const count = ((await store.one(newestIndex, { log }))[0]?.index ?? -1) + 1;
    const end = log === bounds.toLog ? Math.min(bounds.toIndex, count) : count;
    for (let from = log === bounds.fromLog ? bounds.fromIndex : 0; from < end; ) {
      const to = Math.min(end, (Math.floor(from / STRETCH) + 1) * STRETCH);
      found.push({ log, fromIndex: from, toIndex: to });
      from = to;
    }
  }
  return found;
}

/** Nothing is added before the end of a stretch that is full, wherever one begins in it. */
const isClosed = ({ toIndex }: Stretch): boolean => toIndex % STRETCH === 0;

/** Since when nothing was emptied, or nothing while an erasure is under way: then no count stays as it is. */
async function lastEmptied(store: Store): Promise<number | undefined> {
  if ((await store.one(erasingRows, {})).length > 0) return undefined;
  const [newest] = await store.one(newestOfKinds, { kinds: ['person.erased'] });
  return newest === undefined ? -1 : placeOf(newest);
}

type Counting = (wants: EntriesCounted) => Promise<EntryCounts>;

export function entryCounter(store: Store): Counting {
  const kept = new Map<string, readonly Row[]>();
  let keptSince: number | undefined;
  async function count(
    stretch: Stretch,
    system: string | undefined,
    since: number | undefined,
  ): Promise<readonly Row[]> {
    const name = `${stretch.log}/${stretch.fromIndex}/${system ?? ''}`;
    const known = since !== undefined && since === keptSince ? kept.get(name) : undefined;
    if (known !== undefined && isClosed(stretch)) return known;
    const rows = await countedIn(store, stretch, system);
    await afterOthers();
    // Somebody may have been erased meanwhile.
    if (!isClosed(stretch) || since === undefined || since !== keptSince) return rows;
    const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(name, rows);
    return rows;
  }
  return async ({ subject, aiSystem, ...window }: EntriesCounted): Promise<EntryCounts> => {
    const bounds = await boundsOf(store, window);
    if (subject !== undefined) {
      const own = await store.one(countsOfSubject, { ...bounds, subject });
      const rows = own.map((row) => rowOf(row.kind ?? '', row));
      return { total: rows.reduce((sum, row) => sum + row.count, 0), rows };
    }
    const since = await lastEmptied(store);
    if (since !== keptSince) kept.clear();
    keptSince = since;
    const stretches = await stretchesOf(store, bounds);
    const rows: Row[] = [];
    for (const stretch of stretches) rows.push(...(await count(stretch, aiSystem, since)));
    const total = stretches.reduce((sum, { fromIndex, toIndex }) => sum + toIndex - fromIndex, 0);
    return { total: aiSystem === undefined ? total : rows.reduce((sum, row) => sum + row.count, 0), rows };
  };
}

/** A count, or nothing where it takes longer than a page may wait; it goes on then, once for all who ask alike. */
export function soonCounted(count: Counting): (wants: EntriesCounted) => Promise<EntryCounts | undefined> {
  const running = new Map<string, Promise<EntryCounts>>();
  return async (wants) => {
    const name = JSON.stringify(wants);
    const counted = running.get(name) ?? count(wants).finally(() => running.delete(name));
    running.set(name, counted);
    // Once nobody waits for it any more, a count that fails is asked for again by the next page.
    counted.catch(() => undefined);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined).unref());
    return Promise.race([counted, late]);
  };
}
