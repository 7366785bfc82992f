/**
 * The permission row: what allows the use, and what the service has to do with it.
 * Flow:    evaluate → here → the answer.
 * Promise: every basis has exactly one reason; a duty is named wherever it may apply.
 * Source:  docs/design.md 7; AI Act 50; 11 CCR 7220, 7221(b)(1); Québec ARPPIPS 12.1; FADP 21(1); docs/law.md
 *          3.10.
 */
import type { Instant } from '../../facts/fact.ts';
import { regimesToTry, sparesChild, tellsOfAutomation } from '../../law/law.ts';
import type { LegalBasis } from '../../vocabulary/basis.ts';
import type { Obligation } from '../../vocabulary/evaluation.ts';
import { promisesHumanAppeal } from '../../vocabulary/purpose.ts';
import type { Reason } from '../../vocabulary/reason.ts';
import { type Case, type Cited, citedAct, citedPublication, type Finding } from '../case.ts';
import { inForce, type Notice, type Registry } from '../registry.ts';
import { decidesAlone } from './ground.ts';
import { owesNotice } from './notice.ts';

const reasonOf = {
  consent: 'consent-given',
  'explicit-consent': 'consent-given',
  contract: 'contract',
  'legal-obligation': 'legal-obligation',
  'vital-interests': 'vital-interests',
  'public-task': 'public-task',
  'legitimate-interests': 'legitimate-interests',
  'recognised-legitimate-interests': 'recognised-legitimate-interests',
  'opt-out': 'opt-out-not-exercised',
} as const satisfies Readonly<Record<LegalBasis, Reason>>;

/** `onConsent`: a consent is part of the ground, so it is what is cited; `beside` is what had to be on record, too. */
export function permission(
  a: Case,
  basis: LegalBasis,
  by: { readonly onConsent: boolean; readonly beside: readonly Cited[] },
): Finding {
  const cited: Cited = by.onConsent && a.given !== undefined ? citedAct(a.given) : citedPublication(a.purpose);
  return { reason: reasonOf[basis], evidence: [cited, ...by.beside] };
}

/**
 * The notice in force for this purpose: its default, else the first that names it and does not leave this AI system
 * out.
 */
export function noticeFor(
  registry: Registry,
  purpose: { readonly key: string; readonly body: { readonly defaultNotice?: string } },
  about: { readonly aiSystem: string; readonly on: Instant },
): Notice | undefined {
  const named = purpose.body.defaultNotice;
  const chosen = named === undefined ? undefined : inForce(registry.notices.get(named), about.on);
  if (chosen !== undefined) return chosen;
  for (const key of registry.noticesByPurpose.get(purpose.key) ?? []) {
    const notice = inForce(registry.notices.get(key), about.on);
    if (notice?.body.purposes.includes(purpose.key) && (notice.body.aiSystems?.includes(about.aiSystem) ?? true))
      return notice;
  }
  return undefined;
}

export function obligationsOf(a: Case, regimes: readonly string[], hasNotice: boolean): readonly Obligation[] {
  const duties: Obligation[] = [];
  if (hasNotice || regimes.some((regime) => owesNotice(a, regime))) duties.push('show-ai-notice');
  if (!a.purpose.significant) return duties;
  duties.push('record-decision');
  if (a.system.oversight === 'before-effect') duties.push('human-review-before-effect');
  if (reliesOnAppeal(a, regimes)) duties.push('offer-human-appeal');
  if (decidesAlone(a) && regimes.some((regime) => tellsOfAutomation(regime, a.on)))
    duties.push('tell-of-automated-decision');
  if (decidesAlone(a) && regimes.some((regime) => sparesChild(regime, a))) duties.push('human-decision-for-child');
  return duties;
}

function reliesOnAppeal(a: Case, regimes: readonly string[]): boolean {
  const exceptions = a.purpose.body.optOutExceptions;
  if (exceptions === undefined) return false;
  return exceptions.some(
    (exception) =>
      promisesHumanAppeal(exception.code) && regimes.some((regime) => regimesToTry(regime).includes(exception.regime)),
  );
}
