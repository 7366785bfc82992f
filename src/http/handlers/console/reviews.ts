/**
 * Handlers of reviews in the console: the queue, one review as a flow, each of its steps as a form.
 * Flow:    app → here → record/look, record/review-step (the same steps as the API), answers/console → pages/console.
 * Promise: what a person sent is shown to the assigned reviewer only, after the look was recorded; what was typed is
 *          not lost when a step is refused.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import * as desk from '../../../../openapi/endpoints/console.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { askColleagues } from '../../../answers/console/ask-colleagues.ts';
import { askReviewQueue } from '../../../answers/console/ask-queues.ts';
import { askReviewMaterial, findFact, outsideOf } from '../../../answers/console/ask-work.ts';
import { type ReviewMaterial, reviewWork } from '../../../answers/console/review-work.ts';
import { askFile } from '../../../answers/file/ask.ts';
import { findSeat } from '../../../answers/review/ask.ts';
import { reviewListPage } from '../../../pages/console/review-list.tsx';
import { consoleReviewPage } from '../../../pages/console/review-page.tsx';
import type { TypedView } from '../../../pages/console/review-steps.tsx';
import type { House } from '../../../ports/house.ts';
import type { ReviewRow } from '../../../views/review/review-row.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { OwnView, ViewAsAsked } from '../../../vocabulary/review.ts';
import type { SeeOther, TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { canBeMended, consoleChrome, refusedForm, withoutEmpty, workQuery, writeTexts } from '../../console.ts';
import { readCorrections } from '../../corrections.ts';
import { renderFile } from '../../files.ts';
import { recordLook } from '../../record/look.ts';
import { type ReviewStepInput, takeReviewStep } from '../../record/review-step.ts';

type OnReview = PageCall & { readonly params: { readonly id: string } };

/**
 * What the flow is made of. Whoever holds a seat sees what the decision rests on, and how it ended in words, so their
 * look is recorded first; everybody else sees how far it is.
 */
async function readMaterial(house: House, row: ReviewRow, context: OnReview): Promise<ReviewMaterial | Problem> {
  const seat = row.state === 'cancelled' ? undefined : await findSeat(house, row, context.caller);
  if (seat === undefined || row.seats[seat]?.viewedAt === undefined) return outsideOf(row, seat);
  const refused = await recordLook(
    house,
    { subject: row.subject, what: 'decision', reason: 'review', decision: row.decision },
    context,
  );
  return refused ?? (await askReviewMaterial(house, row, seat)) ?? problem('subject-erased');
}

interface Failed {
  readonly error: string;
  readonly wrong: readonly string[];
  readonly typed: TypedView;
}

async function renderReview(house: House, context: OnReview, failed?: Failed): Promise<TextAnswer | Problem> {
  const row = await house.review(context.params.id);
  if (row === undefined) return problem('not-found');
  const material = await readMaterial(house, row, context);
  if (isProblem(material)) return material;
  const work = reviewWork(material, await askConsoleContext(house, workQuery(context)));
  const colleagues = row.closedAt === undefined ? await askColleagues(house, context.caller.principal) : [];
  return {
    status: failed === undefined ? 200 : 422,
    text: consoleReviewPage({ work, colleagues, ...failed }, await consoleChrome(house, context)),
  };
}

/** One step as a form: back to the flow, or the flow again with what did not work. */
async function sendStep(
  house: House,
  context: OnReview & { readonly body: object },
  step: ReviewStepInput,
): Promise<SeeOther | TextAnswer | Problem> {
  const { caller, requestId, params } = context;
  const body = withoutEmpty(context.body);
  const done = await takeReviewStep(house, { caller, requestId, params }, { ...body, ...step });
  if (!isProblem(done)) return { see: `/console/reviews/${params.id}` };
  return canBeMended(done) ? renderReview(house, context, { ...refusedForm(done, context), typed: body }) : done;
}

const notChosen = (pointer: string): Problem =>
  problem('validation-failed', undefined, [
    { pointer, code: 'required', message: 'Nothing was chosen.', fix: 'Choose one of the answers.' },
  ]);

/** A form without a choice is shown again; browsers ask for it before, programs may not. */
const askAgain = (house: House, context: OnReview & { readonly body: object }, pointer: string) =>
  renderReview(house, context, { ...refusedForm(notChosen(pointer), context), typed: withoutEmpty(context.body) });

