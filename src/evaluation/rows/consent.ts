/**
 * The rows of consent and of the opt-in for minors: does the consent on record cover this use?
 * Flow:    evaluate → here → a finding or nothing.
 * Promise: silence is a no; expiry and outdating are worked out when read, so that no job has to run for a consent to
 *          end.
 * Source:  docs/design.md 7; GDPR 4(11), 7, 8; Cal. Civ. Code 1798.120(c).
 */
import type { Instant } from '../../facts/fact.ts';
import { mayBeUnder, minorAge, optInAges } from '../../law/law.ts';
import { type LegalBasis, restsOnConsent } from '../../vocabulary/basis.ts';
import type { Reason } from '../../vocabulary/reason.ts';
import { type Case, citedAct, type Finding, refuse } from '../case.ts';
import type { ConsentAct } from '../person.ts';
import { hasMaterialSince, type Purpose } from '../registry.ts';
import { endOf } from '../span.ts';
import { momentOf } from '../standing.ts';

/** The consent row. */
export function notCoveredByConsent(a: Case, regime: string, explicit: boolean): Finding | undefined {
  const given = a.given;
  const about = (reason: Reason): Finding => (given === undefined ? refuse(reason) : refuse(reason, citedAct(given)));
  if (isMinor(a, regime) && given?.by !== 'parent') return about('minor-without-parent');
  if (given === undefined) return refuse('never-asked');
  const gap = gapOf(a, given);
  if (gap !== undefined) return about(gap);
  return explicit && !given.explicit ? about('not-explicit') : undefined;
}

/**
 * The yes on record, where it reaches this use. One that has run out, or was for something else, answers no earlier no.
 */
export const yesFor = (a: Case): ConsentAct | undefined =>
  a.given === undefined || gapOf(a, a.given) !== undefined ? undefined : a.given;

/** Why a yes does not reach this use: of its time, of its version, of its data or of its system. */
function gapOf(a: Case, given: ConsentAct): Reason | undefined {
  if (expiryOf(a, given) <= a.on) return 'expired';
  if (isOutdated(a, given)) return 'notice-outdated';
  if (given.categories !== undefined && !a.categories.every((category) => given.categories?.includes(category)))
    return 'category-not-covered';
  if (given.aiSystems !== undefined && !given.aiSystems.includes(a.system.key)) return 'ai-system-not-covered';
  return undefined;
}

/** Does the age rule of this regime look at this use? Then an unknown age is an assumption. */
export function asksForAge(a: Case, regime: string, basis: LegalBasis | undefined): boolean {
  if (restsOnConsent(basis)) return a.purpose.onlineService && minorAge(regime, a.on) !== undefined;
  return basis === 'opt-out' && a.purpose.saleOrShare && optInAges(regime, a.on) !== undefined;
}

/** Whoever is not under this age is under no age rule at all, so no rule has to be looked up. */
const oldest = 18;

function isMinor(a: Case, regime: string): boolean {
  if (!mayBeUnder(a.ageBand, oldest) || !a.purpose.onlineService) return false;
  const age = minorAge(regime, a.on);
  return age !== undefined && mayBeUnder(a.ageBand, age);
}

/**
 * The shorter of what was promised when the person agreed and what is promised now: no new version prolongs an old yes.
 */
export function expiryOf(a: Pick<Case, 'registry' | 'purpose'>, given: ConsentAct): Instant {
  const agreed = versionOf<Purpose>(a.registry.purposes.get(a.purpose.key), given.purposeVersion);
  const start = momentOf(given);
  const now = a.purpose.validity === undefined ? Number.POSITIVE_INFINITY : endOf(start, a.purpose.validity);
  const then =
    agreed?.validity === undefined || agreed === a.purpose ? Number.POSITIVE_INFINITY : endOf(start, agreed.validity);
  return Math.min(now, then);
}

const versionOf = <P extends { readonly version: number }>(
  versions: readonly P[] | undefined,
  version: number,
): P | undefined => versions?.find((each) => each.version === version);

function isOutdated(a: Case, given: ConsentAct): boolean {
  if (hasMaterialSince(a.registry.purposes.get(a.purpose.key), given.purposeVersion, a.on)) return true;
  return (
    given.notice !== undefined && hasMaterialSince(a.registry.notices.get(given.notice.key), given.notice.version, a.on)
  );
}

/** The row of the opt-in for minors. */
export function minorWithoutOptIn(a: Case, regime: string, basis: LegalBasis | undefined): Finding | undefined {
  if (basis !== 'opt-out' || !a.purpose.saleOrShare) return undefined;
  const ages = optInAges(regime, a.on);
  if (ages === undefined || !mayBeUnder(a.ageBand, ages.below)) return undefined;
  const given = a.given;
  if (given === undefined) return refuse('minor-opt-in-needed');
  const isBanned = mayBeUnder(a.ageBand, ages.bannedBelow);
  const needsParent = mayBeUnder(a.ageBand, ages.parentBelow) && given.by !== 'parent';
  // A yes to a sale is a consent (1798.140(h)), and covers no more than any other.
  return isBanned || needsParent || gapOf(a, given) !== undefined
    ? refuse('minor-opt-in-needed', citedAct(given))
    : undefined;
}
