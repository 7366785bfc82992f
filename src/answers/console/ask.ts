/**
 * Asks what waits for staff: every open review and every open request, the one due first at the top.
 * Flow:    http, the questions beside it → here → ports/reads.
 * Promise: at most a hundred of each state are read, and the page says when there are more.
 * Source:  docs/law.md 2.1, 7.
 */

import type { Page, Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { isOpenRequest, requestStates } from '../../vocabulary/request.ts';
import { reviewStates } from '../../vocabulary/review.ts';
import { readerOf } from '../reader.ts';
import type { ConsoleContext } from './review-card.ts';

/** Registry and moment, with the reader and the pseudonym of whoever is signed in. */
export async function askConsoleContext(
  reads: Reads,
  { me, language }: { readonly me: string; readonly language: string },
): Promise<ConsoleContext> {
  return {
    registry: await reads.registry(),
    now: reads.now(),
    me,
    reader: readerOf(language, reads.settings.timeZone),
  };
}

const MOST = 100;

interface WorkList<Row> {
  readonly rows: readonly Row[];
  readonly isCut: boolean;
}

async function gather<Row extends { readonly dueAt: number }>(
  pages: readonly Promise<Page<Row>>[],
): Promise<WorkList<Row>> {
  const read = await Promise.all(pages);
  const rows = read.flatMap(({ items }) => items).toSorted((one, other) => one.dueAt - other.dueAt);
  return { rows, isCut: read.some(({ next }) => next !== null) };
}

export function askWaitingReviews(
  reads: Reads,
  wants: { readonly aiSystem?: string } = {},
): Promise<WorkList<ReviewRow>> {
  const open = reviewStates.filter((state) => state !== 'concluded' && state !== 'cancelled');
  return gather(open.map((state) => reads.reviews({ ...wants, state, limit: MOST })));
}

export function askWaitingRequests(
  reads: Reads,
  wants: { readonly kind?: string } = {},
): Promise<WorkList<RequestRow>> {
  const open = requestStates.filter(isOpenRequest);
  return gather(open.map((state) => reads.requests({ ...wants, state, limit: MOST })));
}

/** Newest first, because what has ended is not due any more. */
export async function askEndedReviews(
  reads: Reads,
  wants: { readonly aiSystem?: string } = {},
): Promise<WorkList<ReviewRow>> {
  const page = await reads.reviews({ ...wants, state: 'concluded', limit: MOST });
  return { rows: page.items, isCut: page.next !== null };
}

export async function askEndedRequests(
  reads: Reads,
  wants: { readonly kind?: string } = {},
): Promise<WorkList<RequestRow>> {
  const closed = requestStates.filter((state) => !isOpenRequest(state));
  const { rows, isCut } = await gather(closed.map((state) => reads.requests({ ...wants, state, limit: MOST })));
  return { rows: rows.toSorted((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0)), isCut };
}
