/**
 * Human review: a person contests a decision, a reviewer looks, and the end is told with reasons.
 * Flow:    here → endpoints/reviews.ts; commands/review decides.
 * Promise: bodies are strict; nothing here lets anybody claim that a look was meaningful.
 * Source:  docs/design.md 8.1; docs/law.md 7.
 */
import { z } from 'zod';
import { inputIn } from '../../src/facts/decision.ts';
import { aiRoles } from '../../src/vocabulary/ai-system.ts';
import {
  humanGaps,
  humanLimbs,
  humanRemarks,
  ownViews,
  reviewOutcomes,
  reviewReasons,
  reviewSeats,
  reviewStates,
} from '../../src/vocabulary/review.ts';
import {
  At,
  Code,
  DecisionId,
  Entry,
  FileId,
  freeText,
  Key,
  Label,
  Regime,
  RequestId,
  ReviewId,
  SubjectId,
  Texts,
  Value,
} from './basics.ts';
import { StaffId } from './staff.ts';
import { taken } from './taken.ts';

const FreeText = freeText(10_000);
const Name = z.string().min(1).max(100);
const Correction = z.strictObject({
  name: Name.describe('The name of recorded data.'),
  value: Value.describe('What it should be.'),
});
const Corrections = z.array(Correction).max(100);
const Files = z.array(FileId).max(20);

export const ContestBody = z
  .strictObject({
    statement: FreeText.describe('What the person says about the decision, in their own words.'),
    corrections: Corrections.exactOptional(),
    evidence: Files.exactOptional().describe('Files sent before with POST /v1/me/files.'),
  })
  .meta({ id: 'ContestBody', description: 'I do not agree with this decision.' });

export const ReviewBody = z
  .strictObject({
    decision: DecisionId,
    why: z.enum(['asked-by-staff']).default('asked-by-staff'),
    statement: FreeText.exactOptional().describe('What the person said, or why staff ask for it.'),
    corrections: Corrections.exactOptional(),
  })
  .meta({ id: 'ReviewBody', description: 'Staff ask for a second look at a decision.' });

export const AssignBody = z
  .strictObject({
    reviewer: StaffId.exactOptional().describe('Left out: you.'),
    seat: z.enum(reviewSeats).default('first').describe('The second reviewer sits on the second seat.'),
    question: FreeText.exactOptional().describe(
      'What you want to know of them. It is shown to reviewers of this review, and stands in the record of the person.',
    ),
  })
  .meta({ id: 'AssignBody' });
export const ViewEvidenceBody = z
  .strictObject({})
  .meta({ id: 'ViewEvidenceBody', description: 'Nothing to say: the answer is the evidence.' });
export const NoteViewBody = z
  .strictObject({ view: z.enum(ownViews), words: FreeText.describe('Why, in words that fit this case.') })
  .meta({ id: 'NoteViewBody', description: 'What the reviewer thinks before the part of the AI is shown.' });
export const OpinionBody = z
  .strictObject({ outcome: z.enum(reviewOutcomes), reasons: FreeText })
  .meta({ id: 'OpinionBody' });
export const ConcludeBody = z
  .strictObject({
    outcome: z.enum(reviewOutcomes),
    reasons: FreeText.describe('Needed also where the decision stays; the person reads them.'),
    newOutcome: Label.exactOptional().describe('What a changed decision is now.'),
    corrected: Corrections.exactOptional().describe(
      'For `re-run`: the data it is made again from. Default: what the person corrected.',
    ),
    disagreement: FreeText.exactOptional().describe('Why it ends otherwise than the second reviewer saw it.'),
  })
  .meta({ id: 'ConcludeBody' });
export const CancelReviewBody = z.strictObject({ reason: FreeText.exactOptional() }).meta({ id: 'CancelReviewBody' });

const Limbs = z.object(
  Object.fromEntries(humanLimbs.map((limb) => [limb, z.boolean()])) as Record<
    (typeof humanLimbs)[number],
    z.ZodBoolean
  >,
);
const Evidence = z.object({ limb: z.enum(humanLimbs), kind: z.string().max(64), id: z.string().max(40) });
const lacks = z.array(z.enum(humanGaps)).max(20);

/** Computed from recorded facts; the word of the reporting service shows nothing. */
export const InvolvementModel = z
  .object({
    qualifies: z
      .boolean()
      .describe('All three limbs stand. Otherwise the decision counts as made by AI alone, under every law.'),
    limbs: Limbs.describe('Could read the output, looked at more than the output, could change the decision.'),
    lacks: lacks.optional(),
    evidence: z.array(Evidence).max(200).describe('The facts that show it, in the record of the person.'),
    remarks: z
      .array(z.enum(humanRemarks))
      .max(10)
      .optional()
      .describe('`repeated-words`: the same person wrote the same in another review.'),
  })
  .meta({ id: 'HumanInvolvement' });

