/**
 * The facts of a human review: why it was opened, who was asked to look, what they saw and thought, and how it ended.
 * Flow:    commands/review → here → ledger → views/review, answers/review.
 * Promise: all of them stand in the person's own chain, so that the person can check that somebody really looked. A
 *          reviewer is named by pseudonym; their name stays in their own record.
 * Source:  docs/law.md 7; GDPR 22(3); UK GDPR 22C; 11 CCR 7001(e), 7221(b)(1).
 */
import { z } from 'zod';
import {
  humanGaps,
  humanLimbs,
  humanRemarks,
  ownViews,
  reviewOutcomes,
  reviewReasons,
  reviewSeats,
} from '../vocabulary/review.ts';
import {
  RecordedCode,
  RecordedKey,
  RecordedRegime,
  RecordedText,
  RecordedTexts,
  RecordedTime,
  RecordedValue,
  v1,
} from './form.ts';
import { requestClock } from './request.ts';

const Reviewer = z.string().startsWith('act_');

export const ReviewOpened = z.strictObject({
  v: v1,
  decision: z.string().startsWith('dec_'),
  aiSystem: RecordedKey,
  purpose: RecordedKey,
  why: z.enum(reviewReasons),
  /** What the person says about the decision. */
  statement: RecordedText.exactOptional(),
  /** Data that the person says is wrong, with the value it should have. */
  corrections: z.array(z.strictObject({ name: z.string().min(1), value: RecordedValue })).exactOptional(),
  /** Files the person sent. */
  evidence: z.array(z.string().startsWith('file_')).exactOptional(),
  regimes: z.array(RecordedRegime).min(1),
  dueAt: RecordedTime,
  clock: requestClock,
  /** How many people have to look. */
  reviewers: z.union([z.literal(1), z.literal(2)]),
  /** Who made or first confirmed the decision, and may therefore not look at it again. */
  firstDecider: Reviewer.exactOptional(),
  /** Learning any one of these makes a reviewer able to read the output of the AI system. */
  training: z.array(RecordedCode).min(1),
  /** The request that asked for it, and that ends with it. */
  request: z.string().startsWith('req_').exactOptional(),
});
export type ReviewOpened = z.infer<typeof ReviewOpened>;

const step = { v: v1, review: z.string().startsWith('rev_') };
const seated = { ...step, seat: z.enum(reviewSeats) };

/** What the reviewer had learned for this AI system and was allowed to do when they were asked. */
export const ReviewAssigned = z.strictObject({
  ...seated,
  reviewer: Reviewer,
  training: z.array(z.strictObject({ code: RecordedCode, at: RecordedTime, until: RecordedTime.exactOptional() })),
  authority: z.array(RecordedCode),
  /** What whoever asked wants to know of them. */
  question: RecordedText.exactOptional(),
  /** The first reviewer had seen the part of the AI when it was asked. */
  afterView: z.literal(true).exactOptional(),
});
export type ReviewAssigned = z.infer<typeof ReviewAssigned>;

/** Names of what was opened, for example `inputs`, `statement`, `file_…`. */
export const ReviewEvidenceViewed = z.strictObject({ ...seated, seen: z.array(z.string().min(1)).min(1) });
export type ReviewEvidenceViewed = z.infer<typeof ReviewEvidenceViewed>;

export const ReviewViewNoted = z.strictObject({ ...seated, view: z.enum(ownViews), words: RecordedText });
export type ReviewViewNoted = z.infer<typeof ReviewViewNoted>;

export const ReviewSecondOpinion = z.strictObject({ ...step, outcome: z.enum(reviewOutcomes), reasons: RecordedText });
export type ReviewSecondOpinion = z.infer<typeof ReviewSecondOpinion>;

/** One fact, and which limb it shows. */
export const HumanEvidence = z.strictObject({ limb: z.enum(humanLimbs), kind: z.string(), id: z.string() });
export type HumanEvidence = z.infer<typeof HumanEvidence>;

export const HumanLimbs = z.strictObject({ understands: z.boolean(), analyses: z.boolean(), mayChange: z.boolean() });
export type HumanLimbs = z.infer<typeof HumanLimbs>;

export const ReviewConcluded = z.strictObject({
  ...step,
  decision: z.string().startsWith('dec_'),
  outcome: z.enum(reviewOutcomes),
  reasons: RecordedText,
  newOutcome: RecordedTexts.exactOptional(),
  /** Why it ended otherwise than the second reviewer saw it. */
  disagreement: RecordedText.exactOptional(),
  /** Data corrected by this review, by name. */
  corrected: z
    .array(z.strictObject({ name: z.string().min(1), from: RecordedValue.exactOptional(), to: RecordedValue }))
    .exactOptional(),
  /** From the first look at the evidence to the conclusion. */
  seconds: z.int().nonnegative(),
  qualifies: z.boolean(),
  limbs: HumanLimbs,
  /** What is missing where it does not qualify. */
  lacks: z.array(z.enum(humanGaps)),
  /** The facts that show it. */
  evidence: z.array(HumanEvidence),
  /** How much of `seconds` counts for this review alone, where other reviews of the same person share it. */
  secondsCounted: z.int().nonnegative().exactOptional(),
  remarks: z.array(z.enum(humanRemarks)).min(1).exactOptional(),
});
export type ReviewConcluded = z.infer<typeof ReviewConcluded>;

export const ReviewCancelled = z.strictObject({ ...step, reason: RecordedText.exactOptional() });
export type ReviewCancelled = z.infer<typeof ReviewCancelled>;
