/**
 * Handlers of `/v1/me`: the signed-in customer reads, chooses and asks; how data is used, also as the page `/me`.
 * Flow:    app → here → answers, commands.
 * Promise: only ever about the person of the token; somebody unknown gets honest empty answers, and reading makes
 *          nobody known.
 * Source:  docs/design.md 8.
 */

import type { Endpoint } from '../../../openapi/endpoint.ts';
import * as answers from '../../../openapi/endpoints/answers.ts';
import { showMe } from '../../../openapi/endpoints/pages.ts';
import { calendarOf } from '../../answers/calendar.ts';
import { type ListActs, listConsents, listLimits } from '../../answers/consent/ask.ts';
import { askDecisions } from '../../answers/decision/ask.ts';
import { askHeldData } from '../../answers/held-data/ask.ts';
import { askPersonLedger } from '../../answers/ledger/ask.ts';
import { emptyPage } from '../../answers/page.ts';
import { findPerson, findSubject } from '../../answers/person.ts';
import { askMyRequests } from '../../answers/request/ask.ts';
import { askDecisionsMeant } from '../../answers/request/ask-decisions.ts';
import type { AiUseAnswer } from '../../answers/use/ai-use-answer.ts';
import { askAiUse } from '../../answers/use/ask.ts';
import { windowOf } from '../../answers/window.ts';
import type { Caller } from '../../commands/command.ts';
import { aiUsePage } from '../../pages/ai-use/page.tsx';
import type { House } from '../../ports/house.ts';
import type { Page, PageQuery, Reads } from '../../ports/reads.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem } from '../../vocabulary/problems.ts';
import type { BytesAnswer } from '../answer.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { selfOf, senderOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { type Cursor, type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { evidenceAnswer } from '../evidence-answer.ts';
import { renderJson, renderRecorded } from '../reply.ts';
import { showRequestIn } from '../shown-request.ts';

interface AiUseContext {
  readonly caller: Caller;
  readonly language: string;
  readonly query: { readonly from?: string; readonly to?: string };
}

async function readAiUse(
  reads: Reads,
  cursor: Cursor,
  { caller, language, query }: AiUseContext,
): Promise<AiUseAnswer> {
  const { answer, next } = await askAiUse(reads, {
    identifier: selfOf(caller),
    audience: 'person',
    language,
    window: windowOf(query),
    ...defined({ before: cursor.before }),
  });
  return { ...answer, next: cursor.write(next) };
}

const useHandlers = (reads: Reads, readCursor: CursorReader): readonly Bound[] => [
  on(showMe)(async (context) => {
    const cursor = readCursor(context, showMe.id);
    if (isProblem(cursor)) return cursor;
    const chrome = { ...chromeOf(reads, context), ...defined({ saved: context.query.saved }) };
    return { status: 200, text: aiUsePage(await readAiUse(reads, cursor, context), chrome) };
  }),
  on(answers.getMyAiUse)(async (context) => {
    const cursor = readCursor(context, answers.getMyAiUse.id);
    if (isProblem(cursor)) return cursor;
    const answer = await readAiUse(reads, cursor, context);
    return context.form === 'html'
      ? { status: 200, text: aiUsePage(answer, chromeOf(reads, context)) }
      : renderJson(200, answer);
  }),
];

const readHandlers = (reads: Reads, readCursor: CursorReader): readonly Bound[] => [
  on(answers.getMyLedger)(async (context) => {
    const cursor = readCursor(context, answers.getMyLedger.id);
    if (isProblem(cursor)) return cursor;
    const person = await findPerson(reads, selfOf(context.caller));
    const query = { ...pageQuery(cursor, context.query.limit), language: context.language };
    return renderJson(200, withCursor(await askPersonLedger(reads, person, query), cursor));
  }),
  on(answers.getMyEvidence)(async ({ caller }) => evidenceAnswer(reads, await findSubject(reads, selfOf(caller)))),
  on(answers.getMyData)(async ({ caller }) => {
    const subject = await findSubject(reads, selfOf(caller));
    return renderJson(200, await askHeldData(reads, { subject, at: reads.now() }));
  }),
];

type ListContext = Pick<AnyContext, 'query' | 'language'> & {
  readonly caller: Caller;
  readonly query: { readonly limit: number };
};
type AskList = (identifier: string, query: PageQuery, language: string) => Promise<Page<object>>;

const listHandler =
  (readCursor: CursorReader, endpoint: Endpoint, ask: AskList) =>
  async (context: ListContext): Promise<BytesAnswer | Problem> => {
    const cursor = readCursor(context, endpoint.id);
    if (isProblem(cursor)) return cursor;
    const query = pageQuery(cursor, context.query.limit);
    return renderJson(200, withCursor(await ask(selfOf(context.caller), query, context.language), cursor));
  };

const listHandlers = (reads: Reads, readCursor: CursorReader): readonly Bound[] => {
  const acts =
    (list: ListActs): AskList =>
    async (identifier, query) => {
      const { person } = await findPerson(reads, identifier, { history: true });
      return person.found === 'known' ? list(person, query) : emptyPage;
    };
  const decisions: AskList = async (identifier, query) => {
    const subject = await findSubject(reads, identifier);
    return subject === undefined ? emptyPage : askDecisions(reads, subject, query);
  };
  const requests: AskList = async (identifier, query, language) => {
    const page = await askMyRequests(reads, identifier, query);
    return { ...page, items: page.items.map((row) => showRequestIn(row, language)) };
  };
  return [
    on(answers.listMyConsents)(listHandler(readCursor, answers.listMyConsents, acts(listConsents))),
    on(answers.listMyLimits)(listHandler(readCursor, answers.listMyLimits, acts(listLimits))),
    on(answers.listMyDecisions)(listHandler(readCursor, answers.listMyDecisions, decisions)),
    on(answers.listMyRequests)(listHandler(readCursor, answers.listMyRequests, requests)),
  ];
};

const recordHandlers = (house: House): readonly Bound[] => [
  on(answers.postMyConsent)(async (context) => {
    const input = { ...context.body, subject: selfOf(context.caller) };
    return renderRecorded(await house.record('consent.record', input, senderOf(context)));
  }),
  on(answers.postMyLimit)(async (context) => {
    const input = { ...context.body, subject: selfOf(context.caller) };
    return renderRecorded(await house.record('limit.record', input, senderOf(context)));
  }),
  on(answers.postMyRequest)(async (context) => {
    const identifier = selfOf(context.caller);
    const meant = await askDecisionsMeant(house, { kind: context.body.kind, identifier });
    const input = { ...context.body, ...meant, subject: identifier, calendar: calendarOf(house) };
    return renderRecorded(await house.record('request.open', input, senderOf(context)));
  }),
];

export const meHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  ...useHandlers(house, readCursor),
  ...readHandlers(house, readCursor),
  ...listHandlers(house, readCursor),
  ...recordHandlers(house),
];
