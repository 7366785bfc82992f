/**
 * Handler of the explanation of one automated decision, for the person and for staff.
 * Flow:    app → here → explanation.ts → answers/explanation.
 * Promise: another person's decision is the same 404 as a missing one; a look of staff is recorded before they see
 *          anything.
 * Source:  docs/design.md 8; docs/law.md 4.
 */
import * as explanations from '../../../openapi/endpoints/explanations.ts';
import type { House } from '../../house-port.ts';
import { decisionPage } from '../../pages/decision-page.tsx';
import type { LookReason } from '../../vocabulary/look.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { decisionFact, explanationOf } from './explanation.ts';
import { subjectOf } from './person.ts';
import { answered, type Caller, type Calling, senderOf, told } from './reply.ts';

type Looking = Calling & Circumstances & { readonly query: { readonly reason?: LookReason } };

async function looked(house: House, subject: string, context: Looking): Promise<Problem | undefined> {
  const input = { subject, what: 'decision', reason: context.query.reason ?? 'unstated' } as const;
  const taken = answered(await house.record('look.take', input, senderOf(context)));
  return isProblem(taken) ? taken : undefined;
}

/**
 * Whoever is asked to look at a decision, and has no view of their own yet, does not see the part of the AI by this
 * door.
 */
export async function tooEarly(house: House, decision: string, caller: Caller): Promise<Problem | undefined> {
  const open = (await house.reviewsOf([decision])).filter(isOpenReview);
  const seats = open.flatMap(({ seats: { first, second } }) => [first, second]);
  const waits = seats.some((seat) => seat?.reviewer === caller.actor.id && seat.notedAt === undefined);
  return waits
    ? problem('invalid-transition', 'You review this decision: note an own view first, with the step note-view.')
    : undefined;
}

export const explanationHandlers = (house: House): readonly Bound[] => [
  on(explanations.getExplanation)(async (context) => {
    const { params, caller, language } = context;
    const fact = await decisionFact(house, params.id);
    if (fact === undefined) return problem('not-found');
    const isSelf = caller.self !== undefined;
    if (isSelf && (await subjectOf(house, caller.self ?? '')) !== fact.subject) return problem('not-found');
    const refused = isSelf
      ? undefined
      : ((await tooEarly(house, fact.id, caller)) ?? (await looked(house, fact.subject, context)));
    if (refused !== undefined) return refused;
    const explanation = await explanationOf(house, fact, { audience: isSelf ? 'person' : 'officer', language });
    return context.form === 'html'
      ? { status: 200, text: decisionPage(explanation, chromeOf(house, context)) }
      : told(200, explanation);
  }),
];
