/**
 * Handlers of requests: what arrives, each step, the package and the certificate, and the calendar of last days.
 * Flow:    app → here → answers/request, command `request.open`, record/request-step.
 * Promise: another person's request is the same 404 as a missing one; whoever holds the secret of the intake can read
 *          the request and its certificate, also after an erasure.
 * Source:  docs/design.md 6 and 8.1.
 */
import * as requests from '../../../openapi/endpoints/requests.ts';
import { calendarOf } from '../../answers/calendar.ts';
import { readerOf } from '../../answers/reader.ts';
import { askCertificate } from '../../answers/request/ask-certificate.ts';
import { askDecidedFrom } from '../../answers/request/ask-decided-from.ts';
import { askDecisionsMeant } from '../../answers/request/ask-decisions.ts';
import { askDueDates } from '../../answers/request/ask-due-dates.ts';
import { askLetter } from '../../answers/request/ask-letter.ts';
import { askPackage } from '../../answers/request/ask-package.ts';
import { askRecipientsTold } from '../../answers/request/ask-told.ts';
import { requestOfCertificate, showCertificate } from '../../answers/request/certificate.ts';
import { letterLanguage } from '../../answers/request/fulfilment.ts';
import { toldToStaff } from '../../answers/request/request-checklist.ts';
import { notSureEnough } from '../../commands/request/step-facts.ts';
import type { Chrome } from '../../pages/chrome.ts';
import { letterPage } from '../../pages/requests/letter-page.tsx';
import type { House } from '../../ports/house.ts';
import type { Reads } from '../../ports/reads.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { RequestStep } from '../../vocabulary/request.ts';
import { type AnyContext, type Bound, type Circumstances, on } from '../bind.ts';
import { senderOf } from '../call.ts';
import { chromeOf } from '../chrome.ts';
import { type CursorReader, pageQuery, withCursor } from '../cursor.ts';
import { isPackaged, packageAnswer } from '../package/package-answer.ts';
import { recordLook } from '../record/look.ts';
import { recordRequestGiven } from '../record/request-given.ts';
import { takeRequestStep } from '../record/request-step.ts';
import { renderJson, renderRecorded } from '../reply.ts';
import { showRequestIn } from '../shown-request.ts';

type Reading = Pick<AnyContext, 'caller' | 'secret'>;

/** An agent sees the requests that they made themselves. */
const mayRead = ({ caller }: Reading, row: RequestRow): boolean =>
  caller !== undefined && (!caller.scopes.includes('agent') || row.openedBy?.id === caller.actor.id);

/** Whoever writes the answer is told what it must hold. */
const isStaff = ({ caller, secret }: Reading): boolean =>
  secret === undefined && caller?.scopes.includes('agent') === false;

async function findReadable(reads: Reads, id: string, reading: Reading): Promise<RequestRow | Problem> {
  const { secret } = reading;
  if (secret !== undefined && !(await reads.isRequestSecret(id, secret))) return problem('not-found');
  const row = await reads.request(id);
  return row !== undefined && (secret !== undefined || mayRead(reading, row)) ? row : problem('not-found');
}

/** A certificate outlives the record of its request, for whoever holds the secret and for staff. */
async function findCertified(reads: Reads, id: string, reading: Reading): Promise<RequestRow | Problem> {
  const row = await findReadable(reads, id, reading);
  if (!isProblem(row) || (await reads.request(id)) !== undefined) return row;
  const certified = requestOfCertificate(id, await reads.certificate(id));
  if (certified === undefined) return row;
  const allowed =
    reading.secret === undefined ? mayRead(reading, certified) : await reads.isRequestSecret(id, reading.secret);
  return allowed ? certified : row;
}

/** Staff who read what a person was answered read it about them; whoever asked for the person reads their own. */
async function lookAtAnswer(house: House, row: RequestRow, context: Reading & Circumstances) {
  const { caller, requestId } = context;
  if (caller === undefined || row.subject === undefined || !isStaff(context)) return undefined;
  return recordLook(house, { subject: row.subject, what: 'letter', reason: 'request' }, { caller, requestId });
}

const intakeHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  on(requests.postRequest)(async (context) => {
    const { receivedAt, ...wish } = context.body;
    const input = {
      ...wish,
      ...(await askDecisionsMeant(house, { kind: wish.kind, identifier: wish.subject })),
      calendar: calendarOf(house),
      ...(receivedAt === undefined ? {} : { receivedAt: Date.parse(receivedAt) }),
    };
    return renderRecorded(await house.record('request.open', input, senderOf(context)));
  }),
  on(requests.listRequests)(async (context) => {
    const cursor = readCursor(context, requests.listRequests.id);
    if (isProblem(cursor)) return cursor;
    const { cursor: _cursor, ...wants } = context.query;
    const page = await house.requests({ ...wants, ...pageQuery(cursor, wants.limit) });
    const items = page.items.map((row) => showRequestIn(row, context.language));
    return renderJson(200, withCursor({ ...page, items }, cursor));
  }),
  on(requests.getRequest)(async (context) => {
    const row = await findReadable(house, context.params.id, context);
    if (isProblem(row)) return row;
    const theirs = context.secret === undefined || context.languageNamed === true ? undefined : row.language;
    const language = theirs ?? context.language;
    const reader = readerOf(language, house.settings.timeZone);
    const told = await askRecipientsTold(house, row, reader);
    const shown = { ...showRequestIn(row, language), ...defined({ recipientsTold: told }) };
    return renderJson(200, isStaff(context) ? { ...shown, ...toldToStaff(row, house.now()) } : shown);
  }),
];

