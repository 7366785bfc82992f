/**
 * The notice row, after the decision ground and before the consent: was the person shown the notice before a machine
 * decides about them?
 * Flow:    evaluate → here → a finding or nothing.
 * Promise: only a showing on record counts, of what is in force now: a change that the notice would tell asks for
 *          another one. A human who decides before anything takes effect makes it no decision by a machine.
 * Source:  11 CCR 7001(e), 7200(b), 7220; decision 0006.
 */
import { owesPreUseNotice, regimesToTry } from '../../law/law.ts';
import { excusesFromNotice } from '../../vocabulary/purpose.ts';
import { type Case, type Cited, citedPublication, citedShowing, type Finding, refuse } from '../case.ts';
import type { ShownNotice } from '../person.ts';
import { hasMaterialSince } from '../registry.ts';
import { shownAbout } from '../shown-notice.ts';
import { decidesAlone } from './ground.ts';

const isExcused = (a: Case, regime: string): boolean =>
  (a.purpose.body.optOutExceptions ?? []).some(
    (exception) => excusesFromNotice(exception.code) && regimesToTry(regime).includes(exception.regime),
  );

const asksForNotice = (a: Case, regime: string): boolean => decidesAlone(a) && !isExcused(a, regime);
const about = (a: Case) => ({ kind: a.purpose.body.decisionKind, on: a.on });

/** Must this person have been shown a notice, at the moment that is judged? */
export const owesNotice = (a: Case, regime: string): boolean =>
  asksForNotice(a, regime) && owesPreUseNotice(regime, about(a));

function isCurrent(a: Case, shown: ShownNotice): boolean {
  if (shown.aiSystemVersion < a.system.sameNoticeSince) return false;
  if (hasMaterialSince(a.registry.purposes.get(a.purpose.key), shown.purposeVersion, a.on)) return false;
  return (
    shown.notice === undefined ||
    !hasMaterialSince(a.registry.notices.get(shown.notice.key), shown.notice.version, a.on)
  );
}

const showings = (a: Case): readonly ShownNotice[] =>
  shownAbout(a.standing.shown, { aiSystem: a.system.key, purpose: a.purpose.key });
const proof = (a: Case): ShownNotice | undefined => showings(a).find((shown) => isCurrent(a, shown));

/** The row itself. An outdated showing is cited, because it is what would have had to be renewed. */
export function noticeNotShown(a: Case, regime: string): Finding | undefined {
  if (!owesNotice(a, regime) || proof(a) !== undefined) return undefined;
  const outdated = showings(a)[0];
  return refuse('notice-not-shown', outdated === undefined ? citedPublication(a.system) : citedShowing(outdated));
}

/** The showing that a permission rests on beside its ground. */
export function citedProof(a: Case, regime: string): readonly Cited[] {
  const shown = owesNotice(a, regime) ? proof(a) : undefined;
  return shown === undefined ? [] : [citedShowing(shown)];
}
