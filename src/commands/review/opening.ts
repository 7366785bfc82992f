/**
 * What the opening of a review records, whoever opens it and why.
 * Flow:    open-review.ts, decision/record-decision.ts, the stop list → here → law (clock) → fact `review.opened`.
 * Promise: the clock is that of a human review under the person's laws; how many have to look, and what they must have
 *          learned, is fixed when the review is opened.
 * Source:  docs/law.md 3.2 (`human-review`), 7; docs/design.md 7.
 */

import { emptyStanding } from '../../evaluation/person.ts';
import { type AiSystem, inForceOrFirst } from '../../evaluation/registry.ts';
import type { DecisionRecorded } from '../../facts/decision.ts';
import type { Actor, FactOf, Instant } from '../../facts/fact.ts';
import type { ReviewOpened } from '../../facts/review.ts';
import { type Calendar, clockFor } from '../../law/law.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { everyoneBehind } from '../../vocabulary/behind.ts';
import { defined } from '../../vocabulary/defined.ts';
import type { ReviewReason } from '../../vocabulary/review.ts';
import type { State } from '../command.ts';
import { timeOf } from '../refusal.ts';
import { regimesFor } from '../subject/person-for.ts';

/** The decision as far as an opening reads it; recorded, or about to be. */
export interface DecisionToReview {
  readonly id: string;
  readonly subject: string;
  readonly actor: Actor;
  readonly payload: Pick<DecisionRecorded, 'aiSystem' | 'purpose' | 'humanInvolvement'>;
}

interface Opening {
  readonly decision: DecisionToReview;
  readonly why: ReviewReason;
  readonly said?: Pick<ReviewOpened, 'statement' | 'corrections' | 'evidence'>;
  readonly calendar: Calendar;
  /** When it was asked for, where that was not now. */
  readonly receivedAt?: Instant;
}

export const decisionToReview = ({ id, subject, actor, payload }: FactOf<'decision.recorded'>): DecisionToReview => ({
  id,
  subject,
  actor,
  payload,
});

/** Everybody who decided or confirmed before: they do not look at it again. */
export function decidersOf(
  { actor, payload }: Pick<DecisionToReview, 'actor' | 'payload'>,
  reviews: readonly ReviewRow[],
): readonly string[] {
  const concluded = reviews.filter(({ state }) => state === 'concluded');
  const seats = concluded.flatMap(({ seats: { first, second } }) => [first ?? [], second ?? []].flat());
  const reviewers = seats.map(({ reviewer }) => reviewer).reverse();
  const theirLinks = seats.flatMap(({ behind = [] }) => behind);
  return [...reviewers, payload.humanInvolvement.by, ...everyoneBehind(actor), ...theirLinks]
    .filter((id) => id?.startsWith('act_') === true)
    .map(String);
}

/**
 * The policy of an AI system: how many look, and which training makes its output readable (its own name by default).
 */
function oversightOf(
  system: AiSystem | undefined,
  key: string,
): { readonly reviewers: 1 | 2; readonly training: string[] } {
  const { reviewers = 1, training = [] } = system?.body.humanOversight ?? {};
  return { reviewers, training: training.length === 0 ? [key] : [...training] };
}

export function reviewOpened(state: State, opening: Opening, now: Instant): ReviewOpened {
  const { decision, why, said = {}, calendar, receivedAt = now } = opening;
  const { aiSystem, purpose } = decision.payload;
  const person = state.person(decision.subject);
  const regimes = regimesFor(person.found === 'known' ? person.standing : emptyStanding, state);
  const { dueAt, rule, source, words } = clockFor({ kind: 'human-review', regimes, receivedAt }, calendar);
  const [firstDecider] = decidersOf(decision, state.reviewsOf(decision.id));
  return {
    v: 1,
    decision: decision.id,
    aiSystem,
    purpose,
    why,
    ...said,
    regimes: [...regimes],
    dueAt: timeOf(dueAt),
    clock: { rule, source, words },
    ...oversightOf(inForceOrFirst(state.registry.aiSystems.get(aiSystem), now), aiSystem),
    ...defined({ firstDecider }),
  };
}
