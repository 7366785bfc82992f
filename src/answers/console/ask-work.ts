/**
 * Asks what one review and one request are worked on with.
 * Flow:    http (once the look is recorded) → here → ports/reads, review-work.ts, request-work.ts.
 * Promise: nothing of what a review rests on is opened for somebody without a seat; nothing of a person who is erased.
 * Source:  docs/design.md 6 and 8; docs/law.md 7.
 */

import type { RecordedFact } from '../../facts/fact.ts';
import type { PayloadOf } from '../../facts/facts.ts';
import type { Reads } from '../../ports/reads.ts';
import { ofKind, payloadOfKind } from '../../views/of-kind.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isOpenRequest, type RequestStep } from '../../vocabulary/request.ts';
import type { ReviewSeat } from '../../vocabulary/review.ts';
import { askWholeChain } from '../ledger/ask.ts';
import { askAccepted } from '../request/ask-accepted.ts';
import { askDecidedFrom } from '../request/ask-decided-from.ts';
import { askSteps } from '../request/ask-steps.ts';
import { stoppedSection } from '../request/stopped.ts';
import { askReviewFacts } from '../review/ask.ts';
import type { RequestContext, RequestMaterial } from './request-work.ts';
import type { ReviewMaterial } from './review-work.ts';

export const findFact = async (reads: Reads, id: string | undefined): Promise<RecordedFact | undefined> =>
  id === undefined ? undefined : (await reads.facts([id])).get(id);

/** What everybody at work sees of a review: how far it is. */
export const outsideOf = (row: ReviewRow, seat: ReviewSeat | undefined): ReviewMaterial => ({
  row,
  seat,
  facts: undefined,
  noted: undefined,
  concluded: undefined,
});

/** What whoever holds a seat sees; nothing where the person was erased meanwhile. */
export async function askReviewMaterial(
  reads: Reads,
  row: ReviewRow,
  seat: ReviewSeat,
): Promise<ReviewMaterial | undefined> {
  const facts = await askReviewFacts(reads, row);
  if (facts === undefined) return undefined;
  return {
    row,
    seat,
    facts,
    noted: ofKind('review.view-noted', await findFact(reads, row.seats[seat]?.noted)),
    concluded: ofKind('review.concluded', await findFact(reads, row.conclusion)),
    ...defined({ opinion: seat === 'first' ? await askOpinion(reads, row) : undefined }),
  };
}

/** What the second reviewer thinks; the first reads it, but never before their own view stands. */
async function askOpinion(reads: Reads, row: ReviewRow): Promise<PayloadOf<'review.second-opinion'> | undefined> {
  const { first, second } = row.seats;
  if (first?.notedAt === undefined || second?.opinion === undefined) return undefined;
  const entries = await askWholeChain(reads, row.subject, { kinds: ['review.second-opinion'] });
  return entries
    .map((entry) => payloadOfKind('review.second-opinion', entry))
    .findLast((payload) => payload?.review === row.id);
}

/** `stepsFrom` says which steps are possible in a state. */
export async function askRequestMaterial(
  reads: Reads,
  row: RequestRow,
  {
    now,
    reader,
    stepsFrom,
  }: RequestContext & { readonly stepsFrom: (state: RequestRow['state']) => readonly RequestStep[] },
): Promise<RequestMaterial> {
  const received = row.subject === undefined ? undefined : await findFact(reads, row.id);
  const message = ofKind('request.received', received)?.payload.message;
  const possible = row.subject === undefined ? [] : stepsFrom(row.state);
  const registry = row.stopped === undefined ? undefined : await reads.registry();
  const stopped =
    registry === undefined || row.subject === undefined ? undefined : stoppedSection(row, { registry, now, reader });
  const [taken, decidedFrom] = [await askSteps(reads, row), await askDecidedFrom(reads, row)];
  const accepted = row.subject === undefined ? undefined : await askAccepted(reads, row);
  const { systems } = reads.settings;
  return { row, now, reader, possible, taken, decidedFrom, systems, ...defined({ message, stopped, accepted }) };
}

/** What is written by hand or about an erasure has no letter before it is done. */
const withPreview: ReadonlySet<string> = new Set([
  'access',
  'access-categories',
  'portability',
  'third-party-list',
  'ai-explanation',
]);

/** Whether a letter exists, or would be written now. */
export function letterStage({ state, kind, subject }: RequestRow): 'none' | 'preview' | 'final' {
  if (subject === undefined) return 'none';
  if (!isOpenRequest(state)) return 'final';
  return withPreview.has(kind) ? 'preview' : 'none';
}

/** The request as it would stand if it were answered at this moment. */
export async function asIfAnsweredNow({ ledger, now }: Reads, row: RequestRow): Promise<RequestRow> {
  return { ...row, state: 'fulfilled', closedAt: now(), treeLog: ledger.log, treeSize: await ledger.size(ledger.log) };
}
