/**
 * The shape of the answer to "how is my data used by AI?": what one person is told, or an officer about one person.
 * Flow:    assemble.ts → here → http (JSON) and pages (the readable page).
 * Promise: everything in it comes from recorded facts or published registry entries; what was not recorded is said to
 *          be missing. Texts are in `language`; where a text was not published in it, `languageFallback` is true.
 * Source:  docs/design.md 8.1; docs/law.md 4 (levels 1 to 3), docs/law.md 9.
 */
import type { ContactTold } from '../contacts.ts';
import type { DecisionAnswer } from '../decision/decision-answer.ts';
import type { RightAnswer, Way, When, Withheld } from './answer-parts.ts';
import type { SignInAnswer } from './sign-ins.ts';
import type { Action, SystemAnswer } from './system-answer.ts';
import type { TrainingAnswer } from './trainings.ts';

/**
 * No use stands in the record: since when one would, and which systems have never reported anything about anybody here.
 */
export interface NoUseRecorded {
  readonly since: When | null;
  readonly systemsNotReporting: readonly { readonly key: string; readonly name: string }[];
  readonly words: string;
}

/** What one AI system did without a permission on record. */
export interface WithoutPermission {
  readonly aiSystem: { readonly key: string; readonly name: string };
  readonly count: number;
  readonly firstAt: When;
  readonly lastAt: When;
  readonly words: string;
  readonly because: readonly { readonly reason: string; readonly count: number; readonly words: string }[];
}

/** Uses that were reported after they happened and that nothing on record permitted, the most first. */
export interface UsesWithoutPermission {
  readonly count: number;
  readonly firstAt: When;
  readonly lastAt: When;
  readonly title: string;
  readonly words: string;
  readonly systems: readonly WithoutPermission[];
  readonly whatYouCanDo: readonly Action[];
}

export interface Period {
  readonly from: When | null;
  readonly to: When;
  /** The newest twelve months, `YYYY-MM` in the zone of the installation, oldest first. */
  readonly months: readonly string[];
  readonly timeZone: string;
  /** The stretch of time that the counts are about, as the summary begins: "In the last 12 months". */
  readonly span: string;
  readonly words: string;
  /** Parts whose content was removed at the end of its storage time: counts only. */
  readonly expired: readonly { readonly from: When; readonly to: When; readonly count: number }[];
}

/** The numbers behind the summary, so that nobody has to read them out of a sentence. */
export interface Numbers {
  readonly systems: number;
  readonly systemsThatUsedYourData: number;
  readonly uses: number;
  readonly refused: number;
  readonly decisions: number;
  readonly decisionsCheckedByAPerson: number;
  readonly agreedTo: number;
  /** Of the uses: how many were reported and had no permission on record. */
  readonly usesWithoutPermission: number;
}

interface Proof {
  /** The signed checkpoint (a C2SP signed note) that covers everything told here, or null while the ledger is empty. */
  readonly checkpoint: string | null;
  /** How many entries of the ledger are about this person. */
  readonly entries: number;
  readonly words: string;
  readonly ledger: Way;
  readonly evidence: Way;
}

/** A recorded look at this person's answers by staff. */
export interface LookAnswer {
  readonly at: When;
  readonly role: string;
  readonly reason: string;
  readonly what: string;
  readonly words: string;
}

interface SignalAnswer {
  readonly since: When;
  readonly words: string;
}

export interface AiUseAnswer {
  /** Whom to write to: the controller, and its data protection officer. */
  readonly contacts: readonly ContactTold[];
  readonly subject: string;
  readonly regimes: readonly string[];
  /** True where no regime was recorded for the person and the installation's default was taken. */
  readonly regimesAssumed: boolean;
  readonly period: Period;
  readonly generatedAt: When;
  readonly language: string;
  readonly languageFallback: boolean;
  readonly summary: string;
  readonly numbers: Numbers;
  /** Null where every use on record was permitted. */
  readonly usesWithoutPermission: UsesWithoutPermission | null;
  readonly systems: readonly SystemAnswer[];
  /** Training runs that the data of this person went into, the newest first. */
  readonly trainings: readonly TrainingAnswer[];
  /** The newest 20 of the period, the newest first. */
  readonly automatedDecisions: readonly DecisionAnswer[];
  /** Said where AI assisted, or nothing was recorded, so that silence is never an answer. */
  readonly automatedDecisionsWords: string;
  /** The cursor of older decisions, or null. */
  readonly next: string | null;
  readonly rights: readonly RightAnswer[];
  readonly withheld: readonly Withheld[];
  readonly noUseRecorded: NoUseRecorded | null;
  /** The privacy signal of the browser that stands as an opt-out of sale and sharing, and that we follow it. */
  readonly signal: SignalAnswer | null;
  readonly looks: readonly LookAnswer[];
  /** Sign-in links that were made for the person, and what was done through them. */
  readonly signIns: readonly SignInAnswer[];
  readonly proof: Proof;
  /**
   * Member name → the rules that ask for it, over the person's regimes; the same tags stand on the items themselves.
   */
  readonly requiredBy: {
    readonly systems: Readonly<Record<string, readonly string[]>>;
    readonly automatedDecisions: Readonly<Record<string, readonly string[]>>;
  };
  /** Tag → what it is called, for a reader of the JSON. */
  readonly tags: Readonly<Record<string, string>>;
}
