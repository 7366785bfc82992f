/**
 * What the figures of oversight are counted from: uses and decisions grouped by the engine, reviews row by row.
 * Flow:    views → here → house → answers/oversight.
 * Promise: counts and instants only; nothing here names a person.
 * Source:  docs/design.md 4 (reads); docs/law.md 8.
 */
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import type { Standing } from '../evaluation/person.ts';
import type { Reads } from '../ports/reads.ts';
import { type QueryTools, rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import type { DecisionRow } from '../views/decision/decision-row.ts';
import type { ReviewRow } from '../views/review/review-row.ts';
import type { UncoveredCause } from '../vocabulary/span.ts';

const p = sql.placeholder;
/** Every zone begins its months on a quarter of an hour. */
const QUARTER_HOUR = 900_000;
const PAGE = 1000;

interface Between {
  readonly from: number;
  readonly to: number;
}

const usesByQuarterHour = rowsQuery<Between>()('usesByQuarterHour', ({ db, t }) =>
  db
    .select({
      system: t.uses.system,
      outcome: t.uses.outcome,
      covered: t.uses.covered,
      quarter: sql<number>`${t.uses.occurredAt} / 900000`.as('quarter'),
      count: sql<number>`count(*)`.as('count'),
    })
    .from(t.uses)
    .where(and(gte(t.uses.occurredAt, p('from')), lt(t.uses.occurredAt, p('to'))))
    .groupBy(t.uses.system, t.uses.outcome, t.uses.covered, sql`${t.uses.occurredAt} / 900000`),
);
const within = (t: QueryTools['t']) => and(gte(t.uncoveredUses.at, p('from')), lt(t.uncoveredUses.at, p('to')));
const uncoveredTotal = rowsQuery<Between>()('uncoveredTotal', ({ db, t }) =>
  db.select({ total: sql<number>`count(*)` }).from(t.uncoveredUses).where(within(t)),
);
const uncoveredByName = rowsQuery<Between & { readonly limit: number }>()('uncoveredByName', ({ db, t }) => {
  const { service, system, model, cause, reported, at } = t.uncoveredUses;
  return db
    .select({
      service,
      system,
      model,
      cause,
      reported,
      count: sql<number>`count(*)`.as('count'),
      firstAt: sql<number>`min(${at})`.as('first_at'),
      lastAt: sql<number>`max(${at})`.as('last_at'),
    })
    .from(t.uncoveredUses)
    .where(within(t))
    .groupBy(service, system, model, cause, reported)
    .orderBy(sql`count(*) desc`, service, system, model, cause, reported)
    .limit(p('limit'));
});
const systemsThatDecided = rowsQuery<object>()('everySystemThatDecided', ({ db, t }) =>
  db.selectDistinct({ system: t.decisions.system }).from(t.decisions),
);
const decidedBetween = rowsQuery<
  Between & { readonly system: string; readonly after: string; readonly limit: number }
>()('decidedBetween', ({ db, t }) =>
  db
    .select({ id: t.decisions.id, doc: t.decisions.doc })
    .from(t.decisions)
    .where(
      and(
        eq(t.decisions.system, p('system')),
        gte(t.decisions.decidedAt, p('from')),
        lt(t.decisions.decidedAt, p('to')),
        sql`${t.decisions.id} > ${p('after')}`,
      ),
    )
    .orderBy(t.decisions.id)
    .limit(p('limit')),
);
const reviewsFrom = rowsQuery<{ readonly after: number; readonly limit: number }>()('reviewsFrom', ({ db, t }) =>
  db
    .select({ position: t.reviews.position, doc: t.reviews.doc })
    .from(t.reviews)
    .where(sql`${t.reviews.position} > ${p('after')}`)
    .orderBy(t.reviews.position)
    .limit(p('limit')),
);
const standingsFrom = rowsQuery<{ readonly after: string; readonly limit: number }>()('standingsFrom', ({ db, t }) =>
  db
    .select({ subject: t.people.subject, standing: t.people.standing })
    .from(t.people)
    .where(sql`${t.people.subject} > ${p('after')}`)
    .orderBy(t.people.subject)
    .limit(p('limit')),
);

/** Decisions and standings come page by page, in no order that matters. */
export const oversightReads = (
  store: Store,
): Pick<Reads, 'useCounts' | 'uncoveredUses' | 'decided' | 'everyReview' | 'everyStanding'> => ({
  async uncoveredUses(between, limit) {
    const rows = await store.one(uncoveredByName, { ...between, limit });
    const [all] = await store.one(uncoveredTotal, between);
    return {
      total: Number(all?.total ?? 0),
      rows: rows.map(({ cause, reported, count, firstAt, lastAt, ...names }) => ({
        ...names,
        // The column was written from an `UncoveredRow`.
        cause: cause as UncoveredCause,
        reported: reported === 1,
        count: Number(count),
        firstAt: Number(firstAt),
        lastAt: Number(lastAt),
      })),
    };
  },
  async useCounts(between) {
    const rows = await store.one(usesByQuarterHour, between);
    return rows.map(({ system, outcome, covered, quarter, count }) => ({
      system,
      outcome,
      covered: covered === null ? undefined : covered === 1,
      start: Math.floor(Number(quarter)) * QUARTER_HOUR,
      count: Number(count),
    }));
  },
  async *decided(between) {
    for (const { system } of await store.one(systemsThatDecided, {})) {
      for (let after = ''; ; ) {
        const rows = await store.one(decidedBetween, { ...between, system, after, limit: PAGE });
        for (const { doc } of rows) yield JSON.parse(doc) as DecisionRow;
        if (rows.length < PAGE) break;
        after = rows.at(-1)?.id ?? after;
      }
    }
  },
  async *everyReview() {
    for (let after = -1; ; ) {
      const rows = await store.one(reviewsFrom, { after, limit: PAGE });
      for (const { doc } of rows) yield JSON.parse(doc) as ReviewRow;
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.position ?? after;
    }
  },
  async *everyStanding() {
    for (let after = ''; ; ) {
      const rows = await store.one(standingsFrom, { after, limit: PAGE });
      for (const { standing } of rows) yield JSON.parse(standing) as Standing;
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.subject ?? after;
    }
  },
});
