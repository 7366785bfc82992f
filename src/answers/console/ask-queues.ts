/**
 * Asks for the queues of the console and its first page.
 * Flow:    http → here → ask.ts, cards beside it.
 * Promise: only what the session may open is read at all.
 * Source:  docs/design.md 12 (console); docs/law.md 2.1, 7.
 */
import type { DuePlace, Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { aYearBefore } from '../../vocabulary/instant.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { askAdverseNotices } from '../notice/ask.ts';
import { countUsesWithoutPermission } from '../oversight/without-permission.ts';
import { askFollowUps } from '../subject/follow-ups.ts';
import {
  askDueFirst,
  askEndedRequests,
  askEndedReviews,
  dueFirst,
  everyOpenRequest,
  everyOpenReview,
  type WorkList,
} from './ask.ts';
import { askBreachesDue } from './breach-work.ts';
import { dueOf } from './due.ts';
import { type RequestCard, requestCard } from './request-work.ts';
import { type ConsoleContext, type ReviewCard, reviewCard, systemName } from './review-card.ts';
import { systemStates } from './systems.ts';

/** How many stand on the first page; the rest is one click away. */
const FEW = 8;
/** What is on its way stands among what nobody was told, and is passed over; so many of a page, and so many pages. */
const A_PAGE = 100;
const MOST_PAGES = 50;

export interface ReviewQueueQuery {
  readonly show: 'waiting' | 'mine' | 'late' | 'ended';
  readonly aiSystem?: string;
}

/** Of those that wait, or that have ended. */
export const isWanted = ({ holder, due }: ReviewCard, show: ReviewQueueQuery['show']): boolean =>
  show === 'mine' ? holder === 'you' : show !== 'late' || due.state === 'late';

export async function askReviewQueue(reads: Reads, { show, aiSystem }: ReviewQueueQuery, work: ConsoleContext) {
  const wants = aiSystem === undefined ? {} : { aiSystem };
  const systems = [...work.registry.aiSystems.keys()].sort().map((key) => ({ key, name: systemName(key, work) }));
  const { rows, isCut } =
    show === 'ended'
      ? await askEndedReviews(reads, wants)
      : await askDueFirst(everyOpenReview(reads, wants), (row) => isWanted(reviewCard(row, work), show));
  return { show, ...wants, systems, items: rows.map((row) => reviewCard(row, work)), isCut };
}

export interface RequestQueueQuery {
  readonly show: 'waiting' | 'late' | 'ended';
  readonly kind?: RequestKind;
}

export async function askRequestQueue(reads: Reads, { show, ...wants }: RequestQueueQuery, work: ConsoleContext) {
  const { rows, isCut } =
    show === 'ended'
      ? await askEndedRequests(reads, wants)
      : await askDueFirst(everyOpenRequest(reads, wants), (row) => show !== 'late' || isLate(requestCard(row, work)));
  return { show, ...wants, items: rows.map((row) => requestCard(row, work)), isCut };
}

/** Late is an answer that is owed, and a word about the request that is. */
export const isLate = ({ due, untold }: RequestCard): boolean =>
  due.state === 'late' || untold.some((each) => each.due.state === 'late');

/** Requests of which somebody has to tell the person something, the most urgent first, whatever became of them. */
async function askUntold(reads: Reads, work: ConsoleContext): Promise<readonly RequestCard[]> {
  const cards: RequestCard[] = [];
  let after: DuePlace | undefined;
  for (let pages = 0; pages < MOST_PAGES && cards.length < FEW; pages += 1) {
    const found = await reads.untoldRequests({ limit: A_PAGE, ...defined({ after }) });
    cards.push(...found.map(({ row }) => requestCard(row, work)).filter(({ untold }) => untold.length > 0));
    after = found.at(-1);
    if (found.length < A_PAGE) break;
  }
  return cards.slice(0, FEW);
}

/** People whom law wants told about an outcome, and whom nothing has reached. */
async function askNoticesDue(reads: Reads, { now, reader }: ConsoleContext) {
  const { items } = await askAdverseNotices(reads, { state: 'due', limit: FEW });
  return items.map(({ decision, dueAt }) => ({ decision, due: dueOf(Date.parse(dueAt), now, reader) }));
}

/** What waits for a person to look again: their own, what nobody has taken, how much is late, and for which system. */
async function askReviewsAtStart(reads: Reads, work: ConsoleContext) {
  const [mine, free] = [dueFirst<ReviewRow>(), dueFirst<ReviewRow>()];
  const bySystem = new Map<string, number>();
  let [late, waiting] = [0, 0];
  for await (const row of everyOpenReview(reads)) {
    const { holder, due } = reviewCard(row, work);
    if (holder === 'you') mine.take(row);
    if (holder === 'nobody') free.take(row);
    if (due.state === 'late') late += 1;
    waiting += 1;
    bySystem.set(row.aiSystem, (bySystem.get(row.aiSystem) ?? 0) + 1);
  }
  const cards = (list: WorkList<ReviewRow>) => list.rows.map((row) => reviewCard(row, work));
  const shown = { mine: cards(mine.list()), free: cards(free.list()).slice(0, FEW), late, waiting };
  return { shown, bySystem };
}

async function askRequestsAtStart(reads: Reads, work: ConsoleContext) {
  const next = dueFirst<RequestRow>();
  let late = 0;
  for await (const row of everyOpenRequest(reads)) {
    next.take(row);
    if (row.dueAt < work.now) late += 1;
  }
  const { rows, count: waiting } = next.list();
  return { next: rows.slice(0, FEW).map((row) => requestCard(row, work)), late, waiting };
}

/** The parts of the first page, each only where the session may open what it leads to. */
interface StartParts {
  readonly reviews: boolean;
  readonly requests: boolean;
  readonly breaches: boolean;
  readonly notices: boolean;
  readonly systems: boolean;
  readonly uncovered: boolean;
}

export async function askStart(reads: Reads, may: StartParts, work: ConsoleContext) {
  const open = may.reviews || may.systems ? await askReviewsAtStart(reads, work) : undefined;
  return {
    ...(may.reviews && open !== undefined ? { reviews: open.shown } : {}),
    ...(may.requests ? { requests: await askRequestsAtStart(reads, work) } : {}),
    ...(may.requests ? { followUps: await askFollowUps(reads), untold: await askUntold(reads, work) } : {}),
    ...(may.breaches ? { breaches: await askBreachesDue(reads) } : {}),
    ...(may.notices ? { notices: await askNoticesDue(reads, work) } : {}),
    ...(may.uncovered
      ? { uncovered: await countUsesWithoutPermission(reads, { from: aYearBefore(work.now), to: work.now + 1 }) }
      : {}),
    ...(may.uncovered && reads.unfit().length > 0 ? { unfit: reads.unfit() } : {}),
    ...(may.systems && open !== undefined
      ? { stopped: systemStates({ ...work, openReviews: open.bySystem }).filter(({ state }) => state === 'stopped') }
      : {}),
  };
}
