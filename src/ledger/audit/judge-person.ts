/**
 * One person folded anew from their entries, page by page, beside every row that the database has about them.
 * Flow:    judge → here (entries opened, folded as they were at first) → difference.
 * Promise: the fold is the one that wrote the rows, and one page is in memory, whoever the person is. A row of one fact
 *          never changes, so it is judged at the moment of its page; what the facts add up to is judged at the moment
 *          of the last one. A person who is being erased is left out, because their rows go.
 * Source:  decision 0050.
 */
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { RecordedFact } from '../../facts/fact.ts';
import type { CipherKey } from '../../seal/keys.ts';
import type { Keyring } from '../../seal/seal.ts';
import {
  ask,
  type FoundRow,
  type NamedValues,
  type QueryTools,
  rowsQuery,
  type Steps,
  type TableName,
  wait,
} from '../../store/query.ts';
import { factPosition } from '../../views/change/position.ts';
import { linkBinding, personBinding } from '../bound/texts.ts';
import { entriesOfPerson } from '../erasure/holds.ts';
import { type EntryRow, isAsHashed, keyIdsOf, readFact } from '../opened.ts';
import { erasingOf } from '../queries.ts';
import { emptyState, keepPlace } from '../rebuild.ts';
import { type BatchState, foldFact } from '../working.ts';
import { peopleText } from '../write-views.ts';
import { type Compared, type Difference, rowDifferences } from './difference.ts';

const p = sql.placeholder;

/** One row for one fact, by the number of the fact among the person's. */
const numbered = ['acts', 'uses', 'decisions', 'messages', 'trainedOn'] as const satisfies readonly TableName[];
/** What the facts of a person add up to. */
const whole = ['people', 'requests', 'reviews', 'identities', 'outbox'] as const satisfies readonly TableName[];
type Numbered = (typeof numbered)[number] | 'changes';
type Whole = (typeof whole)[number];
/** The tables that have rows of one person, by their subject. */
export const ofPerson = [...numbered, 'changes', ...whole] as const;

interface From {
  readonly subject: string;
  readonly from: number;
}
type Span = From & { readonly to: number };

/** The feed numbers its rows by the place in the ledger, the others by that among the person's. */
const numberIn = <Name extends Numbered>({ t }: Pick<QueryTools, 't'>, name: Name) =>
  name === 'changes' ? t.changes.position : t[name as Exclude<Numbered, 'changes'>].n;

const spansOf = (name: Numbered) => ({
  within: rowsQuery<Span>()(`stored span ${name}`, ({ db, t }) =>
    db
      .select()
      .from(t[name])
      .where(
        and(
          eq(t[name].subject, p('subject')),
          gt(numberIn({ t }, name), p('from')),
          lte(numberIn({ t }, name), p('to')),
        ),
      ),
  ),
  /** Without an end, so that a row is found whatever stands where its number should. */
  onwards: rowsQuery<From>()(`stored onwards ${name}`, ({ db, t }) =>
    db
      .select()
      .from(t[name])
      .where(and(eq(t[name].subject, p('subject')), gt(numberIn({ t }, name), p('from')))),
  ),
});
const spans = new Map([...numbered, 'changes' as const].map((name) => [name, spansOf(name)] as const));
const allOf = new Map(
  whole.map((name) => [
    name,
    rowsQuery<{ subject: string }>()(`stored ${name}`, ({ db, t }) =>
      db
        .select()
        .from(t[name])
        .where(eq(t[name].subject, p('subject'))),
    ),
  ]),
);

/** All statements about one person. */
export const personQueries = [
  ...[...spans.values()].flatMap(({ within, onwards }) => [within, onwards]),
  ...allOf.values(),
] as const;

/** How far a person has been judged, and what their facts add up to so far. */
export interface Walked {
  readonly subject: string;
  readonly after: { readonly n: number; readonly position: number };
  readonly state: BatchState;
  /** Messages that still have to leave. */
  readonly pending: ReadonlySet<string>;
  /** Links whose entries do not open any more. */
  readonly unopened: ReadonlySet<string>;
}

const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

const nothing = (): BatchState => emptyState({ defaultRegime: '', now: 0 });

export const notYetWalked = (subject: string): Walked => ({
  subject,
  after: { n: BEFORE_ALL, position: BEFORE_ALL },
  state: nothing(),
  pending: new Set(),
  unopened: new Set(),
});

type Stored = ReadonlyMap<TableName, readonly NamedValues[]>;

/** What one moment of the database says. */
interface Moment {
  readonly rows: readonly EntryRow[];
  readonly keys: ReadonlyMap<string, CipherKey>;
  readonly stored: Stored;
  readonly isLast: boolean;
}

function placeOfLast(rows: readonly EntryRow[]): Walked['after'] | undefined {
  const last = rows.at(-1);
  return last === undefined ? undefined : { n: last.n ?? 0, position: factPosition(last) };
}

