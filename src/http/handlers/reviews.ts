/**
 * Handlers of the queue of reviews and of each step of a reviewer.
 * Flow:    app → here → house (look, step) → views/review.
 * Promise: what a person sent, and what a decision was made from, is shown to the assigned reviewer only, and each such
 *          look stands in the ledger before a byte of it leaves.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import * as reviews from '../../../openapi/endpoints/reviews.ts';
import type { CommandKind, InputOf } from '../../commands/commands.ts';
import type { House } from '../../house-port.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { showReview } from '../../views/review/review-shown.ts';
import { knownLimits, reviewerSees, reviewFactsOf } from '../../views/review/reviewer-sees.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type ReviewSeat, reviewSeats } from '../../vocabulary/review.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import type { Pagers } from './cursor.ts';
import { fileAnswer } from './files.ts';
import { seePerson } from './person.ts';
import { answered, type Caller, type Calling, calendarOf, senderOf, told } from './reply.ts';

type Stepping = Calling & { readonly params: { readonly id: string }; readonly body?: object | undefined };

/** The seat of whoever calls, while they still work here: who has left sees no more of it than a colleague. */
export async function seatHeldBy(
  house: House,
  row: ReviewRow,
  { actor, principal }: Caller,
): Promise<ReviewSeat | undefined> {
  const seat = reviewSeats.find((each) => row.seats[each]?.reviewer === actor.id);
  if (seat === undefined) return undefined;
  const { person } = await seePerson(house, staffIdentifier(principal));
  return person.found === 'known' && person.standing.staff?.active === true ? seat : undefined;
}

/** What a review rests on, opened; nothing where the person was erased meanwhile. */
export async function factsOf(house: House, row: ReviewRow) {
  const facts = await house.facts([row.decision, row.id, ...row.evidence]);
  const found = reviewFactsOf(row, (id) => facts.get(id));
  if (found === undefined) return undefined;
  const system = (await house.registry()).aiSystems.get(row.aiSystem)?.at(-1);
  return { ...found, ...knownLimits(system) };
}

/** The reviewer's look is recorded before they see anything. */
async function seenBy(house: House, row: ReviewRow, context: Stepping): Promise<BytesAnswer | Problem> {
  const seat = await seatHeldBy(house, row, context.caller);
  if (seat === undefined || row.state === 'cancelled') return told(200, showReview(row));
  const looked = answered(
    await house.record('look.take', { subject: row.subject, what: 'decision', reason: 'review' }, senderOf(context)),
  );
  if (isProblem(looked)) return looked;
  const facts = await factsOf(house, row);
  return facts === undefined ? problem('not-found') : told(200, reviewerSees(row, seat, facts));
}

export type ReviewStep = Exclude<Extract<CommandKind, `review.${string}`>, 'review.open' | 'review.cancel'>;

/** Runs one command of a review; the decision and the files of a review never change. */
export async function stepped(
  house: House,
  context: Stepping,
  { kind, ...more }: { readonly kind: ReviewStep; readonly [member: string]: unknown },
): Promise<BytesAnswer | Problem> {
  const row = await house.review(context.params.id);
  // A step under a key may have been taken before an erasure; then the command answers that, and 404 else.
  if (row === undefined && context.idempotency === undefined) return problem('not-found');
  const { id: review, decision, evidence: files } = row ?? { id: context.params.id, decision: '', evidence: [] };
  // The pipeline held the body against the model of the endpoint whose step this is.
  const input = { review, decision, files, ...context.body, ...more } as InputOf<ReviewStep>;
  return answered(await house.record(kind, input, senderOf(context)));
}

const queueHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(reviews.postReview)(async (context) => {
    return answered(
      await house.record('review.open', { ...context.body, calendar: calendarOf(house) }, senderOf(context)),
    );
  }),
  on(reviews.listReviews)(async (context) => {
    const pager = pagers(context, reviews.listReviews.id);
    if (isProblem(pager)) return pager;
    const { cursor: _cursor, assignee, dueBefore, ...wants } = context.query;
    const page = await house.reviews({
      ...wants,
      ...(assignee === undefined ? {} : { assignee: assignee.startsWith('act_') ? assignee : house.actorOf(assignee) }),
      ...(dueBefore === undefined ? {} : { dueBefore: Date.parse(dueBefore) }),
      ...defined({ before: pager.at }),
    });
    return told(200, { items: page.items.map(showReview), next: pager.next(page.next) });
  }),
  on(reviews.getReview)(async (context) => {
    const row = await house.review(context.params.id);
    return row === undefined ? problem('not-found') : seenBy(house, row, context);
  }),
];

const stepHandlers = (house: House): readonly Bound[] => [
  on(reviews.assignReview)((context) => {
    const { reviewer = context.caller.principal } = context.body;
    return stepped(house, context, { kind: 'review.assign', reviewer, actor: house.actorOf(reviewer) });
  }),
  on(reviews.viewEvidence)((context) => stepped(house, context, { kind: 'review.view-evidence' })),
  on(reviews.noteView)((context) => stepped(house, context, { kind: 'review.note-view' })),
  on(reviews.giveSecondOpinion)((context) => stepped(house, context, { kind: 'review.second-opinion' })),
  on(reviews.concludeReview)((context) => stepped(house, context, { kind: 'review.conclude' })),
  on(reviews.getReviewFile)(async (context) => {
    const { id, file } = context.params;
    const seen = await stepped(house, { ...context, params: { id } }, { kind: 'review.view-evidence', file });
    return isProblem(seen) ? seen : fileAnswer(house, file);
  }),
];

export const reviewHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...queueHandlers(house, pagers),
  ...stepHandlers(house),
];
