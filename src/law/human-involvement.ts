/**
 * Whether a human review was meaningful: three limbs, each shown by facts on record or else missing.
 * Flow:    commands/review (conclude) → here → fact `review.concluded` → every answer about the decision.
 * Promise: pure; no limb MUST count without a fact that shows it, and where one is missing the decision counts as made
 *          by AI alone in every regime. What a service claims about itself shows nothing.
 * Source:  docs/law.md 3.6, 7 (validity gate); 11 CCR 7001(e)(1); UK GDPR 22A(2); AI Act 14(4)(a), (b).
 */
import type { HumanGap, HumanLimb } from '../vocabulary/review.ts';
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
}

/** Learned for this AI system, and not run out when they ended the review. */
const isTrained = ({ training, trainingAsked, concluded }: ReviewerWork): boolean =>
  training.some(
    ({ code, at, until }) =>
      trainingAsked.includes(code) && at <= concluded.at && (until === undefined || until > concluded.at),
  );

function gapsOfAnalysis({ toSee, seen, viewed, noted, concluded }: ReviewerWork): readonly HumanGap[] {
  const wasFast =
    viewed !== undefined &&
    (concluded.at - viewed.at < leastTime.toConclusion ||
      (noted !== undefined && noted.at - viewed.at < leastTime.toOwnView));
  const found: readonly (readonly [boolean, HumanGap])[] = [
    [viewed === undefined, 'evidence-not-viewed'],
    [viewed !== undefined && toSee.some((what) => !seen.includes(what)), 'not-everything-viewed'],
    [noted === undefined, 'no-own-view'],
    [wasFast, 'too-fast'],
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
  };
}
