/**
 * What a member of staff has learned, as a fact tells it and as a view keeps it.
 * Flow:    facts `staff.described`, `review.assigned` → here → the person's standing and the reviewer's seat.
 * Promise: both folds read it the same way, so that a reviewer is as trained as staff said.
 * Source:  docs/law.md 7.
 */
import type { ReviewAssigned } from '../../facts/review.ts';
import type { Instant } from '../../vocabulary/instant.ts';

export interface Learned {
  readonly code: string;
  readonly at: Instant;
  readonly until?: Instant;
}

export const learnedOf = (training: ReviewAssigned['training']): readonly Learned[] =>
  training.map(({ code, at, until }) => ({
    code,
    at: Date.parse(at),
    ...(until === undefined ? {} : { until: Date.parse(until) }),
  }));
