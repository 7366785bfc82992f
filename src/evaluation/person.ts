/**
 * A person as an evaluation sees them: known, unknown or erased, with choices and limits folded from facts.
 * Flow:    views (folded standing) → here → evaluate.
 * Promise: plain data that survives JSON; the same value on both engines; no free text and no identifier in a standing.
 * Source:  docs/design.md 7.
 */
import type { Instant } from '../facts/fact.ts';
import type { Covered } from '../facts/message.ts';
import type { ConsentEffect, ConsentState, Giver } from '../vocabulary/consent.ts';
import type { HeldItem, KeepGround } from '../vocabulary/hold.ts';
import type { LimitKind, LimitSource, SuppressionCode } from '../vocabulary/limit.ts';
import type { AgeBand } from '../vocabulary/person.ts';
import type { StaffRole } from '../vocabulary/staff.ts';

/** Codes of what was said about an act when it was recorded; absent where nothing was. */
interface Warned {
  readonly warnings?: readonly string[];
}

/** Where an act stands, for evidence. `n` orders the acts of one person as they were recorded. */
interface Recorded {
  readonly id: string;
  readonly n: number;
  readonly log: number;
  readonly index: number;
  readonly at: Instant;
  /** When it happened, where that was said. */
  readonly occurredAt?: Instant;
  /** Its time is known: it was said, or the person acted here and now. Only such an act can undo a no. */
  readonly dated: boolean;
}

export interface ConsentAct extends Recorded, Warned {
  readonly what: ConsentState;
  readonly purpose: string;
  readonly purposeVersion: number;
  readonly by: Giver;
  readonly effect: ConsentEffect;
  /** A yes that never counts: it is not known to be younger than an erasure, or than a limit that it was to lift. */
  readonly void?: true;
  readonly explicit: boolean;
  readonly notice?: { readonly key: string; readonly version: number };
  readonly categories?: readonly string[];
  /** Absent: every AI system. */
  readonly aiSystems?: readonly string[];
}

export interface LimitAct extends Recorded, Warned {
  readonly what: 'set' | 'lifted';
  readonly limit: LimitKind;
  /** Absent: every purpose. */
  readonly purpose?: string;
  /** Only for a restriction of some kinds of data. */
  readonly categories?: readonly string[];
  /** How it came in, where that was not the person's own word or button. */
  readonly source?: LimitSource;
}

export interface DescribedAct extends Recorded {
  readonly what: 'described';
  readonly regimes: readonly string[];
  readonly ageBand?: AgeBand;
  readonly ageBandUntil?: Instant;
  readonly language?: string;
}

/** A notice about AI systems was put before the person; `covers` says which versions it told about. */
export interface ShownAct extends Recorded {
  readonly what: 'shown';
  readonly covers: readonly Covered[];
  /** The company's own notice, where it was that one. */
  readonly notice?: { readonly key: string; readonly version: number };
  readonly acknowledged: boolean;
}

/** Everything of a person's record that an evaluation looks at. */
export type Act = ConsentAct | LimitAct | DescribedAct | ShownAct;

/** The newest showing of one notice about one AI system and purpose. */
export interface ShownNotice extends Omit<ShownAct, 'what' | 'covers'>, Covered {}

/** The choice about one purpose. */
export interface Choice {
  /** A `given` counts only if it happened after this. */
  readonly bar?: Instant;
  /** The latest time of any consent recorded so far, counted or not. */
  readonly latestGiven?: Instant;
  /** The newest effective choice. */
  readonly newest?: ConsentAct;
  /** The newest no that acted as an objection, and the one that acted as an opt-out; a later yes ends both. */
  readonly objection?: ConsentAct;
  readonly optOut?: ConsentAct;
}

export interface LimitState {
  readonly bar?: Instant;
  readonly latestLifted?: Instant;
  /** When the privacy signal of a browser last set it. */
  readonly signalAt?: Instant;
  /** The act that set it, while it stands. */
  readonly set?: LimitAct;
}

/** A legal hold: codes and ids only; the reason of an officer stays sealed in the fact. */
export interface Hold {
  readonly items: readonly HeldItem[];
  readonly ground: KeepGround;
  readonly until?: Instant;
  readonly at: Instant;
}

/** Somebody who works here, as far as a review has to know them. */
export interface StaffStanding {
  readonly actor: string;
  readonly active: boolean;
  readonly roles: readonly StaffRole[];
  readonly training: readonly { readonly code: string; readonly at: Instant; readonly until?: Instant }[];
  readonly authority: readonly string[];
  /** Their own records as data subjects. */
  readonly own: readonly string[];
}

/** The state of one person, folded from their acts. */
export interface Standing {
  /** Empty: nothing was said, so the default regime counts. */
  readonly regimes: readonly string[];
  readonly ageBand?: AgeBand;
  readonly ageBandUntil?: Instant;
  readonly language?: string;
  /** By purpose. */
  readonly choices: Readonly<Record<string, Choice>>;
  /** By kind, purpose and categories, see `limitKey`. */
  readonly limits: Readonly<Record<string, LimitState>>;
  /** Notices shown, by AI system, purpose and notice, see `shownKey`. */
  readonly shown?: Readonly<Record<string, ShownNotice>>;
  /** How many files they sent on the newest such day (UTC). */
  readonly files?: { readonly day: string; readonly count: number };
  /** Legal holds by id, until they are lifted. */
  readonly holds?: Readonly<Record<string, Hold>>;
  /** Present for somebody who works here (`staff:…`). */
  readonly staff?: StaffStanding;
}

export const emptyStanding: Standing = { regimes: [], choices: {}, limits: {} };

/** The bodies of law of a person; the one of the house where nothing was said about theirs. */
export const regimesOr = ({ regimes }: Pick<Standing, 'regimes'>, defaultRegime: string): readonly string[] =>
  regimes.length === 0 ? [defaultRegime] : regimes;

/** What outlived an erasure of this identifier: the wish to be left alone. */
export interface Suppression {
  readonly code: SuppressionCode;
  readonly purpose?: string;
  readonly at: Instant;
}

/** The mark an erasure leaves on an identifier. `keep` names purposes that a legal ground goes on to need. */
export interface ErasedMark {
  readonly at: Instant;
  readonly until?: Instant;
  readonly keep: readonly { readonly purpose: string; readonly code: KeepGround; readonly until: Instant }[];
}

export interface KnownPerson {
  readonly found: 'known';
  readonly subject: string;
  readonly standing: Standing;
  /** Present where the command asked for `history`. */
  readonly acts?: readonly Act[];
  readonly identifiers?: readonly string[];
  readonly suppressions: readonly Suppression[];
  /** The last erasure of the identifier that was asked for, where its mark has been lifted since. */
  readonly erasedAt?: Instant;
}
interface UnknownPerson {
  readonly found: 'unknown';
  readonly suppressions: readonly Suppression[];
  readonly erasedAt?: Instant;
}
export interface ErasedPerson {
  readonly found: 'erased';
  /** The erasure goes on: what is theirs is not gone yet, so nobody comes back before it is. */
  readonly isUnderWay?: true;
  readonly mark: ErasedMark;
  readonly suppressions: readonly Suppression[];
}
export type PersonState = KnownPerson | UnknownPerson | ErasedPerson;
