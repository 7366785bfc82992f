/**
 * A simple model of human review: what should be possible, told in the fewest words, beside the real rules.
 * Flow:    review-machine.test.ts → here.
 * Promise: shares nothing with src but the words; it knows seats, who decided, what was seen and when, and nothing
 *          else.
 */
export const staffNames = ['ann', 'bo', 'cy', 'di'] as const;
export type StaffName = (typeof staffNames)[number];
export type Seat = 'first' | 'second';
export type Outcome = 'upheld' | 'changed' | 'withdrawn' | 're-run';

export interface StaffMember {
  active: boolean;
  /** Until when what they learned for this AI system is current; undefined where they learned nothing for it. */
  trainedUntil: number | undefined;
  authority: boolean;
  /** Numbers of the persons that they are themselves. */
  own: readonly number[];
}

export interface ModelSeat {
  who: StaffName;
  trainedUntil: number | undefined;
  authority: boolean;
  viewedAt?: number;
  readonly seen: Set<string>;
  notedAt?: number;
  opinion?: Outcome;
}

export interface ModelReview {
  readonly decision: number;
  readonly why: 'contested' | 'asked-by-staff' | 'before-effect';
  readonly need: 1 | 2;
  readonly toSee: readonly string[];
  first?: ModelSeat;
  second?: ModelSeat;
  closed?: 'concluded' | 'cancelled';
  outcome?: Outcome;
  qualifies?: boolean;
}

export interface ModelDecision {
  readonly person: number;
  /** Waits for a human. */
  readonly waits: boolean;
  readonly need: 1 | 2;
  readonly by: StaffName | undefined;
}

export class Model {
  readonly staff = new Map<StaffName, StaffMember>();
  readonly decisions: ModelDecision[] = [];
  readonly reviews: ModelReview[] = [];

  /** Who decided or confirmed this decision before this review. */
  deciders(review: ModelReview): ReadonlySet<string> {
    const { by } = this.decisions[review.decision] as ModelDecision;
    const earlier = this.reviews.filter(
      (other) => other !== review && other.decision === review.decision && other.closed === 'concluded',
    );
    return new Set(
      [by, ...earlier.flatMap(({ first, second }) => [first?.who, second?.who])].filter((who) => who !== undefined),
    );
  }

  hasConflict(review: ModelReview, who: StaffName, seat: Seat): boolean {
    const { person } = this.decisions[review.decision] as ModelDecision;
    const other = seat === 'first' ? review.second : review.first;
    return this.deciders(review).has(who) || other?.who === who || this.staff.get(who)?.own.includes(person) === true;
  }

  mayContest(decision: number, person: number): boolean {
    const isContested = this.reviews.some(
      (review) => review.decision === decision && review.closed === undefined && review.why === 'contested',
    );
    return this.decisions[decision]?.person === person && !isContested;
  }

  /** Nobody has a decision about themself looked at by their own hand at work. */
  mayOpen(decision: number, by?: StaffName): boolean {
    const isOwn = this.staff.get(by as StaffName)?.own.includes(this.decisions[decision]?.person ?? -1) === true;
    return (
      !isOwn &&
      !this.reviews.some(
        (review) => review.decision === decision && review.closed === undefined && review.why !== 'before-effect',
      )
    );
  }

  mayAssign(review: ModelReview, who: StaffName, seat: Seat): boolean {
    if (review.closed !== undefined || this.staff.get(who)?.active !== true) return false;
    return !this.hasConflict(review, who, seat) && review[seat]?.who !== who && review[seat]?.opinion === undefined;
  }

  /** The seat from which this member of staff may take a step now. */
  seatOf(review: ModelReview, who: StaffName): Seat | undefined {
    if (review.closed !== undefined || this.staff.get(who)?.active !== true) return undefined;
    const seat = review.first?.who === who ? 'first' : review.second?.who === who ? 'second' : undefined;
    return seat === undefined || this.hasConflict(review, who, seat) ? undefined : seat;
  }

  hasAuthority(seat: ModelSeat): boolean {
    return seat.authority && this.staff.get(seat.who)?.authority === true;
  }

  mayConclude(
    review: ModelReview,
    who: StaffName,
    end: { readonly outcome: Outcome; readonly says: boolean; readonly explains: boolean },
  ): boolean {
    if (this.seatOf(review, who) !== 'first' || review.first?.notedAt === undefined || !end.says) return false;
    const opinion = review.second?.opinion;
    if (review.need === 2 && opinion === undefined) return false;
    if (opinion !== undefined && opinion !== end.outcome && !end.explains) return false;
    return (end.outcome === 'upheld' && review.why !== 'before-effect') || this.hasAuthority(review.first);
  }

  /** Whether the look of the first reviewer was a real one. */
  isMeaningful(review: ModelReview, now: number): boolean {
    const seat = review.first;
    if (seat?.viewedAt === undefined || seat.notedAt === undefined) return false;
    const took = now - seat.viewedAt >= 60_000 && seat.notedAt - seat.viewedAt >= 30_000;
    const isTrained =
      seat.trainedUntil !== undefined &&
      seat.trainedUntil > now &&
      this.staff.get(seat.who)?.trainedUntil !== undefined;
    return took && isTrained && this.hasAuthority(seat) && review.toSee.every((what) => seat.seen.has(what));
  }

  isPending(decision: number): boolean {
    return this.reviews.some(
      (review) => review.decision === decision && review.why === 'before-effect' && review.closed !== 'concluded',
    );
  }
}
