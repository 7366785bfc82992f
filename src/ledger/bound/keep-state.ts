/**
 * Keeps the head of the state in step with what is written: every commit that changes a part changes its sum with it.
 * Flow:    house (around the store) → here → each write of the ledger, whoever asks for it.
 * Promise: where the head does not fit nothing is written that decides anything; what is folded anew gets a new one.
 * Source:  decision 0063.
 */
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/seal.ts';
import { ask, type NamedValues, type Query, rowsQuery, type Steps, type StoreStep } from '../../store/query.ts';
import { shapeNamed } from '../../store/statements.ts';
import type { Store } from '../../store/store.ts';
import { base64 } from '../../vocabulary/base64.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { newestCheckpoint } from '../checkpoints.ts';
import { newestOfKinds } from '../queries.ts';
import type { Fitting } from './fit.ts';
import { readHead, type StateHead, storedSum, sumIn, writeHead } from './head.ts';
import { registryKinds } from './kinds.ts';
import { sumOf } from './summed.ts';
import {
  add,
  emptySum,
  isSummed,
  type Part,
  partOf,
  parts,
  type Sum,
  type SummedTable,
  subtract,
  weightOfEntry,
  weightOfRow,
} from './sums.ts';
import { Unfit } from './unfit.ts';

const p = sql.placeholder;

/** Rows of any of the tables, which are summed by their columns and by nothing that their types say. */
type RowsQuery = Query<object, NamedValues>;

/** Rows under some values of a column. */
const under = (table: SummedTable, column: string): RowsQuery =>
  rowsQuery<object>()(
    `kept ${table} by ${column}`,
    ({ db, t, any }) => {
      const [, named] = Object.entries(t[table]).find(([name]) => name === column) ?? [];
      return table === 'people'
        ? db
            .select({ subject: t.people.subject, bound: t.people.bound })
            .from(t.people)
            .where(any(t.people.subject, 'keys'))
        : db
            .select()
            .from(t[table])
            .where(and(column === 'hash' ? eq(t.identities.pepper, sql`1`) : undefined, any(named, 'keys')));
    },
    ['keys'],
  ) as RowsQuery;
const keyColumn: Readonly<Record<SummedTable, string>> = {
  people: 'subject',
  identities: 'hash',
  erasedMarks: 'mark',
  suppressionMarks: 'mark',
  erasing: 'subject',
  requests: 'id',
  reviews: 'id',
  keptHolds: 'hold',
  requestSecrets: 'request',
  nodes: 'node',
  meta: 'name',
};
const underKey = new Map(
  Object.entries(keyColumn).map(([table, column]) => [table, under(table as SummedTable, column)] as const),
);

interface Removal {
  readonly table: SummedTable;
  readonly rows: RowsQuery;
  keys(params: NamedValues): NamedValues;
}
const removal = (table: SummedTable, column: string, param: string): Removal => ({
  table,
  rows: (keyColumn[table] === column ? underKey.get(table) : undefined) ?? under(table, column),
  keys: (params) => ({ keys: [params[param]] }),
});
const endedMarks = rowsQuery<{ now: number }>()('keptEndedMarks', ({ db, t }) =>
  db
    .select()
    .from(t.erasedMarks)
    .where(lte(t.erasedMarks.until, p('now'))),
);

/** What takes rows away, by the name of its query, and which rows those are. */
export const takings: ReadonlyMap<string, Removal> = new Map([
  ['endErasing', removal('erasing', 'subject', 'subject')],
  ['removeIdentities', removal('identities', 'subject', 'subject')],
  ['removePeople', removal('people', 'subject', 'subject')],
  ['removeReviews', removal('reviews', 'subject', 'subject')],
  ['removeRequests', removal('requests', 'subject', 'subject')],
  ['dropRecord', removal('requests', 'id', 'request')],
  ['dropKeptHold', removal('keptHolds', 'hold', 'hold')],
  ['dropMarks', { table: 'erasedMarks', rows: endedMarks as RowsQuery, keys: (all) => all }],
]);
/** They take whole tables away, for a head that is made anew. */
export const wholesale: ReadonlySet<string> = new Set(['dropPeople', 'dropRequests', 'dropReviews', 'dropIdentities']);

