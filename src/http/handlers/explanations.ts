/**
 * Handler of the explanation of one automated decision, for the person and for staff.
 * Flow:    app → here → record/look, answers/explanation.
 * Promise: another person's decision is the same 404 as a missing one; a look of staff is recorded before they see
 *          anything.
 * Source:  docs/design.md 8; docs/law.md 4.
 */
import * as explanations from '../../../openapi/endpoints/explanations.ts';
import { type DecisionFact, findDecision } from '../../answers/decision/ask.ts';
import { askExplanation } from '../../answers/explanation/ask.ts';
import { findSubject } from '../../answers/person.ts';
import { mustNoteViewFirst } from '../../answers/review/ask.ts';
import { decisionPage } from '../../pages/decision-page.tsx';
import type { House } from '../../ports/house.ts';
import type { LookReason } from '../../vocabulary/look.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import type { AuthenticatedCall } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { recordLook } from '../record/look.ts';
import { renderJson } from '../reply.ts';

type Looking = AuthenticatedCall & { readonly query: { readonly reason?: LookReason } };

const viewFirst = problem(
  'invalid-transition',
  'You review this decision: note an own view first, with the step note-view.',
);

/** Why staff may not see it; nothing once their look is recorded. */
async function refuseStaff(house: House, { id, subject }: DecisionFact, call: Looking): Promise<Problem | undefined> {
  if (await mustNoteViewFirst(house, id, call.caller.actor.id)) return viewFirst;
  return recordLook(house, { subject, what: 'decision', reason: call.query.reason ?? 'unstated', decision: id }, call);
}

export const explanationHandlers = (house: House): readonly Bound[] => [
  on(explanations.getExplanation)(async (context) => {
    const { params, caller, language } = context;
    const fact = await findDecision(house, params.id);
    if (fact === undefined) return problem('not-found');
    const isSelf = caller.self !== undefined;
    if (isSelf && (await findSubject(house, caller.self ?? '')) !== fact.subject) return problem('not-found');
    const refused = isSelf ? undefined : await refuseStaff(house, fact, context);
    if (refused !== undefined) return refused;
    const explanation = await askExplanation(house, fact, { audience: isSelf ? 'person' : 'officer', language });
    return context.form === 'html'
      ? { status: 200, text: decisionPage(explanation, chromeOf(house, context)) }
      : renderJson(200, explanation);
  }),
];
