/**
 * What is known about one review now: the row that its facts are folded into.
 * Flow:    facts/review (recorded) → here → commands (what step fits), answers (the queue, clocks, what took effect).
 * Promise: plain JSON without free text; what the person and the reviewer wrote stays sealed in the facts.
 * Source:  docs/law.md 7; docs/promises.md I21.
 */

import type { DecidedFact, DecidedFactOf, Instant, NewFact } from '../../facts/fact.ts';
import type { FactKind } from '../../facts/facts.ts';
import type { HumanEvidence, HumanLimbs, ReviewOpened } from '../../facts/review.ts';
import { defined } from '../../vocabulary/defined.ts';
import type {
  HumanGap,
  HumanRemark,
  OwnView,
  ReviewOutcome,
  ReviewReason,
  ReviewSeat,
  ReviewState,
} from '../../vocabulary/review.ts';
import { type Learned, learnedOf } from './learned.ts';

/** One reviewer and how far they have come. */
export interface SeatRow {
  readonly reviewer: string;
  readonly assignedAt: Instant;
  /** The fact by which they were asked. */
  readonly assigned: string;
  /** What they had learned for this AI system, and whether any of it was current then. */
  readonly training: readonly Learned[];
  readonly trained: boolean;
  readonly authority: readonly string[];
  readonly viewedAt?: Instant;
  /** Facts by which the evidence was viewed, and what was seen. */
  readonly viewed: readonly string[];
  readonly seen: readonly string[];
  readonly notedAt?: Instant;
  readonly noted?: string;
  readonly view?: OwnView;
  readonly opinion?: ReviewOutcome;
  /** Whoever made the links that the reviewer worked through, where it was somebody else. */
  readonly behind?: readonly string[];
  /** Ids of the facts that show this reviewer's work, in order. */
  readonly facts: readonly string[];
}

export interface ReviewRow {
  readonly id: string;
  readonly subject: string;
  readonly decision: string;
  readonly aiSystem: string;
  readonly purpose: string;
  readonly why: ReviewReason;
  readonly state: ReviewState;
  readonly regimes: readonly string[];
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly dueAt: Instant;
  readonly clock: { readonly rule: string; readonly source: string; readonly words: string };
  readonly reviewers: 1 | 2;
  readonly firstDecider?: string;
  /** Learning any one of these makes a reviewer able to read the output. */
  readonly training: readonly string[];
  /** Data the person says is wrong, and files they sent, by name and id only. */
  readonly corrections: readonly string[];
  readonly evidence: readonly string[];
  readonly hasStatement: boolean;
  readonly seats: Readonly<Partial<Record<ReviewSeat, SeatRow>>>;
  readonly outcome?: ReviewOutcome;
  readonly closedAt?: Instant;
  readonly qualifies?: boolean;
  readonly limbs?: HumanLimbs;
  readonly lacks?: readonly HumanGap[];
  readonly shownBy?: readonly HumanEvidence[];
  readonly seconds?: number;
  readonly secondsCounted?: number;
  readonly remarks?: readonly HumanRemark[];
  /** The request that asked for it. */
  readonly request?: string;
  /** The fact that concluded it. */
  readonly conclusion?: string;
}

/** The review a fact is about, or nothing for facts of other areas. */
export function reviewOf(fact: NewFact): string | undefined {
  switch (fact.kind) {
    case 'review.opened':
      return fact.id;
    case 'review.assigned':
    case 'review.evidence-viewed':
    case 'review.view-noted':
    case 'review.second-opinion':
    case 'review.concluded':
    case 'review.cancelled':
      return fact.payload.review;
    default:
      return undefined;
  }
}

function opened(fact: DecidedFactOf<'review.opened'>): ReviewRow {
  const payload: ReviewOpened = fact.payload;
  const {
    decision,
    aiSystem,
    purpose,
    why,
    regimes,
    clock,
    reviewers,
    firstDecider,
    training,
    corrections = [],
    evidence = [],
    statement,
    request,
  } = payload;
  return {
    id: fact.id,
    subject: fact.subject,
    decision,
    aiSystem,
    purpose,
    why,
    state: 'open',
    regimes,
    openedAt: fact.at,
    openedBy: fact.actor.id,
    dueAt: Date.parse(payload.dueAt),
    clock,
    reviewers,
    ...defined({ firstDecider }),
    training,
    corrections: corrections.map(({ name }) => name),
    evidence,
    hasStatement: statement !== undefined,
    seats: {},
    ...defined({ request }),
  };
}

type Fold<K extends FactKind> = (row: ReviewRow, fact: DecidedFactOf<K>) => ReviewRow;

