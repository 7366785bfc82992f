/**
 * The shape of the explanation of one automated decision: four layers, each a little deeper than the one before.
 * Flow:    assemble.ts → here → http (JSON), the decision page, the explanation letter and package.
 * Promise: everything comes from recorded facts and published versions; what was worked out later is flagged, an
 *          approximation is called one, and a person gets no weights and no formula in place of an explanation.
 * Source:  docs/law.md 4; docs/explanations.md (layers); C-203/22; 11 CCR 7222.
 */
import type {
  CounterfactualAnswer,
  DecisionAnswer,
  FactorAnswer,
  HumanPart,
  InputAnswer,
} from '../decision/decision-answer.ts';
import type { RightAnswer, Way, When, Withheld } from '../use/answer-parts.ts';
import type { SystemAnswer } from '../use/system-answer.ts';
import type { CheckedField } from './checked-field.ts';

/** One sentence: the outcome, and who decided. */
export interface Layer1 {
  readonly layer: 1;
  readonly title: string;
  readonly sentence: string;
  readonly what: string;
  readonly outcome: string;
  readonly adverse: boolean | null;
  readonly aiRole: DecisionAnswer['aiRole'];
  readonly solelyAutomated: boolean;
}

export interface ReasonAnswer extends FactorAnswer {
  /** Said where the reason is something the person cannot change. */
  readonly note: string | null;
}

/** Up to four reasons, and one thing that would have changed the result. */
export interface Layer2 {
  readonly layer: 2;
  readonly title: string;
  readonly lead: string;
  /** The strongest first; they speak for the outcome: against the person where it is, else for them. */
  readonly reasons: readonly ReasonAnswer[];
  readonly words: string;
  /** How the reasons were found; calls an approximation an approximation. Null without reasons. */
  readonly method: string | null;
  readonly counterfactual: CounterfactualAnswer | null;
  readonly counterfactualWords: string;
  readonly aggregate: AggregateAnswer | null;
}

/** All decisions of twelve months together; only where a law knows this way of answering. */
export interface AggregateAnswer {
  readonly uses: number;
  readonly from: When;
  readonly to: When;
  readonly rule: string;
  readonly title: string;
  readonly words: string;
  readonly outcomes: readonly { readonly outcome: string; readonly count: number; readonly words: string }[];
  readonly factors: readonly AggregateFactor[];
}

export interface AggregateFactor {
  readonly feature: string;
  readonly label: string;
  readonly against: number;
  readonly for: number;
  /** The mean share of the strongest factor, 0 to 100, over the decisions in which it counted. */
  readonly averageStrength: number;
  readonly words: string;
}

/** The AI system as it was published when it decided. */
export interface SystemCard extends Omit<SystemAnswer, 'uses' | 'choice' | 'whatYouCanDo' | 'languageFallback'> {
  readonly purposes: readonly PurposeCard[];
  /** Said where the description has changed since. */
  readonly changedWords: string | null;
}

export interface PurposeCard {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly description: string | null;
  readonly kind: string;
  readonly bases: readonly { readonly regime: string; readonly basis: string; readonly words: string }[];
  /** What permits a decision made by AI alone, by the regimes of the person. */
  readonly art22: Readonly<Record<string, string>>;
  readonly specialCategory: Readonly<Record<string, string>>;
}

/** Data with sources, the AI system, the human part, what else counted, what follows, how to object. */
export interface Layer3 {
  readonly layer: 3;
  readonly title: string;
  readonly dataUsed: readonly InputAnswer[];
  readonly output: DecisionAnswer['output'];
  /** Everything that counted, the strongest first. */
  readonly factors: readonly FactorAnswer[];
  readonly system: SystemCard | null;
  readonly humanInvolvement: HumanPart;
  readonly otherFactors: readonly string[];
  /** Said where none was recorded. */
  readonly otherFactorsWords: string | null;
  readonly significance: string | null;
  readonly consequences: string | null;
  readonly futureUse: string | null;
  /** Whom the result was given to. */
  readonly scoreSuppliedTo: DecisionAnswer['scoreSuppliedTo'];
  readonly rights: readonly RightAnswer[];
}

export interface CitedVersion {
  readonly kind: 'ai-system' | 'purpose';
  readonly key: string;
  readonly version: number;
  /** The fact that published it, and its entry. */
  readonly fact: string;
  readonly log: number;
  readonly index: number;
}

/** The full record. */
export interface Layer4 {
  readonly layer: 4;
  readonly title: string;
  /** As it was recorded; for the person without weights and methods. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly counterfactuals: readonly CounterfactualAnswer[];
  readonly modelVersion: string | null;
  readonly versions: readonly CitedVersion[];
  readonly permission: DecisionAnswer['covered'];
  readonly notRecorded: DecisionAnswer['notRecorded'];
  /** For officers: every field that law asks for, whether it is there, and where it came from. */
  readonly checklist?: readonly CheckedField[];
}

export interface ExplanationProof {
  readonly log: number;
  readonly index: number;
  /** Padded base64. */
  readonly leafHash: string;
  readonly treeSize: number;
  /** From the leaf to the root, padded base64. */
  readonly inclusion: readonly string[];
  /** The signed checkpoint of that size (a C2SP signed note), or null while there is none. */
  readonly checkpoint: string | null;
  readonly words: string;
  /** Everything about the person, to be checked offline. */
  readonly evidence: Way;
}

export interface ExplanationAnswer {
  readonly id: string;
  readonly generatedAt: When;
  readonly language: string;
  readonly languageFallback: boolean;
  readonly regimes: readonly string[];
  readonly href: string;
  readonly decidedAt: When;
  readonly recordedAt: When;
  readonly aiSystem: DecisionAnswer['aiSystem'];
  readonly purpose: DecisionAnswer['purpose'];
  readonly layers: readonly [Layer1, Layer2, Layer3, Layer4];
  readonly effect: DecisionAnswer['effect'];
  readonly reconstructed: boolean;
  readonly reconstructedBecause: 'reported' | 'recorded-late' | null;
  readonly reconstructedWords: string | null;
  /**
   * True where a reason is an estimate, false where all were read off the rule that decided, null where that is not on
   * record.
   */
  readonly approximation: boolean | null;
  readonly proof: ExplanationProof;
  readonly withheld: readonly Withheld[];
  readonly requiredBy: readonly string[];
}
