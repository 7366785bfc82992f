/**
 * The sums of the state as the database has it now: every row of every table that decides something, page by page.
 * Flow:    keep-state (renewing), judge-state (start, doctor) → here → sums.
 * Promise: one moment, where the steps run in one read or write; a page at a time, so that a large table needs little
 *          memory.
 * Source:  decision 0063.
 */
import { sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/seal.ts';
import { ask, type NamedValues, rowsQuery, type Steps } from '../../store/query.ts';
import { shapeNamed } from '../../store/statements.ts';
import { factsOfKinds } from '../queries.ts';
import {
  add,
  emptySum,
  type Sum,
  type SummedFacts,
  type SummedTable,
  type Summing,
  summedKinds,
  summedTables,
  weightOfEntry,
  weightWithout,
} from './sums.ts';

const PAGE = 2000;
const p = sql.placeholder;

type Page = NamedValues & { readonly limit: number };

/** Rows behind a key, in its order; of people no more than what is summed. */
const pageOf = (table: SummedTable, isFirst: boolean) =>
  rowsQuery<Page>()(`summed ${table} ${isFirst ? 'from the first' : 'further'}`, ({ db, t }) => {
    const { key } = shapeNamed(table);
    const columns = sql.raw(key.map((name) => `"${name}"`).join(', '));
    const after = sql.join(
      key.map((name) => p(name)),
      sql`, `,
    );
    const rows =
      table === 'people'
        ? db.select({ subject: t.people.subject, n: t.people.n, bound: t.people.bound }).from(t.people)
        : db.select().from(t[table]);
    return rows
      .where(isFirst ? sql`1 = 1` : sql`(${columns}) > (${after})`)
      .orderBy(columns)
      .limit(p('limit'));
  });
const pages = new Map(
  summedTables.map((table) => [table, { first: pageOf(table, true), further: pageOf(table, false) }] as const),
);

/** Told of each row that is summed. */
type Seen = (table: SummedTable, row: NamedValues) => void;

function* sumOfTable(keyring: Keyring, { part, without = [] }: Summing, seen: Seen): Steps<Sum> {
  const sum = emptySum();
  const table = part as SummedTable;
  const { key, columns } = shapeNamed(table);
  const keyed = columns.filter(({ name }) => key.includes(name));
  const queries = pages.get(table);
  if (queries === undefined) return sum;
  for (let last: NamedValues | undefined; ; ) {
    const after = last;
    const from = Object.fromEntries(keyed.map(({ name, member }) => [name, after?.[member]]));
    const rows: readonly NamedValues[] =
      after === undefined
        ? yield* ask(queries.first, { limit: PAGE })
        : yield* ask(queries.further, { ...from, limit: PAGE });
    for (const row of rows) {
      add(sum, weightWithout(keyring, { table, without }, row));
      seen(table, row);
    }
    last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return sum;
  }
}

export function* sumOfFacts(keyring: Keyring, part: SummedFacts): Steps<Sum> {
  const sum = emptySum();
  for (const row of yield* ask(factsOfKinds, { kinds: summedKinds[part], log: 0, from: 0 }))
    add(sum, weightOfEntry(keyring, part, row));
  return sum;
}

export function sumOf(keyring: Keyring, summing: Summing, seen: Seen = () => undefined): Steps<Sum> {
  return summing.part in summedKinds
    ? sumOfFacts(keyring, summing.part as SummedFacts)
    : sumOfTable(keyring, summing, seen);
}
