/**
 * Who may not look at a decision: whoever decided it, whom it is about, and who already holds the other seat.
 * Flow:    assign.ts, every step of a review → here.
 * Promise: asked again at every step, because a conflict may become known after somebody was assigned.
 * Source:  docs/law.md 7 (different from the original decider); docs/promises.md I21.
 */
import type { StaffStanding } from '../../evaluation/person.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { type Problem, problem } from '../../vocabulary/problems.ts';
import type { ReviewSeat } from '../../vocabulary/review.ts';
import { ownIdentifier, ownSubjects } from '../about-themself.ts';
import type { State } from '../command.ts';
import { decidersOf, decisionToReview } from './opening.ts';

/** A member of staff, or somebody who is not described as one and may have decided all the same. */
interface Candidate {
  readonly staff: Pick<StaffStanding, 'actor' | 'own'>;
  /** The `sub` of their token: where people and staff sign in alike, it is also how they are known as a person. */
  readonly principal: string;
  readonly row: ReviewRow;
  readonly seat: ReviewSeat;
}

const refused = (detail: string): Problem => problem('separation-of-duty', detail);

/** Why this member of staff may not take or keep this seat, or nothing. */
export function conflictOf(state: State, { staff, principal, row, seat }: Candidate): Problem | undefined {
  const themself = [staffIdentifier(principal), ownIdentifier(principal)].map((identifier) => state.person(identifier));
  if (ownSubjects(themself).has(row.subject) || staff.own.includes(row.subject))
    return refused('Nobody reviews a decision about themself.');
  const decision = state.fact(row.decision);
  const earlier = state.reviewsOf(row.decision).filter(({ id }) => id !== row.id);
  const deciders = decision?.kind !== 'decision.recorded' ? [] : decidersOf(decisionToReview(decision), earlier);
  if (staff.actor === row.firstDecider || deciders.includes(staff.actor))
    return refused('Whoever made or confirmed this decision does not look at it again.');
  const other = row.seats[seat === 'first' ? 'second' : 'first'];
  return other?.reviewer === staff.actor ? refused('The two reviewers of a decision are two people.') : undefined;
}

/** The member of staff who is known under this `sub` and works here now. */
export function staffKnown(state: State, identifier: string): StaffStanding | undefined {
  const person = state.person(identifier);
  const staff = person.found === 'known' ? person.standing.staff : undefined;
  return staff?.active === true ? staff : undefined;
}
