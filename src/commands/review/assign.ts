/**
 * A member of staff is asked to look at a decision.
 * Flow:    http → here → conflicts.ts → fact `review.assigned`.
 * Promise: nobody with a conflict; what they have learned for this AI system and may decide is put on record as of now.
 * Source:  docs/law.md 7 (designated, trained, with authority, not the first decider); AI Act 26(2).
 */

import type { StaffStanding } from '../../evaluation/person.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { ReviewAssigned } from '../../facts/review.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { showReview } from '../../views/review/review-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { ReviewSeat } from '../../vocabulary/review.ts';
import { ownIdentifier } from '../about-themself.ts';
import type { Command, CommandRule, Decided, State } from '../command.ts';
import { notNow, timeOf, unfit } from '../refusal.ts';
import { conflictOf, staffKnown } from './conflicts.ts';
import { type OfReview, openRow, rowAfter } from './seat.ts';

const draws = { fact: 'fact' } as const;

interface AssignReview extends OfReview {
  /** The `sub` of the reviewer's token. */
  readonly reviewer: string;
  /** The pseudonym that their acts stand under, where the edge knows it. */
  readonly actor?: string;
  readonly seat: ReviewSeat;
  /** What they are asked, in words. */
  readonly question?: string;
  /** True where a look of theirs on record showed the result of this decision. */
  readonly sawFirst?: boolean;
}

const sawTheResult = problem(
  'separation-of-duty',
  'They have looked at this decision since it was made, so they could not note a view of their own first.',
);

/** A seat changes hands only before its view counts for something. */
function seatConflict(row: ReviewRow, seat: ReviewSeat, staff: StaffStanding): Problem | undefined {
  const sitting = row.seats[seat];
  if (sitting?.reviewer === staff.actor) return notNow('They are already assigned.');
  return sitting?.opinion === undefined ? undefined : notNow('The second opinion was already given.');
}

function assigned({ review, seat, question }: AssignReview, row: ReviewRow, staff: StaffStanding): ReviewAssigned {
  const learned = staff.training.filter(({ code }) => row.training.includes(code));
  const training = learned.map(({ code, at, until }) => ({
    code,
    at: timeOf(at),
    ...(until === undefined ? {} : { until: timeOf(until) }),
  }));
  const known = row.seats.first?.notedAt !== undefined;
  const asked = question === undefined ? {} : { question, ...(known ? { afterView: true as const } : {}) };
  return { v: 1, review, seat, reviewer: staff.actor, training, authority: [...staff.authority], ...asked };
}

function decide(
  state: State,
  command: Command<AssignReview, typeof draws>,
  now: Instant,
): Decided<ReviewRow> | Problem {
  const { input, caller, ids } = command;
  const row = openRow(state, input);
  if (isProblem(row)) return row;
  const { reviewer, actor, seat } = input;
  const staff = staffKnown(state, staffIdentifier(reviewer));
  if (staff === undefined) {
    const conflict =
      actor === undefined
        ? undefined
        : conflictOf(state, { staff: { actor, own: [] }, principal: reviewer, row, seat });
    if (conflict !== undefined) return conflict;
    return unfit('/reviewer', 'unknown-staff', {
      message: 'Nobody of this name is described as working here.',
      fix: 'Describe them with PUT /v1/staff/{id}: only then it is known what they have learned, may decide, and whether it is about themself.',
    });
  }
  const refused = conflictOf(state, { staff, principal: reviewer, row, seat }) ?? seatConflict(row, seat, staff);
  if (refused !== undefined) return refused;
  if (input.sawFirst === true) return sawTheResult;
  const fact: NewFact = {
    id: ids.fact,
    kind: 'review.assigned',
    subject: row.subject,
    payload: assigned(input, row, staff),
  };
  return { facts: [fact], result: rowAfter(row, [fact], { caller, now }) };
}

export const assignReview: CommandRule<AssignReview, ReviewRow, typeof draws> = {
  kind: 'review.assign',
  draws: () => draws,
  keys: ({ review, decision, reviewer }) => ({
    reviews: [review],
    reviewsOf: [decision],
    facts: [decision],
    people: [staffIdentifier(reviewer), ownIdentifier(reviewer)],
  }),
  decide,
  reply: (row, entry) => ({ status: 200, body: { ...showReview(row), ...defined({ entry }) } }),
};
