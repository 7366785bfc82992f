/**
 * Handlers of a person's own reviews: contesting a decision, following the look, calling it off.
 * Flow:    app → here → house → answers/review.
 * Promise: another person's review or decision is the same 404 as a missing one.
 * Source:  docs/design.md 8; GDPR 22(3).
 */

import * as reviews from '../../../openapi/endpoints/reviews.ts';
import { type Reader, readerOf } from '../../answers/reader.ts';
import { type MyReview, myReview } from '../../answers/review/my-review.ts';
import type { House } from '../../house-port.ts';
import { ofKind } from '../../views/of-kind.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import type { Pagers } from './cursor.ts';
import { selfOf } from './me.ts';
import { subjectOf } from './person.ts';
import { answered, type Caller, calendarOf, senderOf, told } from './reply.ts';

/** Several reviews with what was sent and how they ended, opened at once. */
export async function myReviews(
  house: House,
  rows: readonly ReviewRow[],
  reader: Reader,
): Promise<readonly MyReview[]> {
  const facts = await house.facts(
    rows.flatMap(({ id, conclusion }) => (conclusion === undefined ? [id] : [id, conclusion])),
  );
  return rows.map((row) => {
    const opened = ofKind('review.opened', facts.get(row.id));
    const concluded = ofKind('review.concluded', facts.get(row.conclusion ?? ''));
    return myReview({ row, ...defined({ opened, concluded }) }, reader);
  });
}

/** One review of the person who calls. */
export async function ownReview(house: House, id: string, caller: Caller): Promise<ReviewRow | Problem> {
  const subject = await subjectOf(house, selfOf(caller));
  const row = await house.review(id);
  return row === undefined || subject === undefined || row.subject !== subject ? problem('not-found') : row;
}

export const myReviewHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(reviews.contestDecision)(async (context) => {
    const more = { decision: context.params.id, why: 'contested', calendar: calendarOf(house) } as const;
    return answered(await house.record('review.open', { ...context.body, ...more }, senderOf(context)));
  }),
  on(reviews.listMyReviews)(async (context) => {
    const pager = pagers(context, reviews.listMyReviews.id);
    if (isProblem(pager)) return pager;
    const subject = await subjectOf(house, selfOf(context.caller));
    if (subject === undefined) return told(200, { items: [], next: null });
    const page = await house.reviews({ subject, limit: context.query.limit, ...defined({ before: pager.at }) });
    const items = await myReviews(house, page.items, readerOf(context.language, house.settings.timeZone));
    return told(200, { items, next: pager.next(page.next) });
  }),
  on(reviews.getMyReview)(async (context) => {
    const row = await ownReview(house, context.params.id, context.caller);
    if (isProblem(row)) return row;
    const [shown] = await myReviews(house, [row], readerOf(context.language, house.settings.timeZone));
    return shown === undefined ? problem('not-found') : told(200, shown);
  }),
  on(reviews.cancelMyReview)(async (context) =>
    answered(await house.record('review.cancel', { review: context.params.id, ...context.body }, senderOf(context))),
  ),
];
