/**
 * Asks what waits for staff: every open review and every open request, the one due first at the top.
 * Flow:    http, the questions beside it → here → ports/reads.
 * Promise: the hundred that are due first are shown, however many there are, and the page says when there are more.
 * Source:  docs/law.md 2.1, 7.
 */

import type { Page, Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isOpenRequest, requestStates } from '../../vocabulary/request.ts';
import { reviewStates } from '../../vocabulary/review.ts';
import { readerOf } from '../reader.ts';
import { everyItem } from './list-file.ts';
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
    reader: readerOf(language, reads.settings.timeZone, 'officer'),
  };
}

/** So many a page shows. */
const MOST = 100;
/** So many are looked at for it: beyond that a page says that there are more. */
const MOST_READ = 20_000;
const A_PAGE = 200;

export interface WorkList<Row> {
  readonly rows: readonly Row[];
  /** Of how many these are the first. */
  readonly count: number;
  readonly isCut: boolean;
}

type Due = { readonly dueAt: number };
const byDue = (one: Due, other: Due): number => one.dueAt - other.dueAt;

/** Keeps those that are due first, in whatever order they come. */
export function dueFirst<Row extends Due>() {
  let rows: Row[] = [];
  let count = 0;
  const firstOf = (all: readonly Row[]): Row[] => all.toSorted(byDue).slice(0, MOST);
  return {
    take(row: Row): void {
      count += 1;
      rows.push(row);
      if (rows.length === 2 * MOST) rows = firstOf(rows);
    },
    list: (): WorkList<Row> => ({ rows: firstOf(rows), count, isCut: count > MOST || count >= MOST_READ }),
  };
}

/** Lists know no order of last days, so all that is open is looked at. */
async function* everyOpen<Row, State>(
  states: readonly State[],
  read: (state: State, before: number | undefined) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let left = MOST_READ;
  for (const state of states)
    for await (const row of everyItem((before: number | undefined) => read(state, before))) {
      if (left === 0) return;
      left -= 1;
      yield row;
    }
}

const openReviews = reviewStates.filter((state) => state !== 'concluded' && state !== 'cancelled');
const openRequests = requestStates.filter(isOpenRequest);

export const everyOpenReview = (reads: Reads, wants: { readonly aiSystem?: string } = {}): AsyncGenerator<ReviewRow> =>
  everyOpen(openReviews, (state, before) => reads.reviews({ ...wants, state, limit: A_PAGE, ...defined({ before }) }));

export const everyOpenRequest = (reads: Reads, wants: { readonly kind?: string } = {}): AsyncGenerator<RequestRow> =>
  everyOpen(openRequests, (state, before) =>
    reads.requests({ ...wants, state, limit: A_PAGE, ...defined({ before }) }),
  );

/** Those of them that are wanted, the one due first at the top. */
export async function askDueFirst<Row extends Due>(
  rows: AsyncIterable<Row>,
  isWanted: (row: Row) => boolean,
): Promise<WorkList<Row>> {
  const first = dueFirst<Row>();
  for await (const row of rows) if (isWanted(row)) first.take(row);
  return first.list();
}

/** Newest first, because what has ended is not due any more. */
export async function askEndedReviews(
  reads: Reads,
  wants: { readonly aiSystem?: string } = {},
): Promise<WorkList<ReviewRow>> {
  const { items: rows, next } = await reads.reviews({ ...wants, state: 'concluded', limit: MOST });
  return { rows, count: rows.length, isCut: next !== null };
}

export async function askEndedRequests(
  reads: Reads,
  wants: { readonly kind?: string } = {},
): Promise<WorkList<RequestRow>> {
  const closed = requestStates.filter((state) => !isOpenRequest(state));
  const pages = await Promise.all(closed.map((state) => reads.requests({ ...wants, state, limit: MOST })));
  const rows = pages
    .flatMap(({ items }) => items)
    .toSorted((one, other) => (other.closedAt ?? 0) - (one.closedAt ?? 0));
  return { rows, count: rows.length, isCut: pages.some(({ next }) => next !== null) };
}
