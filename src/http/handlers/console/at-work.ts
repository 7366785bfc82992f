/**
 * What every page of the console needs: who is signed in, what their session opens, and words for a failed form.
 * Flow:    handlers of the console → here → pages/console.
 * Promise: an area or a button is offered exactly where the rule of its endpoint lets this session in; there is no
 *          second list.
 * Source:  docs/design.md 8; docs/design.md 8 (one definition, many readers).
 */
import { type Endpoint, staffScopesOf } from '../../../../openapi/endpoint.ts';
import * as desk from '../../../../openapi/endpoints/console.ts';
import type { AtWork } from '../../../answers/console/review-card.ts';
import { readerOf } from '../../../answers/reader.ts';
import { isMessageKey, say, speaks } from '../../../language/say.ts';
import type { Area, ConsoleChrome, May } from '../../../pages/console/frame.tsx';
import type { House } from '../../../ports/house.ts';
import type { Problem } from '../../../vocabulary/problems.ts';
import type { Circumstances } from '../../bind.ts';
import { problemView } from '../../problem.ts';
import { chromeOf } from '../chrome.ts';
import type { Caller, Calling } from '../reply.ts';

export type Working = Calling & Circumstances;

const areas = {
  start: desk.showStart,
  reviews: desk.showReviewQueue,
  requests: desk.showRequestQueue,
  desk: desk.showDesk,
  systems: desk.showSystems,
  oversight: desk.showOversight,
} as const satisfies Record<Area, Endpoint>;

const deeds = {
  review: desk.showReviewWork,
  'ask-human': desk.sendHandOver,
  note: desk.sendDeskNote,
  switch: desk.sendStop,
  explain: desk.showDeskDecision,
} as const satisfies Record<May, Endpoint>;

export const opens = ({ who }: Endpoint, { scopes }: Caller): boolean =>
  staffScopesOf(who)?.some((scope) => scopes.includes(scope)) === true;

const opened = <Name extends string>(all: Readonly<Record<Name, Endpoint>>, caller: Caller): readonly Name[] =>
  (Object.keys(all) as Name[]).filter((name) => opens(all[name], caller));

export const consoleChrome = (house: House, context: Working): ConsoleChrome => ({
  ...chromeOf(house, context),
  staff: context.caller.principal,
  areas: opened(areas, context.caller),
  may: opened(deeds, context.caller),
});

/** Registry and moment, with the reader and the pseudonym of whoever is signed in. */
export async function atWork(house: House, { caller, language }: Working): Promise<AtWork> {
  return {
    registry: await house.registry(),
    now: house.now(),
    me: caller.actor.id,
    reader: readerOf(language, house.settings.timeZone),
  };
}

/** What a failed form says at its top. The faults themselves are named in English only. */
export function wordsOf(refusal: Problem, { language, requestId }: Working): string {
  const { code, detail, errors = [] } = problemView(refusal, requestId);
  const key = `console.failure.${code}`;
  const known = isMessageKey(key) ? say(language, key) : say(language, 'failure.other.text');
  if (speaks(language).language !== 'en') return known;
  if (errors.length > 0) return errors.map(({ message, fix }) => `${message} ${fix}`).join(' ');
  return isMessageKey(key) ? known : detail;
}

/** Problems that end a page instead of being told on it. */
const endsPage: ReadonlySet<string> = new Set(['not-found', 'subject-erased', 'unavailable', 'csrf', 'internal']);

/** Whether a failed form is shown again with what went wrong, instead of a page that only says so. */
export const canBeMended = ({ problem }: Problem): boolean => !endsPage.has(problem);

/** Fields that were left empty are not sent on. */
export function filled<F extends object>(fields: F): Partial<F> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name !== 'csrf' && value !== undefined && value !== ''),
  ) as Partial<F>;
}
