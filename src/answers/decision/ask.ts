/**
 * Asks for automated decisions, read back as they were recorded.
 * Flow:    http → here → ports/reads.
 * Promise: the same members as the report, whether a permission was on record, whether the decision has effect, and
 *          whether a human really looked, as its reviews show it.
 * Source:  docs/design.md 8.1.
 */

import type { FactOf } from '../../facts/fact.ts';
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import { ofKind } from '../../views/of-kind.ts';
import { effectOf } from '../../views/review/effect.ts';
import { involvementOf } from '../../views/review/involvement.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { ownViewFirst } from '../../vocabulary/review.ts';
import { askEntryReference } from '../ledger/ask.ts';
import { askAdverseNotice } from '../notice/ask.ts';
import { isHeldBack } from '../own-view/tells.ts';

export type DecisionFact = FactOf<'decision.recorded'>;

/** The fact of one decision, whoever it is about. */
export async function findDecision(reads: Reads, id: string): Promise<DecisionFact | undefined> {
  return ofKind('decision.recorded', (await reads.facts([id])).get(id));
}

/** The human part with what its reviews show; `claimed` is what the service says of itself and shows nothing. */
function humanPart(reported: unknown, reviews: readonly ReviewRow[]): object {
  const { qualifies: claimed, ...part } = (reported ?? {}) as { readonly qualifies?: boolean };
  const { qualifies, limbs, lacks, evidence, remarks } = involvementOf(reviews);
  return { ...part, ...defined({ claimed }), qualifies, limbs, lacks, evidence, ...defined({ remarks }) };
}

async function showDecision(reads: Reads, fact: DecisionFact, reviews: readonly ReviewRow[]): Promise<object> {
  const { v: _v, humanInvolvement, adverseNotice: _owed, ...reported } = fact.payload;
  const { state, since, review } = effectOf(fact, reviews);
  return {
    id: fact.id,
    subject: fact.subject ?? null,
    at: timeOf(fact.at),
    ...reported,
    ...(isHeldBack(fact.payload) ? { adverse: null, withheld: ownViewFirst } : {}),
    humanInvolvement: humanPart(humanInvolvement, reviews),
    effect: { state, since: timeOf(since), review: review ?? null },
    adverseNotice: (await askAdverseNotice(reads, fact, reviews)) ?? null,
    entry: await askEntryReference(reads, fact),
  };
}

/** One decision; nothing where there is none of this id. */
export async function askDecision(reads: Reads, id: string): Promise<object | undefined> {
  const fact = (await reads.facts([id])).get(id);
  return fact?.kind === 'decision.recorded' ? showDecision(reads, fact, await reads.reviewsOf([fact.id])) : undefined;
}

/** The opened decisions of a person, one page, the newest first. */
export async function askDecisions(reads: Reads, subject: string, query: PageQuery): Promise<Page<object>> {
  const page = await reads.decisions(subject, query);
  const facts = await reads.facts(page.items.map(({ id }) => id));
  const opened = page.items.flatMap(({ id }) => ofKind('decision.recorded', facts.get(id)) ?? []);
  const reviews = await reads.reviewsOf(opened.map(({ id }) => id));
  const reviewsOf = (id: string): readonly ReviewRow[] => reviews.filter(({ decision }) => decision === id);
  return {
    items: await Promise.all(opened.map((fact) => showDecision(reads, fact, reviewsOf(fact.id)))),
    next: page.next,
  };
}
