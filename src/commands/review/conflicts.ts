/**
 * Who may not look at a decision: whoever decided it, whom it is about, and who already holds the other seat.
 * Flow:    assign.ts, every step of a review → here.
 * Promise: asked again at every step, because a conflict may become known after somebody was assigned.
 * Source:  docs/law.md 7 (different from the original decider); docs/promises.md I21.
 */
import type { StaffStanding } from '../../evaluation/person.ts';
import { type ReviewRow, workedOn } from '../../views/review/review-row.ts';
import { everyoneBehind } from '../../vocabulary/behind.ts';
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
  /** Whoever made the link that they came in by, where it was somebody else. */
  readonly through?: string;
}

const refused = (detail: string): Problem => problem('separation-of-duty', detail);

/** Why this member of staff may not take or keep this seat, or nothing. */
export function conflictOf(state: State, { staff, principal, row, seat, through }: Candidate): Problem | undefined {
  const themself = [staffIdentifier(principal), ownIdentifier(principal)].map((identifier) => state.person(identifier));
  if (ownSubjects(themself).has(row.subject) || staff.own.includes(row.subject))
    return refused('Nobody reviews a decision about themself.');
  const decision = state.fact(row.decision);
  const earlier = state.reviewsOf(row.decision).filter(({ id }) => id !== row.id);
  const deciders = decision?.kind !== 'decision.recorded' ? [] : decidersOf(decisionToReview(decision), earlier);
  const behind = everyoneBehind({ id: staff.actor, ...(through === undefined ? {} : { through: { id: through } }) });
  if (behind.some((id) => id === row.firstDecider || deciders.includes(id)))
    return refused('Whoever made or confirmed this decision does not look at it again.');
  const other = row.seats[seat === 'first' ? 'second' : 'first'];
  const elsewhere = other === undefined ? [] : workedOn(other);
  const here = [...behind, ...(row.seats[seat]?.reviewer === staff.actor ? (row.seats[seat].behind ?? []) : [])];
  return here.some((id) => elsewhere.includes(id))
    ? refused('The two reviewers of a decision are two people, also behind the links that they came in by.')
    : undefined;
}

/** The member of staff who is known under this `sub` and works here now. */
export function staffKnown(state: State, identifier: string): StaffStanding | undefined {
  const person = state.person(identifier);
  const staff = person.found === 'known' ? person.standing.staff : undefined;
  return staff?.active === true ? staff : undefined;
}
