/**
 * The view of uncovered uses, held against the facts it is folded from, page by page.
 * Flow:    judge-house → here (facts about nobody, folded as they were at first) → difference.
 * Promise: however many there are, a page of them is in memory at a time.
 * Source:  decision 0050; decision 0076.
 */
import { eq, notExists, sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/keys.ts';
import { ask, rowsQuery, type Steps } from '../../store/query.ts';
import { isAsCommitted, readFact } from '../opened.ts';
import { emptyState } from '../rebuild.ts';
import { foldFact } from '../working.ts';
import { type Difference, rowDifferences } from './difference.ts';

const PAGE = 1000;
const p = sql.placeholder;

const factsAfter = rowsQuery<{ log: number; after: number; limit: number }>()('uncoveredFactsAfter', ({ db, t }) =>
  db
    .select()
    .from(t.entries)
    .where(
      sql`${t.entries.kind} = 'use.uncovered' and (${t.entries.log}, ${t.entries.index}) > (${p('log')}, ${p('after')})`,
    )
    .orderBy(t.entries.log, t.entries.index)
    .limit(p('limit')),
);
const rowsById = rowsQuery<{ ids: readonly string[] }>()(
  'uncoveredById',
  ({ db, t, any }) => db.select().from(t.uncoveredUses).where(any(t.uncoveredUses.id, 'ids')),
  ['ids'],
);
const rowsWithoutFact = rowsQuery<object>()('uncoveredWithoutFact', ({ db, t }) =>
  db
    .select()
    .from(t.uncoveredUses)
    .where(notExists(db.select({ one: sql`1` }).from(t.entries).where(eq(t.entries.id, t.uncoveredUses.id)))),
);

export function* judgeUncovered(keyring: Keyring): Steps<readonly Difference[]> {
  const found: Difference[] = [];
  for (let [log, after] = [0, -1]; ; ) {
    const rows = yield* ask(factsAfter, { log, after, limit: PAGE });
    const state = emptyState({ defaultRegime: '', now: 0 });
    for (const row of rows) {
      const fact = isAsCommitted(row) ? readFact(row, undefined) : undefined;
      if (fact !== undefined) foldFact(state, fact, keyring);
      else found.push({ table: 'entries', key: `${row.log} ${row.index}`, what: 'changed', column: 'payload' });
    }
    const expected = state.dirty.uncoveredUses;
    const stored = expected.length === 0 ? [] : yield* ask(rowsById, { ids: expected.map(({ id }) => id) });
    found.push(...rowDifferences({ table: 'uncoveredUses', expected, stored }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    [log, after] = [last.log, last.index];
  }
  const extra = yield* ask(rowsWithoutFact, {});
  return [...found, ...rowDifferences({ table: 'uncoveredUses', expected: [], stored: extra })];
}
