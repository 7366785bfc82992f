/**
 * The rows of restriction, erasure, objection and opt-out: has the person limited this use?
 * Flow:    evaluate → here → a finding or nothing.
 * Promise: a limit bites in every regime; a wish to be left alone that outlived an erasure bites like the limit it was.
 * Source:  docs/design.md 7; GDPR 18, 21; Cal. Civ. Code 1798.120, .121; 11 CCR 7025, 7221.
 */
import { regimesToTry } from '../../law/law.ts';
import {
  type LegalBasis,
  outlivesErasure,
  restsOnConsent,
  standsAgainstChoice,
  yieldsToObjection,
} from '../../vocabulary/basis.ts';
import type { LimitKind, SuppressionCode } from '../../vocabulary/limit.ts';
import { optOutExceptions } from '../../vocabulary/purpose.ts';
import { type Case, citedAct, type Finding, isAnsweredByOwnYes, isLiftedByOwnYes, refuse } from '../case.ts';
import type { LimitAct, LimitState } from '../person.ts';
import type { Purpose } from '../registry.ts';
import { isSignalAnswered } from '../signal.ts';
import { yesFor } from './consent.ts';

/** The first standing limit that `bites` and that no later own yes to this use has answered. */
function firstBiting(a: Case, bites: (set: LimitAct) => boolean, mayBeAnswered = true): LimitAct | undefined {
  const limits = a.standing.limits;
  for (const key in limits) {
    const limit = limits[key] as LimitState;
    const set = limit.set;
    if (set === undefined || (set.purpose !== undefined && set.purpose !== a.purpose.key) || !bites(set)) continue;
    if (!mayBeAnswered || !isLiftedByOwnYes(yesFor(a), limit)) return set;
  }
  return undefined;
}

/** Consent opens data that is on hold only where it was given afterwards, and where the purpose says so. */
function onHold(a: Case, bites: (set: LimitAct) => boolean): LimitAct | undefined {
  const opening = a.purpose.body.allowedWhenRestricted;
  return opening !== undefined && opening !== 'consent' ? undefined : firstBiting(a, bites, opening === 'consent');
}

/** The restriction row. */
export function restricted(a: Case): Finding | undefined {
  const concerns = (set: LimitAct): boolean =>
    set.limit === 'restriction' &&
    (set.categories === undefined || set.categories.some((category) => a.categories.includes(category)));
  const set = onHold(a, concerns);
  return set === undefined ? undefined : refuse('restricted', citedAct(set));
}

/**
 * Somebody asked for their data to be erased: until that is done or refused it is not used, but for what an erasure
 * would not end either.
 */
export function erasureAsked(a: Case, basis: LegalBasis | undefined): Finding | undefined {
  if (outlivesErasure(basis)) return undefined;
  const set = onHold(a, ({ limit }) => limit === 'erasure-asked');
  return set === undefined ? undefined : refuse('erasure-asked', citedAct(set));
}

/** The objection row. A no on a purpose that weighs interests counts as the objection. */
export function objected(a: Case, basis: LegalBasis | undefined): Finding | undefined {
  const weighs = yieldsToObjection(basis);
  if (!weighs && !a.purpose.forMarketing) return undefined;
  const bites = ({ limit }: LimitAct): boolean =>
    limit === 'objection' || (limit === 'objection-marketing' && a.purpose.forMarketing);
  const set = firstBiting(a, bites);
  if (set !== undefined) return refuse('objected', citedAct(set));
  const no = a.choice?.objection;
  if (no !== undefined) return refuse('objected', citedAct(no));
  return a.purpose.forMarketing && isSuppressed(a, 'objection-marketing') ? refuse('objected') : undefined;
}

