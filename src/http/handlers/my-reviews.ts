/**
 * Handlers of a person's own reviews: contesting a decision, following the look, calling it off.
 * Flow:    app → here → answers/review, commands `review.open`, `review.cancel`.
 * Promise: another person's review or decision is the same 404 as a missing one.
 * Source:  docs/design.md 8; GDPR 22(3).
 */

import * as reviews from '../../../openapi/endpoints/reviews.ts';
import { askMyReview, askMyReviews } from '../../answers/review/ask-mine.ts';
import type { House } from '../../ports/house.ts';
import { isProblem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { selfOf, senderOf } from '../call.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { openContest } from '../record/contest.ts';
import { renderFound, renderJson, renderRecorded } from '../reply.ts';

export const myReviewHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(reviews.contestDecision)(async (context) => {
    const said = { ...context.body, decision: context.params.id };
    return renderRecorded(await openContest(house, said, context));
  }),
  on(reviews.listMyReviews)(async (context) => {
    const cursor = readCursor(context, reviews.listMyReviews.id);
    if (isProblem(cursor)) return cursor;
    const query = { ...pageQuery(cursor, context.query.limit), language: context.language };
    return renderJson(200, withCursor(await askMyReviews(house, selfOf(context.caller), query), cursor));
  }),
  on(reviews.getMyReview)(async ({ params, caller, language }) =>
    renderFound(await askMyReview(house, { id: params.id, identifier: selfOf(caller), language })),
  ),
  on(reviews.cancelMyReview)(async (context) => {
    const input = { review: context.params.id, ...context.body };
    return renderRecorded(await house.record('review.cancel', input, senderOf(context)));
  }),
];