const entriesToBlank = rowsQuery<object>()('keptEntriesToBlank', ({ db, t }) =>
  db
    .select({ log: t.entries.log, index: t.entries.index, kind: t.entries.kind, leafHash: t.entries.leafHash })
    .from(t.entries)
    .where(and(eq(t.entries.subject, p('subject')), eq(t.entries.log, p('log')), lte(t.entries.index, p('to')))),
);

type Keeping = Pick<Fitting, 'keyring' | 'bound'>;

export function keepState<S extends Pick<Store, 'write'>>(store: S, keeping: Keeping): S {
  return {
    ...store,
    async write<T>(steps: () => Steps<T>, locks: Parameters<Store['write']>[1]): Promise<T> {
      const { result, turn } = await store.write(() => kept(keeping, steps()), locks);
      keeping.bound.turn = Math.max(keeping.bound.turn, turn);
      return result;
    },
  };
}

function* kept<T>(keeping: Keeping, inner: Steps<T>): Steps<{ readonly result: T; readonly turn: number }> {
  const change: Change = {
    ...keeping,
    head: undefined,
    version: undefined,
    tree: undefined,
    entries: 0,
    sums: new Map(),
    isAnew: false,
    isWholesale: false,
  };
  let next = inner.next();
  while (next.done !== true) {
    let answer: unknown;
    try {
      yield* seeing(change, next.value);
      answer = yield next.value;
    } catch (fault) {
      next = inner.throw(fault);
      continue;
    }
    next = inner.next(answer);
  }
  return { result: next.value, turn: yield* written(change) };
}

/** What one write changes of the state. */
interface Change extends Keeping {
  /** As it was found; absent as long as nothing was written that it speaks of. */
  head: StateHead | 'missing' | 'changed' | undefined;
  version: number | undefined;
  tree: Pick<StateHead, 'log' | 'size' | 'root'> | undefined;
  /** How many entries were appended. */
  entries: number;
  readonly sums: Map<Part, Sum>;
  /** Somebody wrote a head of their own. */
  isAnew: boolean;
  isWholesale: boolean;
}

function* seeing(change: Change, step: StoreStep): Steps<void> {
  if (step.do === 'ask' && step.query.gives === 'nothing') yield* seeingRemoval(change, step.query.name, step.params);
  if (step.do !== 'put') return;
  const { table, rows } = step;
  if (table === 'registryHead') change.isAnew = true;
  if (table === 'checkpoints') yield* seeingTree(change, rows.at(-1) ?? {});
  if (table === 'entries') yield* seeingEntries(change, rows.map(entryIn));
  if (!isSummed(table)) return;
  const sum = yield* sumFor(change, table);
  if (step.over)
    for (const row of yield* rowsBefore(table, rows)) subtract(sum, weightOfRow(change.keyring, table, row));
  for (const row of rows) add(sum, weightOfRow(change.keyring, table, row));
}

function* sumFor(change: Change, part: Part): Steps<Sum> {
  change.head ??= yield* readHead(change.keyring);
  const known = change.sums.get(part);
  if (known !== undefined) return known;
  const sum = typeof change.head === 'string' ? emptySum() : sumIn(change.keyring, change.head, part);
  change.sums.set(part, sum);
  return sum;
}

function* seeingTree(change: Change, { log, size, root }: NamedValues): Steps<void> {
  // Rows have the columns of their table.
  change.tree = { log: Number(log), size: Number(size), root: base64(root as Uint8Array) };
  change.head ??= yield* readHead(change.keyring);
}

function* seeingEntries(change: Change, rows: readonly NewEntry[]): Steps<void> {
  change.entries += rows.length;
  for (const row of rows) {
    const part = partOf(row.kind);
    if (part === undefined) continue;
    add(yield* sumFor(change, part), weightOfEntry(change.keyring, part, row));
    if (part === 'registry') change.version = placeOf(row) + 1;
  }
}

