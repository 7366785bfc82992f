/**
 * What the AI-use answer is made of: plain data that the caller gathers from views, ledger and registry.
 * Flow:    http or another answer (gathers) → here → assemble.ts.
 * Promise: nothing here is computed for the answer's sake: counts come from recorded uses, `standing` from the same
 *          evaluation that answers a check, decisions are opened payloads.
 * Source:  docs/design.md 7 and 8.1.
 */
import type { ShownNotice } from '../../evaluation/person.ts';
import type { TextOrMap } from '../../language/text.ts';
import type { OversightMode } from '../../vocabulary/ai-system.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import type { DecisionRecord } from '../decision/decision-record.ts';
import type { Audience } from '../reader.ts';
import type { Tallies } from './tally.ts';

/** One text or several. */
export type Texts = TextOrMap | readonly TextOrMap[];

/** One published version with its key; `at` is when it was recorded. */
export interface Published<B> {
  readonly key: string;
  readonly version: number;
  readonly at: Instant;
  readonly body: B;
}

export interface PurposeBody {
  readonly name: TextOrMap;
  readonly description?: TextOrMap;
  readonly kind: string;
  readonly legalBasis: Readonly<Record<string, string>>;
  readonly dataCategories: readonly string[];
  /** What follows from the kind where the company did not say, worked out once by the registry. */
  readonly significant: boolean;
  readonly sensitive: boolean;
  readonly forMarketing: boolean;
  readonly saleOrShare: boolean;
  readonly specialCategory?: Readonly<Record<string, string>>;
  readonly art22?: Readonly<Record<string, string>>;
  readonly legitimateInterest?: { readonly interest: TextOrMap };
  readonly optOutExceptions?: readonly { readonly regime: string; readonly code: string }[];
  readonly retention?: TextOrMap;
  readonly defaultNotice?: string;
}

/**
 * The members of docs/law.md 9 that an answer shows. All but the first three may be missing; `completeness` then says
 * so.
 */
export interface SystemBody {
  readonly name: TextOrMap;
  readonly purposes: readonly string[];
  readonly dataCategories: readonly string[];
  readonly description?: TextOrMap;
  readonly status?: 'live' | 'retired';
  readonly provider?: TextOrMap;
  readonly interactionDisclosure?: TextOrMap;
  readonly decisionTypes?: readonly TextOrMap[];
  readonly significance?: readonly string[];
  readonly sources?: readonly TextOrMap[];
  readonly logic?: TextOrMap;
  readonly outputType?: TextOrMap;
  readonly outputUse?: TextOrMap;
  readonly soleFactor?: boolean;
  readonly otherFactors?: readonly TextOrMap[];
  readonly humanOversight?: { readonly mode: OversightMode; readonly description?: TextOrMap };
  readonly evaluations?: readonly {
    readonly what: string;
    readonly done: boolean;
    readonly result?: TextOrMap;
    readonly date?: string;
  }[];
  readonly benefits?: Texts;
  readonly limitations?: Texts;
  readonly possibleConsequences?: Texts;
  readonly optOut?: TextOrMap;
  readonly alternativeProcess?: TextOrMap;
  readonly appeal?: TextOrMap;
  /** The company's own notice that is shown before it is used. */
  readonly notice?: string;
  /** Recipients of its score. */
  readonly scoreSuppliedTo?: readonly string[];
  readonly trainingUse?: { readonly used: boolean; readonly description?: TextOrMap };
  readonly recipients?: readonly string[];
  readonly retention?: TextOrMap;
  readonly supportGuide?: {
    readonly sayThis?: TextOrMap;
    readonly offerThis?: TextOrMap;
    readonly whereItFails?: TextOrMap;
  };
}

export interface RecipientBody {
  readonly name: TextOrMap;
  readonly role?: string;
  /** Two letters. */
  readonly country?: string;
  readonly safeguard?: string;
}

export interface NoticeBody {
  readonly title: TextOrMap;
  readonly purposes: readonly string[];
  readonly aiSystems?: readonly string[];
}

/** The newest version of everything published. */
export interface PublishedNow {
  readonly systems: readonly (Published<SystemBody> & { readonly suspendedSince?: Instant })[];
  readonly purposes: readonly Published<PurposeBody>[];
  readonly recipients: readonly Published<RecipientBody>[];
  readonly notices: readonly Published<NoticeBody>[];
}

/** How one purpose of one system stands for this person now: what `evaluate` answers, and the act it rests on. */
export interface StandingNow {
  readonly aiSystem: string;
  readonly purpose: string;
  readonly allowed: boolean;
  readonly reason: string;
  readonly bases: readonly { readonly regime: string; readonly basis: string | null; readonly reason: string }[];
  /** When the deciding consent or limit happened. */
  readonly since?: Instant;
}

export interface Look {
  readonly at: Instant;
  readonly role: string;
  readonly reason: string;
  readonly what: string;
}

export interface AiUseMaterial {
  /** `sub_…`, or the identifier asked with where nobody is known. */
  readonly subject: string;
  readonly regimes: readonly string[];
  readonly regimesAssumed: boolean;
  readonly audience: Audience;
  readonly language: string;
  readonly timeZone: string;
  /** Holiday sets for the clocks, as in CANDOR_HOLIDAYS. */
  readonly holidays: readonly string[];
  readonly now: Instant;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly published: PublishedNow;
  readonly standing: readonly StandingNow[];
  /** Notices about AI systems that this person was shown. */
  readonly shown?: readonly ShownNotice[];
  readonly tallies: Tallies;
  /** Keys of systems that recorded at least one use about anybody. */
  readonly systemsReporting: readonly string[];
  /** When the ledger began, for "nothing recorded since". */
  readonly recordsSince: Instant | null;
  readonly decisions: readonly DecisionRecord[];
  /** How many stand in the period, those that are not shown too. */
  readonly decisionCount: number;
  /** How many of those a person really checked; absent where all of them are shown. */
  readonly decisionsChecked?: number;
  readonly nextDecisions: string | null;
  readonly looks: readonly Look[];
  readonly expired: readonly { readonly from: Instant; readonly to: Instant; readonly count: number }[];
  readonly checkpoint: string | null;
  /** How many entries are about this person. */
  readonly entries: number;
}
