/**
 * The rows of legal basis, choice, special category, data about crimes and decision ground: is there a ground for this
 * use in the law of one regime?
 * Flow:    evaluate → here → a finding or nothing.
 * Promise: a no stands on every basis but legal obligation and vital interests, so that nobody changes the basis around
 *          it.
 * Source:  docs/design.md 7; GDPR 6, 7(3), 9, 10, 22; UK GDPR 22A to 22D.
 */
import { fallsUnder, forRegime, isUnderGdpr } from '../../law/law.ts';
import { type LegalBasis, standsAgainstChoice } from '../../vocabulary/basis.ts';
import { type Case, citedAct, citedPublication, type Finding, refuse } from '../case.ts';

/** The row of the legal basis. */
export const withoutBasis = (a: Case, basis: LegalBasis | undefined): Finding | undefined =>
  basis === undefined ? refuse('no-legal-basis', citedPublication(a.purpose)) : undefined;

/** The row of the choice. */
export function saidNo(a: Case, basis: LegalBasis | undefined): Finding | undefined {
  const newest = a.choice?.newest;
  if (newest === undefined || newest.what === 'given' || standsAgainstChoice(basis)) return undefined;
  return refuse(newest.what, citedAct(newest));
}

/** The row of the special category. */
export function withoutSpecialCondition(a: Case, regime: string): Finding | undefined {
  if (!a.purpose.sensitive || !isUnderGdpr(regime)) return undefined;
  return specialCondition(a, regime) === undefined
    ? refuse('no-special-category-condition', citedPublication(a.purpose))
    : undefined;
}

/** The row of data about crimes: its ground is asked for on every basis, a legal obligation included. */
export function withoutCriminalDataGround(a: Case, regime: string): Finding | undefined {
  const { criminalData, criminalDataGround } = a.purpose.body;
  if (criminalData !== true || !isUnderGdpr(regime)) return undefined;
  return forRegime(criminalDataGround ?? {}, regime) === undefined
    ? refuse('no-criminal-data-ground', citedPublication(a.purpose))
    : undefined;
}

/**
 * The row of the decision ground. A human who decides before anything takes effect makes it no decision by a machine.
 */
export function withoutDecisionGround(a: Case, regime: string, basis: LegalBasis | undefined): Finding | undefined {
  if (!decidesAlone(a)) return undefined;
  const lacksGround = fallsUnder(regime, 'EU')
    ? !isOpenInUnion(a, regime)
    : fallsUnder(regime, 'UK') && !isOpenInKingdom(a, regime, basis);
  return lacksGround ? refuse('no-automated-decision-ground', citedPublication(a.purpose)) : undefined;
}

export const decidesAlone = (a: Case): boolean => a.purpose.significant && a.system.oversight !== 'before-effect';

function isOpenInUnion(a: Case, regime: string): boolean {
  if (gateway(a, regime) === undefined) return false;
  const condition = specialCondition(a, regime);
  return !a.purpose.sensitive || condition === 'a' || condition === 'g';
}

/**
 * 22B: specially protected data needs explicit consent, or contract or law together with substantial public interest.
 * 22D: never on a recognised legitimate interest.
 */
function isOpenInKingdom(a: Case, regime: string, basis: LegalBasis | undefined): boolean {
  if (basis === 'recognised-legitimate-interests') return false;
  if (!a.purpose.sensitive) return true;
  const way = gateway(a, regime);
  const condition = specialCondition(a, regime);
  return condition === 'a' || way === 'explicit-consent' || (way !== undefined && condition === 'g');
}

const gateway = (a: Case, regime: string) =>
  a.purpose.body.art22 === undefined ? undefined : forRegime(a.purpose.body.art22, regime);
const specialCondition = (a: Case, regime: string) =>
  a.purpose.body.specialCategory === undefined ? undefined : forRegime(a.purpose.body.specialCategory, regime);

/** Is an explicit consent part of the ground, beside or instead of the basis? */
export function needsExplicitConsent(a: Case, regime: string, basis: LegalBasis | undefined): boolean {
  if (basis === 'explicit-consent') return true;
  if (!isUnderGdpr(regime)) return false;
  if (a.purpose.sensitive && specialCondition(a, regime) === 'a') return true;
  return decidesAlone(a) && gateway(a, regime) === 'explicit-consent';
}
