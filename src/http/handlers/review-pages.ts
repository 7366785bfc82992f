/**
 * Handlers of the pages of human review: the form to disagree, the list, one look, calling it off, one's own files.
 * Flow:    app → here → house, answers/review → pages/reviews.
 * Promise: files are checked before anything is recorded; another person's decision, review or file is a 404.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import * as pages from '../../../openapi/endpoints/review-pages.ts';
import { readerOf } from '../../answers/reader.ts';
import type { DecisionRecorded } from '../../facts/decision.ts';
import { type ContestForm, contestPage } from '../../pages/reviews/contest-page.tsx';
import { reviewsPage } from '../../pages/reviews/list-page.tsx';
import { reviewPage } from '../../pages/reviews/review-page.tsx';
import type { House } from '../../ports/house.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { type ContestSent, correctionsIn, recordContest } from './contest.ts';
import type { Pagers } from './cursor.ts';
import { ownFile } from './files.ts';
import { selfOf } from './me.ts';
import { myReviews, ownReview } from './my-reviews.ts';
import { subjectOf } from './person.ts';
import { answered, type Calling, senderOf } from './reply.ts';

type Paged = Calling & Circumstances;

/** A decision about the person who calls, as it was recorded. */
async function ownDecision(house: House, id: string, { caller }: Calling): Promise<DecisionRecorded | Problem> {
  const fact = (await house.facts([id])).get(id);
  const subject = await subjectOf(house, selfOf(caller));
  const isOwn = fact?.kind === 'decision.recorded' && subject !== undefined && fact.subject === subject;
  return isOwn ? (fact.payload as unknown as DecisionRecorded) : problem('not-found');
}

async function formOf(
  house: House,
  context: Paged & { readonly params: { readonly id: string } },
  tried: Partial<ContestSent> & { readonly error?: string } = {},
) {
  const { id } = context.params;
  const decision = await ownDecision(house, id, context);
  if (isProblem(decision)) return decision;
  const reader = readerOf(context.language, house.settings.timeZone);
  const open = (await house.reviewsOf([id])).find((review) => review.why === 'contested' && isOpenReview(review));
  const inputs = decision.inputs.map(({ label, value, name }, place) => {
    const typed = tried.fields?.[`correction-${place}`];
    return {
      place,
      label: reader.text(label) ?? name,
      value: String(value),
      ...(typeof typed === 'string' ? { typed } : {}),
    };
  });
  const form: ContestForm = {
    decision: id,
    what: reader.text(decision.what) ?? '',
    inputs,
    ...defined({ statement: tried.statement, error: tried.error }),
    ...(open === undefined ? {} : { open: open.id }),
  };
  return { status: tried.error === undefined ? 200 : 422, text: contestPage(form, chromeOf(house, context)) };
}

const contestHandlers = (house: House): readonly Bound[] => [
  on(pages.showContest)((context) => formOf(house, context)),
  on(pages.sendContest)(async (context) => {
    const decision = await ownDecision(house, context.params.id, context);
    if (isProblem(decision)) return decision;
    const { csrf: _csrf, statement, files = [], ...fields } = context.body;
    const sent: ContestSent = { decision: context.params.id, statement, files, fields };
    const done = await recordContest(house, { ...sent, corrections: correctionsIn(fields, decision.inputs) }, context);
    if (!isProblem(done)) return { see: `/me/reviews/${done.review}` };
    const [fault] = done.errors ?? [];
    if (fault === undefined || done.problem !== 'validation-failed') return done;
    return formOf(house, context, { ...sent, error: `${fault.message} ${fault.fix}` });
  }),
];

async function shownReview(house: House, context: Paged & { readonly params: { readonly id: string } }) {
  const row = await ownReview(house, context.params.id, context.caller);
  if (isProblem(row)) return row;
  const reader = readerOf(context.language, house.settings.timeZone);
  const [review] = await myReviews(house, [row], reader);
  const decision = await ownDecision(house, row.decision, context);
  if (review === undefined || isProblem(decision)) return problem('not-found');
  const labels = Object.fromEntries(decision.inputs.map(({ name, label }) => [name, reader.text(label) ?? name]));
  const data = { review, what: reader.text(decision.what) ?? '', labels, languageFallback: reader.fellBack() };
  return { status: 200, text: reviewPage(data, chromeOf(house, context)) };
}

export const reviewPageHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...contestHandlers(house),
  on(pages.showMyReviews)(async (context) => {
    const pager = pagers(context, pages.showMyReviews.id);
    if (isProblem(pager)) return pager;
    const subject = await subjectOf(house, selfOf(context.caller));
    const wants = { limit: context.query.limit, ...defined({ before: pager.at }) };
    const page = subject === undefined ? { items: [], next: null } : await house.reviews({ subject, ...wants });
    const reader = readerOf(context.language, house.settings.timeZone);
    const decisions = await house.facts(page.items.map(({ decision }) => decision));
    const whatOf = (id: string): string =>
      reader.text((decisions.get(id)?.payload as unknown as DecisionRecorded | undefined)?.what) ?? '';
    const items = (await myReviews(house, page.items, reader)).map((review) => ({
      ...review,
      what: whatOf(review.decision),
    }));
    return { status: 200, text: reviewsPage({ items, next: pager.next(page.next) }, chromeOf(house, context)) };
  }),
  on(pages.showMyReview)((context) => shownReview(house, context)),
  on(pages.callOffReview)(async (context) => {
    const { id: review } = context.params;
    const recorded = answered(await house.record('review.cancel', { review }, senderOf(context)));
    return isProblem(recorded) ? recorded : { see: `/me/reviews/${review}` };
  }),
  on(pages.downloadFile)((context) => ownFile(house, context.params.id, context.caller)),
];
