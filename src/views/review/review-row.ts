/**
 * What is known about one review now: the row that its facts are folded into.
 * Flow:    facts/review (recorded) → here → commands (what step fits), answers (the queue, clocks, what took effect).
 * Promise: plain JSON without free text; what the person and the reviewer wrote stays sealed in the facts.
 * Source:  LAW 7; RELIABILITY I21.
 */
import type { Instant, RecordedFact } from '../../facts/fact.ts';
import type {
  HumanLimbs,
  ReviewAssigned,
  ReviewConcluded,
  ReviewEvidenceViewed,
  ReviewOpened,
  ReviewSecondOpinion,
  ReviewViewNoted,
} from '../../facts/review.ts';
import type { OwnView, ReviewOutcome, ReviewReason, ReviewSeat, ReviewState } from '../../vocabulary/review.ts';

/** One reviewer and how far they have come. */
export interface SeatRow {
  readonly reviewer: string;
  readonly assignedAt: Instant;
  readonly trained: boolean;
  readonly authority: readonly string[];
  readonly viewedAt?: Instant;
  readonly seen: readonly string[];
  readonly notedAt?: Instant;
  readonly view?: OwnView;
  readonly opinion?: ReviewOutcome;
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
  /** Data the person says is wrong, and files they sent, by name and id only. */
  readonly corrections: readonly string[];
  readonly evidence: readonly string[];
  readonly hasStatement: boolean;
  readonly seats: Readonly<Partial<Record<ReviewSeat, SeatRow>>>;
  readonly outcome?: ReviewOutcome;
  readonly closedAt?: Instant;
  readonly qualifies?: boolean;
  readonly limbs?: HumanLimbs;
  readonly seconds?: number;
  /** The fact that concluded it. */
  readonly conclusion?: string;
}

/** What the fold reads, so that a command can fold what it has just decided. */
export type ReviewFact = Pick<RecordedFact, 'id' | 'kind' | 'subject' | 'payload' | 'at' | 'actor'>;

const isReview = (kind: string): boolean => kind.startsWith('review.');

/** The review a fact is about, or nothing for facts of other areas. */
export function reviewOf(fact: Pick<ReviewFact, 'id' | 'kind' | 'payload'>): string | undefined {
  if (!isReview(fact.kind)) return undefined;
  const { review } = fact.payload as { readonly review?: unknown };
  return fact.kind === 'review.opened' ? fact.id : typeof review === 'string' ? review : undefined;
}

function opened(fact: ReviewFact): ReviewRow | undefined {
  if (fact.subject === undefined) return undefined;
  const payload = fact.payload as unknown as ReviewOpened;
  const { decision, aiSystem, purpose, why, regimes, clock, reviewers, firstDecider, corrections = [], evidence = [], statement } = payload;
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
    ...(firstDecider === undefined ? {} : { firstDecider }),
    corrections: corrections.map(({ name }) => name),
    evidence,
    hasStatement: statement !== undefined,
    seats: {},
  };
}

type Fold = (row: ReviewRow, fact: ReviewFact) => ReviewRow;

/** Changes one seat; a step of a seat that nobody sits on changes nothing. */
function onSeat(row: ReviewRow, fact: ReviewFact, change: (seat: SeatRow) => Partial<SeatRow>): ReviewRow {
  const { seat } = fact.payload as unknown as ReviewEvidenceViewed;
  const sitting = row.seats[seat];
  if (sitting === undefined) return row;
  return { ...row, seats: { ...row.seats, [seat]: { ...sitting, ...change(sitting), facts: [...sitting.facts, fact.id] } } };
}

const assigned: Fold = (row, fact) => {
  const { seat, reviewer, training, authority } = fact.payload as unknown as ReviewAssigned;
  const trained = training.some(({ at, until }) => Date.parse(at) <= fact.at && (until === undefined || Date.parse(until) > fact.at));
  const sitting: SeatRow = { reviewer, assignedAt: fact.at, trained, authority, seen: [], facts: [fact.id] };
  return { ...row, state: seat === 'first' ? 'assigned' : row.state, seats: { ...row.seats, [seat]: sitting } };
};

const viewed: Fold = (row, fact) => {
  const { seat, seen } = fact.payload as unknown as ReviewEvidenceViewed;
  const next = onSeat(row, fact, (sitting) => ({ viewedAt: sitting.viewedAt ?? fact.at, seen: [...new Set([...sitting.seen, ...seen])] }));
  return seat === 'first' && row.state === 'assigned' ? { ...next, state: 'evidence-viewed' } : next;
};

const noted: Fold = (row, fact) => {
  const { seat, view } = fact.payload as unknown as ReviewViewNoted;
  const next = onSeat(row, fact, () => ({ notedAt: fact.at, view }));
  return seat === 'first' ? { ...next, state: 'view-noted' } : next;
};

const secondOpinion: Fold = (row, fact) => {
  const { outcome } = fact.payload as unknown as ReviewSecondOpinion;
  const second = row.seats.second;
  if (second === undefined) return row;
  return { ...row, state: 'second-opinion', seats: { ...row.seats, second: { ...second, opinion: outcome, facts: [...second.facts, fact.id] } } };
};

const concluded: Fold = (row, fact) => {
  const { outcome, qualifies, limbs, seconds } = fact.payload as unknown as ReviewConcluded;
  return { ...row, state: 'concluded', outcome, qualifies, limbs, seconds, closedAt: fact.at, conclusion: fact.id };
};

const folds: Readonly<Record<string, Fold>> = {
  'review.assigned': assigned,
  'review.evidence-viewed': viewed,
  'review.view-noted': noted,
  'review.second-opinion': secondOpinion,
  'review.concluded': concluded,
  'review.cancelled': (row, fact) => ({ ...row, state: 'cancelled', closedAt: fact.at }),
};

/** The row after a fact. A step whose beginning is gone leaves no row. */
export function foldReview(row: ReviewRow | undefined, fact: ReviewFact): ReviewRow | undefined {
  if (!isReview(fact.kind)) return row;
  if (fact.kind === 'review.opened') return opened(fact);
  return row === undefined ? undefined : (folds[fact.kind]?.(row, fact) ?? row);
}
