/**
 * What the database has about nobody in particular, and what it has about people whom the ledger does not know.
 * Flow:    judge → here (facts without a person, folded as they were at first) → difference.
 * Promise: the word that somebody is erased is held against the fact and the mark of that erasure; marks are held
 *          against their bindings, one by one and all together.
 * Source:  decision 0050; docs/design.md 6.
 */
import { isNull } from 'drizzle-orm';
import type { Keyring } from '../../seal/keys.ts';
import { ask, type FoundRow, rowsQuery, type Steps } from '../../store/query.ts';
import type { ChangeRow } from '../../views/change/change-row.ts';
import { erasureRoom } from '../../views/change/position.ts';
import { registryKinds } from '../bound/kinds.ts';
import { type AllMarks, allMarks, allWishes, marksInDoubt } from '../bound/marks.ts';
import { markBinding, wishBinding } from '../bound/texts.ts';
import { erasingRows } from '../erasure/erasure-queries.ts';
import { isAsCommitted, readFact } from '../opened.ts';
import { factsOfKinds } from '../queries.ts';
import { emptyState } from '../rebuild.ts';
import { type BatchState, foldFact } from '../working.ts';
import { AS_A_WHOLE, type Difference, rowDifferences } from './difference.ts';
import { judgeLists } from './judge-lists.ts';
import type { Judging } from './judge-person.ts';
import { strangersInFeed } from './judge-strangers.ts';

const PAGE_FROM = { log: 0, from: 0 } as const;

const headRows = rowsQuery<object>()('headRows', ({ db, t }) => db.select().from(t.registryHead));
const changesOfNobody = rowsQuery<object>()('changesOfNobody', ({ db, t }) =>
  db.select().from(t.changes).where(isNull(t.changes.subject)),
);
const requestsOfNobody = rowsQuery<object>()('requestsOfNobody', ({ db, t }) =>
  db.select().from(t.requests).where(isNull(t.requests.subject)),
);
export function* judgeHouse(judging: Judging): Steps<readonly Difference[]> {
  const erasing = new Set((yield* ask(erasingRows, {})).map(({ subject }) => subject));
  return [
    ...(yield* judgeFactsOfNobody(judging)),
    ...(yield* judgeLists(judging.keyring)),
    ...(yield* judgeErasedWords(judging, yield* strangersInFeed(), erasing)),
    ...(yield* judgeMarks(judging)),
  ];
}

function* judgeFactsOfNobody({ keyring }: Judging): Steps<readonly Difference[]> {
  const state = emptyState({ defaultRegime: '', now: 0 });
  const rows = yield* ask(factsOfKinds, { kinds: [...registryKinds, 'request.logged'], ...PAGE_FROM });
  const found: Difference[] = [];
  for (const row of rows) {
    const fact = isAsCommitted(row) ? readFact(row, undefined) : undefined;
    if (fact === undefined)
      found.push({ table: 'entries', key: `${row.log} ${row.index}`, what: 'changed', column: 'payload' });
    else foldFact(state, fact, keyring);
  }
  return [...found, ...(yield* judgeFolded(state))];
}

function* judgeFolded(state: BatchState): Steps<readonly Difference[]> {
  const { registry, dirty } = state;
  const { version } = registry;
  const head = { id: 1, version };
  const heads = yield* ask(headRows, {});
  const told = (yield* ask(changesOfNobody, {})).filter((row) => wordOf(row)?.what !== 'erased');
  return [
    ...rowDifferences({
      table: 'registryHead',
      expected: [head],
      stored: heads,
      besides: ['state', 'bound'],
    }),
    ...rowDifferences({ table: 'changes', expected: dirty.changes, stored: told }),
    ...rowDifferences({
      table: 'requests',
      expected: [...dirty.requests.values()],
      stored: yield* ask(requestsOfNobody, {}),
    }),
  ];
}

function wordOf({ doc }: Pick<FoundRow<'changes'>, 'doc'>): ChangeRow | undefined {
  try {
    return JSON.parse(doc) as ChangeRow;
  } catch {
    return undefined;
  }
}

