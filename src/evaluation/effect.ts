/**
 * What a choice does to the uses of one purpose, before it is recorded.
 * Flow:    commands/consent, answers (what you can do) → here.
 * Promise: a yes is asked for only where it decides something; a no is never lost, even where it changes nothing now.
 * Source:  docs/design.md 7; GDPR 7(3), 21.
 */
import type { Instant } from '../facts/fact.ts';
import { forRegime, isUnderGdpr, mayBeUnder, optInAges } from '../law/law.ts';
import { type LegalBasis, restsOnConsent, yieldsToObjection } from '../vocabulary/basis.ts';
import type { ActWarning, ConsentEffect } from '../vocabulary/consent.ts';
import { basisFor } from './case.ts';
import type { LimitState, Standing, Suppression } from './person.ts';
import type { Purpose } from './registry.ts';
import { choiceFor } from './standing.ts';

export interface Choosing {
  readonly purpose: Purpose;
  readonly regimes: readonly string[];
  readonly standing: Standing;
  readonly suppressions: readonly Suppression[];
  readonly on: Instant;
}

/**
 * Does consent decide anything about this purpose under this body of law: as its basis, or as a condition beside it?
 */
function asksForConsent(purpose: Purpose, regime: string, basis: LegalBasis | undefined): boolean {
  if (restsOnConsent(basis)) return true;
  if (!isUnderGdpr(regime)) return false;
  const { specialCategory, art22 } = purpose.body;
  const condition = specialCategory === undefined ? undefined : forRegime(specialCategory, regime);
  const gateway = art22 === undefined ? undefined : forRegime(art22, regime);
  return (purpose.sensitive && condition === 'a') || (purpose.significant && gateway === 'explicit-consent');
}

export const restsAnywhereOnConsent = ({
  purpose,
  regimes,
  on,
}: Pick<Choosing, 'purpose' | 'regimes' | 'on'>): boolean =>
  regimes.some((regime) => asksForConsent(purpose, regime, basisFor(purpose, regime, on)));

/** The limits that stand in the way of this purpose and that a yes can answer. */
function limitsInTheWay({ purpose, standing }: Choosing): readonly LimitState[] {
  return Object.values(standing.limits).filter(({ set }) => {
    if (set === undefined || (set.purpose !== undefined && set.purpose !== purpose.key)) return false;
    if (set.limit === 'objection-marketing') return purpose.forMarketing;
    return set.limit !== 'restriction' || purpose.body.allowedWhenRestricted === 'consent';
  });
}

/** Would a yes undo a no of the person, open restricted data, or opt in a child where the law wants it? */
export function undoesSomething(choosing: Choosing): boolean {
  const newest = choiceFor(choosing.standing, choosing.purpose.key)?.newest;
  if (newest !== undefined && newest.what !== 'given') return true;
  return limitsInTheWay(choosing).length > 0 || choosing.suppressions.length > 0 || needsOptIn(choosing);
}

/** Does this yes leave a limit standing: because it is not known to be younger, or not the person's own? */
export function leavesLimits(
  choosing: Choosing,
  yes: { readonly moment: Instant; readonly dated: boolean; readonly own: boolean },
): boolean {
  const choice = choiceFor(choosing.standing, choosing.purpose.key);
  if (!yes.own && (choice?.objection !== undefined || choice?.optOut !== undefined)) return true;
  const isYounger = (than: Instant): boolean => yes.dated && yes.own && yes.moment > than;
  return (
    limitsInTheWay(choosing).some(({ bar }) => !isYounger(bar ?? 0)) ||
    choosing.suppressions.some(({ at }) => !isYounger(at))
  );
}

/** Is undoing a no all that a yes could do here? */
export const onlyUndoes = (choosing: Choosing): boolean => !restsAnywhereOnConsent(choosing) && !needsOptIn(choosing);

const needsOptIn = ({ purpose, regimes, standing, on }: Choosing): boolean =>
  purpose.saleOrShare &&
  regimes.some((regime) => {
    const ages = basisFor(purpose, regime, on) === 'opt-out' ? optInAges(regime, on) : undefined;
    return ages !== undefined && mayBeUnder(standing.ageBand, ages.below);
  });

const withoutChoice = {
  contract: 'rests-on-contract',
  'legal-obligation': 'rests-on-legal-obligation',
  'vital-interests': 'rests-on-vital-interests',
} as const satisfies Partial<Readonly<Record<LegalBasis, ActWarning>>>;

/** What a refusal or withdrawal does: the strongest of what it does under each body of law. */
export function effectOfNo(choosing: Choosing): {
  readonly effect: ConsentEffect;
  readonly warnings: readonly ActWarning[];
} {
  const { purpose, regimes, on } = choosing;
  const bases = regimes.map((regime) => basisFor(purpose, regime, on));
  if (restsAnywhereOnConsent(choosing) || bases.includes(undefined)) return { effect: 'consent', warnings: [] };
  if (purpose.forMarketing || bases.some(yieldsToObjection)) return { effect: 'objection', warnings: [] };
  if (bases.includes('opt-out')) return { effect: 'opt-out', warnings: [] };
  const warnings = bases.flatMap((basis) =>
    basis !== undefined && Object.hasOwn(withoutChoice, basis)
      ? [withoutChoice[basis as keyof typeof withoutChoice]]
      : [],
  );
  return { effect: 'none', warnings: [...new Set(warnings)] };
}
