/**
 * Opens a review of every decision that a stop touches.
 * Flow:    http (asked for by staff) → here → ports (decisions, then the command `review.open`).
 * Promise: goes page by page and may be run again: what is under review already is not opened twice.
 * Source:  docs/law.md 7, 8; AI Act 26(5).
 */

import { calendarOf } from '../answers/calendar.ts';
import type { TimeSpan } from '../answers/oversight/ask.ts';
import type { Reads } from '../ports/reads.ts';
import type { Records, Sender } from '../ports/records.ts';
import { isProblem, type Problem, type ProblemCode } from '../vocabulary/problems.ts';

const PAGE = 200;

interface ReviewOpening extends TimeSpan {
  /** The AI system. */
  readonly key: string;
  readonly adverseOnly: boolean;
  readonly sender: Sender;
}

interface ReviewTally {
  readonly opened: number;
  readonly alreadyOpen: number;
  readonly erased: number;
  /** About whoever asked: a colleague opens these. */
  readonly own: number;
  readonly total: number;
}

/** What a refusal says about one decision; any other speaks about the house, and ends the command as its answer. */
const counted: Partial<Record<ProblemCode, 'alreadyOpen' | 'erased' | 'own'>> = {
  'review-open': 'alreadyOpen',
  'subject-erased': 'erased',
  'not-found': 'erased',
  'separation-of-duty': 'own',
};

export async function openReviews(
  house: Reads & Records,
  { key, from, to, adverseOnly, sender }: ReviewOpening,
): Promise<ReviewTally | Problem> {
  const tally = { opened: 0, alreadyOpen: 0, erased: 0, own: 0, total: 0 };
  const calendar = calendarOf(house);
  for (let after = ''; ; ) {
    const rows = await house.decisionsOf(key, { from, to, after, limit: PAGE });
    const wanted = rows.filter(({ adverse }) => adverse || !adverseOnly);
    const items = wanted.map(({ id }) => ({ input: { decision: id, why: 'stop-list' as const, calendar }, sender }));
    for (const outcome of await house.recordMany('review.open', items)) {
      tally.total += 1;
      if (!isProblem(outcome)) {
        tally.opened += 1;
        continue;
      }
      const counts = counted[outcome.problem];
      if (counts === undefined) return outcome;
      tally[counts] += 1;
    }
    if (rows.length < PAGE) return tally;
    after = rows.at(-1)?.id ?? after;
  }
}
