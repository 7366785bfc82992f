/**
 * Whether a human review was meaningful: three limbs, each shown by facts on record or else missing.
 * Flow:    commands/review (conclude) → here → fact `review.concluded` → every answer about the decision.
 * Promise: pure; no limb MUST count without a fact that shows it, and where one is missing the decision counts as made
 *          by AI alone in every regime. What a service claims about itself shows nothing.
 * Source:  docs/law.md 3.6, 7 (validity gate); 11 CCR 7001(e)(1); UK GDPR 22A(2); AI Act 14(4)(a), (b).
 */
import type { HumanGap, HumanLimb, HumanRemark } from '../vocabulary/review.ts';
import type { StaffAuthority } from '../vocabulary/staff.ts';
import { saysLittle } from './empty-words.ts';

/**
 * How long a look takes at least, in milliseconds: to read the evidence before an own view, and from the evidence to
 * the end. No law names a number; the rule that a click is no look does. Nobody reads data, a statement and reasons in
 * less.
 */
export const leastTime = { toOwnView: 30_000, toConclusion: 60_000 } as const;

/** The authority without which a reviewer only confirms. */
export const authorityToChange: StaffAuthority = 'change-outcome';

interface ShownBy {
  readonly at: number;
  readonly facts: readonly string[];
}

/** One reviewer's work, from the facts of the review. Times are epoch milliseconds. */
export interface ReviewerWork {
  /** The fact by which they were asked, and what it says about them. */
  readonly assigned: string;
  readonly training: readonly { readonly code: string; readonly at: number; readonly until?: number }[];
  readonly authority: readonly string[];
  /** Any one of these codes makes the output readable. */
  readonly trainingAsked: readonly string[];
  /** Everything there was to look at, and what was opened. */
  readonly toSee: readonly string[];
  readonly seen: readonly string[];
  readonly viewed?: ShownBy;
  readonly noted?: ShownBy;
  readonly concluded: { readonly at: number; readonly fact: string; readonly reasons: string };
  /** True where a look on record shows that they saw the result before their own view. */
  readonly sawFirst?: boolean;
  /** Times that count for other reviews of theirs already. */
  readonly countedElsewhere?: readonly TimeSpent[];
  /** Other reviews of theirs say the same, word for word. */
  readonly repeats?: boolean;
}

/** From a moment until another. */
export interface TimeSpent {
  readonly from: number;
  readonly until: number;
}

interface LimbEvidence {
  readonly limb: HumanLimb;
  readonly kind: string;
  readonly id: string;
}

interface HumanInvolvement {
  readonly qualifies: boolean;
  readonly limbs: Readonly<Record<HumanLimb, boolean>>;
  readonly lacks: readonly HumanGap[];
  readonly evidence: readonly LimbEvidence[];
  /** What else is to be said of it; absent where nothing is. */
  readonly remarks?: readonly HumanRemark[];
}

/** Learned for this AI system, and not run out when they ended the review. */
const isTrained = ({ training, trainingAsked, concluded }: ReviewerWork): boolean =>
  training.some(
    ({ code, at, until }) =>
      trainingAsked.includes(code) && at <= concluded.at && (until === undefined || until > concluded.at),
  );

/** How much of a time is left once what is counted elsewhere is taken out of it, each moment once. */
export function timeAlone({ from, until }: TimeSpent, elsewhere: readonly TimeSpent[]): number {
  let [left, at] = [0, from];
  for (const other of [...elsewhere].sort((one, two) => one.from - two.from)) {
    left += Math.max(0, Math.min(other.from, until) - at);
    at = Math.max(at, Math.min(other.until, until));
  }
  return left + Math.max(0, until - at);
}

/** Whether a reviewer took the least time, by a measure of the time between two moments. */
function tookTime({ viewed, noted, concluded }: ReviewerWork, between: (time: TimeSpent) => number): boolean {
  if (viewed === undefined) return true;
  const hasRead = noted === undefined || between({ from: viewed.at, until: noted.at }) >= leastTime.toOwnView;
  return hasRead && between({ from: viewed.at, until: concluded.at }) >= leastTime.toConclusion;
}

function gapsOfAnalysis(work: ReviewerWork): readonly HumanGap[] {
  const { toSee, seen, viewed, noted, concluded, sawFirst = false, countedElsewhere = [] } = work;
  const wasFast = !tookTime(work, ({ from, until }) => until - from);
  const isShared = !wasFast && !tookTime(work, (time) => timeAlone(time, countedElsewhere));
  const found: readonly (readonly [boolean, HumanGap])[] = [
    [viewed === undefined, 'evidence-not-viewed'],
    [viewed !== undefined && toSee.some((what) => !seen.includes(what)), 'not-everything-viewed'],
    [noted === undefined, 'no-own-view'],
    [wasFast, 'too-fast'],
    [isShared, 'time-shared'],
    [sawFirst, 'saw-result-first'],
    [saysLittle(concluded.reasons), 'empty-words'],
  ];
  return found.filter(([lacks]) => lacks).map(([, gap]) => gap);
}

const shows = (limb: HumanLimb, kind: string, ids: readonly string[]): readonly LimbEvidence[] =>
  ids.map((id) => ({ limb, kind, id }));

export function humanInvolvementOf(work: ReviewerWork): HumanInvolvement {
  const understands = isTrained(work);
  const gaps = gapsOfAnalysis(work);
  const mayChange = work.authority.includes(authorityToChange);
  const limbs = { understands, analyses: gaps.length === 0, mayChange };
  return {
    qualifies: limbs.understands && limbs.analyses && limbs.mayChange,
    limbs,
    lacks: [...(understands ? [] : ['no-training' as const]), ...gaps, ...(mayChange ? [] : ['no-authority' as const])],
    evidence: [
      ...(understands ? shows('understands', 'review.assigned', [work.assigned]) : []),
      ...(limbs.analyses ? shows('analyses', 'review.evidence-viewed', work.viewed?.facts ?? []) : []),
      ...(limbs.analyses ? shows('analyses', 'review.view-noted', work.noted?.facts ?? []) : []),
      ...(limbs.analyses ? shows('analyses', 'review.concluded', [work.concluded.fact]) : []),
      ...(mayChange ? shows('mayChange', 'review.assigned', [work.assigned]) : []),
    ],
    ...(work.repeats === true ? { remarks: ['repeated-words' as const] } : {}),
  };
}
