/**
 * Handlers of automated decisions: recorded as given, read back as recorded.
 * Flow:    app → here → house.
 * Promise: the same members as the report, whether a permission was on record, whether the decision has effect, and
 *          whether a human really looked, as its reviews show it.
 * Source:  docs/design.md 8.1.
 */

import * as checks from '../../../openapi/endpoints/checks.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { House } from '../../house-port.ts';
import { effectOf } from '../../views/review/effect.ts';
import { involvementOf } from '../../views/review/involvement.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { adverseNoticeOf } from './adverse-notices.ts';
import { answered, calendarOf, entryOf, senderOf, told } from './reply.ts';

/** The human part with what its reviews show; `claimed` is what the service says of itself and shows nothing. */
function humanPart(reported: unknown, reviews: readonly ReviewRow[]): object {
  const { qualifies: claimed, ...part } = (reported ?? {}) as { readonly qualifies?: boolean };
  const { qualifies, limbs, lacks, evidence } = involvementOf(reviews);
  return { ...part, ...defined({ claimed }), qualifies, limbs, lacks, evidence };
}

export async function shownDecision(
  house: House,
  fact: FactOf<'decision.recorded'>,
  reviews: readonly ReviewRow[],
): Promise<object> {
  const { v: _v, humanInvolvement, adverseNotice: _owed, ...reported } = fact.payload;
  const { state, since, review } = effectOf(fact, reviews);
  return {
    id: fact.id,
    subject: fact.subject,
    at: timeOf(fact.at),
    ...reported,
    humanInvolvement: humanPart(humanInvolvement, reviews),
    effect: { state, since: timeOf(since), review: review ?? null },
    adverseNotice: (await adverseNoticeOf(house, fact, reviews)) ?? null,
    entry: await entryOf(house, fact),
  };
}

/** The opened decisions of a person, one page, the newest first. */
export async function decisionsOf(
  house: House,
  subject: string,
  wants: { readonly before?: number; readonly limit: number },
) {
  const page = await house.decisions(subject, wants);
  const facts = await house.facts(page.items.map(({ id }) => id));
  const opened = page.items.flatMap(({ id }) => {
    const fact = facts.get(id);
    return fact?.kind === 'decision.recorded' ? [fact] : [];
  });
  const reviews = await house.reviewsOf(opened.map(({ id }) => id));
  const reviewsOf = (id: string): readonly ReviewRow[] => reviews.filter(({ decision }) => decision === id);
  return {
    items: await Promise.all(opened.map((fact) => shownDecision(house, fact, reviewsOf(fact.id)))),
    next: page.next,
  };
}

export const decisionHandlers = (house: House): readonly Bound[] => [
  on(checks.postDecision)(async (context) => {
    return answered(
      await house.record('decision.record', { ...context.body, calendar: calendarOf(house) }, senderOf(context)),
    );
  }),
  on(checks.getDecision)(async ({ params }) => {
    const fact = (await house.facts([params.id])).get(params.id);
    return fact?.kind === 'decision.recorded'
      ? told(200, await shownDecision(house, fact, await house.reviewsOf([fact.id])))
      : problem('not-found');
  }),
];