const readHandlers = (house: House): readonly Bound[] => [
  on(desk.showReviewQueue)(async (context) => {
    const { show, aiSystem } = context.query;
    const query = { show, ...(aiSystem === undefined || aiSystem === '' ? {} : { aiSystem }) };
    const queue = await askReviewQueue(house, query, await askConsoleContext(house, workQuery(context)));
    const { principal: me } = context.caller;
    const colleagues = show === 'ended' ? [] : await askColleagues(house, me);
    return { status: 200, text: reviewListPage({ ...queue, colleagues, me }, await consoleChrome(house, context)) };
  }),
  on(desk.showReviewWork)((context) => renderReview(house, context)),
];

/** For or against the person, as what the recorded fact calls it: to leave the decision, or to change it. */
async function viewOf(house: House, review: string, asked: ViewAsAsked): Promise<OwnView> {
  if (asked === 'unsure') return asked;
  const row = await house.review(review);
  const decision = await findFact(house, row?.decision);
  const isAdverse = decision?.kind !== 'decision.recorded' || decision.payload.adverse;
  return (asked === 'for-person') === isAdverse ? 'change' : 'uphold';
}

const stepHandlers = (house: House): readonly Bound[] => [
  on(desk.sendAssign)((context) => {
    const reviewer = context.body.reviewer?.trim() || context.caller.principal;
    return sendStep(house, { ...context, body: { ...context.body, reviewer } }, { kind: 'review.assign' });
  }),
  on(desk.sendViewEvidence)((context) => sendStep(house, context, { kind: 'review.view-evidence' })),
  on(desk.sendOpenFile)(async (context) => {
    const { caller, requestId, params } = context;
    const seen = await takeReviewStep(
      house,
      { caller, requestId, params: { id: params.id } },
      { kind: 'review.view-evidence', file: params.file },
    );
    return isProblem(seen) ? seen : renderFile(await askFile(house, params.file));
  }),
  on(desk.sendNoteView)(async (context) => {
    const { view } = context.body;
    if (view === undefined) return askAgain(house, context, '/view');
    return sendStep(house, context, { kind: 'review.note-view', view: await viewOf(house, context.params.id, view) });
  }),
  on(desk.sendSecondOpinion)((context) =>
    context.body.outcome === undefined
      ? askAgain(house, context, '/outcome')
      : sendStep(house, context, { kind: 'review.second-opinion' }),
  ),
  on(desk.sendConclusion)((context) =>
    context.body.outcome === undefined ? askAgain(house, context, '/outcome') : sendConclusion(house, context),
  ),
];

interface Conclusion {
  readonly outcome?: string;
  readonly newOutcome?: string;
  readonly reasons?: string;
  readonly disagreement?: string;
}

const noCorrection = problem('validation-failed', undefined, [
  {
    pointer: '/corrected',
    code: 'required',
    message: 'No data was put right.',
    fix: 'Write the right value of what was wrong, so that it can be decided again.',
  },
]);

/** The right values, where it is decided again. */
async function readCorrected(
  house: House,
  { params, body, language }: OnReview & { readonly body: Conclusion },
): Promise<object | Problem> {
  const row = await house.review(params.id);
  const decision = await findFact(house, row?.decision);
  if (body.outcome !== 're-run' || decision?.kind !== 'decision.recorded') return {};
  const corrected = readCorrections({ ...body }, decision.payload.inputs, language);
  if (isProblem(corrected)) return corrected;
  return corrected.length === 0 ? noCorrection : { corrected };
}

/**
 * What was typed goes back to the form as it was; the command gets texts by language and values as they were recorded.
 */
async function sendConclusion(
  house: House,
  context: OnReview & { readonly body: Conclusion },
): Promise<SeeOther | TextAnswer | Problem> {
  const { caller, requestId, params, body, language } = context;
  const { outcome, newOutcome, reasons, disagreement } = withoutEmpty(body);
  const corrected = await readCorrected(house, context);
  const input = {
    outcome,
    reasons: reasons ?? '',
    ...defined({ disagreement }),
    ...writeTexts('newOutcome', newOutcome, language),
  };
  const done = isProblem(corrected)
    ? corrected
    : await takeReviewStep(house, { caller, requestId, params }, { ...input, ...corrected, kind: 'review.conclude' });
  if (!isProblem(done)) return { see: `/console/reviews/${params.id}` };
  return canBeMended(done)
    ? renderReview(house, context, {
        ...refusedForm(done, context),
        typed: { ...withoutEmpty(body), fields: { ...body } },
      })
    : done;
}

export const consoleReviewHandlers = (house: House): readonly Bound[] => [
  ...readHandlers(house),
  ...stepHandlers(house),
];
