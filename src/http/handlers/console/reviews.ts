/**
 * Handlers of reviews in the console: the queue, one review as a flow, each of its steps as a form.
 * Flow:    app → here → handlers/reviews.ts (the same steps as the API) → answers/console → pages/console.
 * Promise: what a person sent is shown to the assigned reviewer only, after the look was recorded; what was typed is
 *          not lost when a step is refused.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import * as desk from '../../../../openapi/endpoints/console.ts';
import { type AtWork, byDue, reviewCard, systemName } from '../../../answers/console/review-card.ts';
import { type ReviewMaterial, reviewWork } from '../../../answers/console/review-work.ts';
import type { House } from '../../../house-port.ts';
import { speaks } from '../../../language/say.ts';
import { reviewListPage } from '../../../pages/console/review-list.tsx';
import { reviewPage } from '../../../pages/console/review-page.tsx';
import type { TypedView } from '../../../pages/console/review-steps.tsx';
import { ofKind } from '../../../views/of-kind.ts';
import type { ReviewRow } from '../../../views/review/review-row.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { SeeOther, TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { correctionsIn } from '../contest.ts';
import { fileAnswer } from '../files.ts';
import { answered, senderOf } from '../reply.ts';
import { factsOf, type ReviewStep, seatHeldBy, stepped } from '../reviews.ts';
import { atWork, canBeMended, consoleChrome, filled, type Working, wordsOf } from './at-work.ts';
import { endedReviews, openReviews } from './waiting.ts';

type OnReview = Working & { readonly params: { readonly id: string } };

const opened = async (house: House, id: string | undefined) =>
  id === undefined ? undefined : (await house.facts([id])).get(id);

/**
 * What the flow is made of. Whoever holds a seat sees what the decision rests on, and how it ended in words, so their
 * look is recorded first; everybody else sees how far it is.
 */
async function materialOf(house: House, row: ReviewRow, context: OnReview): Promise<ReviewMaterial | Problem> {
  const seat = row.state === 'cancelled' ? undefined : await seatHeldBy(house, row, context.caller);
  const nothing = { row, seat, facts: undefined, noted: undefined, concluded: undefined };
  if (seat === undefined || row.seats[seat]?.viewedAt === undefined) return nothing;
  const looked = answered(
    await house.record('look.take', { subject: row.subject, what: 'decision', reason: 'review' }, senderOf(context)),
  );
  if (isProblem(looked)) return looked;
  const facts = await factsOf(house, row);
  if (facts === undefined) return problem('subject-erased');
  return {
    row,
    seat,
    facts,
    noted: ofKind('review.view-noted', await opened(house, row.seats[seat]?.noted)),
    concluded: ofKind('review.concluded', await opened(house, row.conclusion)),
  };
}

interface Failed {
  readonly error: string;
  readonly typed: TypedView;
}

async function flowOf(house: House, context: OnReview, failed?: Failed): Promise<TextAnswer | Problem> {
  const row = await house.review(context.params.id);
  if (row === undefined) return problem('not-found');
  const material = await materialOf(house, row, context);
  if (isProblem(material)) return material;
  const work = reviewWork(material, await atWork(house, context));
  return {
    status: failed === undefined ? 200 : 422,
    text: reviewPage({ work, ...failed }, consoleChrome(house, context)),
  };
}

/** One step as a form: back to the flow, or the flow again with what did not work. */
async function taken(
  house: House,
  context: OnReview & { readonly body: object },
  step: { readonly kind: ReviewStep },
): Promise<SeeOther | TextAnswer | Problem> {
  const { caller, requestId, params } = context;
  const body = filled(context.body);
  const done = await stepped(house, { caller, requestId, params }, { ...body, ...step });
  if (!isProblem(done)) return { see: `/console/reviews/${params.id}` };
  return canBeMended(done) ? flowOf(house, context, { error: wordsOf(done, context), typed: body }) : done;
}

const notChosen = (pointer: string): Problem =>
  problem('validation-failed', undefined, [
    { pointer, code: 'required', message: 'Nothing was chosen.', fix: 'Choose one of the answers.' },
  ]);

/** A form without a choice is shown again; browsers ask for it before, programs may not. */
const unchosen = (house: House, context: OnReview & { readonly body: object }, pointer: string) =>
  flowOf(house, context, { error: wordsOf(notChosen(pointer), context), typed: filled(context.body) });

/** A new outcome is written in one language; English stands in for those that are missing. */
function outcomeTexts(text: string | undefined, language: string): object {
  const named = text?.trim() ?? '';
  const spoken = speaks(language).language;
  return named === ''
    ? {}
    : { newOutcome: { en: named, ...(['de', 'fr', 'es'].includes(spoken) ? { [spoken]: named } : {}) } };
}

