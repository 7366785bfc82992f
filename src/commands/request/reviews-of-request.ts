/**
 * A request for a human review and the reviews it opened: they end together.
 * Flow:    review/conclude.ts, review/cancel.ts, step.ts → here → facts `request.fulfilled`, `request.cancelled`,
 *          `review.cancelled`.
 * Promise: such a request is fulfilled when a person has looked at every decision that was meant, and never before.
 * Source:  GDPR 22(3); UK GDPR 22C(2); 11 CCR 7221(b)(1); decision 0024.
 */
import type { NewFact } from '../../facts/fact.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import type { Behind } from '../../vocabulary/behind.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import type { State } from '../command.ts';
import { isRefusedBy } from './step-facts.ts';

/** How many decisions one request can ask about. */
export const mostDecisions = 20;

const openReviewsOf = (state: State, { reviews = [] }: RequestRow): readonly ReviewRow[] =>
  reviews.flatMap((id) => state.review(id) ?? []).filter(isOpenReview);

const hasLooked = (state: State, decision: string, { receivedAt }: RequestRow): boolean =>
  state.reviewsOf(decision).some(({ state: now, openedAt }) => now === 'concluded' && openedAt >= receivedAt);

/** Does anybody still look, or has nobody? After an appeal also the looks that the refusal called off are owed. */
export function isLookOwed(state: State, row: RequestRow): boolean {
  const meant = (row.reviews ?? []).flatMap((id) => state.review(id)?.decision ?? []);
  return openReviewsOf(state, row).length > 0 || !meant.every((decision) => hasLooked(state, decision, row));
}

interface EndOfReview {
  readonly review: ReviewRow;
  readonly how: 'concluded' | 'cancelled';
  /** Who ended it. */
  readonly actor: Behind;
  /** Of the fact that ends the request. */
  readonly id: string;
}

/**
 * An appeal ends with the looks only where each decision that was meant has had one, and not by the hand of whoever
 * refused: somebody else decides about it.
 */
function isAppealDecided(state: State, request: RequestRow, { review, how, actor }: EndOfReview): boolean {
  if (how !== 'concluded' || isRefusedBy(request, actor)) return false;
  const meant = (request.reviews ?? []).flatMap((id) => state.review(id)?.decision ?? []);
  return meant.every((decision) => decision === review.decision || hasLooked(state, decision, request));
}

/** What the end of one review does to the request that it belongs to: it ends with the last one. */
export function requestEndedBy(state: State, end: EndOfReview): readonly NewFact[] {
  const { review, how, id } = end;
  const request = review.request === undefined ? undefined : state.request(review.request);
  if (request?.subject === undefined || !isOpenRequest(request.state)) return [];
  const others = (request.reviews ?? [])
    .filter((each) => each !== review.id)
    .flatMap((each) => state.review(each) ?? []);
  if (others.some(isOpenReview)) return [];
  if (request.state === 'appealed' && !isAppealDecided(state, request, end)) return [];
  const looked = how === 'concluded' || others.some(({ state: ended }) => ended === 'concluded');
  const payload = { v: 1 as const, request: request.id };
  const { subject } = request;
  return looked
    ? [{ id, kind: 'request.fulfilled', subject, payload }]
    : [{ id, kind: 'request.cancelled', subject, payload }];
}

/** Calling the request off, or refusing it, calls off the looks that are still open. */
export const reviewsEndedBy = (
  state: State,
  { row, ids }: { readonly row: RequestRow & { readonly subject: string }; readonly ids: readonly string[] },
): readonly NewFact[] =>
  openReviewsOf(state, row).flatMap((review, place) => {
    const id = ids[place];
    if (id === undefined) return [];
    return [{ id, kind: 'review.cancelled', subject: row.subject, payload: { v: 1, review: review.id } }];
  });
