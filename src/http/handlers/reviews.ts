/**
 * Handlers of the queue of reviews and of each step of a reviewer.
 * Flow:    app → here → record/look, answers/review, record/review-step → views/review.
 * Promise: what a person sent, and what a decision was made from, is shown to the assigned reviewer only, and each such
 *          look stands in the ledger before a byte of it leaves.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import * as reviews from '../../../openapi/endpoints/reviews.ts';
import { calendarOf } from '../../answers/calendar.ts';
import { askFile } from '../../answers/file/ask.ts';
import { askReviewFacts, findSeat } from '../../answers/review/ask.ts';
import type { House } from '../../ports/house.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { showReview } from '../../views/review/review-shown.ts';
import { reviewerSees } from '../../views/review/reviewer-sees.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type Bound, on } from '../bind.ts';
import { type AuthenticatedCall, senderOf } from '../call.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { renderFile } from '../files.ts';
import { recordLook } from '../record/look.ts';
import { takeReviewStep } from '../record/review-step.ts';
import { renderFound, renderJson, renderRecorded } from '../reply.ts';

/** The reviewer's look is recorded before they see anything. */
async function readReview(house: House, row: ReviewRow, call: AuthenticatedCall): Promise<BytesAnswer | Problem> {
  const seat = await findSeat(house, row, call.caller);
  if (seat === undefined || row.state === 'cancelled') return renderJson(200, showReview(row));
  const refused = await recordLook(
    house,
    { subject: row.subject, what: 'decision', reason: 'review', decision: row.decision },
    call,
  );
  if (refused !== undefined) return refused;
  const facts = await askReviewFacts(house, row);
  return renderFound(facts && reviewerSees(row, seat, facts));
}

const queueHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(reviews.postReview)(async (context) => {
    const input = { ...context.body, calendar: calendarOf(house) };
    return renderRecorded(await house.record('review.open', input, senderOf(context)));
  }),
  on(reviews.listReviews)(async (context) => {
    const cursor = readCursor(context, reviews.listReviews.id);
    if (isProblem(cursor)) return cursor;
    const { cursor: _cursor, assignee, dueBefore, ...wants } = context.query;
    const page = await house.reviews({
      ...wants,
      ...(assignee === undefined ? {} : { assignee: assignee.startsWith('act_') ? assignee : house.actorOf(assignee) }),
      ...(dueBefore === undefined ? {} : { dueBefore: Date.parse(dueBefore) }),
      ...pageQuery(cursor, wants.limit),
    });
    return renderJson(200, withCursor({ ...page, items: page.items.map(showReview) }, cursor));
  }),
  on(reviews.getReview)(async (context) => {
    const row = await house.review(context.params.id);
    return row === undefined ? problem('not-found') : readReview(house, row, context);
  }),
];

const stepHandlers = (house: House): readonly Bound[] => [
  on(reviews.assignReview)((context) => {
    const { reviewer = context.caller.principal } = context.body;
    return takeReviewStep(house, context, { kind: 'review.assign', reviewer, actor: house.actorOf(reviewer) });
  }),
  on(reviews.viewEvidence)((context) => takeReviewStep(house, context, { kind: 'review.view-evidence' })),
  on(reviews.noteView)((context) => takeReviewStep(house, context, { kind: 'review.note-view' })),
  on(reviews.giveSecondOpinion)((context) => takeReviewStep(house, context, { kind: 'review.second-opinion' })),
  on(reviews.concludeReview)((context) => takeReviewStep(house, context, { kind: 'review.conclude' })),
  on(reviews.getReviewFile)(async (context) => {
    const { id, file } = context.params;
    const seen = await takeReviewStep(house, { ...context, params: { id } }, { kind: 'review.view-evidence', file });
    return isProblem(seen) ? seen : renderFile(await askFile(house, file));
  }),
];

export const reviewHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  ...queueHandlers(house, readCursor),
  ...stepHandlers(house),
];
