/**
 * The views that have one row for one fact about nobody, held against those facts, page by page.
 * Flow:    judge-house → here (facts folded as they were at first) → difference.
 * Promise: however many there are, a page of them is in memory at a time.
 * Source:  decision 0050; decision 0076; decision 0077.
 */
import { and, eq, notExists, sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/keys.ts';
import { ask, type FoundRow, rowsQuery, type Steps } from '../../store/query.ts';
import { isAsCommitted, readFact } from '../opened.ts';
import { emptyState } from '../rebuild.ts';
import { foldFact } from '../working.ts';
import { type Difference, rowDifferences } from './difference.ts';

const PAGE = 1000;
const p = sql.placeholder;

/** Each view by its table, with the kinds of facts that it is made of. */
const lists = {
  uncoveredUses: ['use.uncovered'],
  trainingSteps: ['training.registered', 'training.counted', 'training.ended'],
} as const;
type List = keyof typeof lists;

const factsAfter = rowsQuery<{ kinds: readonly string[]; log: number; after: number; limit: number }>()(
  'listedFactsAfter',
  ({ db, t, any }) =>
    db
      .select()
      .from(t.entries)
      .where(
        and(any(t.entries.kind, 'kinds'), sql`(${t.entries.log}, ${t.entries.index}) > (${p('log')}, ${p('after')})`),
      )
      .orderBy(t.entries.log, t.entries.index)
      .limit(p('limit')),
  ['kinds'],
);
const queriesOf = (name: List) => ({
  byId: rowsQuery<{ ids: readonly string[] }>()(
    `listed ${name}`,
    ({ db, t, any }) => db.select().from(t[name]).where(any(t[name].id, 'ids')),
    ['ids'],
  ),
  /** A fact of another kind gives no row here. */
  withoutFact: rowsQuery<{ kinds: readonly string[] }>()(
    `withoutFact ${name}`,
    ({ db, t, any }) =>
      db
        .select()
        .from(t[name])
        .where(
          notExists(
            db
              .select({ one: sql`1` })
              .from(t.entries)
              .where(and(eq(t.entries.id, t[name].id), any(t.entries.kind, 'kinds'))),
          ),
        ),
    ['kinds'],
  ),
});
const queries = { uncoveredUses: queriesOf('uncoveredUses'), trainingSteps: queriesOf('trainingSteps') };

export function* judgeLists(keyring: Keyring): Steps<readonly Difference[]> {
  const found: Difference[] = [];
  for (const table of ['uncoveredUses', 'trainingSteps'] as const) found.push(...(yield* judgeList(keyring, table)));
  return found;
}

function* judgeList(keyring: Keyring, table: List): Steps<readonly Difference[]> {
  const found: Difference[] = [];
  for (let [log, after] = [0, -1]; ; ) {
    const rows = yield* ask(factsAfter, { kinds: lists[table], log, after, limit: PAGE });
    found.push(...(yield* judgePage(keyring, table, rows)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    [log, after] = [last.log, last.index];
  }
  const extra = yield* ask(queries[table].withoutFact, { kinds: lists[table] });
  return [...found, ...rowDifferences({ table, expected: [], stored: extra })];
}

function* judgePage(keyring: Keyring, table: List, rows: readonly FoundRow<'entries'>[]): Steps<readonly Difference[]> {
  const found: Difference[] = [];
  const state = emptyState({ defaultRegime: '', now: 0 });
  for (const row of rows) {
    const fact = isAsCommitted(row) ? readFact(row, undefined) : undefined;
    if (fact !== undefined) foldFact(state, fact, keyring);
    else found.push({ table: 'entries', key: `${row.log} ${row.index}`, what: 'changed', column: 'payload' });
  }
  const expected = state.dirty[table];
  const stored = expected.length === 0 ? [] : yield* ask(queries[table].byId, { ids: expected.map(({ id }) => id) });
  return [...found, ...rowDifferences({ table, expected, stored })];
}
