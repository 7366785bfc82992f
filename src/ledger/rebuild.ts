/**
 * Drops the views and folds them anew from the facts, page by page.
 * Flow:    scripts/rebuild-views, upgrade → here → views.
 * Promise: one transaction; the views afterwards are those that were there before. What is no view (identities, marks,
 *          replies, the word in the feed that somebody is erased) is not touched.
 * Source:  docs/design.md 4.
 */
import { notLike, sql } from 'drizzle-orm';
import { emptyStanding } from '../evaluation/person.ts';
import { emptyRegistry } from '../evaluation/registry.ts';
import type { FactOf } from '../facts/fact.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, rowsQuery, type Steps, wait, writeQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { placeAt, placeOf } from '../vocabulary/place.ts';
import { type EntryRow, keyIdsOf, readFact } from './opened.ts';
import { type BatchState, foldFact, startBatchState } from './working.ts';
import { writeViews } from './write-views.ts';

const PAGE = 1000;
const p = sql.placeholder;

const entriesFrom = rowsQuery<{ log: number; from: number; limit: number }>()('rebuildEntriesFrom', ({ db, t }) =>
  db
    .select()
    .from(t.entries)
    .where(sql`(${t.entries.log}, ${t.entries.index}) >= (${p('log')}, ${p('from')})`)
    .orderBy(t.entries.log, t.entries.index)
    .limit(p('limit')),
);

/** That somebody is erased stands in no fact, so its row stays. */
const drops = [
  writeQuery<object>()('dropPeople', ({ db, t }) => db.delete(t.people)),
  writeQuery<object>()('dropActs', ({ db, t }) => db.delete(t.acts)),
  writeQuery<object>()('dropUses', ({ db, t }) => db.delete(t.uses)),
  writeQuery<object>()('dropDecisions', ({ db, t }) => db.delete(t.decisions)),
  writeQuery<object>()('dropRequests', ({ db, t }) => db.delete(t.requests)),
  writeQuery<object>()('dropReviews', ({ db, t }) => db.delete(t.reviews)),
  writeQuery<object>()('dropMessages', ({ db, t }) => db.delete(t.messages)),
  writeQuery<object>()('dropChanges', ({ db, t }) =>
    db.delete(t.changes).where(notLike(t.changes.doc, sql`'%"what":"erased"%'`)),
  ),
] as const;

export interface RebuildRoom {
  readonly store: Store;
  readonly keyring: Keyring;
  /** The one that is written now; all of them are folded. */
  readonly log: number;
  readonly defaultRegime: string;
  readonly now: number;
  /** Entries folded so far. */
  progress?(entries: number): void;
  /** Each identifier that was linked, as it was recorded. */
  linked?(fact: FactOf<'subject.linked'>): void;
}

interface Rebuilt {
  readonly entries: number;
  readonly people: number;
}

export const rebuildViews = (room: RebuildRoom): Promise<Rebuilt> =>
  room.store.write(() => rebuild(room), { log: room.log, registry: 'write' });

export function* rebuild(room: RebuildRoom): Steps<Rebuilt> {
  for (const drop of drops) yield* ask(drop, {});
  let state = empty(room);
  let next = 0;
  let entries = 0;
  for (;;) {
    const { log, index } = placeAt(next);
    const rows = yield* ask(entriesFrom, { log, from: index, limit: PAGE });
    yield* foldRows(room, state, rows);

    yield* writeViews(room.keyring, state);
    entries += rows.length;
    room.progress?.(entries);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { entries, people: state.people.size };
    const { registry, people, requests, reviews } = state;
    state = { ...empty(room), registry, people, requests, reviews };
    next = placeOf(last) + 1;
  }
}

const empty = ({ defaultRegime, now }: RebuildRoom): BatchState =>
  startBatchState(
    {
      identities: new Map(),
      marks: new Map(),
      people: new Map(),
      erasing: new Map(),
      acts: new Map(),
      requests: new Map(),
      reviews: new Map(),
      facts: new Map(),
    },
    { registry: emptyRegistry, defaultRegime, now },
  );

function* foldRows({ keyring, linked }: RebuildRoom, state: BatchState, rows: readonly EntryRow[]): Steps<void> {
  const keys = yield* wait(keyring.forOpening(keyIdsOf(rows)));
  for (const row of rows) {
    const fact = readFact(row, keys.get(row.keyId ?? ''));
    if (fact === undefined) keepPlace(state, row);
    else {
      foldFact(state, fact, keyring);
      if (linked !== undefined && fact.kind === 'subject.linked') linked(fact);
    }
  }
  // The identity index is no view; linking is for the fold alone.
  state.dirty.identities.length = 0;
}

/** An entry that no longer opens still has its place in the person's chain. */
function keepPlace(state: BatchState, { subject, log, n, leafHash }: EntryRow): void {
  if (subject === null || n === null) return;
  const row = { subject, log, n, head: leafHash, standing: state.people.get(subject)?.standing ?? emptyStanding };
  state.people.set(subject, row);
  state.dirty.people.set(subject, row);
}