const Clock = z.object({ rule: z.string().max(64), source: z.string().max(400), words: z.string().max(1000) });
const head = {
  id: ReviewId,
  decision: DecisionId,
  aiSystem: Key,
  why: z.enum(reviewReasons),
  state: z.enum(reviewStates),
  openedAt: At,
  dueAt: At,
  clock: Clock,
  closedAt: At.optional(),
  outcome: z.enum(reviewOutcomes).optional(),
  request: RequestId.optional().describe('The request for a human review that it belongs to, and that ends with it.'),
};

const Seat = z.object({
  reviewer: z.string().max(40).describe('A pseudonym.'),
  assignedAt: At,
  trained: z.boolean(),
  training: z.array(z.object({ code: Code, at: At, until: At.optional() })).max(100),
  authority: z.array(Code).max(20),
  viewedAt: At.optional(),
  notedAt: At.optional(),
  hasOpinion: z.boolean(),
  view: z.enum(ownViews).optional(),
  opinion: z.enum(reviewOutcomes).optional(),
});

const review = {
  ...head,
  subject: SubjectId,
  purpose: Key,
  regimes: z.array(Regime).max(20),
  reviewers: z.union([z.literal(1), z.literal(2)]),
  training: z.array(Code).max(20).describe('A reviewer has learned one of these.'),
  hasStatement: z.boolean(),
  corrections: z.array(Name).max(100),
  evidence: Files,
  seats: z.object({ first: Seat.optional(), second: Seat.optional() }),
  seconds: z.int().min(0).optional().describe('From the first look at the evidence to the end.'),
  secondsCounted: z.int().min(0).optional().describe('How much of it counts for this review alone.'),
  humanInvolvement: InvolvementModel.optional(),
  entry: Entry.optional(),
};
export const Review = z.object(review).meta({ id: 'Review' });

const Input = z.object(inputIn({ ...taken, label: Texts, value: Value }).shape);
const Material = z.object({
  what: Texts,
  decidedAt: At,
  modelVersion: z.string().max(100),
  inputs: z.array(Input).max(500),
  statement: FreeText.optional(),
  corrections: z.array(z.object({ name: Name, recorded: Value.optional(), value: Value })).max(100),
  files: z
    .array(
      z.object({
        id: FileId,
        name: z.string().max(200).optional(),
        type: z.string().max(40),
        size: z.int().min(1),
        seen: z.boolean(),
      }),
    )
    .max(20),
  limits: z
    .object({ limitations: Texts.optional(), whereItFails: Texts.optional() })
    .optional()
    .describe('What is known about where the AI system fails.'),
  notSeenYet: z.array(z.string().max(40)).max(100).describe('What the reviewer has not opened yet.'),
});
const AiPart = z.object({
  outcome: Texts,
  adverse: z.boolean(),
  aiRole: z.enum(aiRoles),
  output: z.object({ value: Value, scale: Texts.optional(), rule: Texts.optional() }),
  factors: z.array(z.looseObject({ code: Code, direction: z.enum(['for', 'against']) })).max(200),
  counterfactuals: z.array(z.looseObject({ name: Name })).max(100),
  otherFactors: z.array(Texts).max(100),
});

const Question = z.object({
  seat: z.enum(reviewSeats).describe('Who was asked.'),
  words: FreeText,
  afterView: z.boolean().describe('Asked when the first reviewer had seen the part of the AI.'),
});

export const ReviewerView = z
  .object({
    ...review,
    seat: z.enum(reviewSeats).optional(),
    questions: z
      .array(Question)
      .max(2)
      .optional()
      .describe('What reviewers were asked; one asked `afterView` is shown once an own view is noted.'),
    material: Material.optional().describe('For the assigned reviewer only; each look is recorded.'),
    ai: AiPart.nullable().optional().describe('Null until the reviewer has noted an own view.'),
  })
  .meta({ id: 'ReviewerView' });

export const MyReviewModel = z
  .object({
    ...head,
    words: z.string().max(2000).describe('How far it is, in plain words.'),
    statement: FreeText.optional(),
    corrections: Corrections.optional(),
    evidence: Files.optional(),
    reasons: z.string().max(40_000).optional(),
    newOutcome: z.string().max(4000).optional(),
    corrected: z
      .array(z.object({ name: Name, from: Value.optional(), to: Value }))
      .max(100)
      .optional(),
    humanInvolvement: InvolvementModel.optional(),
    canBeCancelled: z.boolean(),
  })
  .meta({ id: 'MyReview' });

export const FileReceipt = z
  .object({
    id: FileId,
    name: z.string().max(200).optional(),
    type: z.string().max(40),
    size: z.int().min(1),
    at: At,
    entry: Entry.optional(),
  })
  .meta({ id: 'FileReceipt' });

export const DecisionEffectModel = z
  .object({
    state: z.enum(['pending', 'effective', 'changed', 'withdrawn', 're-run']),
    since: At,
    review: ReviewId.nullable(),
  })
  .meta({
    id: 'DecisionEffect',
    description: 'Whether the decision has effect. `pending`: a person has to look first; do not act on it.',
  });