interface Wanted {
  readonly show: 'waiting' | 'mine' | 'late' | 'ended';
  readonly aiSystem?: string;
}

async function queueOf(house: House, { show, aiSystem }: Wanted, work: AtWork) {
  const wants = aiSystem === undefined ? {} : { aiSystem };
  const { rows, isCut } = show === 'ended' ? await endedReviews(house, wants) : await openReviews(house, wants);
  const cards = rows.map((row) => reviewCard(row, work));
  const shown = cards.filter(({ holder, due }) =>
    show === 'mine' ? holder === 'you' : show !== 'late' || due.state === 'late',
  );
  const systems = [...work.registry.aiSystems.keys()].sort().map((key) => ({ key, name: systemName(key, work) }));
  return { show, ...wants, systems, items: show === 'ended' ? shown : shown.toSorted(byDue), isCut };
}

const readHandlers = (house: House): readonly Bound[] => [
  on(desk.showReviewQueue)(async (context) => {
    const { show, aiSystem } = context.query;
    const wanted = { show, ...(aiSystem === undefined || aiSystem === '' ? {} : { aiSystem }) };
    return {
      status: 200,
      text: reviewListPage(await queueOf(house, wanted, await atWork(house, context)), consoleChrome(house, context)),
    };
  }),
  on(desk.showReviewWork)((context) => flowOf(house, context)),
];

const stepHandlers = (house: House): readonly Bound[] => [
  on(desk.sendAssign)((context) => {
    const reviewer = context.body.reviewer?.trim() || context.caller.principal;
    return taken(house, { ...context, body: { ...context.body, reviewer } }, { kind: 'review.assign' });
  }),
  on(desk.sendViewEvidence)((context) => taken(house, context, { kind: 'review.view-evidence' })),
  on(desk.sendOpenFile)(async (context) => {
    const { caller, requestId, params } = context;
    const seen = await stepped(
      house,
      { caller, requestId, params: { id: params.id } },
      { kind: 'review.view-evidence', file: params.file },
    );
    return isProblem(seen) ? seen : fileAnswer(house, params.file);
  }),
  on(desk.sendNoteView)((context) =>
    context.body.view === undefined
      ? unchosen(house, context, '/view')
      : taken(house, context, { kind: 'review.note-view' }),
  ),
  on(desk.sendSecondOpinion)((context) =>
    context.body.outcome === undefined
      ? unchosen(house, context, '/outcome')
      : taken(house, context, { kind: 'review.second-opinion' }),
  ),
  on(desk.sendConclusion)((context) =>
    context.body.outcome === undefined ? unchosen(house, context, '/outcome') : concluded(house, context),
  ),
];

interface Conclusion {
  readonly outcome?: string;
  readonly newOutcome?: string;
  readonly reasons?: string;
  readonly disagreement?: string;
}

const nothingRight = problem('validation-failed', undefined, [
  {
    pointer: '/corrected',
    code: 'required',
    message: 'No data was put right.',
    fix: 'Write the right value of what was wrong, so that it can be decided again.',
  },
]);

/** The right values, where it is decided again. */
async function correctedBy(
  house: House,
  { params, body }: OnReview & { readonly body: Conclusion },
): Promise<object | Problem> {
  const row = await house.review(params.id);
  const decision = row === undefined ? undefined : ofKind('decision.recorded', await opened(house, row.decision));
  if (body.outcome !== 're-run' || decision === undefined) return {};
  const corrected = correctionsIn({ ...body }, decision.payload.inputs);
  return corrected.length === 0 ? nothingRight : { corrected };
}

/**
 * What was typed goes back to the form as it was; the command gets texts by language and values as they were recorded.
 */
async function concluded(
  house: House,
  context: OnReview & { readonly body: Conclusion },
): Promise<SeeOther | TextAnswer | Problem> {
  const { caller, requestId, params, body, language } = context;
  const { outcome, newOutcome, reasons, disagreement } = filled(body);
  const corrected = await correctedBy(house, context);
  const input = {
    outcome,
    reasons: reasons ?? '',
    ...defined({ disagreement }),
    ...outcomeTexts(newOutcome, language),
  };
  const done = isProblem(corrected)
    ? corrected
    : await stepped(house, { caller, requestId, params }, { ...input, ...corrected, kind: 'review.conclude' });
  if (!isProblem(done)) return { see: `/console/reviews/${params.id}` };
  return canBeMended(done)
    ? flowOf(house, context, { error: wordsOf(done, context), typed: { ...filled(body), fields: { ...body } } })
    : done;
}

export const consoleReviewHandlers = (house: House): readonly Bound[] => [
  ...readHandlers(house),
  ...stepHandlers(house),
];
