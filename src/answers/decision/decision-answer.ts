/**
 * Level 2 of the answer: one automated decision about one person, with the values and reasons recorded when it was
 * made.
 * Flow:    explain.ts → here → the AI-use answer, the explanation letter and the decision page.
 * Promise: nothing is made up afterwards: what the deciding system did not record is listed in `notRecorded`, and
 *          factors keep the order in which they weighed. Weights are for officers; a person sees order and direction.
 * Source:  docs/law.md 4 level 2; GDPR 15(1)(h), 22; AI Act 86; C-203/22.
 */
import type { HeldBack } from '../../evaluation/held-back.ts';
import type { HumanEvidence, HumanLimbs } from '../../facts/review.ts';
import type { EffectState } from '../../vocabulary/review.ts';
import type { RightAnswer, Way, When, Withheld } from '../use/answer-parts.ts';

export interface InputAnswer {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly category: string;
  readonly categoryLabel: string;
  readonly source: string | null;
}

export interface FactorAnswer {
  /** 1 weighed most. */
  readonly rank: number;
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly direction: 'for' | 'against';
  readonly words: string;
  /** The input it speaks of. */
  readonly feature: string;
  /** Law protects it, or the company says that a person cannot change it. */
  readonly unchangeable: boolean;
  /** The share of the strongest factor, 0 to 100, for drawing a bar; a drawing and not a score. */
  readonly strength: number;
  readonly method?: string;
  readonly weight?: number;
}

export interface CounterfactualAnswer {
  readonly name: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: string;
  /** Could the person really do it? Null where it was not recorded. */
  readonly feasible: boolean | null;
  /** False for what a person cannot change, law protects, or changes nothing: recorded, never held out as a way. */
  readonly offered: boolean;
  readonly heldBack: HeldBack | null;
  readonly words: string;
}

/** What people did, and whether it counts: only the recorded steps of a review can show that. */
export interface HumanPart {
  readonly role: string;
  readonly qualifies: boolean;
  readonly limbs: HumanLimbs;
  /** The facts that show each limb. */
  readonly evidence: readonly HumanEvidence[];
  readonly whatTheyDid: string | null;
  readonly words: string;
}

interface ScoreRecipient {
  readonly recipient: string;
  readonly name: string;
  readonly at: When | null;
  /** Whether they draw strongly on it; null where nobody said. */
  readonly reliedOnStrongly: boolean | null;
  readonly words: string;
}

export interface DecisionAnswer {
  readonly id: string;
  readonly entry: { readonly log: number; readonly index: number; readonly leafHash: string };
  readonly href: string;
  /** Why, in four layers. */
  readonly explanation: Way;
  readonly aiSystem: { readonly key: string; readonly name: string; readonly version: number | null };
  readonly purpose: { readonly key: string; readonly name: string; readonly version: number | null };
  readonly what: string;
  readonly decidedAt: When;
  readonly recordedAt: When;
  readonly outcome: string;
  /** Null where it is held back from whoever reads. */
  readonly adverse: boolean | null;
  /** One sentence: what was decided, when, and who decided. */
  readonly headline: string;
  readonly aiRole: { readonly code: string; readonly words: string };
  readonly inputs: readonly InputAnswer[];
  readonly factors: readonly FactorAnswer[];
  /** How the factors were found; calls an approximation an approximation. Null without factors. */
  readonly factorsWords: string | null;
  readonly factorsAreApproximate: boolean | null;
  readonly output: {
    readonly value: string;
    readonly scale: string | null;
    readonly rule: string | null;
    readonly words: string;
  } | null;
  readonly counterfactuals: readonly CounterfactualAnswer[];
  readonly counterfactualsWords: string;
  readonly significance: string | null;
  readonly consequences: string | null;
  readonly otherFactors: readonly string[];
  readonly futureUse: string | null;
  /** Whom the result was given to, by name. */
  readonly scoreSuppliedTo: readonly ScoreRecipient[];
  readonly humanInvolvement: HumanPart;
  /** Whether it has effect, and what people made of it since; `words` is null where nothing happened. */
  readonly effect: {
    readonly state: EffectState;
    readonly since: When;
    readonly review: string | null;
    readonly words: string | null;
    /** A second look that is under way: where it stands, by when it ends, and its page. */
    readonly openReview: {
      readonly id: string;
      readonly words: string;
      readonly dueAt: When;
      readonly href: string;
    } | null;
  };
  /** Decided without a person who really could change it. */
  readonly solelyAutomated: boolean;
  readonly modelVersion: string | null;
  readonly covered: { readonly covered: boolean; readonly reason: string; readonly words: string };
  /** What the deciding system did not record although an answer like this would show it. */
  readonly notRecorded: readonly { readonly item: string; readonly words: string }[];
  readonly withheld: readonly Withheld[];
  readonly rights: readonly RightAnswer[];
  readonly languageFallback: boolean;
  readonly requiredBy: readonly string[];
}
