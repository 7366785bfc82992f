/**
 * Handlers of the support desk in the console: one search, a note, handing a decision over, one decision explained.
 * Flow:    app → here → handlers/desk.ts, handlers/explanation.ts (the same as the API) → pages/console.
 * Promise: the look stands in the record of the person before a byte of the page is made; the identifier stands in no
 *          address.
 * Source:  docs/design.md 8; docs/design.md 12 (support).
 */
import * as desk from '../../../../openapi/endpoints/console.ts';
import { say } from '../../../language/say.ts';
import { consoleDecisionPage } from '../../../pages/console/decision-page.tsx';
import { type DeskPage, deskPage } from '../../../pages/console/desk-page.tsx';
import type { House } from '../../../ports/house.ts';
import { normalIdentifier } from '../../../vocabulary/identifier.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { deskOf } from '../desk.ts';
import { decisionFact, explanationOf } from '../explanation.ts';
import { tooEarly } from '../explanations.ts';
import { answered, calendarOf, senderOf } from '../reply.ts';
import { canBeMended, consoleChrome, opens, type Working, wordsOf } from './at-work.ts';

/** What somebody at a desk types: an address, a number, or a customer number without its prefix. */
function identifierTyped(typed: string): string | undefined {
  const text = typed.trim();
  const known = normalIdentifier(text);
  if (known !== undefined) return known;
  if (text.includes('@')) return normalIdentifier(`email:${text}`);
  return normalIdentifier(text.startsWith('+') ? `phone:${text}` : `customer:${text}`);
}

const shown = (house: House, page: DeskPage, context: Working): TextAnswer => ({
  status: page.error === undefined ? 200 : 422,
  text: deskPage(page, consoleChrome(house, context)),
});

/** A search that finds nobody is told beside the search. */
async function found(
  house: House,
  typed: string,
  context: Working & { readonly done?: string },
): Promise<TextAnswer | Problem> {
  const again = (error: string) => shown(house, { whom: typed, error }, context);
  const identifier = identifierTyped(typed);
  if (identifier === undefined) return again(say(context.language, 'console.desk.no-identifier'));
  const answer = await deskOf(house, identifier, context);
  const told = context.done === undefined ? {} : { done: context.done };
  if (!isProblem(answer)) return shown(house, { whom: typed, found: answer, ...told }, context);
  if (answer.problem === 'not-found') return again(say(context.language, 'console.desk.nobody'));
  return answer.problem === 'subject-erased' ? again(say(context.language, 'console.failure.subject-erased')) : answer;
}

/** As long as a note may be, and never half a character at its end. */
const cut = (words: string): string => words.slice(0, 4000).replace(/\p{Cs}$/u, '');

const writeHandlers = (house: House): readonly Bound[] => [
  on(desk.sendDeskNote)(async (context) => {
    const { whom, text } = context.body;
    const words = text.trim();
    const input = { subject: identifierTyped(whom) ?? whom, text: cut(words) };
    const done = words === '' ? undefined : answered(await house.record('note.add', input, senderOf(context)));
    if (isProblem(done)) return done;
    const told = done === undefined ? {} : { done: say(context.language, 'console.desk.note.done') };
    return opens(desk.showDesk, context.caller) ? found(house, whom, { ...context, ...told }) : { see: '/console' };
  }),
  on(desk.sendHandOver)(async (context) => {
    const { decision, statement = '' } = context.body;
    const words = statement.trim() === '' ? {} : { statement: statement.trim() };
    const done = await house.record(
      'review.open',
      { decision, why: 'asked-by-staff', ...words, calendar: calendarOf(house) },
      senderOf(context),
    );
    const reply = answered(done);
    if (!isProblem(reply)) return { see: '/console/reviews' };
    return canBeMended(reply) ? shown(house, { error: wordsOf(reply, context) }, context) : reply;
  }),
];

export const consoleDeskHandlers = (house: House): readonly Bound[] => [
  on(desk.showDesk)((context) => shown(house, {}, context)),
  on(desk.sendDeskSearch)((context) => found(house, context.body.whom, context)),
  ...writeHandlers(house),
  on(desk.showDeskDecision)(async (context) => {
    const fact = await decisionFact(house, context.params.id);
    if (fact === undefined) return problem('not-found');
    const early = await tooEarly(house, fact.id, context.caller);
    if (early !== undefined)
      return shown(house, { error: say(context.language, 'console.desk.own-view-first') }, context);
    const looked = answered(
      await house.record(
        'look.take',
        { subject: fact.subject, what: 'decision', reason: 'support' },
        senderOf(context),
      ),
    );
    if (isProblem(looked)) return looked;
    const explanation = await explanationOf(house, fact, { audience: 'officer', language: context.language });
    return { status: 200, text: consoleDecisionPage(explanation, consoleChrome(house, context)) };
  }),
];
