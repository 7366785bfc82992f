/**
 * Asks what waits for staff, in numbers: what is late, due soon or untold, what waits at connected systems, and the
 * hours of open breaches.
 * Flow:    send-digests → here → ports/reads, the answers of the console → digest.ts.
 * Promise: counted by kind over every open request and review, with the rules of the queues that the links lead to; of
 *          a person nothing stands in it, not even a pseudonym.
 * Source:  docs/law.md 2.1, 2.6, 7; decision 0134.
 */
import type { Reads } from '../../ports/reads.ts';
import { HOUR_MS } from '../../vocabulary/instant.ts';
import { isOpenRequest, type RequestKind, requestStates } from '../../vocabulary/request.ts';
import { reviewStates } from '../../vocabulary/review.ts';
import { breachesDue } from '../breach/ask.ts';
import { isLate } from '../console/ask-queues.ts';
import { askStates } from '../console/connected.ts';
import { urgency } from '../console/due.ts';
import { everyItem } from '../console/list-file.ts';
import { requestCard } from '../console/request-work.ts';
import { askAdverseNotices } from '../notice/ask.ts';
import { readerOf } from '../reader.ts';

/** So many are read at once. */
const limit = 200;
/** Of what was not told so much is read at most. */
const MOST_UNTOLD = 10_000;

type ByKind = ReadonlyMap<RequestKind, number>;

interface Urgent<Counted> {
  readonly late: Counted;
  readonly soon: Counted;
}

/** Numbers alone. */
export interface DigestNumbers {
  readonly requests: Urgent<ByKind>;
  readonly reviews: Urgent<number>;
  /** Requests of which law wants the person told something that has not reached them. */
  readonly untold: ByKind;
  /** Outcomes against a person of which they have to be told. */
  readonly notices: number;
  readonly systems: readonly { readonly key: string; readonly name: string; readonly waits: number }[];
  /** Of each open breach the hours until the authority has to know; below zero they are over. */
  readonly breaches: readonly number[];
}

const openStates = {
  requests: requestStates.filter(isOpenRequest),
  reviews: reviewStates.filter((state) => state !== 'concluded' && state !== 'cancelled'),
};

function add(counts: Map<RequestKind, number>, kind: RequestKind): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

async function countRequests(reads: Reads): Promise<DigestNumbers['requests']> {
  const [late, soon] = [new Map<RequestKind, number>(), new Map<RequestKind, number>()];
  const work = { now: reads.now(), reader: readerOf('en', reads.settings.timeZone) };
  for (const state of openStates.requests)
    for await (const row of everyItem((before?: number) => reads.requests(pageOf(state, before)))) {
      const card = requestCard(row, work);
      if (isLate(card)) add(late, card.kind);
      else if (card.due.state === 'soon') add(soon, card.kind);
    }
  return { late, soon };
}

async function countReviews(reads: Reads): Promise<DigestNumbers['reviews']> {
  const counts = { late: 0, soon: 0, later: 0 };
  for (const state of openStates.reviews)
    for await (const { dueAt } of everyItem((before?: number) => reads.reviews(pageOf(state, before))))
      counts[urgency(dueAt, reads.now(), reads.settings.timeZone)] += 1;
  return counts;
}

const pageOf = <State extends string>(state: State, before: number | undefined) => ({
  state,
  limit,
  ...(before === undefined ? {} : { before }),
});

async function countUntold(reads: Reads): Promise<ByKind> {
  const work = { now: reads.now(), reader: readerOf('en', reads.settings.timeZone) };
  const counts = new Map<RequestKind, number>();
  for (const row of await reads.untoldRequests(MOST_UNTOLD))
    if (requestCard(row, work).untold.length > 0) add(counts, row.kind);
  return counts;
}

/** Whole hours that are left, or that are over. */
const hoursUntil = (dueAt: number, now: number): number => Math.floor((dueAt - now) / HOUR_MS);

export async function askDigest(reads: Reads): Promise<DigestNumbers> {
  const { systems } = await askStates(reads);
  return {
    requests: await countRequests(reads),
    reviews: await countReviews(reads),
    untold: await countUntold(reads),
    notices: (await askAdverseNotices(reads, { state: 'due', limit: MOST_UNTOLD })).items.length,
    systems: systems.filter(({ waits }) => waits > 0).map(({ key, name, waits }) => ({ key, name, waits })),
    breaches: (await breachesDue(reads)).map(({ dueAt }) => hoursUntil(Date.parse(dueAt), reads.now())),
  };
}
