/**
 * One person folded anew from their entries, beside every row that the database has about them.
 * Flow:    judge → here (entries opened, folded as they were at first) → difference.
 * Promise: the fold is the one that wrote the rows; a person who is being erased is left out, because their rows go.
 * Source:  decision 0050.
 */
import { eq, sql } from 'drizzle-orm';
import type { RecordedFact } from '../../facts/fact.ts';
import type { Keyring } from '../../seal/seal.ts';
import {
  ask,
  type FoundRow,
  type NamedValues,
  rowsQuery,
  type Steps,
  type TableName,
  wait,
} from '../../store/query.ts';
import { linkBinding, personBinding } from '../bound/texts.ts';
import { entriesOfPerson } from '../erasure/holds.ts';
import { isAsHashed, keyIdsOf, readFact } from '../opened.ts';
import { erasingOf } from '../queries.ts';
import { emptyState, keepPlace } from '../rebuild.ts';
import { type BatchState, foldFact } from '../working.ts';
import { peopleText } from '../write-views.ts';
import { type Compared, type Difference, rowDifferences } from './difference.ts';

const PAGE = 500;

/** The tables that have rows of one person, by their subject. */
export const ofPerson = [
  'people',
  'acts',
  'uses',
  'trainedOn',
  'decisions',
  'requests',
  'reviews',
  'messages',
  'changes',
  'identities',
  'outbox',
] as const satisfies readonly TableName[];
type OfPerson = (typeof ofPerson)[number];

const storedOf = (name: OfPerson) =>
  rowsQuery<{ subject: string }>()(`stored ${name}`, ({ db, t }) =>
    db
      .select()
      .from(t[name])
      .where(eq(t[name].subject, sql.placeholder('subject'))),
  );
const stored = new Map(ofPerson.map((name) => [name, storedOf(name)] as const));

export interface Judging {
  readonly keyring: Keyring;
  /** Links that count for nobody, because their address led to two people. */
  readonly shared: ReadonlySet<string>;
}

export function* judgePerson(judging: Judging, subject: string): Steps<readonly Difference[]> {
  if ((yield* ask(erasingOf, { subjects: [subject] })).length > 0) return [];
  const { state, pending, unopened, unlike } = yield* foldPersonAnew(judging.keyring, subject);
  const found: Difference[] = [...unlike];
  for (const [table, query] of stored) {
    const rows: readonly NamedValues[] = yield* ask(query, { subject });
    const expected = expectedRows({ ...judging, state, pending }, table);
    const counted = table === 'identities' ? rows.filter(({ fact }) => !unopened.has(String(fact))) : rows;
    found.push(...rowDifferences({ table, expected, stored: counted, ...besidesOf(table) }));
    found.push(...unbound(judging.keyring, table, rows));
  }
  return found;
}

/** What the sender keeps for itself, and what is judged by its own text. */
function besidesOf(table: OfPerson): Pick<Compared, 'besides'> {
  if (table === 'outbox') return { besides: ['tries', 'nextAt', 'leaseUntil'] };
  return table === 'people' || table === 'identities' ? { besides: ['bound'] } : {};
}

interface FoldedPerson {
  readonly state: BatchState;
  /** Messages that still have to leave. */
  readonly pending: ReadonlySet<string>;
  readonly unopened: ReadonlySet<string>;
  /** Entries whose row says something else than the bytes that were hashed. */
  readonly unlike: readonly Difference[];
}

function* foldPersonAnew(keyring: Keyring, subject: string): Steps<FoldedPerson> {
  const state = emptyState({ defaultRegime: '', now: 0 });
  const pending = new Set<string>();
  const unopened = new Set<string>();
  const unlike: Difference[] = [];
  for (let after = 0; ; ) {
    const rows = yield* ask(entriesOfPerson, { subject, after, limit: PAGE });
    const keys = yield* wait(keyring.forOpening(keyIdsOf(rows)));
    for (const row of rows) {
      if (!isAsHashed(row)) unlike.push({ table: 'entries', key: `${row.log} ${row.index}`, what: 'changed' });
      const fact = readFact(row, keys.get(row.keyId ?? ''));
      if (fact === undefined) {
        keepPlace(state, row);
        unopened.add(row.id ?? '');
      } else {
        foldFact(state, fact, keyring);
        settle(pending, fact);
      }
    }
    after = rows.at(-1)?.n ?? after;
    if (rows.length < PAGE) return { state, pending, unopened, unlike };
  }
}

function settle(pending: Set<string>, fact: RecordedFact): void {
  if (fact.kind === 'message.written') pending.add(fact.id);
  if (fact.kind === 'message.sent' || fact.kind === 'message.given-up') pending.delete(fact.payload.message);
}

function expectedRows(
  { keyring, shared, state, pending }: Judging & Pick<FoldedPerson, 'state' | 'pending'>,
  table: OfPerson,
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
      return dirty.messages
        .filter(({ id }) => pending.has(id))
        .map(({ id, subject }) => ({ message: id, subject, state: 'waiting' }));
    default:
      return dirty[table];
  }
}

/** A binding is judged over the row as it stands. */
function unbound(keyring: Keyring, table: OfPerson, rows: readonly NamedValues[]): readonly Difference[] {
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
