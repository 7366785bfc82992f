/**
 * Breaches as they were recorded, and the people whose data the named AI systems used in the time.
 * Flow:    entries and the view of uses → here → house → answers/breach.
 * Promise: people come by pseudonym, page by page; whoever was erased since is in no list.
 * Source:  GDPR 33, 34; decision 0117.
 */
import { and, gt, gte, lte, ne, sql } from 'drizzle-orm';
import type { AffectedWanted, BreachReads } from '../ports/breach-reads.ts';
import { type QueryTools, rowsQuery } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { readFact } from './opened.ts';
import { afterOthers } from './paging.ts';
import { factsOfKinds } from './queries.ts';

const p = sql.placeholder;
const kinds = ['breach.recorded', 'breach.noted', 'breach.told', 'breach.not-told'];

interface Within {
  readonly from: number;
  readonly to: number;
  readonly systems: readonly string[];
  readonly systemsOff: number;
  readonly purposes: readonly string[];
  readonly purposesOff: number;
}

/** A use that was refused touched nothing. */
const within = ({ t, any }: Pick<QueryTools, 't' | 'any'>) =>
  and(
    ne(t.uses.outcome, sql`'refused'`),
    gte(t.uses.occurredAt, p('from')),
    lte(t.uses.occurredAt, p('to')),
    sql`(${p('systemsOff')} = 1 or ${any(t.uses.system, 'systems')})`,
    sql`(${p('purposesOff')} = 1 or ${any(t.uses.purpose, 'purposes')})`,
  );

const affectedAfter = rowsQuery<Within & { readonly after: string; readonly limit: number }>()(
  'affectedAfter',
  ({ db, t, any }) =>
    db
      .select({ subject: t.uses.subject, uses: sql<number>`count(*)`.as('uses') })
      .from(t.uses)
      .where(and(gt(t.uses.subject, p('after')), within({ t, any })))
      .groupBy(t.uses.subject)
      .orderBy(t.uses.subject)
      .limit(p('limit')),
  ['systems', 'purposes'],
);
const affectedTotal = rowsQuery<Within>()(
  'affectedTotal',
  ({ db, t, any }) =>
    db
      .select({ people: sql<number>`count(distinct ${t.uses.subject})`, uses: sql<number>`count(*)` })
      .from(t.uses)
      .where(within({ t, any })),
  ['systems', 'purposes'],
);

const withinOf = ({ from, to, aiSystems, purposes }: AffectedWanted): Within => ({
  from,
  to,
  systems: aiSystems,
  systemsOff: aiSystems.length === 0 ? 1 : 0,
  purposes,
  purposesOff: purposes.length === 0 ? 1 : 0,
});

export const breachReads = (store: Store): BreachReads => ({
  async breachFacts() {
    const rows = await store.one(factsOfKinds, { kinds, log: 0, from: 0 });
    return rows.map((row) => readFact(row, undefined)).filter((fact) => fact !== undefined);
  },
  async affected(wanted, { after, limit }) {
    await afterOthers();
    const rows = await store.one(affectedAfter, { ...withinOf(wanted), after, limit });
    return rows.map(({ subject, uses }) => ({ subject, uses: Number(uses) }));
  },
  async affectedCount(wanted) {
    const [all] = await store.one(affectedTotal, withinOf(wanted));
    return { people: Number(all?.people ?? 0), uses: Number(all?.uses ?? 0) };
  },
});
