/**
 * The marks of erasures and of wishes that outlived them: written bound, and summed, so that a missing one shows.
 * Flow:    commit-erasure, write-views, upgrade, retention-end → here → rows, and one note in `meta`.
 * Promise: what a change weighs is added to the note and nothing else, so that no later act makes a missing mark good,
 *          and an erasure costs the same after a million others.
 * Source:  decision 0049; decision 0099; docs/design.md 6.
 */
import { desc, sql } from 'drizzle-orm';
import type { Keyring } from '../../seal/seal.ts';
import { ask, put, rowsQuery, type Steps } from '../../store/query.ts';
import { placeOf } from '../../vocabulary/place.ts';
import { erasedMarksOf, suppressionMarksOf } from '../queries.ts';
import { type Fitting, markFits, wishesFit } from './fit.ts';
import { add, emptySum, type MaskedSum, type Sum, subtract, unmasked, withMask } from './sums.ts';
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

type MarkTable = 'erased_marks' | 'suppression_marks';
const tables = ['erased_marks', 'suppression_marks'] as const satisfies readonly MarkTable[];
const sumNames = ['marks note', 'wishes note'] as const satisfies readonly MaskedSum[];

/** Of marks and of wishes. */
type Sums = readonly [marks: Sum, wishes: Sum];
const noSums = (): Sums => [emptySum(), emptySum()];

/** Adds rows to the sums of their tables, or takes them out. */
function weigh(how: typeof add, keyring: Keyring, [sums, { marks, wishes }]: readonly [Sums, AllMarks]): Sums {
  for (const { mark, bound } of marks) how(sums[0], keyring.weigh(`mark\0${mark}\0${bound ?? ''}`));
  for (const { mark, code, purpose, bound } of wishes)
    how(sums[1], keyring.weigh(['wish', mark, code, purpose, bound ?? ''].join('\0')));
  return sums;
}

/** The note: where it was written, both sums, masked, and one code over all three. */
interface MarksNote {
  readonly place: number;
  readonly sums: Sums;
}

function noteText(keyring: Keyring, { place, sums }: MarksNote): string {
  const masked = sumNames.map((name, at) => withMask(keyring, name, { turn: place, sum: sums[at] ?? emptySum() }));
  const text = [place, ...masked].join(' ');
  return `${text} ${keyring.bind('marks', text)}`;
}

/** Undefined where it is none that this installation wrote. */
function noteIn(keyring: Keyring, value: string): MarksNote | undefined {
  const [place = '', marks = '', wishes = '', code] = value.split(' ');
  if (code !== keyring.bind('marks', [place, marks, wishes].join(' '))) return undefined;
  const turn = Number(place);
  const sumIn = (name: MaskedSum, text: string): Sum => unmasked(keyring, name, { turn, text });
  return { place: turn, sums: [sumIn('marks note', marks), sumIn('wishes note', wishes)] };
}

/** As releases before decision 0099 wrote it: a code over all rows of each table. */
function fitsAsBefore(keyring: Keyring, value: string, { marks, wishes }: AllMarks): readonly MarkTable[] {
  const [place, ...codes] = value.split(' ');
  return tables.filter((table, at) => {
    const rows = table === 'erased_marks' ? marks : wishes;
    const what = table === 'erased_marks' ? 'marks' : 'wishes';
    return codes[at] === keyring.bind(what, [place, ...rows.map(({ bound }) => bound ?? '')].join('\0'));
  });
}

const isLikeBefore = (value: string): boolean => value.split(' ').length === 3;

const isAlike = (one: Sum, other: Sum): boolean => one.every((number, at) => number === other[at]);

/** The tables that are as the note says. */
function fittingTables(keyring: Keyring, value: string, all: AllMarks): readonly MarkTable[] {
  if (isLikeBefore(value)) return fitsAsBefore(keyring, value, all);
  const note = noteIn(keyring, value);
  const sums = weigh(add, keyring, [noSums(), all]);
  return tables.filter((_, at) => note !== undefined && isAlike(note.sums[at] ?? emptySum(), sums[at] ?? emptySum()));
}

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
  const fits = new Set(
    note === undefined
      ? tables.filter((table) => (table === 'erased_marks' ? all.marks : all.wishes).length === 0)
      : fittingTables(keyring, note.value, all),
  );
  const isOld = (yield* lastErasure()) >= placeIn(note);
  return tables.filter((table) => !fits.has(table) || (isOld && table === 'erased_marks'));
}

const placeIn = (note: { readonly value: string } | undefined): number => Number(note?.value.split(' ')[0] ?? 0);

function* lastErasure(): Steps<number> {
  const [entry] = yield* ask(newestErasure, {});
  return entry === undefined ? -1 : placeOf(entry);
}

/** Rows of these marks alone. */
function* readSome(marks: readonly string[]): Steps<AllMarks> {
  return { marks: yield* ask(erasedMarksOf, { marks }), wishes: yield* ask(suppressionMarksOf, { marks }) };
}

/** What the note has to say but for the rows that are about to change; undefined where it is not to be renewed. */
type OpenedMarks = Sums | undefined;

/** Before rows of these marks change, and before an erasure is recorded. */
export function* openMarks(keyring: Keyring, changing: readonly string[]): Steps<OpenedMarks> {
  const [found] = yield* ask(marksNote, {});
  const note = found === undefined ? undefined : noteIn(keyring, found.value);
  if (note !== undefined)
    return (yield* lastErasure()) >= note.place
      ? undefined
      : weigh(subtract, keyring, [note.sums, yield* readSome(changing)]);
  // There is none yet, or one of an older release: everything is read, this once.
  if (found !== undefined && !isLikeBefore(found.value)) return undefined;
  if ((yield* marksInDoubt(keyring)).length > 0) return undefined;
  const all = weigh(add, keyring, [noSums(), yield* readAll()]);
  return weigh(subtract, keyring, [all, yield* readSome(changing)]);
}

/** After they have changed: the note says so, where it fitted before. */
export function* closeMarks(
  keyring: Keyring,
  opened: OpenedMarks,
  { place, changed }: { readonly place: number; readonly changed: readonly string[] },
): Steps<void> {
  if (opened === undefined) return;
  const sums = weigh(add, keyring, [opened, yield* readSome(changed)]);
  yield* put('meta', [{ name: MARKS, value: noteText(keyring, { place, sums }) }], true);
}

/** Changes rows of these marks, and the note with them. */
export function* changeMarks(
  keyring: Keyring,
  { place, changed }: { readonly place: number; readonly changed: readonly string[] },
  change: () => Steps<unknown>,
): Steps<void> {
  const opened = yield* openMarks(keyring, changed);
  yield* change();
  yield* closeMarks(keyring, opened, { place, changed });
}

/** Binds the marks as they stand, whatever stood before. */
function* bindMarksTogether(keyring: Keyring, place: number): Steps<void> {
  const sums = weigh(add, keyring, [noSums(), yield* readAll()]);
  yield* put('meta', [{ name: MARKS, value: noteText(keyring, { place, sums }) }], true);
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
