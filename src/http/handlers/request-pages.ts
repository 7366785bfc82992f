/**
 * Handlers of the pages of requests: the list, the form, sending, one request with its letter, cancelling.
 * Flow:    app → here → answers/request, commands `request.open`, `request.step` → pages.
 * Promise: the secret of a request is shown once, right after it was sent; another person's request is a 404.
 * Source:  docs/design.md 8; docs/law.md 3.1.
 */

import * as pages from '../../../openapi/endpoints/pages.ts';
import { calendarOf } from '../../answers/calendar.ts';
import { askKindsOffered, askMyRequests, findOwnRequest } from '../../answers/request/ask.ts';
import { askDecisionsMeant, askDecisionsToName } from '../../answers/request/ask-decisions.ts';
import { askLetter } from '../../answers/request/ask-letter.ts';
import { askSteps } from '../../answers/request/ask-steps.ts';
import { letterLanguage } from '../../answers/request/fulfilment.ts';
import { askUsesToStop } from '../../answers/request/stopped.ts';
import { askAiUse } from '../../answers/use/ask.ts';
import { say } from '../../language/say.ts';
import { type RequestForm, requestFormPage } from '../../pages/requests/form-page.tsx';
import { letterPage } from '../../pages/requests/letter-page.tsx';
import { requestsPage } from '../../pages/requests/list-page.tsx';
import type { House } from '../../ports/house.ts';
import type { Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { isBlank } from '../../vocabulary/blank.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import { type Bound, on } from '../bind.ts';
import { type PageCall, selfOf, senderOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { faultWords, fieldsIn } from '../form-faults.ts';
import { hasLetterFile, letterFile } from '../package/letter-file.ts';
import { isPackaged, packageAnswer, packageUntil } from '../package/package-answer.ts';
import { readBodyOf, renderRecorded } from '../reply.ts';

async function renderLetter(reads: Reads, row: RequestRow, context: PageCall & { readonly shown?: string }) {
  const { language, languageNamed = false, shown: secret } = context;
  const steps = await askSteps(reads, row);
  const reading = { audience: 'person' as const, language, languageNamed };
  const letter = await askLetter(reads, row, { ...reading, steps });
  const open = row.closedAt === undefined;
  const copyUntil = isPackaged(row) && reads.now() < packageUntil(row) ? timeOf(packageUntil(row)) : undefined;
  const about = { id: row.id, state: row.state, language: letterLanguage(row, reading) };
  const data = { ...about, letter, steps, open, hasFile: hasLetterFile(row), ...defined({ secret, copyUntil }) };
  return { status: 200, text: letterPage(data, chromeOf(reads, context)) };
}

/** The right behind the kind that was chosen, for its words and its date. */
async function renderForm(
  reads: Reads,
  asked: Omit<RequestForm, 'kinds' | 'uses' | 'once'>,
  context: PageCall,
): Promise<string> {
  // Every form that is drawn has a number of its own, by which it is known when it comes a second time.
  const form = { ...asked, once: context.requestId };
  const { kind } = form;
  const kinds = await askKindsOffered(reads, selfOf(context.caller), kind);
  const { language, caller } = context;
  const uses = await askUsesToStop(reads, { language, ...defined({ kind }) });
  if (kind === undefined) return requestFormPage({ ...form, kinds, uses }, chromeOf(reads, context));
  const { answer } = await askAiUse(reads, { identifier: selfOf(caller), audience: 'person', language });
  const decisions = await askDecisionsToName(reads, { kind, language, identifier: selfOf(caller) });
  const right = answer.rights.find((one) => one.right === kind);
  return requestFormPage({ ...form, kinds, uses, decisions, ...defined({ right }) }, chromeOf(reads, context));
}

const aboutWords = (language: string, id: string): string =>
  say(language, id.startsWith('dec_') ? 'request.about' : 'request.about-request', { id });

const readHandlers = (reads: Reads, readCursor: CursorReader): readonly Bound[] => [
  on(pages.showRequests)(async (context) => {
    const cursor = readCursor(context, pages.showRequests.id);
    if (isProblem(cursor)) return cursor;
    const page = await askMyRequests(reads, selfOf(context.caller), pageQuery(cursor, context.query.limit));
    const data = withCursor({ ...page, items: page.items.map(showRequest) }, cursor);
    return { status: 200, text: requestsPage(data, chromeOf(reads, context)) };
  }),
  on(pages.showRequest)(async (context) => {
    const row = await findOwnRequest(reads, context.params.id, selfOf(context.caller));
    return row === undefined ? problem('not-found') : renderLetter(reads, row, context);
  }),
  on(pages.downloadLetter)(async (context) => {
    const { language, languageNamed = false } = context;
    const row = await findOwnRequest(reads, context.params.id, selfOf(context.caller));
    if (row === undefined || !hasLetterFile(row)) return problem('not-found');
    const reading = { audience: 'person' as const, language, languageNamed };
    return letterFile(reads, row, { reading, chrome: chromeOf(reads, context) });
  }),
  on(pages.downloadPackage)(async (context) => {
    const { language, languageNamed = false } = context;
    const row = await findOwnRequest(reads, context.params.id, selfOf(context.caller));
    if (row === undefined || !isPackaged(row)) return problem('not-found');
    if (reads.now() >= packageUntil(row)) return problem('package-expired');
    const reading = { audience: 'person' as const, language, languageNamed };
    return packageAnswer(reads, row, { reading, chrome: chromeOf(reads, context) });
  }),
  on(pages.showRequestForm)(async (context) => {
    const { kind, about } = context.query;
    if (kind === 'human-review' && about?.startsWith('dec_') === true) return { see: `/me/decisions/${about}/contest` };
    const form = { ...defined({ kind, about }) };
    return { status: 200, text: await renderForm(reads, form, context) };
  }),
];

/** A form that is sent twice, as by loading its answer again, is one request; with other words it is another one. */
function senderOnce(context: PageCall & { readonly body: { readonly csrf: string; readonly once?: string } }) {
  const { csrf: _csrf, ...sent } = context.body;
  if (sent.once === undefined) return senderOf(context);
  return senderOf({ ...context, idempotency: { route: pages.sendRequest.id, key: JSON.stringify(sent), body: '' } });
}

const sendHandler = (house: House): Bound =>
  on(pages.sendRequest)(async (context) => {
    const { kind, message: written, about, purpose: chosen } = context.body;
    const purpose = chosen === '' ? undefined : chosen;
    const { language } = context;
    const named = about === undefined || about === '' ? undefined : about;
    const message =
      written !== undefined && !isBlank(written)
        ? written
        : named === undefined
          ? undefined
          : aboutWords(language, named);
    const meant = await askDecisionsMeant(house, { kind, identifier: selfOf(context.caller) });
    const decision = kind === 'human-review' && named?.startsWith('dec_') === true ? named : undefined;
    const input = { kind, language, ...meant, calendar: calendarOf(house), ...defined({ message, purpose, decision }) };
    const recorded = await house.record('request.open', input, senderOnce(context));
    const reply = renderRecorded(recorded);
    if (isProblem(recorded) || isProblem(reply)) {
      const refusal = isProblem(reply) ? reply : problem('internal');
      const [fault] = refusal.errors ?? [];
      if (fault === undefined) return refusal;
      const failed = { error: faultWords(language, fault), wrong: fieldsIn(refusal) };
      const form = { kind, ...failed, ...defined({ message, about: named, purpose }) };
      return { status: 422, text: await renderForm(house, form, context) };
    }
    const { id, secret } = readBodyOf(recorded);
    const row = await house.request(String(id));
    if (row === undefined) return { see: '/me/requests' };
    return renderLetter(house, row, { ...context, ...(typeof secret === 'string' ? { shown: secret } : {}) });
  });

export const requestPageHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  ...readHandlers(house, readCursor),
  sendHandler(house),
  on(pages.cancelMyRequest)(async (context) => {
    const { id: request } = context.params;
    const input = { request, step: 'cancel' as const, calendar: calendarOf(house) };
    const reply = renderRecorded(await house.record('request.step', input, senderOf(context)));
    return isProblem(reply) ? reply : { see: `/me/requests/${request}` };
  }),
];
