/**
 * Handler of the first page of the console.
 * Flow:    app → here → house → answers/console → pages/console.
 * Promise: only what this session may open is read at all.
 * Source:  docs/design.md 12 (console).
 */
import * as desk from '../../../../openapi/endpoints/console.ts';
import { dueOf } from '../../../answers/console/due.ts';
import { requestCard } from '../../../answers/console/request-work.ts';
import { type AtWork, reviewCard } from '../../../answers/console/review-card.ts';
import { systemStates } from '../../../answers/console/systems.ts';
import { type Start, startPage } from '../../../pages/console/start-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem } from '../../../vocabulary/problems.ts';
import { type Bound, on } from '../../bind.ts';
import { handedOver, listed } from '../adverse-notices.ts';
import { atWork, consoleChrome, opens, type Working } from './at-work.ts';
import { openRequests, openReviews } from './waiting.ts';

/** How many stand on the first page; the rest is one click away. */
const FEW = 8;

/** People whom law wants told about an outcome, and whom nothing has reached. */
async function noticesDue(house: House, { now, reader }: AtWork): Promise<NonNullable<Start['notices']>> {
  const { items } = await listed(house, { state: 'due', limit: FEW, before: Number.MAX_SAFE_INTEGER });
  return items.map(({ decision, dueAt }) => ({ decision, due: dueOf(Date.parse(dueAt), now, reader) }));
}

async function startOf(house: House, context: Working): Promise<Start> {
  const work = await atWork(house, context);
  const { caller } = context;
  const reviews =
    opens(desk.showReviewQueue, caller) || opens(desk.showSystems, caller) ? (await openReviews(house)).rows : [];
  const cards = reviews.map((row) => reviewCard(row, work));
  const late = <C extends { readonly due: { readonly state: string } }>(all: readonly C[]): number =>
    all.filter(({ due }) => due.state === 'late').length;
  const requests = opens(desk.showRequestQueue, caller)
    ? (await openRequests(house)).rows.map((row) => requestCard(row, work))
    : [];
  const mine = cards.filter(({ holder }) => holder === 'you');
  const free = cards.filter(({ holder }) => holder === 'nobody').slice(0, FEW);
  return {
    ...(opens(desk.showReviewQueue, caller)
      ? { reviews: { mine, free, late: late(cards), waiting: cards.length } }
      : {}),
    ...(opens(desk.showRequestQueue, caller)
      ? { requests: { next: requests.slice(0, FEW), late: late(requests), waiting: requests.length } }
      : {}),
    ...(opens(desk.sendTold, caller) ? { notices: await noticesDue(house, work) } : {}),
    ...(opens(desk.showSystems, caller)
      ? { stopped: systemStates({ ...work, open: reviews }).filter(({ state }) => state === 'stopped') }
      : {}),
  };
}

export const startHandlers = (house: House): readonly Bound[] => [
  on(desk.sendTold)(async (context) => {
    const { how } = context.body;
    const done = await handedOver(house, context.params.id, { ...context, body: { how } });
    return isProblem(done) ? done : { see: '/console' };
  }),
  on(desk.showStart)(async (context) => ({
    status: 200,
    text: startPage(await startOf(house, context), consoleChrome(house, context)),
  })),
];
