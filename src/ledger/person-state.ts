/**
 * Whether a person is known, unknown or erased: the one rule, over what the store says of one moment.
 * Flow:    see (one statement), loaded (rows of a batch) → here → evaluation, commands, erasure.
 * Promise: somebody is erased while a mark stands on the identifier, which is not lifted and has not run out, and from
 *          the moment an erasure of them has begun. Whose rows do not fit is nothing of the three, and refused. Nobody
 *          else in the ledger decides this.
 * Source:  docs/design.md 6 and 7; decision 0049.
 */
import type { Act, ErasedMark, PersonState, Standing, Suppression } from '../evaluation/person.ts';
import { defined } from '../vocabulary/defined.ts';
import { Unfit } from './bound/unfit.ts';

/** The mark of an identifier as it is stored; a lifted one still says when the erasure was. */
export interface StoredMark extends ErasedMark {
  readonly liftedAt?: number;
}

/** What the store says of one identifier at one moment. */
export interface StoredPerson {
  readonly mark?: StoredMark | undefined;
  readonly suppressions: readonly Suppression[];
  /** The person the identifier leads to; absent where it leads to nobody. */
  readonly subject?: string | undefined;
  readonly standing?: Standing | undefined;
  readonly acts?: readonly Act[] | undefined;
  /** Since when an erasure of the person is under way. */
  readonly erasingSince?: number | undefined;
  /** A row about them is not as it was written. */
  readonly isUnfit?: boolean;
}

export const markStands = ({ liftedAt, until = 0 }: StoredMark, now: number): boolean =>
  liftedAt === undefined && until > now;

export function personState(stored: StoredPerson, now: number): PersonState {
  const { mark, suppressions, subject, standing, acts, erasingSince, isUnfit } = stored;
  if (isUnfit === true) throw new Unfit();
  if (mark !== undefined && markStands(mark, now)) return { found: 'erased', mark, suppressions };
  const erasedAt = mark?.at;
  if (erasingSince !== undefined)
    return { found: 'erased', isUnderWay: true, mark: { at: erasingSince, keep: [] }, suppressions };
  if (subject === undefined || standing === undefined)
    return { found: 'unknown', suppressions, ...defined({ erasedAt }) };
  return { found: 'known', subject, standing, suppressions, ...defined({ acts, erasedAt }) };
}

/** A mark as its row says it. */
export const markOf = (row: {
  readonly at: number;
  readonly until: number | null;
  readonly liftedAt: number | null;
  readonly keep: string | null;
}): StoredMark => ({
  at: row.at,
  until: row.until ?? 0,
  keep: JSON.parse(row.keep ?? '[]') as ErasedMark['keep'],
  ...(row.liftedAt === null ? {} : { liftedAt: row.liftedAt }),
});

/** A wish that outlived an erasure, as its row says it; an empty purpose means all of them. */
export const suppressionOf = (row: {
  readonly code: string;
  readonly purpose: string | null;
  readonly at: number | null;
}): Suppression => ({
  // The column holds what evaluation/suppressions.ts named, and no other code is ever written to it.
  code: row.code as Suppression['code'],
  at: row.at ?? 0,
  ...(row.purpose ? { purpose: row.purpose } : {}),
});