/** The opt-out row. */
export function optedOut(a: Case, regime: string, basis: LegalBasis | undefined): Finding | undefined {
  if (standsAgainstChoice(basis)) return undefined;
  const bites = (kind: LimitKind): boolean => opts(a.purpose, kind, { regime, basis });
  const set = firstBiting(a, (limit) => bites(limit.limit));
  if (set !== undefined) return refuse('opted-out', citedAct(set));
  if (a.question.gpc === true && bites('opt-out-sale-share') && !isSignalAnswered(a.standing, yesFor(a)))
    return refuse('opted-out');
  const no = basis === 'opt-out' && !isExcepted(a.purpose, regime, 'opt-out') ? a.choice?.optOut : undefined;
  if (no !== undefined) return refuse('opted-out', citedAct(no));
  for (const wish of a.suppressions) {
    if (wish.code !== 'objection-marketing' && bites(wish.code) && isSuppressed(a, wish.code))
      return refuse('opted-out');
  }
  return undefined;
}

/**
 * Does an opt-out of this kind speak about this purpose? `opt-out` itself names its purpose, which is compared
 * elsewhere.
 */
function optOutCovers({ saleOrShare, sensitive, significant, forMarketing }: Purpose, kind: LimitKind): boolean {
  switch (kind) {
    case 'opt-out':
      return true;
    case 'opt-out-sale-share':
      return saleOrShare;
    case 'opt-out-sensitive':
      return sensitive;
    case 'opt-out-admt':
      return significant;
    case 'opt-out-profiling':
      return significant || forMarketing;
    default:
      return false;
  }
}

interface Ground {
  readonly regime: string;
  readonly basis: LegalBasis | undefined;
}

/**
 * Does a no of this kind opt the person out here? Where a use rests on nothing but that nobody opted out, whoever
 * objects has opted out: the law knows one word for it, and people know another.
 */
function opts(purpose: Purpose, kind: LimitKind, { regime, basis }: Ground): boolean {
  if (kind === 'objection') return basis === 'opt-out' && !isExcepted(purpose, regime, 'opt-out');
  return optOutCovers(purpose, kind) && !isExcepted(purpose, regime, kind);
}

/** Does a no of this kind stop this purpose under this law; one without a basis there is not allowed anyway. */
export function limitStops(purpose: Purpose, kind: LimitKind, ground: Ground): boolean {
  const { basis } = ground;
  if (basis === undefined) return true;
  const opening = purpose.body.allowedWhenRestricted;
  if (kind === 'restriction') return opening === undefined || opening === 'consent';
  if (kind === 'objection-marketing') return purpose.forMarketing;
  if (kind === 'objection' && (purpose.forMarketing || yieldsToObjection(basis) || restsOnConsent(basis))) return true;
  return !standsAgainstChoice(basis) && opts(purpose, kind, ground);
}

/** Can a limit of this kind stop a use for this purpose? One that cannot is not what the person means. */
export function limitSpeaksOf(purpose: Purpose, kind: LimitKind): boolean {
  if (kind === 'restriction' || kind === 'objection') return true;
  return kind === 'objection-marketing' ? purpose.forMarketing : optOutCovers(purpose, kind);
}

function isExcepted(purpose: Purpose, regime: string, kind: LimitKind): boolean {
  const exceptions = purpose.body.optOutExceptions;
  if (exceptions === undefined) return false;
  const codes = regimesToTry(regime);
  return exceptions.some((exception) => codes.includes(exception.regime) && answers(exception.code, kind));
}

function answers(code: string, kind: LimitKind): boolean {
  const kinds: readonly LimitKind[] | undefined = Object.hasOwn(optOutExceptions, code)
    ? optOutExceptions[code as keyof typeof optOutExceptions]
    : undefined;
  return kinds?.includes(kind) ?? false;
}

function isSuppressed(a: Case, code: SuppressionCode): boolean {
  return a.suppressions.some(
    (wish) =>
      wish.code === code &&
      (wish.purpose === undefined || wish.purpose === a.purpose.key) &&
      !isAnsweredByOwnYes(yesFor(a), wish),
  );
}
