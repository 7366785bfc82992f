/**
 * Whether a review could be given to somebody now, without giving it.
 * Flow:    http (preview of one step for many) → here → assign.ts.
 * Promise: decided by the rule of the step itself, and recorded nowhere.
 * Source:  decision 0130; docs/law.md 7.
 */
import type { PersonState } from '../../evaluation/person.ts';
import type { Registry } from '../../evaluation/registry.ts';
import type { Instant, RecordedFact } from '../../facts/fact.ts';
import type { ReviewRow } from '../../views/review/review-row.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import { isOpenReview } from '../../vocabulary/review.ts';
import type { WhyNotAssigned } from '../../vocabulary/together.ts';
import { neverAboutThemself } from '../about-themself.ts';
import type { Caller, State } from '../command.ts';
import { assignReview } from './assign.ts';

interface AssignmentSeen {
  readonly row: ReviewRow;
  /** Every review of the same decision. */
  readonly reviews: readonly ReviewRow[];
  readonly decision: RecordedFact | undefined;
  readonly registry: Registry;
  person(identifier: string): PersonState;
}

interface Asking {
  readonly caller: Caller;
  readonly now: Instant;
  readonly reviewer: string;
  readonly actor: string;
  readonly sawFirst: boolean;
}

function whyNot({ row }: AssignmentSeen, refused: Problem): WhyNotAssigned {
  if (refused.problem === 'subject-erased') return 'erased';
  if (refused.problem === 'separation-of-duty') return 'conflict';
  if (refused.problem === 'validation-failed') return 'nobody';
  return isOpenReview(row) ? 'already' : 'closed';
}

const rule = neverAboutThemself(assignReview);

/** Whose records decide: those of whoever is asked, and of whoever asks. */
export const peopleOfAssignment = ({
  row,
  reviewer,
  caller,
}: Pick<Asking, 'reviewer' | 'caller'> & { readonly row: ReviewRow }) =>
  rule.keys({ review: row.id, decision: row.decision, files: row.evidence, reviewer, seat: 'first' }, caller).people ??
  [];

/** Why this one would be left out; nothing where it could be given. */
export function foreseeAssignment(seen: AssignmentSeen, asking: Asking): WhyNotAssigned | undefined {
  const { row, reviews, decision, registry, person } = seen;
  const { caller, now, reviewer, actor, sawFirst } = asking;
  const state: State = {
    registry,
    defaultRegime: '',
    timeZone: 'UTC',
    person,
    request: () => undefined,
    review: (id) => (id === row.id ? row : undefined),
    reviewsOf: () => reviews,
    fact: (id) => (id === row.decision ? decision : undefined),
    breachNotes: () => [],
    webhook: () => undefined,
  };
  const input = {
    review: row.id,
    decision: row.decision,
    files: row.evidence,
    reviewer,
    actor,
    sawFirst,
    seat: 'first',
  } as const;
  const decided = rule.decide(
    state,
    { input, caller, ids: { fact: 'fact_foreseen' }, kind: 'review.assign', requestId: '' },
    now,
  );
  return isProblem(decided) ? whyNot(seen, decided) : undefined;
}
