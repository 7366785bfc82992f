/**
 * Handlers of the pages of requests: the list, the form, sending, one request with its letter, cancelling.
 * Flow:    app → here → house, letters → pages.
 * Promise: the secret of a request is shown once, right after it was sent; another person's request is a 404.
 * Source:  docs/design.md 8; docs/law.md 3.1.
 */

import * as pages from '../../../openapi/endpoints/pages.ts';
import { say, speaks } from '../../language/say.ts';
import { type RequestForm, requestFormPage } from '../../pages/requests/form-page.tsx';
import { letterPage } from '../../pages/requests/letter-page.tsx';
import { requestsPage } from '../../pages/requests/list-page.tsx';
import type { House } from '../../ports/house.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type Bound, type Circumstances, on } from '../bind.ts';
import { chromeOf } from './chrome.ts';
import { type Pagers, pageWanted } from './cursor.ts';
import { aiUseFor } from './gather.ts';
import { letterOf, stepsOf } from './letters.ts';
import { selfOf } from './me.ts';
import { subjectOf } from './person.ts';
import { answered, bodyOf, type Calling, calendarOf, senderOf } from './reply.ts';

type Paged = Calling & Circumstances;

async function ownRequest(house: House, id: string, { caller }: Calling): Promise<RequestRow | Problem> {
  const subject = await subjectOf(house, selfOf(caller));
  const row = await house.request(id);
  return row === undefined || subject === undefined || row.subject !== subject ? problem('not-found') : row;
}

async function letterShown(house: House, row: RequestRow, context: Paged & { readonly shown?: string }) {
  const steps = await stepsOf(house, row);
  const letter = await letterOf(house, row, {
    audience: 'person',
    language: context.language,
    languageNamed: context.languageNamed === true,
    steps,
  });
  const open = row.closedAt === undefined;
  const { shown: secret } = context;
  const data = { id: row.id, letter, steps, state: row.state, open, ...defined({ secret }) };
  return { status: 200, text: letterPage(data, chromeOf(house, context)) };
}

/** The right behind the kind that was chosen, for its words and its date. */
async function formWith(house: House, form: RequestForm, context: Paged): Promise<string> {
  const { kind } = form;
  if (kind === undefined) return requestFormPage(form, chromeOf(house, context));
  const { answer } = await aiUseFor(house, {
    identifier: selfOf(context.caller),
    audience: 'person',
    language: context.language,
  });
  const right = answer.rights.find((one) => one.right === kind);
  return requestFormPage({ ...form, ...defined({ right }) }, chromeOf(house, context));
}

const aboutWords = (language: string, id: string): string =>
  say(language, id.startsWith('dec_') ? 'request.about' : 'request.about-request', { id });

const listHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(pages.showRequests)(async (context) => {
    const pager = pagers(context, pages.showRequests.id);
    if (isProblem(pager)) return pager;
    const subject = await subjectOf(house, selfOf(context.caller));
    const page =
      subject === undefined
        ? { items: [], next: null }
        : await house.requests({ subject, ...pageWanted(pager, context.query.limit) });
    return {
      status: 200,
      text: requestsPage({ items: page.items.map(showRequest), next: pager.next(page.next) }, chromeOf(house, context)),
    };
  }),
  on(pages.showRequest)(async (context) => {
    const row = await ownRequest(house, context.params.id, context);
    return isProblem(row) ? row : letterShown(house, row, context);
  }),
  on(pages.showRequestForm)(async (context) => {
    const { kind, about } = context.query;
    if (kind === 'human-review' && about?.startsWith('dec_') === true) return { see: `/me/decisions/${about}/contest` };
    const form = { ...defined({ kind, about }) };
    return { status: 200, text: await formWith(house, form, context) };
  }),
];

const sendHandler = (house: House): Bound =>
  on(pages.sendRequest)(async (context) => {
    const { kind, message: written, about } = context.body;
    const named = about === undefined || about === '' ? undefined : about;
    const message = written?.trim() ? written : named === undefined ? undefined : aboutWords(context.language, named);
    const input = { kind, language: context.language, calendar: calendarOf(house), ...defined({ message }) };
    const recorded = await house.record('request.open', input, senderOf(context));
    const reply = answered(recorded);
    if (isProblem(recorded) || isProblem(reply)) {
      const refusal = isProblem(reply) ? reply : problem('internal');
      const [fault] = refusal.errors ?? [];
      if (fault === undefined) return refusal;
      const form = {
        kind,
        error:
          speaks(context.language).language === 'en'
            ? `${fault.message} ${fault.fix}`
            : say(context.language, 'failure.validation-failed.text'),
        ...defined({ message, about: named }),
      };
      return { status: 422, text: await formWith(house, form, context) };
    }
    const { id, secret } = bodyOf(recorded);
    const row = await house.request(String(id));
    if (row === undefined) return { see: '/me/requests' };
    return letterShown(house, row, { ...context, ...(typeof secret === 'string' ? { shown: secret } : {}) });
  });

export const requestPageHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...listHandlers(house, pagers),
  sendHandler(house),
  on(pages.cancelMyRequest)(async (context) => {
    const { id: request } = context.params;
    const recorded = answered(
      await house.record('request.step', { request, step: 'cancel', calendar: calendarOf(house) }, senderOf(context)),
    );
    return isProblem(recorded) ? recorded : { see: `/me/requests/${request}` };
  }),
];
