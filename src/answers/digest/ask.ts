/**
 * Asks what waits for staff, in numbers: what is late, due soon or untold, what waits at connected systems, and the
 * hours of open breaches.
 * Flow:    send-digests → here → ports/reads, the answers of the console → digest.ts.
 * Promise: counted by kind over every open request and review, with the rules of the queues that the links lead to; of
 *          a person nothing stands in it, not even a pseudonym.
 * Source:  docs/law.md 2.1, 2.6, 7; decision 0134.
 */
import type { DuePlace, Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { HOUR_MS } from '../../vocabulary/instant.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import { breachesDue } from '../breach/ask.ts';
import { everyOpenRequest, everyOpenReview } from '../console/ask.ts';
import { isLate } from '../console/ask-queues.ts';
import { askStates } from '../console/connected.ts';
import { urgency } from '../console/due.ts';
import { requestCard } from '../console/request-work.ts';
import { askAdverseNotices } from '../notice/ask.ts';
import { readerOf } from '../reader.ts';

/** So many are read at once. */
const A_PAGE = 200;
/** Of outcomes that a person has to be told so many are counted at most. */
const MOST_NOTICES = 10_000;

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

function add(counts: Map<RequestKind, number>, kind: RequestKind): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

async function countRequests(reads: Reads): Promise<DigestNumbers['requests']> {
  const [late, soon] = [new Map<RequestKind, number>(), new Map<RequestKind, number>()];
  const work = workOf(reads);
  for await (const row of everyOpenRequest(reads)) {
    const card = requestCard(row, work);
    if (isLate(card)) add(late, card.kind);
    else if (card.due.state === 'soon') add(soon, card.kind);
  }
  return { late, soon };
}

async function countReviews(reads: Reads): Promise<DigestNumbers['reviews']> {
  const counts = { late: 0, soon: 0, later: 0 };
  for await (const { dueAt } of everyOpenReview(reads))
    counts[urgency(dueAt, reads.now(), reads.settings.timeZone)] += 1;
  return counts;
}

/** Only days and states of the cards are read, never their words. */
const workOf = (reads: Reads) => ({ now: reads.now(), reader: readerOf('en', reads.settings.timeZone) });

async function countUntold(reads: Reads): Promise<ByKind> {
  const counts = new Map<RequestKind, number>();
  const work = workOf(reads);
  let after: DuePlace | undefined;
  do {
    const found = await reads.untoldRequests({ limit: A_PAGE, ...defined({ after }) });
    for (const { row } of found) if (requestCard(row, work).untold.length > 0) add(counts, row.kind);
    after = found.length < A_PAGE ? undefined : found.at(-1);
  } while (after !== undefined);
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
    notices: (await askAdverseNotices(reads, { state: 'due', limit: MOST_NOTICES })).items.length,
    systems: systems.filter(({ waits }) => waits > 0).map(({ key, name, waits }) => ({ key, name, waits })),
    breaches: (await breachesDue(reads)).map(({ dueAt }) => hoursUntil(Date.parse(dueAt), reads.now())),
  };
}