/** The page around a letter speaks the language of the letter. */
const chromeOfLetter = (reads: Reads, row: RequestRow, context: Circumstances): Chrome => {
  const { language, languageNamed = false } = context;
  return chromeOf(reads, {
    ...context,
    language: letterLanguage(row, { audience: 'officer', language, languageNamed }),
  });
};

const answerHandlers = (reads: House): readonly Bound[] => [
  on(requests.getPackage)(async (context) => {
    const { params, language, languageNamed = false, form } = context;
    const row = await findReadable(reads, params.id, context);
    if (isProblem(row)) return row;
    if (row.state !== 'fulfilled')
      return problem('invalid-transition', 'There is a package once the request is fulfilled.');
    if (row.subject === undefined) return problem('subject-erased');
    const unsure = notSureEnough(row, row.closedAt ?? reads.now());
    if (unsure !== undefined) return unsure;
    const refused = await lookAtAnswer(reads, row, context);
    if (refused !== undefined) return refused;
    const { letter, body } = await askPackage(reads, row, { audience: 'officer', language, languageNamed });
    if (form === 'json') return renderJson(200, body);
    return {
      status: 200,
      text: letterPage(
        { id: row.id, letter, steps: [], state: row.state, open: false },
        chromeOfLetter(reads, row, context),
      ),
    };
  }),
  on(requests.getCertificate)(async (context) => {
    const { params, language, languageNamed = false, form } = context;
    const row = await findCertified(reads, params.id, context);
    if (isProblem(row)) return row;
    const certificate = await askCertificate(reads, params.id);
    if (certificate === undefined)
      return problem('invalid-transition', 'There is a certificate once the erasure is done.');
    if (form === 'json') return renderJson(200, showCertificate(certificate));
    const letter = await askLetter(
      reads,
      { ...row, kind: 'erasure', state: 'fulfilled' },
      { audience: 'officer', language, languageNamed, steps: [] },
    );
    return {
      status: 200,
      text: letterPage(
        { id: row.id, letter, steps: [], state: row.state, open: false },
        chromeOfLetter(reads, row, context),
      ),
    };
  }),
];

/** The same answer as a folder to keep. */
const fileHandlers = (reads: House): readonly Bound[] => [
  on(requests.getPackageFile)(async (context) => {
    const { params, language, languageNamed = false } = context;
    const row = await findReadable(reads, params.id, context);
    if (isProblem(row)) return row;
    if (row.subject === undefined) return problem('subject-erased');
    if (!isPackaged(row))
      return problem('invalid-transition', 'There is a folder once a copy or a portability is answered.');
    const unsure = notSureEnough(row, row.closedAt);
    const refused = unsure ?? (await lookAtAnswer(reads, row, context));
    if (refused !== undefined) return refused;
    const reading = { audience: 'officer' as const, language, languageNamed };
    return packageAnswer(reads, row, { reading, chrome: chromeOfLetter(reads, row, context) });
  }),
];

/** Whole days for the calendars of staff, and nobody's name in them. */
const workHandlers = (house: House): readonly Bound[] => [
  on(requests.postRequestGiven)((context) => recordRequestGiven(house, context)),
  on(requests.getDecidedFrom)(async (context) => {
    const row = await findReadable(house, context.params.id, context);
    if (isProblem(row)) return row;
    if (row.subject === undefined) return problem('subject-erased');
    const refused = await lookAtAnswer(house, row, context);
    return refused ?? renderJson(200, { decisions: await askDecidedFrom(house, row) });
  }),
  on(requests.getDueDates)(async ({ language }) => ({
    status: 200,
    text: await askDueDates(house, language),
    media: 'text/calendar; charset=utf-8',
  })),
];

const stepHandlers = (house: House): readonly Bound[] =>
  (Object.keys(requests.requestStepEndpoints) as RequestStep[]).map((step) =>
    on(requests.requestStepEndpoints[step])((context) => takeRequestStep(house, step, context)),
  );

export const requestHandlers = (house: House, readCursor: CursorReader): readonly Bound[] => [
  ...intakeHandlers(house, readCursor),
  ...fileHandlers(house),
  ...answerHandlers(house),
  ...workHandlers(house),
  ...stepHandlers(house),
];
