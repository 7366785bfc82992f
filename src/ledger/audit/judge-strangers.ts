/**
 * Rows about people of whom the ledger has no entry: nobody's, but for the word that somebody is erased.
 * Flow:    judge → here (each table by its people, some at a time) → difference.
 * Promise: a table is gone through from one person to the next and never read whole; others get their turn between.
 * Source:  decision 0050.
 */
import { eq, gt, sql } from 'drizzle-orm';
import { ask, type FoundRow, type Query, rowsQuery, type Steps } from '../../store/query.ts';
import type { Store } from '../../store/store.ts';
import { erasingRows } from '../erasure/erasure-queries.ts';
import { type Difference, rowDifferences } from './difference.ts';
import { ofPerson } from './judge-person.ts';

const p = sql.placeholder;
const PEOPLE_AT_ONCE = 100;

type Table = (typeof ofPerson)[number] | 'entries';
type NextSubject = Query<{ readonly after: string }, { readonly subject: string | null }>;

/** One look into an index, however many rows a person has; nothing after the last one. */
const nextIn = (name: Table): { readonly first: NextSubject; readonly next: NextSubject } => ({
  first: rowsQuery<{ after: string }>()(`first subject ${name}`, ({ db, t }) =>
    db.select({ subject: sql<string | null>`min(${t[name].subject})` }).from(t[name]),
  ),
  next: rowsQuery<{ after: string }>()(`next subject ${name}`, ({ db, t }) =>
    db
      .select({ subject: sql<string | null>`min(${t[name].subject})` })
      .from(t[name])
      .where(gt(t[name].subject, p('after'))),
  ),
});
const nextOf = new Map([...ofPerson, 'entries' as const].map((name) => [name, nextIn(name)] as const));

/** The people of a table after somebody, or from the first one. */
export function* subjectsAfter(table: Table, after: string | undefined, limit: number): Steps<readonly string[]> {
  const { first, next } = nextOf.get(table) ?? nextIn(table);
  const found: string[] = [];
  for (let last = after; found.length < limit; ) {
    const [row] = yield* ask(last === undefined ? first : next, { after: last ?? '' });
    if (row === undefined || row.subject === null) break;
    found.push(row.subject);
    last = row.subject;
  }
  return found;
}

const anEntryOf = rowsQuery<{ subject: string }>()('anEntryOf', ({ db, t }) =>
  db
    .select({ index: t.entries.index })
    .from(t.entries)
    .where(eq(t.entries.subject, p('subject')))
    .limit(1),
);
const changesAbout = rowsQuery<{ subject: string }>()('rows about changes', ({ db, t }) =>
  db
    .select()
    .from(t.changes)
    .where(eq(t.changes.subject, p('subject'))),
);
const others = ofPerson.filter((name) => name !== 'changes');
const rowsAbout = new Map(
  others.map((name) => [
    name,
    rowsQuery<{ subject: string }>()(`rows about ${name}`, ({ db, t }) =>
      db
        .select()
        .from(t[name])
        .where(eq(t[name].subject, p('subject'))),
    ),
  ]),
);

interface Wanted<Row> {
  readonly table: Table;
  readonly query: Query<{ subject: string }, Row>;
  readonly after: string | undefined;
}

interface Some<Row> {
  readonly rows: readonly Row[];
  readonly last: string | undefined;
}

/** Whoever is being erased is left out: their rows go. */
function* someStrangers<Row extends { readonly subject: string | null }>({
  table,
  query,
  after,
}: Wanted<Row>): Steps<Some<Row>> {
  const subjects = yield* subjectsAfter(table, after, PEOPLE_AT_ONCE);
  const rows: Row[] = [];
  for (const subject of subjects)
    if ((yield* ask(anEntryOf, { subject })).length === 0) rows.push(...(yield* ask(query, { subject })));
  const erasing = rows.length === 0 ? [] : yield* ask(erasingRows, {});
  const going = new Set(erasing.map(({ subject }) => subject));
  return {
    rows: rows.filter(({ subject }) => !going.has(subject ?? '')),
    last: subjects.length < PEOPLE_AT_ONCE ? undefined : subjects.at(-1),
  };
}

export async function judgeStrangers(
  store: Pick<Store, 'read'>,
  turn: () => Promise<void>,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const [table, query] of rowsAbout) {
    let after: string | undefined;
    do {
      const from = after;
      const { rows, last } = await store.read(() => someStrangers({ table, query, after: from }));
      found.push(...rowDifferences({ table, expected: [], stored: rows }));
      after = last;
      await turn();
    } while (after !== undefined);
  }
  return found;
}

/** The words of the feed about people whom the ledger does not know, all at one moment. */
export function* strangersInFeed(): Steps<readonly FoundRow<'changes'>[]> {
  const found: FoundRow<'changes'>[] = [];
  let after: string | undefined;
  do {
    const { rows, last } = yield* someStrangers({ table: 'changes', query: changesAbout, after });
    found.push(...rows);
    after = last;
  } while (after !== undefined);
  return found;
}
