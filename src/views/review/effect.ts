/**
 * Whether an automated decision has effect, from the reviews of it.
 * Flow:    views/review rows → here → commands (what may follow), answers (GET decision, explanation, pages).
 * Promise: computed, never stored; a decision that waits for a human MUST be pending until a review of that kind is
 *          concluded. A later "stays as it is" confirms what an earlier review made of it.
 * Source:  docs/design.md 7 (`human-review-before-effect`); docs/promises.md I21.
 */
import type { Instant } from '../../facts/fact.ts';
import type { EffectState } from '../../vocabulary/review.ts';
import type { ReviewRow } from './review-row.ts';

export interface DecisionEffect {
  readonly state: EffectState;
  readonly since: Instant;
  /** The review that decides it, open or concluded. */
  readonly review?: string;
}

const isConcluded = ({ state }: ReviewRow): boolean => state === 'concluded';

/** The reviews that ended with an outcome, in the order they ended in. */
export const concludedInOrder = (reviews: readonly ReviewRow[]): readonly ReviewRow[] =>
  reviews.filter(isConcluded).sort((one, other) => (one.closedAt ?? 0) - (other.closedAt ?? 0));

/** `reviews` are all reviews of the decision. */
export function effectOf(decision: { readonly at: Instant }, reviews: readonly ReviewRow[]): DecisionEffect {
  const gates = reviews.filter(({ why }) => why === 'before-effect');
  const settled = gates.find(isConcluded);
  const waiting = gates[0];
  if (waiting !== undefined && settled === undefined)
    return { state: 'pending', since: decision.at, review: waiting.id };
  const last = concludedInOrder(reviews).findLast(({ outcome }) => outcome !== 'upheld') ?? settled;
  if (last === undefined || last.outcome === undefined) return { state: 'effective', since: decision.at };
  return {
    state: last.outcome === 'upheld' ? 'effective' : last.outcome,
    since: last.closedAt ?? decision.at,
    review: last.id,
  };
}
