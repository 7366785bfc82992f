/**
 * The marks of erasures and of wishes that outlived them: written bound, and bound together, so that a missing one
 *          shows.
 * Flow:    commit-erasure, write-views, upgrade, retention-end → here → rows, and one note in `meta`.
 * Promise: the note is renewed only over rows that were those of the note before, so that no later act makes a missing
 *          mark good.
 * Source:  decision 0049; docs/design.md 6.
 */
import { desc, sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/seal.ts';
import { ask, put, rowsQuery, type Steps } from '../../store/query.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { type Fitting, markFits, wishesFit } from './fit.ts';
import { boundMark, boundWish, type MarkColumns, type WishColumns } from './texts.ts';

const MARKS = 'marks';

export const allMarks = rowsQuery<object>()('allMarks', ({ db, t }) =>
  db.select().from(t.erasedMarks).orderBy(t.erasedMarks.mark),
);
export const allWishes = rowsQuery<object>()('allWishes', ({ db, t }) =>
  db
    .select()
    .from(t.suppressionMarks)
    .orderBy(t.suppressionMarks.mark, t.suppressionMarks.code, t.suppressionMarks.purpose),
);
const marksNote = rowsQuery<object>()('marksNote', ({ db, t }) =>
  db.select({ value: t.meta.value }).from(t.meta).where(sql`${t.meta.name} = 'marks'`),
);
const newestErasure = rowsQuery<object>()('newestErasure', ({ db, t }) =>
  db
    .select({ log: t.entries.log, index: t.entries.index })
    .from(t.entries)
    .where(sql`${t.entries.kind} = 'person.erased'`)
    .orderBy(desc(t.entries.log), desc(t.entries.index))
    .limit(1),
);

export interface AllMarks {
  readonly marks: readonly (MarkColumns & { readonly bound: string | null })[];
  readonly wishes: readonly (WishColumns & { readonly bound: string | null })[];
}

function* readAll(): Steps<AllMarks> {
  return { marks: yield* ask(allMarks, {}), wishes: yield* ask(allWishes, {}) };
}

const noteOver = (keyring: Keyring, { marks, wishes }: AllMarks, place: number): readonly string[] => [
  String(place),
  ...[marks, wishes].map((rows, at) =>
    keyring.bind(at === 0 ? 'marks' : 'wishes', [place, ...rows.map(({ bound }) => bound ?? '')].join('\0')),
  ),
];

type MarkTable = 'erased_marks' | 'suppression_marks';

/**
 * The tables that are not as they were left, as a whole, or would not be with the rows that `counting` leaves. An older
 * note together with older rows is told by the erasures that the ledger knows to be younger.
 */
export function* marksInDoubt(
  keyring: Keyring,
  counting: (all: AllMarks) => AllMarks = (all) => all,
): Steps<readonly MarkTable[]> {
  const [note] = yield* ask(marksNote, {});
  const all = counting(yield* readAll());
  const [place, marks, wishes] = note?.value.split(' ') ?? [];
  const fresh = note === undefined ? [] : noteOver(keyring, all, Number(place));
  const isOld = (yield* lastErasure()) >= Number(place ?? 0);
  return [
    ...(isOld || marks !== fresh[1] || (note === undefined && all.marks.length > 0) ? (['erased_marks'] as const) : []),
    ...(wishes !== fresh[2] || (note === undefined && all.wishes.length > 0) ? (['suppression_marks'] as const) : []),
  ];
}

export function* marksFitTogether(keyring: Keyring): Steps<boolean> {
  return (yield* marksInDoubt(keyring)).length === 0;
}

function* lastErasure(): Steps<number> {
  const [entry] = yield* ask(newestErasure, {});
  return entry === undefined ? -1 : placeOf(entry);
}

/** Binds the marks as they stand: after a change of rows that fitted, or where an upgrade takes them over. */
export function* bindMarksTogether(keyring: Keyring, place: number): Steps<void> {
  yield* put('meta', [{ name: MARKS, value: noteOver(keyring, yield* readAll(), place).join(' ') }], true);
}

/** Changes marks, and the note with them where it fitted before. */
export function* changeMarks(keyring: Keyring, place: number, change: () => Steps<unknown>): Steps<void> {
  const fits = yield* marksFitTogether(keyring);
  yield* change();
  if (fits) yield* bindMarksTogether(keyring, place);
}

/** Takes what stands as it stands: rows that an older release wrote without a binding. */
export function* bindMarksAsTheyStand(keyring: Keyring, place: number): Steps<void> {
  const { marks, wishes } = yield* readAll();
  yield* put(
    'erasedMarks',
    marks.map(({ bound: _old, ...row }) => boundMark(keyring, { ...row, place })),
    true,
  );
  yield* put(
    'suppressionMarks',
    wishes.map(({ bound: _old, ...row }) => boundWish(keyring, { ...row, place })),
    true,
  );
  yield* bindMarksTogether(keyring, place);
}

/** Takes into the memory what fits, and tells of what does not. */
export function* learnMarks(fitting: Fitting): Steps<void> {
  const { report } = fitting.bound;
  const { marks, wishes } = yield* readAll();
  for (const row of marks)
    if (!markFits(fitting, { mark: row.mark, now: 0 }, row)) report.note({ table: 'erased_marks', key: row.mark });
  for (const [mark, rows] of Map.groupBy(wishes, (row) => row.mark))
    if (!wishesFit(fitting, mark, rows)) report.note({ table: 'suppression_marks', key: mark });
}

/** At a start nothing is remembered yet, and where a mark is missing nobody can say whose. */
export function* judgeMarks({ keyring, bound }: Fitting): Steps<void> {
  for (const table of yield* marksInDoubt(keyring)) {
    bound.inDoubt.add(table);
    bound.report.note({ table, key: 'as a whole' });
  }
}
