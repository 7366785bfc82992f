/**
 * Counts the automated decisions about a person, and how many of them a person really checked, over every page of them.
 * Flow:    gather.ts → here → house.
 * Promise: the two numbers are of the same decisions, whatever is shown beside them; no decision is opened for it.
 * Source:  docs/design.md 8.1 (numbers); docs/law.md 7.
 */
import type { House } from '../../ports/house.ts';
import type { Window } from '../../ports/reads.ts';
import { involvementOf } from '../../views/review/involvement.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';

const COUNTED_A_PAGE = 500;

/** One person within a window, up to one of their own entries. */
export interface Span {
  readonly subject: string;
  readonly window: Window;
  readonly upTo: number;
}

/** The reviews of decisions that had begun at a moment, and none that ended later. */
export async function reviewsUpTo(
  house: House,
  decisions: readonly string[],
  at: number | undefined,
): Promise<readonly ReviewRow[]> {
  const rows = decisions.length === 0 ? [] : await house.reviewsOf(decisions);
  return rows.filter(({ openedAt, closedAt }) => at === undefined || (openedAt <= at && (closedAt ?? 0) <= at));
}

/** The house counts later decisions too, so those up to the entry are counted one by one. */
export async function countDecisions(house: House, { subject, window, upTo }: Span, at: number | undefined) {
  let [decisionCount, decisionsChecked] = [0, 0];
  let before: number | null = upTo + 1;
  while (before !== null) {
    const page: Awaited<ReturnType<House['decisions']>> = await house.decisions(subject, {
      ...window,
      before,
      limit: COUNTED_A_PAGE,
    });
    const ids = page.items.map(({ id }) => id);
    const reviews = Map.groupBy(await reviewsUpTo(house, ids, at), ({ decision }) => decision);
    decisionCount += ids.length;
    decisionsChecked += ids.filter((id) => involvementOf(reviews.get(id) ?? []).qualifies).length;
    before = page.next;
  }
  return { decisionCount, decisionsChecked };
}
