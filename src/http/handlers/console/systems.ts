/**
 * Handlers of AI systems in the console: their state, the switch, the decisions a stop touches and their reviews.
 * Flow:    app → here → answers/console, open-reviews, commands (the same as the API) → pages/console.
 * Promise: a stop takes effect with its answer; opening reviews may be sent again and opens none twice.
 * Source:  AI Act 14(4)(e), 26(5); docs/law.md 7, 8.
 */

import * as desk from '../../../../openapi/endpoints/console.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { askAffectedShown, askSystemStates } from '../../../answers/console/ask-systems.ts';
import { askDoubtedSpan } from '../../../answers/oversight/ask.ts';
import { openReviews } from '../../../jobs/open-reviews.ts';
import { startOfDay } from '../../../language/dates.ts';
import { say } from '../../../language/say.ts';
import { type SystemPage, systemPage, systemsPage } from '../../../pages/console/systems-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { type PageCall, senderOf } from '../../call.ts';
import { canBeMended, consoleChrome, refusedForm, withoutEmpty, workQuery, writeTexts } from '../../console.ts';
import { renderRecorded } from '../../reply.ts';

type OnSystem = PageCall & { readonly params: { readonly key: string } };
type PageWords = Pick<SystemPage, 'error' | 'done' | 'typed'>;

async function renderSystem(
  house: House,
  context: OnSystem,
  {
    after,
    switched,
    ...words
  }: PageWords & { readonly after?: string | undefined; readonly switched?: string | undefined } = {},
): Promise<TextAnswer | Problem> {
  const { key } = context.params;
  const work = await askConsoleContext(house, workQuery(context));
  const system = (await askSystemStates(house, work)).find((each) => each.key === key);
  if (system === undefined) return problem('not-found');
  const chrome = await consoleChrome(house, context);
  // Said only while it is so, whatever an address says.
  const done = switched === system.state ? { done: say(context.language, `console.system.${system.state}`) } : {};
  const page = { system, ...(await askAffectedShown(house, { key, after }, work.reader)), ...done, ...words };
  return { status: words.error === undefined ? 200 : 422, text: systemPage(page, chrome) };
}

const withoutReason = problem('validation-failed', undefined, [
  { pointer: '/reason', code: 'required', message: 'No reason was given.', fix: 'Say why the AI system is stopped.' },
]);

async function sendStop(
  house: House,
  context: OnSystem & { readonly body: { readonly reason: string; readonly since?: string } },
) {
  const { reason, since } = withoutEmpty(context.body);
  const affectedSince =
    since === undefined ? {} : { affectedSince: new Date(startOfDay(since, house.settings.timeZone)).toISOString() };
  const input = { key: context.params.key, ...writeTexts('reason', reason, context.language), ...affectedSince };
  const done =
    reason === undefined
      ? withoutReason
      : renderRecorded(await house.record('ai-system.suspend', input, senderOf(context)));
  if (!isProblem(done)) return { see: `/console/systems/${context.params.key}?done=stopped#saved` } as const;
  const typed = { reason: reason ?? '', since: since ?? '' };
  return canBeMended(done) ? renderSystem(house, context, { ...refusedForm(done, context), typed }) : done;
}

const switchHandlers = (house: House): readonly Bound[] => [
  on(desk.sendStop)((context) => sendStop(house, context)),
  on(desk.sendResume)(async (context) => {
    const input = { key: context.params.key, ...writeTexts('reason', context.body.reason, context.language) };
    const done = renderRecorded(await house.record('ai-system.resume', input, senderOf(context)));
    return isProblem(done) ? done : { see: `/console/systems/${context.params.key}?done=running#saved` };
  }),
  on(desk.sendOpenReviews)(async (context) => {
    const { key } = context.params;
    const span = await askDoubtedSpan(house, key, {});
    if (span === undefined) return problem('not-found');
    const tally = await openReviews(house, {
      ...span,
      key,
      adverseOnly: context.body.adverseOnly === 'yes',
      sender: senderOf(context),
    });
    if (isProblem(tally)) return tally;
    const { opened, alreadyOpen } = tally;
    return renderSystem(house, context, {
      done: say(context.language, 'console.affected.opened', { opened, open: alreadyOpen }),
    });
  }),
];

export const consoleSystemHandlers = (house: House): readonly Bound[] => [
  on(desk.showSystems)(async (context) => ({
    status: 200,
    text: systemsPage(
      await askSystemStates(house, await askConsoleContext(house, workQuery(context))),
      await consoleChrome(house, context),
    ),
  })),
  on(desk.showSystem)(({ query, ...context }) =>
    renderSystem(house, context, { after: query.after, switched: query.done }),
  ),
  ...switchHandlers(house),
];
