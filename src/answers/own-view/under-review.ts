/**
 * What a reviewer may not see yet: the verdict of each decision that they were asked to look at, until their own view
 * is noted.
 * Flow:    http/own-view.ts → here (asks for the seats) → veil.ts.
 * Promise: by seat and not by endpoint; whoever has no seat, or has noted a view on it, is held back from nothing.
 * Source:  docs/law.md 7 (reasons before a suggested verdict); AI Act 14(4)(b); decision 0039.
 */
import type { Reads } from '../../ports/reads.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import type { Instant } from '../../vocabulary/instant.ts';

interface ReviewedDecision {
  readonly id: string;
  readonly subject: string;
  /** When it was recorded: what was said before cannot tell how it ended. */
  readonly at: Instant;
}

export interface VerdictsHeld {
  readonly decisions: ReadonlyMap<string, ReviewedDecision>;
  /** Ids of the decisions and of every review of them: who names one may tell. */
  readonly names: readonly string[];
}

const hasToNoteFirst = ({ seats: { first, second } }: ReviewRow, reviewer: string): boolean =>
  [first, second].some((seat) => seat?.reviewer === reviewer && seat.notedAt === undefined);

/** Nothing where none of these members of staff has a view to note. */
export async function askVerdictsHeld(reads: Reads, reviewers: readonly string[]): Promise<VerdictsHeld | undefined> {
  const seats = await Promise.all(
    reviewers.map(async (reviewer) => (await reads.seatsOf(reviewer)).filter((row) => hasToNoteFirst(row, reviewer))),
  );
  const waiting = seats.flat();
  if (waiting.length === 0) return undefined;
  const ids = [...new Set(waiting.map(({ decision }) => decision))];
  const facts = await reads.facts(ids);
  const reviews = await reads.reviewsOf(ids);
  const decisions = waiting.map(
    ({ decision: id, subject }) => [id, { id, subject, at: facts.get(id)?.at ?? 0 }] as const,
  );
  return { decisions: new Map(decisions), names: [...ids, ...reviews.map(({ id }) => id)] };
}
