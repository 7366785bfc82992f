/**
 * What every page of the console needs: who is signed in, what their session opens, and words for a failed form.
 * Flow:    handlers of the console → here → pages/console.
 * Promise: an area or a button is offered exactly where the rule of its endpoint lets this session in; there is no
 *          second list.
 * Source:  docs/design.md 8; docs/design.md 8 (one definition, many readers).
 */
import { type Endpoint, staffScopesOf } from '../../openapi/endpoint.ts';
import { showAudit } from '../../openapi/endpoints/audit.ts';
import { showConfirmations } from '../../openapi/endpoints/confirmations.ts';
import { showConnected } from '../../openapi/endpoints/connected.ts';
import * as desk from '../../openapi/endpoints/console.ts';
import { showBreaches } from '../../openapi/endpoints/console-breaches.ts';
import { showCustomers } from '../../openapi/endpoints/console-customers.ts';
import { showNotices } from '../../openapi/endpoints/console-notices.ts';
import { showReports } from '../../openapi/endpoints/console-reports.ts';
import { showSettings } from '../../openapi/endpoints/console-settings.ts';
import { showStaff } from '../../openapi/endpoints/console-staff.ts';
import { showTrust } from '../../openapi/endpoints/console-trust.ts';
import { countWaiting } from '../answers/proposal/ask.ts';
import type { Caller } from '../commands/command.ts';
import { isMessageKey, say, speaks } from '../language/say.ts';
import type { Area, ConsoleChrome, May } from '../pages/console/frame.tsx';
import type { Reads } from '../ports/reads.ts';
import { isBlank } from '../vocabulary/blank.ts';
import { defined } from '../vocabulary/defined.ts';
import type { Problem } from '../vocabulary/problems.ts';
import type { PageCall } from './call.ts';
import { chromeOf } from './chrome.ts';
import { faultWords, fieldsIn, ownWordsOf } from './form-faults.ts';
import { problemView } from './problem.ts';
import { keptView } from './saved-views.ts';

const areas = {
  start: desk.showStart,
  reviews: desk.showReviewQueue,
  requests: desk.showRequestQueue,
  breaches: showBreaches,
  connected: showConnected,
  desk: desk.showDesk,
  customers: showCustomers,
  systems: desk.showSystems,
  notices: showNotices,
  oversight: desk.showOversight,
  trust: showTrust,
  reports: showReports,
  ledger: showAudit,
  confirmations: showConfirmations,
  staff: showStaff,
  settings: showSettings,
} as const satisfies Record<Area, Endpoint>;

const actions = {
  review: desk.showReviewWork,
  'ask-human': desk.sendHandOver,
  note: desk.sendDeskNote,
  switch: desk.sendStop,
  explain: desk.showDeskDecision,
} as const satisfies Record<May, Endpoint>;

export const mayOpen = ({ who }: Endpoint, { scopes }: Caller): boolean =>
  staffScopesOf(who)?.some((scope) => scopes.includes(scope)) === true;

const openedBy = <Name extends string>(all: Readonly<Record<Name, Endpoint>>, caller: Caller): readonly Name[] =>
  (Object.keys(all) as Name[]).filter((name) => mayOpen(all[name], caller));

/** A view whose page another release took away, or whose scope was, is not offered. */
const opensView = (address: string, caller: Caller): boolean => {
  const list = keptView(address)?.list;
  return list !== undefined && mayOpen(list, caller);
};

export const consoleChrome = async (reads: Reads, context: PageCall): Promise<ConsoleChrome> => ({
  ...chromeOf(reads, context),
  staff: context.caller.principal,
  areas: openedBy(areas, context.caller),
  may: openedBy(actions, context.caller),
  waiting: mayOpen(showConfirmations, context.caller) ? await countWaiting(reads) : 0,
  views: (await reads.savedViews(context.caller.actor.id)).filter(({ address }) => opensView(address, context.caller)),
  ...defined({ toSave: context.address === undefined ? undefined : keptView(context.address)?.address }),
});

/** What a failed form says at its top. The faults themselves are named in English only. */
export function refusalWords(refusal: Problem, { language, requestId }: PageCall): string {
  const { code, detail, errors = [] } = problemView(refusal, requestId);
  const key = `console.failure.${code}`;
  const known = isMessageKey(key) ? say(language, key) : say(language, 'failure.other.text');
  const told = errors.filter((fault) => ownWordsOf(fault) !== undefined);
  if (speaks(language).language !== 'en')
    return told.length === 0 ? known : told.map((fault) => faultWords(language, fault)).join(' ');
  if (errors.length > 0) return errors.map((fault) => faultWords(language, fault)).join(' ');
  return isMessageKey(key) ? known : detail;
}

/** The same with the fields that were wrong. */
export const refusedForm = (refusal: Problem, call: PageCall) => ({
  error: refusalWords(refusal, call),
  wrong: fieldsIn(refusal),
});

/** Problems that end a page instead of being told on it. */
const endsPage: ReadonlySet<string> = new Set([
  'not-found',
  'subject-erased',
  'unavailable',
  'csrf',
  'internal',
  'fresh-sign-in-needed',
]);

/** Whether a failed form is shown again with what went wrong, instead of a page that only says so. */
export const canBeMended = ({ problem }: Problem): boolean => !endsPage.has(problem);

/** Fields that were left empty are not sent on. */
export function withoutEmpty<F extends object>(fields: F): Partial<F> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => name !== 'csrf' && value !== undefined && !(typeof value === 'string' && isBlank(value)),
    ),
  ) as Partial<F>;
}

/** Who is at work, and in which language they read. */
export const workQuery = ({ caller, language }: PageCall) => ({ me: caller.actor.id, language });

/** Words of staff in one language, under the name of a member; English stands in for those that are missing. */
export function writeTexts(member: string, text: string | undefined, language: string): object {
  const words = text?.trim() ?? '';
  const spoken = speaks(language).language;
  return words === ''
    ? {}
    : { [member]: { en: words, ...(['de', 'fr', 'es'].includes(spoken) ? { [spoken]: words } : {}) } };
}
