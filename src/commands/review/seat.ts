/**
 * Who takes a step of a review: the member of staff who sits on one of its seats, still works here, and has no
 * conflict.
 * Flow:    the steps of a review → here → conflicts.ts.
 * Promise: a step by anybody else is refused and leaves no trace; a closed review takes no step.
 * Source:  docs/law.md 7; docs/promises.md I15, I21.
 */
import type { StaffStanding } from '../../evaluation/person.ts';
import type { FactOf, Instant, NewFact } from '../../facts/fact.ts';
import { foldReview, type ReviewRow, type SeatRow } from '../../views/review/review-row.ts';
import { askedIn, knownLimits, type ReviewFacts } from '../../views/review/reviewer-sees.ts';
import { defined } from '../../vocabulary/defined.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { isOpenReview, type ReviewSeat, reviewSeats } from '../../vocabulary/review.ts';
import { ownIdentifier } from '../about-themself.ts';
import type { Caller, Keys, State } from '../command.ts';
import { notNow } from '../refusal.ts';
import { conflictOf, staffKnown } from './conflicts.ts';

/** What every step names; the edge fills in the decision and the files, which never change while a review is open. */
export interface OfReview {
  readonly review: string;
  readonly decision: string;
  /** The files the person sent for it. */
  readonly files: readonly string[];
  /** The facts by which its reviewers were asked. */
  readonly asked?: readonly string[];
  /** Other reviews of the same reviewer that may share time with it. */
  readonly beside?: readonly string[];
}

export interface Seated {
  readonly row: ReviewRow;
  readonly seat: ReviewSeat;
  readonly sitting: SeatRow;
  readonly staff: StaffStanding;
  readonly decision: FactOf<'decision.recorded'>;
  /** The fact that opened the review, with the person's own words. */
  readonly opened: FactOf<'review.opened'>;
}

export const keysOfStep = ({ review, decision, files, asked = [], beside = [] }: OfReview, caller: Caller): Keys => ({
  reviews: [review, ...beside],
  reviewsOf: [decision],
  facts: [review, decision, ...files, ...asked],
  people: [staffIdentifier(caller.principal), ownIdentifier(caller.principal)],
  registry: 'read',
});

/** The review, if a step is still possible. */
export function openRow(state: State, { review, decision }: OfReview): ReviewRow | Problem {
  const row = state.review(review);
  if (row === undefined || row.decision !== decision) return problem('not-found');
  if (state.person(row.subject).found !== 'known') return problem('subject-erased');
  if (!isOpenReview(row)) return notNow(`The review is ${row.state}.`);
  return row;
}

export function seatFor(state: State, input: OfReview, caller: Caller): Seated | Problem {
  const row = openRow(state, input);
  if (isProblem(row)) return row;
  const seat = reviewSeats.find((each) => row.seats[each]?.reviewer === caller.actor.id);
  const sitting = seat === undefined ? undefined : row.seats[seat];
  const staff = staffKnown(state, staffIdentifier(caller.principal));
  if (seat === undefined || sitting === undefined || staff === undefined) return problem('not-assigned');
  const conflict = conflictOf(state, {
    staff,
    principal: caller.principal,
    row,
    seat,
    ...defined({ through: caller.actor.through?.id }),
  });
  if (conflict !== undefined) return conflict;
  const decision = state.fact(row.decision);
  const opened = state.fact(row.id);
  return decision?.kind !== 'decision.recorded' || opened?.kind !== 'review.opened'
    ? problem('not-found')
    : { row, seat, sitting, staff, decision, opened };
}

function fileOf(state: State, id: string): FactOf<'file.added'> | undefined {
  const fact = state.fact(id);
  return fact?.kind === 'file.added' ? fact : undefined;
}

export const factsFor = (state: State, { row, decision, opened }: Seated, { files }: OfReview): ReviewFacts => ({
  decision,
  opened,
  files: files.flatMap((id) => fileOf(state, id) ?? []),
  asked: askedIn(row, (id) => state.fact(id)),
  ...knownLimits(state.registry.aiSystems.get(row.aiSystem)?.at(-1)),
});

/** The row after what a step records. */
export function rowAfter(
  row: ReviewRow,
  facts: readonly NewFact[],
  by: { readonly caller: Caller; readonly now: Instant },
): ReviewRow {
  return facts.reduce(
    (before, fact) => foldReview(before, { ...fact, at: by.now, actor: by.caller.actor }) ?? before,
    row,
  );
}
