/**
 * Handlers of the pages of human review: the form to disagree, the list, one look, calling it off, one's own files.
 * Flow:    app → here → answers/review, record/contest, command `review.cancel` → pages/reviews.
 * Promise: files are checked before anything is recorded; another person's decision, review or file is a 404.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import * as pages from '../../../openapi/endpoints/review-pages.ts';
import { askOwnFile } from '../../answers/file/ask.ts';
import {
  askContestForm,
  askMyReviewInFull,
  askMyReviewsWithDecision,
  findOwnDecision,
} from '../../answers/review/ask-mine.ts';
import type { DecisionRecorded } from '../../facts/decision.ts';
import { contestPage } from '../../pages/reviews/contest-page.tsx';
import { reviewsPage } from '../../pages/reviews/list-page.tsx';
import { reviewPage } from '../../pages/reviews/review-page.tsx';
import type { House } from '../../ports/house.ts';
import type { Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { type PageCall, selfOf, senderOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { readCorrections } from '../corrections.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { renderFile } from '../files.ts';
import { faultWords, fieldsIn } from '../form-faults.ts';
import { type ContestSent, recordContest } from '../record/contest.ts';
import { renderRecorded } from '../reply.ts';

type OnOne = PageCall & { readonly params: { readonly id: string } };

const queryOf = ({ params, caller, language }: OnOne) => ({ id: params.id, identifier: selfOf(caller), language });

/** The form, again with what was typed where it was refused. */
async function renderContest(
  reads: Reads,
  decision: DecisionRecorded,
  context: OnOne & { readonly tried?: ContestSent & { readonly error: string; readonly wrong: readonly string[] } },
) {
  const { tried } = context;
  const { inputs, ...form } = await askContestForm(reads, decision, queryOf(context));
  const data = {
    ...form,
    inputs: inputs.map((input) => {
      const typed = tried?.fields[`correction-${input.place}`];
      return { ...input, ...(typeof typed === 'string' ? { typed } : {}) };
    }),
    ...defined({ statement: tried?.statement, error: tried?.error, wrong: tried?.wrong }),
  };
  return { status: tried === undefined ? 200 : 422, text: contestPage(data, chromeOf(reads, context)) };
}

const contestHandlers = (house: House): readonly Bound[] => [
  on(pages.showContest)(async (context) => {
    const decision = await findOwnDecision(house, queryOf(context));
    return decision === undefined ? problem('not-found') : renderContest(house, decision, context);
  }),
  on(pages.sendContest)(async (context) => {
    const decision = await findOwnDecision(house, queryOf(context));
    if (decision === undefined) return problem('not-found');
    const { csrf: _csrf, statement, files = [], ...fields } = context.body;
    const sent: ContestSent = { decision: context.params.id, statement, files, fields };
    const corrections = readCorrections(fields, decision.inputs, context.language);
    const done = isProblem(corrections) ? corrections : await recordContest(house, { ...sent, corrections }, context);
    if (!isProblem(done)) return { see: `/me/reviews/${done.review}` };
    const [fault] = done.errors ?? [];
    if (fault === undefined || done.problem !== 'validation-failed') return done;
    const tried = { ...sent, error: faultWords(context.language, fault), wrong: fieldsIn(done) };
    return renderContest(house, decision, { ...context, tried });
  }),
];

export const reviewPageHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  ...contestHandlers(house),
  on(pages.showMyReviews)(async (context) => {
    const cursor = readCursor(context, pages.showMyReviews.id);
    if (isProblem(cursor)) return cursor;
    const query = { ...pageQuery(cursor, context.query.limit), language: context.language };
    const page = await askMyReviewsWithDecision(house, selfOf(context.caller), query);
    return { status: 200, text: reviewsPage(withCursor(page, cursor), chromeOf(house, context)) };
  }),
  on(pages.showMyReview)(async (context) => {
    const data = await askMyReviewInFull(house, queryOf(context));
    return data === undefined
      ? problem('not-found')
      : { status: 200, text: reviewPage(data, chromeOf(house, context)) };
  }),
  on(pages.callOffReview)(async (context) => {
    const { id: review } = context.params;
    const reply = renderRecorded(await house.record('review.cancel', { review }, senderOf(context)));
    return isProblem(reply) ? reply : { see: `/me/reviews/${review}` };
  }),
  on(pages.downloadFile)(async ({ params, caller }) => renderFile(await askOwnFile(house, params.id, selfOf(caller)))),
];
