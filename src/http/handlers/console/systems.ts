/**
 * Handlers of AI systems in the console: their state, the switch, the decisions a stop touches and their reviews.
 * Flow:    app → here → handlers/oversight.ts, commands (the same as the API) → pages/console.
 * Promise: a stop takes effect with its answer; opening reviews may be sent again and opens none twice.
 * Source:  AI Act 14(4)(e), 26(5); docs/law.md 7, 8.
 */

import * as desk from '../../../../openapi/endpoints/console.ts';
import { type AffectedShown, systemStates } from '../../../answers/console/systems.ts';
import { startOfDay } from '../../../language/dates.ts';
import { say, speaks } from '../../../language/say.ts';
import { type SystemPage, systemPage, systemsPage } from '../../../pages/console/systems-page.tsx';
import type { House } from '../../../ports/house.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { affected, doubted, openAll } from '../oversight.ts';
import { answered, senderOf } from '../reply.ts';
import { atWork, canBeMended, consoleChrome, filled, type Working, wordsOf } from './at-work.ts';
import { openReviews } from './waiting.ts';

const PAGE = 25;

type OnSystem = Working & { readonly params: { readonly key: string } };

const statesOf = async (house: House, context: Working) =>
  systemStates({ ...(await atWork(house, context)), open: (await openReviews(house)).rows });

async function affectedBy(
  house: House,
  context: OnSystem,
  after: string | undefined,
): Promise<Pick<SystemPage, 'affected' | 'since' | 'next'>> {
  const { key } = context.params;
  const span = (await doubted(house, key, {})) ?? { from: 0, to: 0 };
  const rows = await house.decisionsOf(key, { ...span, limit: PAGE + 1, ...defined({ after }) });
  const some = rows.slice(0, PAGE);
  const items: readonly AffectedShown[] = (await affected(house, some)).map(
    ({ decision, decidedAt, adverse, effect, review }) => ({
      decision,
      decidedAt,
      adverse,
      effect: say(context.language, `console.effect.${effect}`),
      review,
    }),
  );
  return {
    affected: items,
    since: new Date(span.from === 0 ? ((await house.recordsSince()) ?? house.now()) : span.from).toISOString(),
    next: rows.length > PAGE ? (some.at(-1)?.id ?? null) : null,
  };
}

type Told = Pick<SystemPage, 'error' | 'done' | 'typed'>;

async function systemShown(
  house: House,
  context: OnSystem,
  told: Told & { readonly after?: string } = {},
): Promise<TextAnswer | Problem> {
  const { after, ...words } = told;
  const system = (await statesOf(house, context)).find(({ key }) => key === context.params.key);
  if (system === undefined) return problem('not-found');
  const page = { system, ...(await affectedBy(house, context, after)), ...words };
  return { status: words.error === undefined ? 200 : 422, text: systemPage(page, consoleChrome(house, context)) };
}

/** Words of staff in one language; English stands in for those that are missing. */
function toldAs(reason: string | undefined, language: string): object {
  const words = reason?.trim() ?? '';
  const spoken = speaks(language).language;
  return words === ''
    ? {}
    : { reason: { en: words, ...(['de', 'fr', 'es'].includes(spoken) ? { [spoken]: words } : {}) } };
}

const withoutReason = problem('validation-failed', undefined, [
  { pointer: '/reason', code: 'required', message: 'No reason was given.', fix: 'Say why the AI system is stopped.' },
]);

async function stopped(
  house: House,
  context: OnSystem & { readonly body: { readonly reason: string; readonly since?: string } },
) {
  const { reason, since } = filled(context.body);
  const affectedSince =
    since === undefined ? {} : { affectedSince: new Date(startOfDay(since, house.settings.timeZone)).toISOString() };
  const input = { key: context.params.key, ...toldAs(reason, context.language), ...affectedSince };
  const done =
    reason === undefined ? withoutReason : answered(await house.record('ai-system.suspend', input, senderOf(context)));
  if (!isProblem(done)) return { see: `/console/systems/${context.params.key}` } as const;
  const typed = { reason: reason ?? '', since: since ?? '' };
  return canBeMended(done) ? systemShown(house, context, { error: wordsOf(done, context), typed }) : done;
}

const switchHandlers = (house: House): readonly Bound[] => [
  on(desk.sendStop)((context) => stopped(house, context)),
  on(desk.sendResume)(async (context) => {
    const input = { key: context.params.key, ...toldAs(context.body.reason, context.language) };
    const done = answered(await house.record('ai-system.resume', input, senderOf(context)));
    return isProblem(done) ? done : { see: `/console/systems/${context.params.key}` };
  }),
  on(desk.sendOpenReviews)(async (context) => {
    const { key } = context.params;
    const span = await doubted(house, key, {});
    if (span === undefined) return problem('not-found');
    const tally = await openAll(house, {
      ...span,
      key,
      adverseOnly: context.body.adverseOnly === 'yes',
      sender: senderOf(context),
    });
    if (isProblem(tally)) return tally;
    const { opened, alreadyOpen } = tally;
    return systemShown(house, context, {
      done: say(context.language, 'console.affected.opened', { opened, open: alreadyOpen }),
    });
  }),
];

export const consoleSystemHandlers = (house: House): readonly Bound[] => [
  on(desk.showSystems)(async (context) => ({
    status: 200,
    text: systemsPage(await statesOf(house, context), consoleChrome(house, context)),
  })),
  on(desk.showSystem)((context) =>
    systemShown(house, context, context.query.after === undefined ? {} : { after: context.query.after }),
  ),
  ...switchHandlers(house),
];
