/**
 * What the AI-use answer is made of: plain data that the caller gathers from views, ledger and registry.
 * Flow:    http or another answer (gathers) → here → assemble.ts.
 * Promise: nothing here is computed for the answer's sake: counts come from recorded uses, `standing` from the same
 *          evaluation that answers a check, decisions are opened payloads, and what is published is as it was
 *          published.
 * Source:  docs/design.md 7 and 8.1.
 */
import type { ShownNotice } from '../../evaluation/person.ts';
import type { AiSystem, Notice, Purpose, Recipient } from '../../evaluation/registry.ts';
import type { HouseSettings } from '../../ports/reads.ts';
import type { Instant } from '../../vocabulary/instant.ts';
import type { DecisionRecord } from '../decision/decision-record.ts';
import type { Audience } from '../reader.ts';
import type { SignIn } from './sign-ins.ts';
import type { Tallies } from './tally.ts';
import type { Training } from './trainings.ts';

/** Everything published, each in the version in force, in order of their keys. */
export interface PublishedNow {
  readonly systems: readonly (AiSystem & { readonly suspendedSince?: Instant })[];
  readonly purposes: readonly Purpose[];
  readonly recipients: readonly Recipient[];
  readonly notices: readonly Notice[];
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
  /** Absent where nobody is configured. */
  readonly settings?: HouseSettings;
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
  /** Since when the privacy signal of their browser stands as an opt-out. */
  readonly signalSince?: Instant;
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
  readonly looks: readonly Look[];
  readonly signIns?: readonly SignIn[];
  /** The runs that their data went into, the newest first. */
  readonly trainings?: readonly Training[];
  readonly expired: readonly { readonly from: Instant; readonly to: Instant; readonly count: number }[];
  readonly checkpoint: string | null;
  /** How many entries are about this person. */
  readonly entries: number;
}