/** One word for each erasure, about whom and when as its mark says, while that stands. */
function* judgeErasedWords(
  { keyring }: Judging,
  rows: readonly FoundRow<'changes'>[],
  erasing: ReadonlySet<string>,
): Steps<readonly Difference[]> {
  const facts = (yield* ask(factsOfKinds, { kinds: ['person.erased'], ...PAGE_FROM })).flatMap((row) => {
    const fact = readFact(row, undefined);
    return fact?.kind === 'person.erased' && fact.payload.part === 1 ? [fact] : [];
  });
  const marks = new Map((yield* ask(allMarks, {})).map((row) => [row.mark, row.at]));
  const words = new Map(rows.map((row) => [wordOf(row)?.id, row] as const));
  const known = new Set(facts.map(({ id }) => id));
  const extra = rows.filter((row) => !known.has(wordOf(row)?.id ?? ''));
  // A word whose erasure goes on has its fact, or will have it; it was left out above with its person.
  const missing = erasing.size > 0 ? [] : facts.filter(({ id }) => !words.has(id));
  const moved = erasing.size > 0 ? new Set<number>() : outOfTurn(rows);
  return [
    ...extra.map((row): Difference => ({ table: 'changes', key: String(row.position), what: 'extra' })),
    ...missing.map(({ id }): Difference => ({ table: 'changes', key: id, what: 'missing' })),
    ...rows
      .filter((row) => !extra.includes(row))
      .flatMap((row) => {
        const columns = [
          ...unlikeErased(row, (subject) => marks.get(keyring.markHash(subject))),
          ...(moved.has(row.position) ? (['position'] as const) : []),
        ];
        return columns.map(
          (column): Difference => ({ table: 'changes', key: String(row.position), what: 'changed', column }),
        );
      }),
  ];
}

/** Those of one place in the ledger stand one behind the other, from the first number of their room. */
function outOfTurn(rows: readonly FoundRow<'changes'>[]): ReadonlySet<number> {
  const turns = new Map<number, number>();
  const moved = new Set<number>();
  for (const row of rows.toSorted((one, next) => one.position - next.position)) {
    const word = wordOf(row);
    if (word === undefined) continue;
    const { after } = erasureRoom(word.log, word.index);
    const turn = (turns.get(after) ?? 0) + 1;
    turns.set(after, turn);
    if (row.position !== after + turn) moved.add(row.position);
  }
  return moved;
}

function unlikeErased(
  row: FoundRow<'changes'>,
  markedAt: (subject: string) => number | undefined,
): readonly ('subject' | 'doc')[] {
  const word = wordOf(row);
  if (word === undefined) return ['doc'];
  const at = markedAt(row.subject ?? '');
  return [
    ...(row.subject === word.subject ? [] : (['subject'] as const)),
    ...(word.what === 'erased' && (at === undefined || at === word.at) ? [] : (['doc'] as const)),
  ];
}

function* judgeMarks({ keyring }: Judging): Steps<readonly Difference[]> {
  const marks = (yield* ask(allMarks, {})).filter((row) => row.bound !== markBinding(keyring, row));
  const wishes = (yield* ask(allWishes, {})).filter((row) => row.bound !== wishBinding(keyring, row));
  const changed = [
    ...marks.map(({ mark }): Difference => ({ table: 'erased_marks', key: mark, what: 'changed' })),
    ...wishes.map(
      ({ mark, code, purpose }): Difference => ({
        table: 'suppression_marks',
        key: `${mark} ${code} ${purpose}`,
        what: 'changed',
      }),
    ),
  ];
  // A row that was put beside them explains why the whole does not fit, and does not hide that another one is gone.
  const explained = new Set(changed.map(({ table }) => table));
  const apart = new Set(yield* marksInDoubt(keyring, fittingMarks(keyring)));
  const inDoubt = (yield* marksInDoubt(keyring)).filter((table) => !explained.has(table) || apart.has(table));
  return [...changed, ...inDoubt.map((table): Difference => ({ table, key: AS_A_WHOLE, what: 'missing' }))];
}

const fittingMarks =
  (keyring: Keyring) =>
  ({ marks, wishes }: AllMarks): AllMarks => ({
    marks: marks.filter((row) => row.bound === markBinding(keyring, row)),
    wishes: wishes.filter((row) => row.bound === wishBinding(keyring, row)),
  });
