/**
 * Handlers of the support desk in the console: one search, a note, handing a decision over, one decision explained.
 * Flow:    app → here → record/look, answers/desk, answers/explanation (the same as the API) → pages/console.
 * Promise: the look stands in the record of the person before a byte of the page is made; the identifier stands in no
 *          address.
 * Source:  docs/design.md 8; docs/design.md 12 (support).
 */
import * as desk from '../../../../openapi/endpoints/console.ts';
import { calendarOf } from '../../../answers/calendar.ts';
import { findDecision } from '../../../answers/decision/ask.ts';
import { askDesk } from '../../../answers/desk/ask.ts';
import { askExplanation } from '../../../answers/explanation/ask.ts';
import { mustNoteViewFirst } from '../../../answers/review/ask.ts';
import { say } from '../../../language/say.ts';
import { consoleDecisionPage } from '../../../pages/console/decision-page.tsx';
import { type DeskPage, deskPage } from '../../../pages/console/desk-page.tsx';
import type { House } from '../../../ports/house.ts';
import { isBlank } from '../../../vocabulary/blank.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { writtenIdentifier } from '../../../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { type PageCall, senderOf, senderWithoutKey } from '../../call.ts';
import { canBeMended, consoleChrome, mayOpen, refusalWords } from '../../console.ts';
import { openContest } from '../../record/contest.ts';
import { recordLook } from '../../record/look.ts';
import { renderRecorded } from '../../reply.ts';

/**
 * What somebody at a desk types: an address, a number, or a customer number without its prefix. Where it can be read in
 * more than one way, somebody who is known goes first.
 */
export async function readIdentifier(house: House, typed: string): Promise<string | undefined> {
  const text = typed.trim();
  const readings = ['', 'email:', ...(/^(?:\+|00)/.test(text) ? ['phone:'] : []), 'customer:']
    .map((prefix) => writtenIdentifier(prefix + text))
    .filter((identifier) => identifier !== undefined);
  if (readings.length < 2) return readings[0];
  const { people } = await house.see(readings);
  return readings.find((_, place) => people[place]?.found !== 'unknown') ?? readings[0];
}

const renderDesk = async (house: House, page: DeskPage, context: PageCall): Promise<TextAnswer> => ({
  status: page.error === undefined ? 200 : 422,
  text: deskPage(page, await consoleChrome(house, context)),
});

/** A search that finds nobody says so beside the search. */
async function search(
  house: House,
  typed: string,
  context: PageCall & { readonly done?: string },
): Promise<TextAnswer | Problem> {
  const { language, caller, done } = context;
  const again = (error: string) => renderDesk(house, { whom: typed, error }, context);
  const identifier = await readIdentifier(house, typed);
  if (identifier === undefined) return again(say(language, 'console.desk.no-identifier'));
  const look = { subject: identifier, what: 'desk', reason: 'support' } as const;
  const refused = await recordLook(house, look, senderWithoutKey(context));
  const answer = refused ?? (await askDesk(house, { identifier, language, staff: caller.actor.id }));
  if (!isProblem(answer)) return renderDesk(house, { whom: typed, found: answer, ...defined({ done }) }, context);
  if (answer.problem === 'not-found') return again(say(language, 'console.desk.nobody'));
  return answer.problem === 'subject-erased' ? again(say(language, 'console.failure.subject-erased')) : answer;
}

/** As long as a note may be, and never half a character at its end. */
const cut = (words: string): string => words.slice(0, 4000).replace(/\p{Cs}$/u, '');

/** Where nothing is entered that the person says, staff themselves ask for the look. */
const ofOurOwn = { why: 'asked-by-staff' as const };

const writeHandlers = (house: House): readonly Bound[] => [
  on(desk.sendDeskNote)(async (context) => {
    const { whom, text } = context.body;
    const words = text.trim();
    const input = { subject: (await readIdentifier(house, whom)) ?? whom, text: cut(words) };
    const reply = words === '' ? undefined : renderRecorded(await house.record('note.add', input, senderOf(context)));
    if (isProblem(reply)) return reply;
    const done = reply === undefined ? undefined : say(context.language, 'console.desk.note.done');
    return mayOpen(desk.showDesk, context.caller)
      ? search(house, whom, { ...context, ...defined({ done }) })
      : { see: '/console' };
  }),
  on(desk.sendHandOver)(async (context) => {
    const { decision, statement = '' } = context.body;
    const words = statement.trim();
    const reply = renderRecorded(
      isBlank(words)
        ? await house.record('review.open', { decision, ...ofOurOwn, calendar: calendarOf(house) }, senderOf(context))
        : await openContest(house, { decision, statement: words }, context),
    );
    if (!isProblem(reply)) return { see: '/console/reviews' };
    return canBeMended(reply) ? renderDesk(house, { error: refusalWords(reply, context) }, context) : reply;
  }),
];

export const consoleDeskHandlers = (house: House): readonly Bound[] => [
  on(desk.showDesk)((context) => renderDesk(house, {}, context)),
  on(desk.sendDeskSearch)((context) => search(house, context.body.whom, context)),
  ...writeHandlers(house),
  on(desk.showDeskDecision)(async (context) => {
    const { language, caller } = context;
    const fact = await findDecision(house, context.params.id);
    if (fact === undefined) return problem('not-found');
    if (await mustNoteViewFirst(house, fact.id, caller.actor.id))
      return renderDesk(house, { error: say(language, 'console.desk.own-view-first') }, context);
    const look = { subject: fact.subject, what: 'decision', reason: 'support', decision: fact.id } as const;
    const refused = await recordLook(house, look, context);
    if (refused !== undefined) return refused;
    const explanation = await askExplanation(house, fact, { audience: 'officer', language });
    return { status: 200, text: consoleDecisionPage(explanation, await consoleChrome(house, context)) };
  }),
];
