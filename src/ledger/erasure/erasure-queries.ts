/**
 * Statements of an erasure: where a person's entries stand, what is emptied, what is removed.
 * Flow:    here → the steps of an erasure beside it.
 * Promise: an entry is emptied only by its own person; the triggers let it through only where a recorded fact covers
 *          it.
 */
import { and, desc, eq, gt, isNotNull, lt, lte, ne, sql } from 'drizzle-orm';
import { rowsQuery, writeQuery } from '../../store/query.ts';

const p = sql.placeholder;

/** Those that hold a word somewhere, so that a thousand others that are under way need not be read. */
export const erasingWith = rowsQuery<{ word: string }>()('erasingWith', ({ db, t }) =>
  db
    .select()
    .from(t.erasing)
    .where(sql`${t.erasing.doc} like '%' || ${sql.placeholder('word')} || '%'`),
);
export const erasingRows = rowsQuery<object>()('erasingRows', ({ db, t }) =>
  db.select().from(t.erasing).orderBy(t.erasing.at),
);
export const endErasing = writeQuery<{ subject: string }>()('endErasing', ({ db, t }) =>
  db.delete(t.erasing).where(eq(t.erasing.subject, p('subject'))),
);
export const places = rowsQuery<{ subject: string }>()('placesOfPerson', ({ db, t }) =>
  db
    .select({ log: t.entries.log, index: t.entries.index })
    .from(t.entries)
    .where(eq(t.entries.subject, p('subject')))
    .orderBy(t.entries.log, t.entries.index),
);
export const nextPlaces = rowsQuery<{ subject: string; limit: number }>()('nextPlacesOfPerson', ({ db, t }) =>
  db
    .select({ log: t.entries.log, index: t.entries.index })
    .from(t.entries)
    .where(eq(t.entries.subject, p('subject')))
    .orderBy(t.entries.log, t.entries.index)
    .limit(p('limit')),
);
export const blank = writeQuery<{ subject: string; log: number; to: number }>()('blankEntries', ({ db, t }) =>
  db
    .update(t.entries)
    .set({
      id: null,
      kind: null,
      at: null,
      subject: null,
      n: null,
      entry: null,
      payload: null,
      salt: null,
      keyId: null,
    })
    .where(and(eq(t.entries.subject, p('subject')), eq(t.entries.log, p('log')), lte(t.entries.index, p('to')))),
);
/** Where a fact says that the time of these contents is over; the entries stay. */
export const expire = writeQuery<{ log: number; from: number; to: number }>()('expireEntries', ({ db, t }) =>
  db
    .update(t.entries)
    .set({ payload: null, salt: null })
    .where(and(eq(t.entries.log, p('log')), sql`${t.entries.index} between ${p('from')} and ${p('to')}`)),
);
export const requestsOfPerson = rowsQuery<{ subject: string }>()('requestsOfPerson', ({ db, t }) =>
  db
    .select({ id: t.requests.id, doc: t.requests.doc })
    .from(t.requests)
    .where(eq(t.requests.subject, p('subject')))
    .orderBy(t.requests.position),
);
export const coveredBy = rowsQuery<{ facts: readonly string[] }>()(
  'coveredBy',
  ({ db, t, any }) =>
    db
      .select({ log: t.covered.log, from: t.covered.from, to: t.covered.to })
      .from(t.covered)
      .where(any(t.covered.fact, 'facts'))
      .orderBy(t.covered.log, t.covered.from),
  ['facts'],
);
export const newestChangeIn = rowsQuery<{ after: number; before: number }>()('newestChangeIn', ({ db, t }) =>
  db
    .select({ position: t.changes.position })
    .from(t.changes)
    .where(and(gt(t.changes.position, p('after')), lt(t.changes.position, p('before'))))
    .orderBy(desc(t.changes.position))
    .limit(1),
);
export const nodeRows = rowsQuery<object>()('nodeRows', ({ db, t }) => db.select().from(t.nodes));

interface OfSubject {
  readonly subject: string;
}

/** Everything about the person outside the ledger; the word that they are erased stays in the feed. */
export const removals = [
  writeQuery<OfSubject>()('removeIdentities', ({ db, t }) =>
    db.delete(t.identities).where(eq(t.identities.subject, p('subject'))),
  ),
  writeQuery<OfSubject>()('removePeople', ({ db, t }) => db.delete(t.people).where(eq(t.people.subject, p('subject')))),
  writeQuery<OfSubject>()('removeActs', ({ db, t }) => db.delete(t.acts).where(eq(t.acts.subject, p('subject')))),
  writeQuery<OfSubject>()('removeUses', ({ db, t }) => db.delete(t.uses).where(eq(t.uses.subject, p('subject')))),
  writeQuery<OfSubject>()('removeTrainedOn', ({ db, t }) =>
    db.delete(t.trainedOn).where(eq(t.trainedOn.subject, p('subject'))),
  ),
  writeQuery<OfSubject>()('removeDecisions', ({ db, t }) =>
    db.delete(t.decisions).where(eq(t.decisions.subject, p('subject'))),
  ),
  writeQuery<OfSubject>()('removeReviews', ({ db, t }) =>
    db.delete(t.reviews).where(eq(t.reviews.subject, p('subject'))),
  ),
  writeQuery<OfSubject>()('removeMessages', ({ db, t }) =>
    db.delete(t.messages).where(eq(t.messages.subject, p('subject'))),
  ),
  writeQuery<OfSubject>()('removeOutbox', ({ db, t }) => db.delete(t.outbox).where(eq(t.outbox.subject, p('subject')))),
  writeQuery<OfSubject>()('removeFiles', ({ db, t }) => db.delete(t.files).where(eq(t.files.subject, p('subject')))),
  writeQuery<OfSubject>()('removeRequests', ({ db, t }) =>
    db.delete(t.requests).where(eq(t.requests.subject, p('subject'))),
  ),
  // The key stays known as used, so that what the person once sent, sent again, is never taken for a new act of theirs.
  writeQuery<OfSubject>()('emptyReplies', ({ db, t }) =>
    db
      .update(t.idempotency)
      .set({ body: '', status: 410, reply: Buffer.alloc(0), keyId: null, subject: null })
      .where(and(isNotNull(t.idempotency.subject), eq(t.idempotency.subject, p('subject')))),
  ),
] as const;
export const removeChanges = writeQuery<{ subject: string; told: number }>()('removeChanges', ({ db, t }) =>
  db.delete(t.changes).where(and(eq(t.changes.subject, p('subject')), ne(t.changes.position, p('told')))),
);