/** Nothing where the person is being erased, or was. */
export function* readMoment(keyring: Keyring, walked: Walked, limit: number): Steps<Moment | undefined> {
  const { subject, after } = walked;
  if ((yield* ask(erasingOf, { subjects: [subject] })).length > 0) return undefined;
  if ((yield* ask(entriesOfPerson, { subject, after: 0, limit: 1 })).length === 0) return undefined;
  const rows = yield* ask(entriesOfPerson, { subject, after: after.n, limit });
  const isLast = rows.length < limit;
  const to = isLast ? undefined : placeOfLast(rows);
  const stored = new Map<TableName, readonly NamedValues[]>();
  for (const [name, { within, onwards }] of spans) {
    const by = name === 'changes' ? 'position' : 'n';
    const from = { subject, from: after[by] };
    stored.set(name, yield* to === undefined ? ask(onwards, from) : ask(within, { ...from, to: to[by] }));
  }
  if (isLast) for (const [name, query] of allOf) stored.set(name, yield* ask(query, { subject }));
  return { rows, keys: yield* wait(keyring.forOpening(keyIdsOf(rows))), stored, isLast };
}

export interface Judging {
  readonly keyring: Keyring;
  /** Links that count for nobody, because their address led to two people. */
  readonly shared: ReadonlySet<string>;
}

interface JudgedMoment {
  readonly differences: readonly Difference[];
  /** Where to go on; nothing after the last page. */
  readonly next: Walked | undefined;
}

export function judgeMoment(judging: Judging, before: Walked, { rows, keys, stored, isLast }: Moment): JudgedMoment {
  const { walked, unlike } = foldMoment(judging.keyring, before, { rows, keys });
  const differences = [
    ...unlike,
    ...[...stored].flatMap(([table, found]) => judgeTable({ ...judging, walked }, table as Numbered | Whole, found)),
  ];
  return { differences, next: isLast ? undefined : walked };
}

type Judged = Judging & { readonly walked: Walked };

function judgeTable(judged: Judged, table: Numbered | Whole, rows: readonly NamedValues[]): readonly Difference[] {
  const { unopened } = judged.walked;
  const counted = table === 'identities' ? rows.filter(({ fact }) => !unopened.has(String(fact))) : rows;
  return [
    ...rowDifferences({ table, expected: expectedRows(judged, table), stored: counted, ...besidesOf(table) }),
    ...unbound(judged.keyring, table, rows),
  ];
}

/** What the sender keeps for itself, and what is judged by its own text. */
function besidesOf(table: Numbered | Whole): Pick<Compared, 'besides'> {
  if (table === 'outbox') return { besides: ['tries', 'nextAt', 'leaseUntil'] };
  return table === 'people' || table === 'identities' ? { besides: ['bound'] } : {};
}

interface Folded {
  readonly walked: Walked;
  /** Entries whose row says something else than the bytes that were hashed. */
  readonly unlike: readonly Difference[];
}

function foldMoment(keyring: Keyring, before: Walked, { rows, keys }: Pick<Moment, 'rows' | 'keys'>): Folded {
  const state = goOnFrom(before.state);
  const [pending, unopened] = [new Set(before.pending), new Set(before.unopened)];
  const unlike: Difference[] = [];
  for (const row of rows) {
    if (!isAsHashed(row)) unlike.push({ table: 'entries', key: `${row.log} ${row.index}`, what: 'changed' });
    const fact = readFact(row, keys.get(row.keyId ?? ''));
    if (fact === undefined) {
      keepPlace(state, row);
      if (row.kind === 'subject.linked') unopened.add(row.id ?? '');
    } else {
      foldFact(state, fact, keyring);
      settle(pending, fact);
    }
  }
  const after = placeOfLast(rows) ?? before.after;
  return { walked: { ...before, after, state, pending, unopened }, unlike };
}

/** What the facts add up to is carried on; the facts, and rows of one fact, are done with. */
function goOnFrom({ people, requests, reviews, dirty }: BatchState): BatchState {
  const { dirty: none, ...state } = nothing();
  const { people: persons, requests: asked, reviews: reviewed, identities } = dirty;
  return {
    ...state,
    people,
    requests,
    reviews,
    dirty: { ...none, people: persons, requests: asked, reviews: reviewed, identities },
  };
}

function settle(pending: Set<string>, fact: RecordedFact): void {
  if (fact.kind === 'message.written') pending.add(fact.id);
  if (fact.kind === 'message.sent' || fact.kind === 'message.given-up') pending.delete(fact.payload.message);
}

function expectedRows(
  { keyring, shared, walked: { subject, state, pending } }: Judged,
  table: Numbered | Whole,
): readonly NamedValues[] {
  const { dirty } = state;
  switch (table) {
    case 'people':
      return [...dirty.people.values()].map((row) => ({ ...peopleText(keyring, row) }));
    case 'requests':
      return [...dirty.requests.values()];
    case 'reviews':
      return [...dirty.reviews.values()];
    case 'identities': {
      const links = dirty.identities.filter(({ fact }) => !shared.has(fact));
      return [...new Map(links.toReversed().map((link) => [link.hash, link])).values()];
    }
    case 'outbox':
      return [...pending].map((message) => ({ message, subject, state: 'waiting' }));
    default:
      return dirty[table];
  }
}

/** A binding is judged over the row as it stands. */
function unbound(keyring: Keyring, table: TableName, rows: readonly NamedValues[]): readonly Difference[] {
  if (table !== 'people' && table !== 'identities') return [];
  return rows.flatMap((row): readonly Difference[] => {
    // Rows are read as their table has them.
    const fits =
      table === 'people'
        ? row['bound'] === personBinding(keyring, row as FoundRow<'people'>)
        : row['bound'] === linkBinding(keyring, row as FoundRow<'identities'>);
    const key = table === 'people' ? String(row['subject']) : `${row['pepper']} ${row['hash']}`;
    return fits ? [] : [{ table, key, what: 'changed', column: 'bound' }];
  });
}
