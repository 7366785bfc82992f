/**
 * The words of human review: why a decision is looked at again, how far the look has come, and how it ended.
 * Flow:    read by openapi, facts, law, commands, answers.
 * Promise: a word MUST keep its meaning for ever, because it stands in recorded facts.
 * Source:  docs/law.md 7; GDPR 22(3); 11 CCR 7221(b)(1); AI Act 14(4).
 */

/**
 * `before-effect`: the decision waits for a human; `stop-list`: the AI system was stopped and its decisions are
 * doubted.
 */
export const reviewReasons = ['contested', 'stop-list', 'before-effect', 'asked-by-staff'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const reviewStates = [
  'open',
  'assigned',
  'evidence-viewed',
  'view-noted',
  'second-opinion',
  'concluded',
  'cancelled',
] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Somebody still has to look, or is looking. */
export const isOpenReview = ({ state }: { readonly state: ReviewState }): boolean =>
  state !== 'concluded' && state !== 'cancelled';

/**
 * Why something is held back from a member of staff: they review the decision and have noted no view of their own. It
 * stands where an answer leaves it out.
 */
export const ownViewFirst = 'own-view-first';
export type HeldBackReason = typeof ownViewFirst;

/** What the reviewer would do before the AI's part is shown. */
export const ownViews = ['uphold', 'change', 'unsure'] as const;
export type OwnView = (typeof ownViews)[number];
/** How a reviewer is asked for it who does not know the result yet, so that there is nothing to leave or to change. */
export const viewsAsAsked = ['for-person', 'against-person', 'unsure'] as const;
export type ViewAsAsked = (typeof viewsAsAsked)[number];

/** `re-run`: the decision is made again from corrected data. */
export const reviewOutcomes = ['upheld', 'changed', 'withdrawn', 're-run'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** A second reviewer sits on the second seat. */
export const reviewSeats = ['first', 'second'] as const;
export type ReviewSeat = (typeof reviewSeats)[number];

/** The three limbs without which a person's part is no human involvement (11 CCR 7001(e)(1)). */
export const humanLimbs = ['understands', 'analyses', 'mayChange'] as const;
export type HumanLimb = (typeof humanLimbs)[number];

/** What a reviewer's part lacks where it does not count as human involvement. */
export const humanGaps = [
  'no-training',
  'evidence-not-viewed',
  'not-everything-viewed',
  'no-own-view',
  'too-fast',
  'empty-words',
  'no-authority',
  /** They had seen the result before their own view. */
  'saw-result-first',
  /** The time was counted for another review already. */
  'time-shared',
] as const;
export type HumanGap = (typeof humanGaps)[number];

/** What is said of a review beside whether it counts. */
export const humanRemarks = ['repeated-words'] as const;
export type HumanRemark = (typeof humanRemarks)[number];

/** Whether a decision has effect. */
export const effectStates = ['pending', 'effective', 'changed', 'withdrawn', 're-run'] as const;
export type EffectState = (typeof effectStates)[number];
