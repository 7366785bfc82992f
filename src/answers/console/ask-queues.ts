/**
 * Asks for the queues of the console and its first page.
 * Flow:    http → here → ask.ts, cards beside it.
 * Promise: only what the session may open is read at all.
 * Source:  docs/design.md 12 (console); docs/law.md 2.1, 7.
 */
import type { DuePlace, Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { aYearBefore } from '../../vocabulary/instant.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { askAdverseNotices } from '../notice/ask.ts';
import { countUsesWithoutPermission } from '../oversight/without-permission.ts';
import { askFollowUps } from '../subject/follow-ups.ts';
import { askEndedRequests, askEndedReviews, askWaitingRequests, askWaitingReviews } from './ask.ts';
import { type Due, dueOf } from './due.ts';
import { type RequestCard, requestCard } from './request-work.ts';
import { byDue, type ConsoleContext, type ReviewCard, reviewCard, systemName } from './review-card.ts';
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
  const { rows, isCut } =
    show === 'ended' ? await askEndedReviews(reads, wants) : await askWaitingReviews(reads, wants);
  const cards = rows.map((row) => reviewCard(row, work));
  const shown = cards.filter((card) => isWanted(card, show));
  const systems = [...work.registry.aiSystems.keys()].sort().map((key) => ({ key, name: systemName(key, work) }));
  return { show, ...wants, systems, items: show === 'ended' ? shown : shown.toSorted(byDue), isCut };
}

export interface RequestQueueQuery {
  readonly show: 'waiting' | 'late' | 'ended';
  readonly kind?: RequestKind;
}

export async function askRequestQueue(reads: Reads, { show, ...wants }: RequestQueueQuery, work: ConsoleContext) {
  const { rows, isCut } =
    show === 'ended' ? await askEndedRequests(reads, wants) : await askWaitingRequests(reads, wants);
  const items = rows.map((row) => requestCard(row, work)).filter((card) => show !== 'late' || isLate(card));
  return { show, ...wants, items, isCut };
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

const countLate = (all: readonly { readonly due: Due }[]): number =>
  all.filter(({ due }) => due.state === 'late').length;

/** The parts of the first page, each only where the session may open what it leads to. */
interface StartParts {
  readonly reviews: boolean;
  readonly requests: boolean;
  readonly notices: boolean;
  readonly systems: boolean;
  readonly uncovered: boolean;
}

export async function askStart(reads: Reads, may: StartParts, work: ConsoleContext) {
  const reviews = may.reviews || may.systems ? (await askWaitingReviews(reads)).rows : [];
  const cards = reviews.map((row) => reviewCard(row, work));
  const requests = may.requests ? (await askWaitingRequests(reads)).rows.map((row) => requestCard(row, work)) : [];
  const mine = cards.filter(({ holder }) => holder === 'you');
  const free = cards.filter(({ holder }) => holder === 'nobody').slice(0, FEW);
  return {
    ...(may.reviews ? { reviews: { mine, free, late: countLate(cards), waiting: cards.length } } : {}),
    ...(may.requests
      ? { requests: { next: requests.slice(0, FEW), late: countLate(requests), waiting: requests.length } }
      : {}),
    ...(may.requests ? { followUps: await askFollowUps(reads), untold: await askUntold(reads, work) } : {}),
    ...(may.notices ? { notices: await askNoticesDue(reads, work) } : {}),
    ...(may.uncovered
      ? { uncovered: await countUsesWithoutPermission(reads, { from: aYearBefore(work.now), to: work.now + 1 }) }
      : {}),
    ...(may.uncovered && reads.unfit().length > 0 ? { unfit: reads.unfit() } : {}),
    ...(may.systems
      ? { stopped: systemStates({ ...work, open: reviews }).filter(({ state }) => state === 'stopped') }
      : {}),
  };
}
