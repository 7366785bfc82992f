/**
 * A review as answers show it: how far it has come, by when, and how it ended.
 * Flow:    views/review rows → here → replies of commands/review, http/handlers/reviews.
 * Promise: no view or opinion of a reviewer is shown before the review ends, so that nobody leans on another's.
 * Source:  docs/law.md 7; docs/design.md 8.
 */

import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import type { ReviewSeat } from '../../vocabulary/review.ts';
import type { ReviewRow, SeatRow } from './review-row.ts';

const at = <K extends string>(name: K, instant: number | undefined): Partial<Record<K, string>> =>
  instant === undefined ? {} : ({ [name]: timeOf(instant) } as Record<K, string>);

function showSeat(seat: SeatRow, isEnded: boolean) {
  const { reviewer, assignedAt, training, trained, authority, viewedAt, notedAt, view, opinion } = seat;
  return {
    reviewer,
    assignedAt: timeOf(assignedAt),
    trained,
    training: training.map(({ code, at: since, until }) => ({ code, at: timeOf(since), ...at('until', until) })),
    authority,
    ...at('viewedAt', viewedAt),
    ...at('notedAt', notedAt),
    hasOpinion: opinion !== undefined,
    ...(isEnded && view !== undefined ? { view } : {}),
    ...(isEnded && opinion !== undefined ? { opinion } : {}),
  };
}

/** How it ended and whether it was meaningful; nothing while it is open. */
function showEnd(row: ReviewRow) {
  const { outcome, closedAt, qualifies, limbs, lacks, shownBy, seconds, secondsCounted, remarks } = row;
  return {
    ...at('closedAt', closedAt),
    ...defined({ outcome, seconds, secondsCounted }),
    ...(limbs === undefined
      ? {}
      : {
          humanInvolvement: {
            qualifies: qualifies === true,
            limbs,
            lacks: lacks ?? [],
            evidence: shownBy ?? [],
            ...defined({ remarks }),
          },
        }),
  };
}

const shared = (row: ReviewRow) => ({
  id: row.id,
  decision: row.decision,
  aiSystem: row.aiSystem,
  purpose: row.purpose,
  why: row.why,
  state: row.state,
  regimes: row.regimes,
  openedAt: timeOf(row.openedAt),
  dueAt: timeOf(row.dueAt),
  clock: row.clock,
  reviewers: row.reviewers,
  ...defined({ request: row.request }),
});

/** For staff and services. */
export function showReview(row: ReviewRow) {
  const isEnded = row.state === 'concluded';
  const seats = Object.fromEntries(
    Object.entries(row.seats).map(([seat, sitting]) => [seat as ReviewSeat, showSeat(sitting, isEnded)]),
  );
  return {
    ...shared(row),
    subject: row.subject,
    hasStatement: row.hasStatement,
    corrections: row.corrections,
    evidence: row.evidence,
    training: row.training,
    seats,
    ...showEnd(row),
  };
}
