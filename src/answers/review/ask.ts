/**
 * Asks for reviews as staff see them: the queue, who holds a seat, and what a review rests on.
 * Flow:    http → here → ports/reads, views/review.
 * Promise: who has left sees no more of a review than a colleague; whoever has to note an own view is known before
 *          anything of the AI is shown.
 * Source:  docs/design.md 8; docs/law.md 7.
 */

import type { Reads } from '../../ports/reads.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { askedBy, knownLimits, type ReviewFacts, reviewFactsOf } from '../../views/review/reviewer-sees.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { isOpenReview, type ReviewSeat, reviewSeats } from '../../vocabulary/review.ts';
import { findPerson } from '../person.ts';

/** A member of staff: the pseudonym in facts, and the `sub` of the token. */
interface StaffMember {
  readonly actor: { readonly id: string };
  readonly principal: string;
}

/** The seat of a member of staff, while they still work here. */
export async function findSeat(
  reads: Reads,
  row: ReviewRow,
  { actor, principal }: StaffMember,
): Promise<ReviewSeat | undefined> {
  const seat = reviewSeats.find((each) => row.seats[each]?.reviewer === actor.id);
  if (seat === undefined) return undefined;
  const { person } = await findPerson(reads, staffIdentifier(principal));
  return person.found === 'known' && person.standing.staff?.active === true ? seat : undefined;
}

/** What a review rests on, opened; nothing where the person was erased meanwhile. */
export async function askReviewFacts(reads: Reads, row: ReviewRow): Promise<ReviewFacts | undefined> {
  const facts = await reads.facts([row.decision, row.id, ...row.evidence, ...askedBy(row)]);
  const found = reviewFactsOf(row, (id) => facts.get(id));
  if (found === undefined) return undefined;
  const system = (await reads.registry()).aiSystems.get(row.aiSystem)?.at(-1);
  return { ...found, ...knownLimits(system) };
}

/**
 * Whether this reviewer was asked to look at a decision and has noted no view of their own yet: until then they do not
 * see the part of the AI by another door.
 */
export async function mustNoteViewFirst(reads: Reads, decision: string, reviewer: string): Promise<boolean> {
  const open = (await reads.reviewsOf([decision])).filter(isOpenReview);
  const seats = open.flatMap(({ seats: { first, second } }) => [first, second]);
  return seats.some((seat) => seat?.reviewer === reviewer && seat.notedAt === undefined);
}
