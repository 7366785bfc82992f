/**
 * Handlers of requests: what arrives, each step, the package and the certificate.
 * Flow:    app → here → house (record, erase), packages.
 * Promise: another person's request is the same 404 as a missing one; whoever holds the secret of the intake can read
 *          the request and its certificate, also after an erasure.
 * Source:  docs/design.md 6 and 8.1.
 */
import * as requests from '../../../openapi/endpoints/requests.ts';
import { requestChecklist } from '../../answers/request/request-checklist.ts';
import { shownDenial } from '../../commands/request/shown-denial.ts';
import { clockWords } from '../../language/law-words.ts';
import { letterPage } from '../../pages/requests/letter-page.tsx';
import type { House } from '../../ports/house.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { type AnyContext, type Bound, on } from '../bind.ts';
import { shownCertificate } from './certificate.ts';
import { chromeOf } from './chrome.ts';
import { type Pagers, pageWanted } from './cursor.ts';
import { letterOf } from './letters.ts';
import { packageOf } from './packages.ts';
import { answered, calendarOf, senderOf, told } from './reply.ts';
import { stepHandlers } from './steps.ts';

/** A request with its clock and its refusal in words that its reader understands. */
export function shownRow(row: RequestRow, language: string): object {
  const { clock, ...shown } = showRequest(row);
  return {
    ...shown,
    clock: { ...clock, words: clockWords(language, clock.rule) ?? clock.words },
    ...shownDenial(row, language),
  };
}

type Reading = Pick<AnyContext, 'caller' | 'secret'>;

/** An agent sees the requests that they made themselves. */
const mayRead = ({ caller }: Reading, row: RequestRow): boolean =>
  caller !== undefined && (!caller.scopes.includes('agent') || row.openedBy?.id === caller.actor.id);

/** Whoever writes the answer is told what it must hold. */
const isStaff = ({ caller, secret }: Reading): boolean =>
  secret === undefined && caller?.scopes.includes('agent') === false;

async function readable(house: House, id: string, reading: Reading): Promise<RequestRow | Problem> {
  const row = await house.request(id);
  if (row === undefined) return problem('not-found');
  const allowed =
    reading.secret === undefined ? mayRead(reading, row) : await house.isRequestSecret(id, reading.secret);
  return allowed ? row : problem('not-found');
}

const intakeHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  on(requests.postRequest)(async (context) => {
    const { receivedAt, ...asked } = context.body;
    const input = {
      ...asked,
      calendar: calendarOf(house),
      ...(receivedAt === undefined ? {} : { receivedAt: Date.parse(receivedAt) }),
    };
    return answered(await house.record('request.open', input, senderOf(context)));
  }),
  on(requests.listRequests)(async (context) => {
    const pager = pagers(context, requests.listRequests.id);
    if (isProblem(pager)) return pager;
    const { cursor: _cursor, ...wants } = context.query;
    const page = await house.requests({ ...wants, ...pageWanted(pager, wants.limit) });
    return told(200, { items: page.items.map((row) => shownRow(row, context.language)), next: pager.next(page.next) });
  }),
  on(requests.getRequest)(async (context) => {
    const row = await readable(house, context.params.id, context);
    if (isProblem(row)) return row;
    const theirs = context.secret === undefined || context.languageNamed === true ? undefined : row.language;
    const shown = shownRow(row, theirs ?? context.language);
    return told(200, isStaff(context) ? { ...shown, checklist: requestChecklist(row, house.now()) } : shown);
  }),
];

const answerHandlers = (house: House): readonly Bound[] => [
  on(requests.getPackage)(async (context) => {
    const { params, language, languageNamed = false, form } = context;
    const row = await readable(house, params.id, context);
    if (isProblem(row)) return row;
    if (row.state !== 'fulfilled')
      return problem('invalid-transition', 'There is a package once the request is fulfilled.');
    if (row.subject === undefined) return problem('subject-erased');
    const { letter, body } = await packageOf(house, row, { audience: 'officer', language, languageNamed });
    if (form === 'json') return told(200, body);
    return {
      status: 200,
      text: letterPage({ id: row.id, letter, steps: [], state: row.state, open: false }, chromeOf(house, context)),
    };
  }),
  on(requests.getCertificate)(async (context) => {
    const { params, language, languageNamed = false, form } = context;
    const row = await readable(house, params.id, context);
    if (isProblem(row)) return row;
    const certificate = await house.certificate(params.id);
    if (certificate === undefined)
      return problem('invalid-transition', 'There is a certificate once the erasure is done.');
    if (form === 'json') return told(200, shownCertificate(certificate));
    const letter = await letterOf(
      house,
      { ...row, kind: 'erasure', state: 'fulfilled' },
      { audience: 'officer', language, languageNamed, steps: [] },
    );
    return {
      status: 200,
      text: letterPage({ id: row.id, letter, steps: [], state: row.state, open: false }, chromeOf(house, context)),
    };
  }),
];

export const requestHandlers = (house: House, pagers: Pagers): readonly Bound[] => [
  ...intakeHandlers(house, pagers),
  ...answerHandlers(house),
  ...stepHandlers(house),
];