/**
 * How far an open review has come is how far its first reviewer has; a second opinion shows once the first view is
 * noted.
 */
function stateOf({ seats: { first, second } }: ReviewRow): ReviewState {
  if (first === undefined) return 'open';
  if (first.notedAt !== undefined) return second?.opinion === undefined ? 'view-noted' : 'second-opinion';
  return first.viewedAt === undefined ? 'assigned' : 'evidence-viewed';
}

function seated(row: ReviewRow, seat: ReviewSeat, sitting: SeatRow): ReviewRow {
  const next = { ...row, seats: { ...row.seats, [seat]: sitting } };
  return { ...next, state: stateOf(next) };
}

const withOne = (behind: readonly string[] = [], id: string): readonly string[] => [...new Set([...behind, id])];

/** Everybody who may have worked on this seat. */
export const workedOn = ({ reviewer, behind = [] }: Pick<SeatRow, 'reviewer' | 'behind'>): readonly string[] => [
  reviewer,
  ...behind,
];

/** Changes one seat; a step of a seat that nobody sits on changes nothing. */
function onSeat(
  row: ReviewRow,
  of: { readonly fact: Pick<DecidedFact, 'id' | 'actor'>; readonly seat: ReviewSeat },
  change: (seat: SeatRow) => Partial<SeatRow>,
): ReviewRow {
  const sitting = row.seats[of.seat];
  if (sitting === undefined) return row;
  const { id, actor } = of.fact;
  const behind = actor.through === undefined ? {} : { behind: withOne(sitting.behind, actor.through.id) };
  return seated(row, of.seat, { ...sitting, ...change(sitting), ...behind, facts: [...sitting.facts, id] });
}

const assigned: Fold<'review.assigned'> = (row, fact) => {
  const { seat, reviewer, training, authority } = fact.payload;
  const learned = learnedOf(training);
  const trained = learned.some(({ at, until }) => at <= fact.at && (until === undefined || until > fact.at));
  const begun = { reviewer, assignedAt: fact.at, assigned: fact.id, training: learned, trained, authority };
  return seated(row, seat, { ...begun, viewed: [], seen: [], facts: [fact.id] });
};

const viewed: Fold<'review.evidence-viewed'> = (row, fact) => {
  const { seat, seen } = fact.payload;
  return onSeat(row, { fact, seat }, (sitting) => ({
    viewedAt: sitting.viewedAt ?? fact.at,
    viewed: [...sitting.viewed, fact.id],
    seen: [...new Set([...sitting.seen, ...seen])],
  }));
};

const noted: Fold<'review.view-noted'> = (row, fact) => {
  const { seat, view } = fact.payload;
  return onSeat(row, { fact, seat }, () => ({ notedAt: fact.at, noted: fact.id, view }));
};

const secondOpinion: Fold<'review.second-opinion'> = (row, fact) => {
  const { outcome } = fact.payload;
  return onSeat(row, { fact, seat: 'second' }, () => ({ opinion: outcome }));
};

const concluded: Fold<'review.concluded'> = (row, fact) => {
  const { outcome, qualifies, limbs, lacks, evidence, seconds, secondsCounted, remarks } = fact.payload;
  const { understands, analyses, mayChange } = limbs;
  // Members in an order of their own, because an opened payload has another one, and a rebuilt view is the same view.
  const shown = {
    limbs: { understands, analyses, mayChange },
    lacks,
    shownBy: evidence.map(({ limb, kind, id }) => ({ limb, kind, id })),
    ...defined({ secondsCounted, remarks }),
  };
  return { ...row, state: 'concluded', outcome, qualifies, ...shown, seconds, closedAt: fact.at, conclusion: fact.id };
};

/** The row after a step; a fact of another area leaves it as it is. */
function stepped(row: ReviewRow, fact: DecidedFact): ReviewRow {
  switch (fact.kind) {
    case 'review.assigned':
      return assigned(row, fact);
    case 'review.evidence-viewed':
      return viewed(row, fact);
    case 'review.view-noted':
      return noted(row, fact);
    case 'review.second-opinion':
      return secondOpinion(row, fact);
    case 'review.concluded':
      return concluded(row, fact);
    case 'review.cancelled':
      return { ...row, state: 'cancelled', closedAt: fact.at };
    default:
      return row;
  }
}

/** The row after a fact. A step whose beginning is gone leaves no row. */
export function foldReview(row: ReviewRow | undefined, fact: DecidedFact): ReviewRow | undefined {
  if (fact.kind === 'review.opened') return opened(fact);
  return row === undefined ? undefined : stepped(row, fact);
}