function* seeingRemoval(change: Change, name: string, params: NamedValues): Steps<void> {
  if (wholesale.has(name)) change.isWholesale = true;
  const removing = takings.get(name);
  if (removing !== undefined)
    for (const row of yield* ask(removing.rows, removing.keys(params)))
      subtract(yield* sumFor(change, removing.table), weightOfRow(change.keyring, removing.table, row));
  if (name !== 'blankEntries') return;
  for (const row of yield* ask(entriesToBlank, params)) {
    const part = partOf(row.kind);
    if (part !== undefined) subtract(yield* sumFor(change, part), weightOfEntry(change.keyring, part, row));
  }
}

/** The head over what was written; says in which turn, 0 where it does not say more than before. */
function* written(change: Change): Steps<number> {
  const { keyring, bound, head, version, tree, sums, isAnew, isWholesale } = change;
  if (isWholesale && !isAnew) throw new Error('whoever folds everything anew makes a head of the state, too');
  if (isAnew || head === undefined) return 0;
  if (typeof head === 'string' || head.turn < bound.turn || !goesOn(head, change)) {
    bound.report.note({ table: 'registry_head', key: 'state' });
    throw new Unfit();
  }
  const turn = head.turn + 1;
  const stored = [...sums].map(([part, sum]) => [part, storedSum(keyring, part, { turn, sum })] as const);
  yield* writeHead(keyring, {
    ...head,
    ...tree,
    version: version ?? head.version,
    turn,
    sums: { ...head.sums, ...Object.fromEntries(stored) },
  });
  return turn;
}

const entryIn = ({ log, index, kind, leafHash }: NamedValues): NewEntry => ({
  log: Number(log),
  index: Number(index),
  kind: String(kind),
  leafHash: leafHash as Uint8Array,
});

/** The tree has grown from the one that the head speaks of, or is the first of a new log. */
const goesOn = (head: StateHead, { tree, entries }: Change): boolean =>
  tree === undefined || tree.size === entries + (tree.log === head.log ? head.size : 0);

interface NewEntry {
  readonly log: number;
  readonly index: number;
  readonly kind: string;
  readonly leafHash: Uint8Array;
}

/** The rows whose places are taken. */
function* rowsBefore(table: SummedTable, rows: readonly NamedValues[]): Steps<readonly NamedValues[]> {
  const query = underKey.get(table);
  if (query === undefined) return [];
  const { key, columns } = shapeNamed(table);
  const keyed = columns.filter(({ name }) => key.includes(name)).map(({ member }) => member);
  const nameOf = (row: NamedValues): string => keyed.map((member) => String(row[member])).join('\0');
  const taken = new Set(rows.map(nameOf));
  const column = keyColumn[table];
  const found = yield* ask(query, { keys: [...new Set(rows.map((row) => row[column]))] });
  return keyed.length === 1 ? found : found.filter((row) => taken.has(nameOf(row)));
}

/** A head over what stands now: where everything was folded anew, or an older release had none. */
export function* renewState(keyring: Keyring, log: number): Steps<void> {
  const before = yield* readHead(keyring);
  const turn = (typeof before === 'string' ? 0 : before.turn) + 1;
  const [newest] = yield* ask(newestCheckpoint, { log });
  const [fact] = yield* ask(newestOfKinds, { kinds: registryKinds });
  const sums: Partial<Record<Part, ReturnType<typeof storedSum>>> = {};
  for (const part of parts) sums[part] = storedSum(keyring, part, { turn, sum: yield* sumOf(keyring, { part }) });
  yield* writeHead(keyring, {
    version: fact === undefined ? 0 : placeOf(fact) + 1,
    log,
    size: newest?.size ?? 0,
    root: newest === undefined ? '' : base64(newest.root),
    turn,
    sums,
  });
}
