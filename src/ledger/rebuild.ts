/**
 * Drops the views and folds them anew from the facts, page by page.
 * Flow:    scripts/rebuild-views, upgrade → here → views.
 * Promise: one transaction; the views afterwards are those that the facts give, and so is the index of identities. What
 *          no fact says (marks, replies, the word in the feed that somebody is erased) is not touched.
 * Source:  docs/design.md 4; decision 0049.
 */
import { notLike, sql } from 'drizzle-orm';
import { emptyStanding } from '../evaluation/person.ts';
import { emptyRegistry } from '../evaluation/registry.ts';
import type { Keyring } from '../seal/keys.ts';
import { ask, rowsQuery, type Steps, wait, writeQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { placeAt, placeOf } from '../vocabulary/place.ts';
import { renewState } from './bound/keep-state.ts';
import { bindMarksAsTheyStand } from './bound/marks.ts';
import { type AddressBook, type DoubledAddress, linkAnew, newAddressBook, noteLink } from './links-anew.ts';
import type { PersonRow } from './loaded.ts';
import { sharedFacts } from './notes.ts';
import { type EntryRow, isAsCommitted, isAsHashed, keyIdsOf, readFact } from './opened.ts';
import { loadTree } from './tree-memory.ts';
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
  writeQuery<object>()('dropUncoveredUses', ({ db, t }) => db.delete(t.uncoveredUses)),
  writeQuery<object>()('dropTrainingSteps', ({ db, t }) => db.delete(t.trainingSteps)),
  writeQuery<object>()('dropTrainedOn', ({ db, t }) => db.delete(t.trainedOn)),
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
}

interface Rebuilt {
  readonly entries: number;
  readonly people: number;
}

/** What a fold leaves for those who go on from it. */
interface FoldedAnew extends Rebuilt {
  readonly standing: ReadonlyMap<string, PersonRow>;
  readonly doubled: readonly DoubledAddress[];
}

/** Takes the marks over as they stand, too: whoever runs this looked at what was named before. */
export const rebuildViews = (room: RebuildRoom): Promise<Rebuilt> =>
  room.store.write(
    function* () {
      const { entries, people } = yield* rebuild(room, yield* sharedFacts());
      const { size } = yield* loadTree(room.log, undefined);
      yield* bindMarksAsTheyStand(room.keyring, placeOf({ log: room.log, index: size }));
      yield* renewState(room.keyring, room.log);
      return { entries, people };
    },
    { log: room.log, registry: 'write' },
  );

/** `shared` names links that count for nobody, because their address led to two people. */
export function* rebuild(room: RebuildRoom, shared: ReadonlySet<string>): Steps<FoldedAnew> {
  for (const drop of drops) yield* ask(drop, {});
  const book = newAddressBook();
  let state = emptyState(room);
  let next = 0;
  let entries = 0;
  for (;;) {
    const { log, index } = placeAt(next);
    const rows = yield* ask(entriesFrom, { log, from: index, limit: PAGE });
    yield* foldRows({ keyring: room.keyring, book }, state, rows);

    yield* writeViews(room.keyring, state);
    entries += rows.length;
    room.progress?.(entries);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) {
      const doubled = yield* linkAnew({ keyring: room.keyring, book, shared });
      return { entries, people: state.people.size, standing: state.people, doubled };
    }
    const { registry, people, requests, reviews } = state;
    state = { ...emptyState(room), registry, people, requests, reviews };
    next = placeOf(last) + 1;
  }
}

/** A state to fold facts into, from nothing. */
export const emptyState = ({ defaultRegime, now }: Pick<RebuildRoom, 'defaultRegime' | 'now'>): BatchState =>
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
      webhooks: new Map(),
      unfit: new Set(),
    },
    // Nothing is decided over it, so nobody counts its days.
    { registry: emptyRegistry, defaultRegime, timeZone: 'UTC', now, place: 0 },
  );

function* foldRows(
  { keyring, book }: { readonly keyring: Keyring; readonly book: AddressBook },
  state: BatchState,
  rows: readonly EntryRow[],
): Steps<void> {
  const keys = yield* wait(keyring.forOpening(keyIdsOf(rows)));
  for (const row of rows) {
    const fact = isOwn(row) ? readFact(row, keys.get(row.keyId ?? '')) : undefined;
    if (fact === undefined) {
      keepPlace(state, row);
      if (row.kind === 'subject.linked' && row.id !== null) book.unopened.add(row.id);
    } else {
      foldFact(state, fact, keyring);
      if (fact.kind === 'subject.linked') noteLink(book, fact);
    }
  }
  // All links are written together at the end, because an address may turn out to lead to two people.
  state.dirty.identities.length = 0;
}

/** A fact that is not what was hashed and committed to says nothing. */
const isOwn = (row: EntryRow): boolean => (row.keyId === null ? isAsCommitted(row) : isAsHashed(row));

/** An entry that no longer opens still has its place in the person's chain. */
export function keepPlace(state: BatchState, { subject, log, n, leafHash }: EntryRow): void {
  if (subject === null || n === null) return;
  const row = { subject, log, n, head: leafHash, ...standingKept(state, subject) };
  state.people.set(subject, row);
  state.dirty.people.set(subject, row);
}

function standingKept({ people }: BatchState, subject: string): Pick<PersonRow, 'standing' | 'acts'> {
  const { standing = emptyStanding, acts = null } = people.get(subject) ?? {};
  return { standing, acts };
}
