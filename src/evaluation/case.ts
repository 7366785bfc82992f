/**
 * One question with everything that bears on it laid out: what the rows of the table look at.
 * Flow:    evaluate → here → rows/*.
 * Promise: a row is a pure function of a case (and one regime of it), and answers with a finding or with nothing.
 * Source:  docs/design.md 7.
 */
import type { Instant } from '../facts/fact.ts';
import { basisAllowedIn, forRegime } from '../law/law.ts';
import type { LegalBasis } from '../vocabulary/basis.ts';
import type { AgeBand } from '../vocabulary/person.ts';
import type { Reason } from '../vocabulary/reason.ts';
import type {
  Choice,
  ConsentAct,
  ErasedMark,
  LimitAct,
  LimitState,
  ShownNotice,
  Standing,
  Suppression,
} from './person.ts';
import type { Question } from './question.ts';
import type { AiSystem, Purpose, Registry } from './registry.ts';
import { momentOf } from './standing.ts';

/** A fact that decided. */
export interface Cited {
  readonly kind: string;
  readonly id: string;
  readonly at: Instant;
  readonly log: number;
  readonly index: number;
}

export interface Finding {
  readonly reason: Reason;
  readonly evidence: readonly Cited[];
}

export interface Case {
  readonly registry: Registry;
  readonly question: Question;
  /** The moment that is judged. */
  readonly on: Instant;
  readonly purpose: Purpose;
  readonly system: AiSystem;
  readonly categories: readonly string[];
  readonly standing: Standing;
  readonly suppressions: readonly Suppression[];
  readonly choice: Choice | undefined;
  /** The newest effective choice, where it is a yes. */
  readonly given: ConsentAct | undefined;
  readonly ageBand: AgeBand | undefined;
  /** The ground on which data of an erased person is kept for this purpose. */
  readonly keptFor: ErasedMark['keep'][number] | undefined;
}

export const citedAct = (act: ConsentAct | LimitAct): Cited => ({
  kind: act.what === 'set' || act.what === 'lifted' ? `limit.${act.what}` : `consent.${act.what}`,
  id: act.id,
  at: act.at,
  log: act.log,
  index: act.index,
});

export const citedShowing = ({ id, at, log, index }: ShownNotice): Cited => ({
  kind: 'notice.shown',
  id,
  at,
  log,
  index,
});

/** A published version or a turn of the stop switch. */
export const citedPublication = (of: {
  readonly fact: string;
  readonly kind: string;
  readonly at: Instant;
  readonly log: number;
  readonly index: number;
}): Cited => ({
  kind: of.kind,
  id: of.fact,
  at: of.at,
  log: of.log,
  index: of.index,
});

export const refuse = (reason: Reason, ...evidence: readonly Cited[]): Finding => ({ reason, evidence });

/**
 * The basis for a regime: its own, else that of the wider regime; nothing where the law of this regime knows no such
 * basis, also where it was published before that was refused.
 */
export function basisFor(
  purpose: Pick<Purpose, 'legalBasis' | 'sensitive'>,
  regime: string,
  on: Instant,
): LegalBasis | undefined {
  const basis = forRegime(purpose.legalBasis, regime);
  if (basis === undefined) return undefined;
  return basisAllowedIn(regime, basis, { sensitive: purpose.sensitive, on }) ? basis : undefined;
}

/** A later own yes for this purpose answers a limit: recorded after it, and known to have happened after it. */
export function isLiftedByOwnYes(given: ConsentAct | undefined, limit: LimitState): boolean {
  if (given === undefined || limit.set === undefined || given.by === 'agent' || !given.dated) return false;
  return given.n > limit.set.n && momentOf(given) > (limit.bar ?? momentOf(limit.set));
}

/** The same for a wish that outlived an erasure. */
export const isAnsweredByOwnYes = (given: ConsentAct | undefined, wish: Suppression): boolean =>
  given !== undefined && given.by !== 'agent' && given.dated && momentOf(given) > wish.at;
