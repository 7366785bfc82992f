/**
 * Every statement of the write path and of the evaluation, defined once for both engines.
 * Flow:    here → batch (loads), reads (answers).
 * Promise: an evaluation's registry version, person, marks and identity come from one statement (see-one.ts).
 * Source:  docs/design.md 4.
 */
import { and, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import { rowsQuery, writeQuery } from '../store/query.ts';

const p = sql.placeholder;

export const newestTime = rowsQuery<{ log: number }>()('newestTime', ({ db, t }) =>
  db
    .select({ at: t.entries.at })
    .from(t.entries)
    .where(and(eq(t.entries.log, p('log')), isNotNull(t.entries.at)))
    .orderBy(desc(t.entries.index))
    .limit(1),
);
export const registryVersion = rowsQuery<object>()('registryVersion', ({ db, t }) =>
  db.select({ version: t.registryHead.version }).from(t.registryHead).where(sql`${t.registryHead.id} = 1`),
);
export const factsOfKinds = rowsQuery<{ kinds: readonly string[]; log: number; from: number }>()(
  'factsOfKinds',
  ({ db, t, any }) =>
    db
      .select()
      .from(t.entries)
      .where(
        and(any(t.entries.kind, 'kinds'), sql`(${t.entries.log}, ${t.entries.index}) >= (${p('log')}, ${p('from')})`),
      )
      .orderBy(t.entries.log, t.entries.index),
  ['kinds'],
);
export const newestOfKinds = rowsQuery<{ kinds: readonly string[] }>()(
  'newestOfKinds',
  ({ db, t, any }) =>
    db
      .select({ log: t.entries.log, index: t.entries.index })
      .from(t.entries)
      .where(any(t.entries.kind, 'kinds'))
      .orderBy(desc(t.entries.log), desc(t.entries.index))
      .limit(1),
  ['kinds'],
);
export const leavesFrom = rowsQuery<{ log: number; from: number }>()('leavesFrom', ({ db, t }) =>
  db
    .select({ leafHash: t.entries.leafHash })
    .from(t.entries)
    .where(and(eq(t.entries.log, p('log')), gte(t.entries.index, p('from'))))
    .orderBy(t.entries.index),
);
export const tileRootsFrom = rowsQuery<{ log: number; level: number; from: number }>()('tileRootsFrom', ({ db, t }) =>
  db
    .select({ root: t.tiles.root })
    .from(t.tiles)
    .where(and(eq(t.tiles.log, p('log')), eq(t.tiles.level, p('level')), gte(t.tiles.index, p('from'))))
    .orderBy(t.tiles.index),
);
export const identitiesOf = rowsQuery<{ hashes: readonly string[] }>()(
  'identitiesOf',
  ({ db, t, any }) =>
    db
      .select({
        hash: t.identities.hash,
        subject: t.identities.subject,
        fact: t.identities.fact,
        bound: t.identities.bound,
      })
      .from(t.identities)
      // With the number of the pepper the index leads to the hash; without it the whole of it is read.
      .where(and(eq(t.identities.pepper, sql`1`), any(t.identities.hash, 'hashes'))),
  ['hashes'],
);
export const erasedMarksOf = rowsQuery<{ marks: readonly string[] }>()(
  'erasedMarksOf',
  ({ db, t, any }) => db.select().from(t.erasedMarks).where(any(t.erasedMarks.mark, 'marks')),
  ['marks'],
);
export const suppressionMarksOf = rowsQuery<{ marks: readonly string[] }>()(
  'suppressionsOf',
  ({ db, t, any }) => db.select().from(t.suppressionMarks).where(any(t.suppressionMarks.mark, 'marks')),
  ['marks'],
);
export const peopleOf = rowsQuery<{ subjects: readonly string[] }>()(
  'peopleOf',
  ({ db, t, any }) => db.select().from(t.people).where(any(t.people.subject, 'subjects')),
  ['subjects'],
);
export const erasingOf = rowsQuery<{ subjects: readonly string[] }>()(
  'erasingOf',
  ({ db, t, any }) =>
    db
      .select({ subject: t.erasing.subject, at: t.erasing.at })
      .from(t.erasing)
      .where(any(t.erasing.subject, 'subjects')),
  ['subjects'],
);
export const actsOf = rowsQuery<{ subjects: readonly string[] }>()(
  'actsOf',
  ({ db, t, any }) =>
    db
      .select({ subject: t.acts.subject, doc: t.acts.doc })
      .from(t.acts)
      .where(any(t.acts.subject, 'subjects'))
      .orderBy(t.acts.subject, t.acts.n),
  ['subjects'],
);
export const requestsOf = rowsQuery<{ ids: readonly string[] }>()(
  'requestsOf',
  ({ db, t, any }) =>
    db
      .select({ id: t.requests.id, doc: t.requests.doc, position: t.requests.position })
      .from(t.requests)
      .where(any(t.requests.id, 'ids')),
  ['ids'],
);
export const reviewsById = rowsQuery<{ ids: readonly string[] }>()(
  'reviewsById',
  ({ db, t, any }) =>
    db.select({ doc: t.reviews.doc, position: t.reviews.position }).from(t.reviews).where(any(t.reviews.id, 'ids')),
  ['ids'],
);
export const reviewsOfDecisions = rowsQuery<{ decisions: readonly string[] }>()(
  'reviewsOfDecisions',
  ({ db, t, any }) =>
    db
      .select({ doc: t.reviews.doc, position: t.reviews.position })
      .from(t.reviews)
      .where(any(t.reviews.decision, 'decisions'))
      .orderBy(t.reviews.position),
  ['decisions'],
);
export const entriesById = rowsQuery<{ ids: readonly string[] }>()(
  'entriesById',
  ({ db, t, any }) => db.select().from(t.entries).where(any(t.entries.id, 'ids')),
  ['ids'],
);
export const repliesOf = rowsQuery<{ keys: readonly string[] }>()(
  'repliesOf',
  ({ db, t, any }) => db.select().from(t.idempotency).where(any(t.idempotency.key, 'keys')),
  ['keys'],
);

export const removeRepliesBefore = writeQuery<{ before: number }>()('removeRepliesBefore', ({ db, t }) =>
  db.delete(t.idempotency).where(lt(t.idempotency.at, p('before'))),
);
