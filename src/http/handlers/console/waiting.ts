/**
 * What waits: every open review and every open request, the one due first at the top.
 * Flow:    start, reviews, requests, systems of the console → here → house.
 * Promise: at most a hundred of each state are read, and the page says when there are more.
 * Source:  docs/law.md 2.1, 7.
 */

import type { House } from '../../../ports/house.ts';
import type { RequestRow } from '../../../views/request/request-row.ts';
import type { ReviewRow } from '../../../views/review/review-row.ts';
import { isOpenRequest, requestStates } from '../../../vocabulary/request.ts';
import { reviewStates } from '../../../vocabulary/review.ts';

const MOST = 100;

export interface Waiting<Row> {
  readonly rows: readonly Row[];
  readonly isCut: boolean;
}

interface Some<Row> {
  readonly items: readonly Row[];
  readonly next: number | null;
}

async function gathered<Row extends { readonly dueAt: number }>(
  pages: readonly Promise<Some<Row>>[],
): Promise<Waiting<Row>> {
  const read = await Promise.all(pages);
  const rows = read.flatMap(({ items }) => items).toSorted((one, other) => one.dueAt - other.dueAt);
  return { rows, isCut: read.some(({ next }) => next !== null) };
}

export function openReviews(house: House, wants: { readonly aiSystem?: string } = {}): Promise<Waiting<ReviewRow>> {
  const open = reviewStates.filter((state) => state !== 'concluded' && state !== 'cancelled');
  return gathered(open.map((state) => house.reviews({ ...wants, state, limit: MOST })));
}

export function openRequests(house: House, wants: { readonly kind?: string } = {}): Promise<Waiting<RequestRow>> {
  const open = requestStates.filter(isOpenRequest);
  return gathered(open.map((state) => house.requests({ ...wants, state, limit: MOST })));
}

/** Newest first, because what has ended is not due any more. */
export async function endedReviews(
  house: House,
  wants: { readonly aiSystem?: string } = {},
): Promise<Waiting<ReviewRow>> {
  const page = await house.reviews({ ...wants, state: 'concluded', limit: MOST });
  return { rows: page.items, isCut: page.next !== null };
}

export async function endedRequests(
  house: House,
  wants: { readonly kind?: string } = {},
): Promise<Waiting<RequestRow>> {
  const closed = requestStates.filter((state) => !isOpenRequest(state));
  const { rows, isCut } = await gathered(closed.map((state) => house.requests({ ...wants, state, limit: MOST })));
  return { rows: rows.toSorted((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0)), isCut };
}
