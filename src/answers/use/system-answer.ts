/**
 * Level 1 of the answer: one AI system, as it is published and as it used this person's data.
 * Flow:    systems.ts → here → ai-use-answer.ts.
 * Promise: published texts are passed on as they stand; null means that nothing was published, and `completeness` says
 *          where law would still ask for it.
 * Source:  docs/law.md 4 level 1, docs/law.md 9; docs/design.md 8.1.
 */
import type { Gap, Way, When } from './answer-parts.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** What the person could do about one purpose, what follows from it and when. */
export interface Action {
  /** `agree`, `withdraw`, `object`, `opt-out`, `lift`, `ask-human`, `ask-explanation`, `complain`, `refuse`. */
  readonly action: string;
  readonly words: string;
  readonly effect: string;
  readonly way: Way;
  /** The fields of the form that posts to `/me/choices`; absent where the way is a request form. */
  readonly form?: Readonly<Record<string, string>>;
}

/** How one purpose of the system stands for this person right now. */
export interface PurposeChoice {
  readonly purpose: string;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly kind: string;
  readonly bases: readonly { readonly regime: string; readonly basis: string; readonly words: string }[];
  /** The answer to a check right now: its reason code in docs/design.md 7. */
  readonly allowed: boolean;
  readonly reason: string;
  readonly state: ChoiceState;
  readonly since: When | null;
  readonly words: string;
}

export type ChoiceState = 'agreed' | 'not-agreed' | 'stopped' | 'needed' | 'allowed-by-default' | 'unavailable';

export interface UseCounts {
  readonly allowed: number;
  readonly refused: number;
  readonly reported: number;
  /** Of the reported ones: how many happened without a permission on record. */
  readonly reportedWithoutPermission: number;
  /** Said first wherever the counts are shown; null where every use was permitted. */
  readonly withoutPermissionWords: string | null;
  readonly firstAt: When | null;
  readonly lastAt: When | null;
  /** Every month of `period.months`, zeros included, then older months that have any. */
  readonly byMonth: readonly MonthCount[];
  /** Uses that read this category; a use of two categories counts in both. */
  readonly byCategory: readonly CategoryCount[];
  readonly refusedBecause: readonly { readonly reason: string; readonly count: number; readonly words: string }[];
}

interface MonthCount {
  readonly month: string;
  readonly allowed: number;
  readonly refused: number;
  readonly reported: number;
}

interface CategoryCount {
  readonly category: string;
  readonly label: string;
  readonly count: number;
}

export interface ToldBeforehand {
  readonly purpose: string;
  readonly at: When;
  readonly aiSystemVersion: number;
  readonly purposeVersion: number;
  /** The company's own notice; null where it was the one made from the registry. */
  readonly notice: { readonly key: string; readonly version: number } | null;
  readonly acknowledged: boolean;
  readonly words: string;
}

export interface SystemAnswer extends Named {
  readonly version: number;
  readonly status: 'live' | 'suspended' | 'retired';
  readonly statusWords: string | null;
  readonly description: string | null;
  readonly provider: string | null;
  readonly interactionDisclosure: string;
  readonly significance: readonly string[];
  readonly decisionTypes: readonly string[];
  readonly dataCategories: readonly { readonly category: string; readonly label: string }[];
  readonly sources: readonly string[];
  readonly logic: string | null;
  readonly output: {
    readonly type: string | null;
    readonly use: string | null;
    readonly soleFactor: boolean | null;
    readonly otherFactors: readonly string[];
  };
  readonly humanOversight: {
    readonly mode: string;
    readonly words: string;
    readonly description: string | null;
  } | null;
  readonly evaluation: readonly {
    readonly what: string;
    readonly done: boolean;
    readonly result: string | null;
    readonly date: When | null;
  }[];
  readonly benefits: readonly string[];
  readonly limitations: readonly string[];
  readonly possibleConsequences: readonly string[];
  readonly optOut: string | null;
  readonly alternativeProcess: string | null;
  /** The published exceptions to an opt-out that are relied on. */
  readonly exceptionReliedOn: readonly { readonly regime: string; readonly code: string; readonly words: string }[];
  readonly trainingUse: { readonly used: boolean; readonly words: string } | null;
  readonly recipients: readonly {
    readonly name: string;
    readonly role: string | null;
    readonly country: string | null;
    readonly safeguard: string | null;
  }[];
  readonly retention: string | null;
  readonly lastChanged: When;
  readonly notices: readonly { readonly key: string; readonly version: number; readonly title: string }[];
  /** The reduced set: AI assists here, but makes no decision of weight about the person. */
  readonly reduced: boolean;
  readonly uses: UseCounts;
  readonly choice: { readonly words: string; readonly purposes: readonly PurposeChoice[] };
  /** Which notices about it this person was shown before, the newest first. */
  readonly toldBeforehand: readonly ToldBeforehand[];
  readonly whatYouCanDo: readonly Action[];
  readonly completeness: readonly Gap[];
  readonly languageFallback: boolean;
  readonly requiredBy: readonly string[];
  /** For officers only: what to say, what to offer, where the system fails. */
  readonly supportGuide?: {
    readonly sayThis: string | null;
    readonly offerThis: string | null;
    readonly whereItFails: string | null;
  };
}
