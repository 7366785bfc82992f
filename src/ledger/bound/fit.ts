/**
 * Whether the rows about some people fit: bound as they were written, and the newest that the ledger knows.
 * Flow:    loaded (rows of a batch or an evaluation) → here (queries only where the memory does not know) → who is
 *          unfit.
 * Promise: a row that was changed, moved, put back to an older state or taken away makes its person unfit, never
 *          allowed; what another node wrote is looked at and remembered.
 * Source:  decision 0049.
 */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Standing } from '../../evaluation/person.ts';
import type { Keyring } from '../../seal/seal.ts';
import { ask, type FoundRow, rowsQuery, type Steps } from '../../store/query.ts';
import { placeAt, placeOf } from '../../vocabulary/place.ts';
import { type BoundMark, type BoundMemory, type BoundWish, wishKey } from './memory.ts';
import { linkBinding, markBinding, personBinding, wishBinding } from './texts.ts';

const p = sql.placeholder;

/** Every person's row, with whether their newest entry is the one that it names. */
export const boundPeople = rowsQuery<{ subjects: readonly string[] }>()(
  'boundPeople',
  ({ db, t, any }) =>
    db
      .select({
        subject: t.people.subject,
        log: t.people.log,
        n: t.people.n,
        head: t.people.head,
        standing: t.people.standing,
        acts: t.people.acts,
        bound: t.people.bound,
        isNewest: sql<number | null>`(select case when e.n = "people"."n" and e.leaf_hash = "people"."head"
          then 1 else 0 end from "entries" e where e.subject = "people"."subject" order by e.n desc limit 1)`,
      })
      .from(t.people)
      .where(any(t.people.subject, 'subjects')),
  ['subjects'],
);
export const subjectsWithEntries = rowsQuery<{ subjects: readonly string[] }>()(
  'subjectsWithEntries',
  ({ db, t, any }) =>
    db.selectDistinct({ subject: t.entries.subject }).from(t.entries).where(any(t.entries.subject, 'subjects')),
  ['subjects'],
);
const linkById = rowsQuery<{ id: string }>()('linkById', ({ db, t }) =>
  db
    .select({ log: t.entries.log, index: t.entries.index, subject: t.entries.subject })
    .from(t.entries)
    .where(and(eq(t.entries.id, p('id')), eq(t.entries.kind, sql`'subject.linked'`))),
);
const linkAt = rowsQuery<{ log: number; index: number }>()('linkAt', ({ db, t }) =>
  db
    .select({ subject: t.entries.subject })
    .from(t.entries)
    .where(
      and(
        eq(t.entries.log, p('log')),
        eq(t.entries.index, p('index')),
        eq(t.entries.kind, sql`'subject.linked'`),
        isNotNull(t.entries.subject),
      ),
    ),
);

export interface Fitting {
  readonly keyring: Keyring;
  readonly bound: BoundMemory;
  /** When the read began, on the steady clock: what was learned later it need not know. */
  readonly asOf?: number;
}

type BoundPerson = FoundRow<'people'> & { readonly isNewest: number | null };

/** The standing of a row that fits; nothing where it does not. */
export function fittingStanding({ keyring, bound, asOf }: Fitting, row: BoundPerson): Standing | undefined {
  if (row.isNewest !== 1 || row.bound === null || !bound.heads.isNewest(row.subject, row.n, asOf)) return undefined;
  const known = bound.person(row.subject);
  const isSame = known?.n === row.n && known.bound === row.bound && known.text === row.standing;
  if (isSame && known.log === row.log && known.acts === row.acts) return known.standing;
  if (personBinding(keyring, row) !== row.bound) return undefined;
  // It was written by this ledger in the form that its fold gives; it is parsed at this one place.
  const standing = JSON.parse(row.standing) as Standing;
  const { log, n, acts } = row;
  bound.heads.set(row.subject, n);
  bound.remember(row.subject, { log, n, acts, bound: row.bound, text: row.standing, standing });
  return standing;
}

/** Of people without a row, those who must have one, because the ledger speaks of them. */
export function* missingPeople(subjects: readonly string[]): Steps<readonly string[]> {
  if (subjects.length === 0) return [];
  return (yield* ask(subjectsWithEntries, { subjects })).flatMap(({ subject }) => subject ?? []);
}

type LinkRow = Pick<FoundRow<'identities'>, 'hash' | 'subject' | 'fact' | 'bound'>;

/** Whether an identifier leads to whom the ledger linked it to, or to nobody where it linked nobody. */
export function* linkFits({ keyring, bound }: Fitting, hash: string, row: LinkRow | undefined): Steps<boolean> {
  const place = bound.links.placeOf(hash);
  if (row === undefined) {
    if (place === undefined) return true;
    if ((yield* ask(linkAt, placeAt(place))).length > 0) return false;
    bound.links.forget(hash);
    return true;
  }
  if (place !== undefined && bound.links.leadsTo(hash, row.subject)) return true;
  const [entry] = yield* ask(linkById, { id: row.fact });
  if (entry?.subject !== row.subject || row.bound !== linkBinding(keyring, row)) return false;
  bound.links.set(hash, row.subject, placeOf(entry));
  return true;
}

const sameMark = (one: BoundMark, other: BoundMark): boolean =>
  one.bound === other.bound &&
  one.at === other.at &&
  one.until === other.until &&
  one.liftedAt === other.liftedAt &&
  one.keep === other.keep &&
  one.place === other.place;

/** Whether a row was learned after this read began: what the read sees is then the older moment, and no forgery. */
const isYounger = (known: { readonly since: number } | undefined, asOf = Number.POSITIVE_INFINITY): boolean =>
  known !== undefined && known.since > asOf;

/** A mark that was seen may be gone only once its time is over. */
export function markFits(
  { keyring, bound, asOf }: Fitting,
  { mark, now }: { readonly mark: string; readonly now: number },
  row: BoundMark | undefined,
): boolean {
  const known = bound.marks.get(mark);
  const isLater = isYounger(known, asOf);
  if (row === undefined) return known === undefined || known.until <= now || isLater;
  if (known !== undefined && sameMark(known, row)) return true;
  const isOlder = known !== undefined && (row.place ?? 0) <= (known.place ?? 0);
  if ((isOlder && !isLater) || row.bound !== markBinding(keyring, row)) return false;
  if (!isOlder) bound.rememberMark(row);
  return true;
}

const sameWish = (one: BoundWish, other: BoundWish): boolean =>
  one.bound === other.bound && one.at === other.at && one.liftedAt === other.liftedAt && one.place === other.place;

/** A wish is never taken away: one that was lifted says so. */
export function wishesFit({ keyring, bound, asOf }: Fitting, mark: string, rows: readonly BoundWish[]): boolean {
  const here = new Set(rows.map(wishKey));
  for (const [key, known] of bound.wishes.get(mark) ?? []) if (!here.has(key) && !isYounger(known, asOf)) return false;
  return rows.every((row) => {
    const known = bound.wishes.get(mark)?.get(wishKey(row));
    if (known !== undefined && sameWish(known, row)) return true;
    const isOlder = known !== undefined && (row.place ?? 0) <= (known.place ?? 0);
    if ((isOlder && !isYounger(known, asOf)) || row.bound !== wishBinding(keyring, row)) return false;
    if (!isOlder) bound.rememberWish(row);
    return true;
  });
}
