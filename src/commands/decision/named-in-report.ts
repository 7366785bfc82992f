/**
 * What a report names besides the person: who of the staff took part, and the review that asked for this decision.
 * Flow:    record-decision.ts → here.
 * Promise: a name that is not known is refused, because a conflict would be hidden behind it; a decision stands in only
 *          for one of the same person whose review has ended without "stays as it is".
 * Source:  docs/law.md 7 (different from the original decider; corrected inputs → re-evaluate).
 */
import type { DecisionReport } from '../../facts/decision.ts';
import { staffIdentifier } from '../../vocabulary/identifier.ts';
import type { Problem } from '../../vocabulary/problems.ts';
import type { Keys, State } from '../command.ts';
import { unfit } from '../refusal.ts';

type Named = Pick<DecisionReport, 'humanInvolvement' | 'replaces' | 'review'>;

/** The identifier of the member of staff who took part; the report names the `sub` of their token. */
export const staffIn = ({ humanInvolvement: { by } }: Named): readonly string[] =>
  by === undefined ? [] : [staffIdentifier(by)];

export const keysOfNamed = ({ replaces, review }: Named): Keys => ({
  ...(replaces === undefined ? {} : { facts: [replaces] }),
  ...(review === undefined ? {} : { reviews: [review] }),
});

/** The human part with the pseudonym in place of the name. */
export function humanPart(state: State, named: Named): DecisionReport['humanInvolvement'] | Problem {
  const [identifier] = staffIn(named);
  if (identifier === undefined) return named.humanInvolvement;
  const person = state.person(identifier);
  const staff = person.found === 'known' ? person.standing.staff : undefined;
  if (staff !== undefined) return { ...named.humanInvolvement, by: staff.actor };
  return unfit('/humanInvolvement/by', 'unknown-staff', {
    message: 'Nobody of this name is described as working here.',
    fix: 'Describe them with PUT /v1/staff/{id}, or leave it out.',
  });
}

/** Why this decision cannot stand in for another, or nothing. */
export function unfitSuccessor(state: State, { replaces, review }: Named, subject: string): Problem | undefined {
  const before = replaces === undefined ? undefined : state.fact(replaces);
  if (replaces !== undefined && (before?.kind !== 'decision.recorded' || before.subject !== subject)) {
    return unfit('/replaces', 'unknown-decision', {
      message: 'No such decision of this person is recorded.',
      fix: 'Name the id of the earlier decision, or leave it out.',
    });
  }
  const row = review === undefined ? undefined : state.review(review);
  const asksForIt =
    row?.subject === subject &&
    row.state === 'concluded' &&
    row.outcome !== 'upheld' &&
    (replaces === undefined || row.decision === replaces);
  if (review === undefined || asksForIt) return undefined;
  return unfit('/review', 'review-does-not-fit', {
    message: 'No ended review of this person and decision asks for a new decision.',
    fix: 'Name the review that ended as re-run, changed or withdrawn, or leave it out.',
  });
}
