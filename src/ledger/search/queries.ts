/**
 * Statements of the search over entries: between two places, from the newest or from the oldest, by what narrows it
 * most.
 * Flow:    here → find.ts, bounds.ts, volume.ts.
 * Promise: each goes through an index in the order of the ledger and ends at its limit; nothing is sorted.
 */
import { and, asc, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import { type QueryTools, rowsQuery } from '../../store/query.ts';

const p = sql.placeholder;

/** Places from one up to but not including another, over all logs. */
export interface Between {
  readonly fromLog: number;
  readonly fromIndex: number;
  readonly toLog: number;
  readonly toIndex: number;
}
/** Places of one log, which an index finds faster than places over several. */
export interface Stretch {
  readonly log: number;
  readonly fromIndex: number;
  readonly toIndex: number;
}
interface Page extends Between {
  readonly limit: number;
}
/** What stands in the ledger, or beside an entry of it. */
type Standing = QueryTools['t']['entries'] | QueryTools['t']['uses'];

const between = ({ log, index }: Standing) =>
  sql`((${log}, ${index}) >= (${p('fromLog')}, ${p('fromIndex')}) and (${log}, ${index}) < (${p('toLog')}, ${p('toIndex')}))`;

const within = ({ log, index }: Standing) =>
  and(eq(log, p('log')), gte(index, p('fromIndex')), lt(index, p('toIndex')));

/** Which end of the span comes first. */
export type Order = 'newest' | 'oldest';

const orderOf =
  (order: Order) =>
  ({ log, index }: Standing) =>
    order === 'newest' ? ([desc(log), desc(index)] as const) : ([asc(log), asc(index)] as const);

function entriesIn(order: Order) {
  const ordered = orderOf(order);
  return {
    all: rowsQuery<Page>()(`entries ${order}`, ({ db, t }) =>
      db
        .select()
        .from(t.entries)
        .where(between(t.entries))
        .orderBy(...ordered(t.entries))
        .limit(p('limit')),
    ),
    ofKind: rowsQuery<Page & { readonly kind: string }>()(`entries of a kind ${order}`, ({ db, t }) =>
      db
        .select()
        .from(t.entries)
        .where(and(eq(t.entries.kind, p('kind')), between(t.entries)))
        .orderBy(...ordered(t.entries))
        .limit(p('limit')),
    ),
    /** A person's own numbers rise with the places. */
    ofSubject: rowsQuery<Page & { readonly subject: string }>()(`entries of a subject ${order}`, ({ db, t }) =>
      db
        .select()
        .from(t.entries)
        .where(and(eq(t.entries.subject, p('subject')), between(t.entries)))
        .orderBy(order === 'newest' ? desc(t.entries.n) : asc(t.entries.n))
        .limit(p('limit')),
    ),
  };
}

/** By who acted: through the index of pseudonyms, or through the bytes. */
function actsIn(order: Order) {
  const ordered = orderOf(order);
  return {
    /** `who` is a pseudonym as bytes; one that begins as another is sorted out by whoever opens the entries. */
    ofActor: rowsQuery<Page & { readonly who: Uint8Array }>()(`entries of an actor ${order}`, ({ db, t, actorIs }) =>
      db
        .select()
        .from(t.entries)
        .where(and(actorIs(t.entries.entry, 'who'), between(t.entries)))
        .orderBy(...ordered(t.entries))
        .limit(p('limit')),
    ),
    /** `who` is the beginning of the actor as the bytes of an entry write it: for words that are no pseudonym. */
    writtenBy: rowsQuery<Page & { readonly who: Uint8Array }>()(`entries written by ${order}`, ({ db, t, holds }) =>
      db
        .select()
        .from(t.entries)
        .where(and(between(t.entries), holds(t.entries.entry, 'who')))
        .orderBy(...ordered(t.entries))
        .limit(p('limit')),
    ),
  };
}

/** The places alone, from the views that know the system. */
function placesIn(order: Order) {
  const ordered = orderOf(order);
  return {
    usesOfSystem: rowsQuery<Page & { readonly system: string }>()(`places of uses ${order}`, ({ db, t }) =>
      db
        .select({ log: t.uses.log, index: t.uses.index })
        .from(t.uses)
        .where(and(eq(t.uses.system, p('system')), between(t.uses)))
        .orderBy(...ordered(t.uses))
        .limit(p('limit')),
    ),
    decisionsOfSystem: rowsQuery<Page & { readonly system: string }>()(`places of decisions ${order}`, ({ db, t }) =>
      db
        .select({ log: t.entries.log, index: t.entries.index })
        .from(t.entries)
        .innerJoin(t.decisions, and(eq(t.decisions.subject, t.entries.subject), eq(t.decisions.n, t.entries.n)))
        .where(
          and(eq(t.entries.kind, sql`'decision.recorded'`), between(t.entries), eq(t.decisions.system, p('system'))),
        )
        .orderBy(...ordered(t.entries))
        .limit(p('limit')),
    ),
  };
}

export const statements = {
  newest: { ...entriesIn('newest'), ...actsIn('newest'), ...placesIn('newest') },
  oldest: { ...entriesIn('oldest'), ...actsIn('oldest'), ...placesIn('oldest') },
} as const;

export const entriesAt = rowsQuery<{ readonly log: number; readonly indexes: readonly number[] }>()(
  'entriesAt',
  ({ db, t, any }) =>
    db
      .select()
      .from(t.entries)
      .where(and(eq(t.entries.log, p('log')), any(t.entries.index, 'indexes'))),
  ['indexes'],
);

/** The first entry from here on that still says its time: an erased one says none. */
export const firstTimeFrom = rowsQuery<{ readonly log: number; readonly from: number }>()(
  'firstTimeFrom',
  ({ db, t }) =>
    db
      .select({ index: t.entries.index, at: t.entries.at })
      .from(t.entries)
      .where(and(eq(t.entries.log, p('log')), gte(t.entries.index, p('from')), isNotNull(t.entries.at)))
      .orderBy(t.entries.index)
      .limit(1),
);
export const newestIndex = rowsQuery<{ readonly log: number }>()('newestIndex', ({ db, t }) =>
  db
    .select({ index: t.entries.index })
    .from(t.entries)
    .where(eq(t.entries.log, p('log')))
    .orderBy(desc(t.entries.index))
    .limit(1),
);

/** Counted from the index alone, by kind and quarter of an hour. */
export const countsByKind = rowsQuery<Stretch & { readonly kinds: readonly string[] }>()(
  'countsByKind',
  ({ db, t, any }) =>
    db
      .select({
        kind: t.entries.kind,
        quarter: sql<number>`${t.entries.at} / 900000`.as('quarter'),
        count: sql<number>`count(*)`.as('count'),
      })
      .from(t.entries)
      .where(and(any(t.entries.kind, 'kinds'), within(t.entries)))
      .groupBy(t.entries.kind, sql`${t.entries.at} / 900000`),
  ['kinds'],
);
export const countsOfSystem = rowsQuery<Stretch & { readonly system: string }>()('countsOfSystem', ({ db, t }) =>
  db
    .select({
      outcome: t.uses.outcome,
      quarter: sql<number>`${t.uses.at} / 900000`.as('quarter'),
      count: sql<number>`count(*)`.as('count'),
    })
    .from(t.uses)
    .where(and(eq(t.uses.system, p('system')), within(t.uses)))
    .groupBy(t.uses.outcome, sql`${t.uses.at} / 900000`),
);
export const countsOfSubject = rowsQuery<Between & { readonly subject: string }>()('countsOfSubject', ({ db, t }) =>
  db
    .select({
      kind: t.entries.kind,
      quarter: sql<number>`${t.entries.at} / 900000`.as('quarter'),
      count: sql<number>`count(*)`.as('count'),
    })
    .from(t.entries)
    .where(and(eq(t.entries.subject, p('subject')), between(t.entries)))
    .groupBy(t.entries.kind, sql`${t.entries.at} / 900000`),
);
