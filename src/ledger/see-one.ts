/**
 * The one statement of an evaluation: registry version, person, erasure and whether marks stand, of one moment.
 * Flow:    here → see.
 * Promise: everything that decides about one person is read in this statement, or the answer could mix two moments;
 *          with it the number of the person's newest entry in the ledger, which must be the one that their row names.
 * Source:  docs/design.md 4 and 10; decision 0049.
 */
import { and, eq, sql } from 'drizzle-orm';
import { type QueryTools, rowsQuery } from '../store/query.ts';

const p = sql.placeholder;

/**
 * A parameter that SQLite does not look at while it plans: a join is planned anew for every bare one, which costs more
 * than the reading.
 */
const lone = (name: string) => sql`(select ${p(name)})`;

/** Whom an identifier leads to, as a value, because a table less in a join is a third of its time. */
const linked = (db: QueryTools['db'], t: QueryTools['t']) =>
  sql`${db
    .select({ subject: t.identities.subject })
    .from(t.identities)
    .where(and(eq(t.identities.pepper, sql`1`), eq(t.identities.hash, lone('hash'))))}`;

export const seeOne = rowsQuery<{ hash: string; subject: string; mark: string }>()('seeOne', ({ db, t }) =>
  db
    .select({
      version: t.registryHead.version,
      subject: t.people.subject,
      n: t.people.n,
      standing: t.people.standing,
      bound: t.people.bound,
      // Answered by the index alone. Its hash is looked at where the row is judged, and a row that was judged is
      // compared with what was judged then.
      newest: sql<
        number | null
      >`(select e.n from ${t.entries} e where e.subject = ${t.people.subject} order by e.n desc limit 1)`,
      erasing: sql<
        number | null
      >`${db.select({ at: t.erasing.at }).from(t.erasing).where(eq(t.erasing.subject, t.people.subject))}`,
      markAt: t.erasedMarks.at,
      code: t.suppressionMarks.code,
    })
    .from(t.registryHead)
    .leftJoin(t.people, eq(t.people.subject, sql`coalesce(${linked(db, t)}, ${lone('subject')})`))
    .leftJoin(t.erasedMarks, eq(t.erasedMarks.mark, lone('mark')))
    .leftJoin(t.suppressionMarks, eq(t.suppressionMarks.mark, lone('mark'))),
);
