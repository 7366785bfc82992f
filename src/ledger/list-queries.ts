/**
 * Statements of the lists and proofs: short key-ordered pages, and the rows of the tree.
 * Flow:    here → reads, tile-source.
 * Promise: pages are asked by key, never by offset.
 */
import { and, desc, eq, gt, gte, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import { type QueryTools, rowsQuery } from '../store/query.ts';

const p = sql.placeholder;
/** A condition that counts only where the parameter is given: drivers take null for "not given". */
const ifGiven = (name: string, condition: ReturnType<typeof sql>) => sql`(${p(`${name}Off`)} = 1 or ${condition})`;

/** Places before the one that `log` and the named parameter give, over all logs. */
const isBefore = ({ log, index }: QueryTools['t']['entries'], name: string) =>
  sql`(${log}, ${index}) < (${p('log')}, ${p(name)})`;

interface PageParams {
  readonly limit: number;
}

export const usesAfter = rowsQuery<{ subject: string; after: number; from: number; to: number } & PageParams>()(
  'usesAfter',
  ({ db, t }) =>
    db
      .select()
      .from(t.uses)
      .where(
        and(
          eq(t.uses.subject, p('subject')),
          gt(t.uses.n, p('after')),
          gte(t.uses.occurredAt, p('from')),
          lt(t.uses.occurredAt, p('to')),
        ),
      )
      .orderBy(t.uses.n)
      .limit(p('limit')),
);
/** Uses of anybody that were reported and had no permission on record. */
export const uncoveredUsesBefore = rowsQuery<{ log: number; before: number; from: number; to: number } & PageParams>()(
  'uncoveredUsesBefore',
  ({ db, t }) =>
    db
      .select()
      .from(t.uses)
      .where(
        and(
          eq(t.uses.covered, sql`0`),
          sql`(${t.uses.log}, ${t.uses.index}) < (${p('log')}, ${p('before')})`,
          gte(t.uses.occurredAt, p('from')),
          lt(t.uses.occurredAt, p('to')),
        ),
      )
      .orderBy(desc(t.uses.log), desc(t.uses.index))
      .limit(p('limit')),
);
export const decisionsBefore = rowsQuery<{ subject: string; before: number; from: number; to: number } & PageParams>()(
  'decisionsBefore',
  ({ db, t }) =>
    db
      .select({ n: t.decisions.n, doc: t.decisions.doc })
      .from(t.decisions)
      .where(
        and(
          eq(t.decisions.subject, p('subject')),
          lt(t.decisions.n, p('before')),
          gte(t.decisions.decidedAt, p('from')),
          lt(t.decisions.decidedAt, p('to')),
        ),
      )
      .orderBy(desc(t.decisions.n))
      .limit(p('limit')),
);
export const decisionCount = rowsQuery<{ subject: string; from: number; to: number }>()('decisionCount', ({ db, t }) =>
  db
    .select({ total: sql<number>`count(*)` })
    .from(t.decisions)
    .where(
      and(
        eq(t.decisions.subject, p('subject')),
        gte(t.decisions.decidedAt, p('from')),
        lt(t.decisions.decidedAt, p('to')),
      ),
    ),
);
export const systemsSeen = rowsQuery<object>()('systemsSeen', ({ db, t }) =>
  db.selectDistinct({ system: t.uses.system }).from(t.uses),
);
export const firstTime = rowsQuery<object>()('firstTime', ({ db, t }) =>
  db
    .select({ at: t.entries.at })
    .from(t.entries)
    .where(isNotNull(t.entries.at))
    .orderBy(t.entries.log, t.entries.index)
    .limit(1),
);
export const requestsBefore = rowsQuery<
  {
    subject: string;
    subjectOff: number;
    state: string;
    stateOff: number;
    kind: string;
    kindOff: number;
    before: number;
  } & PageParams
>()('requestsBefore', ({ db, t }) =>
  db
    .select({ position: t.requests.position, doc: t.requests.doc })
    .from(t.requests)
    .where(
      and(
        lt(t.requests.position, p('before')),
        ifGiven('subject', sql`${t.requests.subject} = ${p('subject')}`),
        ifGiven('state', sql`${t.requests.state} = ${p('state')}`),
        ifGiven('kind', sql`${t.requests.kind} = ${p('kind')}`),
      ),
    )
    .orderBy(desc(t.requests.position))
    .limit(p('limit')),
);
export const untoldRequests = rowsQuery<{ due: number; position: number } & PageParams>()(
  'untoldRequests',
  ({ db, t }) =>
    db
      .select({ due: t.requests.untoldDueAt, position: t.requests.position, doc: t.requests.doc })
      .from(t.requests)
      .where(
        and(
          isNotNull(t.requests.untoldDueAt),
          gte(t.requests.untoldDueAt, p('due')),
          or(gt(t.requests.untoldDueAt, p('due')), gt(t.requests.position, p('position'))),
        ),
      )
      .orderBy(t.requests.untoldDueAt, t.requests.position)
      .limit(p('limit')),
);
export const requestsWithTasks = rowsQuery<{ before: number; due: number; position: number; limit: number }>()(
  'requestsWithTasks',
  ({ db, t }) =>
    db
      .select({ due: t.requests.tasksDueAt, position: t.requests.position, doc: t.requests.doc })
      .from(t.requests)
      .where(
        and(
          isNotNull(t.requests.tasksDueAt),
          lte(t.requests.tasksDueAt, p('before')),
          gte(t.requests.tasksDueAt, p('due')),
          or(gt(t.requests.tasksDueAt, p('due')), gt(t.requests.position, p('position'))),
        ),
      )
      .orderBy(t.requests.tasksDueAt, t.requests.position)
      .limit(p('limit')),
);
/**
 * Of all requests few are open: those are found by the index of their tasks and then put in order, for which a plus
 * keeps the order of lists out of the plan.
 */
export const requestsAtSystems = rowsQuery<{ after: number } & PageParams>()('requestsAtSystems', ({ db, t }) =>
  db
    .select({ position: t.requests.position, doc: t.requests.doc })
    .from(t.requests)
    .where(and(isNotNull(t.requests.tasksDueAt), sql`+${t.requests.position} > ${p('after')}`))
    .orderBy(sql`+${t.requests.position}`)
    .limit(p('limit')),
);
export const reviewsBefore = rowsQuery<
  {
    subject: string;
    subjectOff: number;
    state: string;
    stateOff: number;
    assignee: string;
    assigneeOff: number;
    system: string;
    systemOff: number;
    dueBefore: number;
    before: number;
  } & PageParams
>()('reviewsBefore', ({ db, t }) =>
  db
    .select({ position: t.reviews.position, doc: t.reviews.doc })
    .from(t.reviews)
    .where(
      and(
        lt(t.reviews.position, p('before')),
        lt(t.reviews.dueAt, p('dueBefore')),
        ifGiven('subject', sql`${t.reviews.subject} = ${p('subject')}`),
        ifGiven('state', sql`${t.reviews.state} = ${p('state')}`),
        ifGiven('assignee', sql`${t.reviews.assignee} = ${p('assignee')}`),
        ifGiven('system', sql`${t.reviews.system} = ${p('system')}`),
      ),
    )
    .orderBy(desc(t.reviews.position))
    .limit(p('limit')),
);
/** The pattern may let in too much: an underscore stands for any character. Whoever asks looks at the rows again. */
export const openReviewsNaming = rowsQuery<{ pattern: string }>()('openReviewsNaming', ({ db, t }) =>
  db
    .select({ doc: t.reviews.doc })
    .from(t.reviews)
    .where(and(sql`${t.reviews.state} not in ('concluded', 'cancelled')`, sql`${t.reviews.doc} like ${p('pattern')}`))
    .orderBy(t.reviews.position),
);
export const messagesBefore = rowsQuery<{ subject: string; before: number } & PageParams>()(
  'messagesBefore',
  ({ db, t }) =>
    db
      .select({ n: t.messages.n, doc: t.messages.doc })
      .from(t.messages)
      .where(and(eq(t.messages.subject, p('subject')), lt(t.messages.n, p('before'))))
      .orderBy(desc(t.messages.n))
      .limit(p('limit')),
);
export const fileOf = rowsQuery<{ id: string }>()('fileOf', ({ db, t }) =>
  db
    .select()
    .from(t.files)
    .where(eq(t.files.id, p('id'))),
);
/** In the order of their ids; `after` is the last one seen. */
export const decisionsOfSystem = rowsQuery<{ system: string; from: number; to: number; after: string } & PageParams>()(
  'decisionsOfSystem',
  ({ db, t }) =>
    db
      .select({ id: t.decisions.id, doc: t.decisions.doc })
      .from(t.decisions)
      .where(
        and(
          eq(t.decisions.system, p('system')),
          gte(t.decisions.decidedAt, p('from')),
          lt(t.decisions.decidedAt, p('to')),
          gt(t.decisions.id, p('after')),
        ),
      )
      .orderBy(t.decisions.id)
      .limit(p('limit')),
);
/**
 * Looked up by the secret alone, which is bound to its request: a wrong one finds no row, whether the request is there
 * or not. A row that is found by its request and then compared is a wait that tells the two apart.
 */
export const requestOfSecret = rowsQuery<{ secret: string; former: string }>()('requestOfSecret', ({ db, t }) =>
  db
    .select({ request: t.requestSecrets.request })
    .from(t.requestSecrets)
    .where(sql`${t.requestSecrets.secret} in (${p('secret')}, ${p('former')})`),
);
export const certificateOf = rowsQuery<{ request: string }>()('certificateOf', ({ db, t }) =>
  db
    .select({ doc: t.certificates.doc, at: t.certificates.at })
    .from(t.certificates)
    .where(eq(t.certificates.request, p('request'))),
);
export const chainBefore = rowsQuery<
  {
    subject: string;
    before: number;
    log: number;
    size: number;
    kinds: readonly string[];
    kindsOff: number;
  } & PageParams
>()(
  'chainBefore',
  ({ db, t, any }) =>
    db
      .select()
      .from(t.entries)
      .where(
        and(
          eq(t.entries.subject, p('subject')),
          lt(t.entries.n, p('before')),
          isBefore(t.entries, 'size'),
          ifGiven('kinds', any(t.entries.kind, 'kinds')),
        ),
      )
      .orderBy(desc(t.entries.n))
      .limit(p('limit')),
  ['kinds'],
);
export const factAbout = rowsQuery<{ id: string; subject: string }>()('factAbout', ({ db, t }) =>
  db
    .select({ index: t.entries.index })
    .from(t.entries)
    .where(and(eq(t.entries.id, p('id')), eq(t.entries.subject, p('subject')))),
);
export const entryAt = rowsQuery<{ log: number; index: number }>()('entryAt', ({ db, t }) =>
  db
    .select()
    .from(t.entries)
    .where(and(eq(t.entries.log, p('log')), eq(t.entries.index, p('index')))),
);
export const changesAfter = rowsQuery<{ after: number } & PageParams>()('changesAfter', ({ db, t }) =>
  db
    .select()
    .from(t.changes)
    .where(gt(t.changes.position, p('after')))
    .orderBy(t.changes.position)
    .limit(p('limit')),
);
export const newestChange = rowsQuery<Record<never, never>>()('newestChange', ({ db, t }) =>
  db.select({ position: t.changes.position }).from(t.changes).orderBy(desc(t.changes.position)).limit(1),
);
export const linksOf = rowsQuery<{ subjects: readonly string[] }>()(
  'linksOf',
  ({ db, t, any }) =>
    db
      .select()
      .from(t.entries)
      .where(and(any(t.entries.subject, 'subjects'), eq(t.entries.kind, sql`'subject.linked'`)))
      .orderBy(t.entries.subject, t.entries.n),
  ['subjects'],
);
export const peopleFrom = rowsQuery<{ subject: string; limit: number }>()('peopleFrom', ({ db, t }) =>
  db
    .select({ subject: t.people.subject })
    .from(t.people)
    .where(sql`${t.people.subject} >= ${p('subject')}`)
    .orderBy(t.people.subject)
    .limit(p('limit')),
);
export const logRow = rowsQuery<{ log: number }>()('logRow', ({ db, t }) =>
  db
    .select()
    .from(t.logs)
    .where(eq(t.logs.log, p('log'))),
);
export const logRows = rowsQuery<object>()('logRows', ({ db, t }) => db.select().from(t.logs).orderBy(t.logs.log));
export const tilesAt = rowsQuery<{ log: number; level: number; indexes: readonly number[] }>()(
  'tilesAt',
  ({ db, t, any }) =>
    db
      .select({ index: t.tiles.index, hashes: t.tiles.hashes })
      .from(t.tiles)
      .where(and(eq(t.tiles.log, p('log')), eq(t.tiles.level, p('level')), any(t.tiles.index, 'indexes'))),
  ['indexes'],
);
export const leafRun = rowsQuery<{ log: number; from: number; to: number }>()('leafRun', ({ db, t }) =>
  db
    .select({ hash: t.entries.leafHash })
    .from(t.entries)
    .where(and(eq(t.entries.log, p('log')), gte(t.entries.index, p('from')), lt(t.entries.index, p('to'))))
    .orderBy(t.entries.index),
);
export const rootRun = rowsQuery<{ log: number; level: number; from: number; to: number }>()('rootRun', ({ db, t }) =>
  db
    .select({ hash: t.tiles.root })
    .from(t.tiles)
    .where(
      and(
        eq(t.tiles.log, p('log')),
        eq(t.tiles.level, p('level')),
        gte(t.tiles.index, p('from')),
        lt(t.tiles.index, p('to')),
      ),
    )
    .orderBy(t.tiles.index),
);
/** What covers emptied entries, so that evidence can show why they are empty. */
export const coveringFactIds = rowsQuery<object>()('coveringFacts', ({ db, t }) =>
  db.selectDistinct({ fact: t.covered.fact }).from(t.covered),
);
