/**
 * Handlers of requests in the console: the queue, one request with its steps, its letter.
 * Flow:    app → here → record/look, record/request-step (the same steps as the API), answers/console → pages/console.
 * Promise: the words of a person and their letter are shown after the look was recorded; an erasure needs a second yes.
 * Source:  docs/design.md 6 and 8; docs/law.md 2.7.
 */

import * as desk from '../../../../openapi/endpoints/console.ts';
import { sendRequestTold } from '../../../../openapi/endpoints/told.ts';
import { askConsoleContext } from '../../../answers/console/ask.ts';
import { askRequestQueue } from '../../../answers/console/ask-queues.ts';
import { asIfAnsweredNow, askRequestMaterial, letterStage } from '../../../answers/console/ask-work.ts';
import { requestWork } from '../../../answers/console/request-work.ts';
import { askLetter } from '../../../answers/request/ask-letter.ts';
import { askSteps } from '../../../answers/request/ask-steps.ts';
import { stepsFrom } from '../../../commands/request/transitions.ts';
import { consoleLetterPage } from '../../../pages/console/letter-page.tsx';
import { requestListPage } from '../../../pages/console/request-list.tsx';
import { type RequestPage, requestPage } from '../../../pages/console/request-page.tsx';
import type { House } from '../../../ports/house.ts';
import type { RequestRow } from '../../../views/request/request-row.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import type { RequestStep } from '../../../vocabulary/request.ts';
import { saysNo } from '../../../vocabulary/request-limits.ts';
import type { BytesAnswer, TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import type { PageCall } from '../../call.ts';
import { chromeOf } from '../../chrome.ts';
import { canBeMended, consoleChrome, refusedForm, withoutEmpty, workQuery } from '../../console.ts';
import { hasLetterFile, letterFile } from '../../package/letter-file.ts';
import { recordLook } from '../../record/look.ts';
import { recordRequestGiven } from '../../record/request-given.ts';
import { takeRequestStep } from '../../record/request-step.ts';
import { readBodyOf } from '../../reply.ts';

type OnRequest = PageCall & { readonly params: { readonly id: string } };

async function lookAt(
  house: House,
  { row, what }: { readonly row: RequestRow; readonly what: 'request' | 'letter' },
  context: PageCall,
): Promise<Problem | undefined> {
  const { subject } = row;
  return subject === undefined ? undefined : recordLook(house, { subject, what, reason: 'request' }, context);
}

/** Among its steps stand the words of its answer, which may speak of a decision as the letter does. */
const showsAnswer = ({ state, deniedBy }: RequestRow): boolean =>
  state === 'fulfilled' || state === 'denied' || deniedBy !== undefined;

type Failed = Pick<RequestPage, 'error' | 'typed'>;

async function renderRequest(house: House, context: OnRequest, failed?: Failed): Promise<TextAnswer | Problem> {
  const row = await house.request(context.params.id);
  if (row === undefined) return problem('not-found');
  const refused = await lookAt(house, { row, what: showsAnswer(row) ? 'letter' : 'request' }, context);
  if (refused !== undefined) return refused;
  const { now, reader } = await askConsoleContext(house, workQuery(context));
  const work = requestWork(await askRequestMaterial(house, row, { now, reader, stepsFrom }));
  const page = { work, letter: letterStage(row), ...failed };
  return { status: failed === undefined ? 200 : 422, text: requestPage(page, await consoleChrome(house, context)) };
}

const noLetter = problem('invalid-transition', 'There is a letter once the request is answered.');

/** What a letter is shown from, once the look is recorded. */
async function lookAtLetter(house: House, context: OnRequest): Promise<RequestRow | Problem> {
  const row = await house.request(context.params.id);
  if (row === undefined) return problem('not-found');
  if (row.subject === undefined) return problem('subject-erased');
  if (letterStage(row) === 'none') return noLetter;
  return (await lookAt(house, { row, what: 'letter' }, context)) ?? row;
}

async function renderLetter(house: House, context: OnRequest): Promise<TextAnswer | Problem> {
  const row = await lookAtLetter(house, context);
  if (isProblem(row)) return row;
  const isPreview = letterStage(row) === 'preview';
  // Word for word what the person gets, so it is in the language in which they asked, whatever staff read.
  const language = row.language ?? context.language;
  const query = { audience: 'officer', language, languageNamed: false, steps: await askSteps(house, row) } as const;
  const letter = await askLetter(house, isPreview ? await asIfAnsweredNow(house, row) : row, query);
  const page = { id: row.id, letter, language, isPreview };
  return { status: 200, text: consoleLetterPage(page, await consoleChrome(house, context)) };
}

async function downloadLetter(house: House, context: OnRequest): Promise<BytesAnswer | Problem> {
  const found = await house.request(context.params.id);
  if (found?.subject !== undefined && !hasLetterFile(found)) return noLetter;
  const row = await lookAtLetter(house, context);
  if (isProblem(row)) return row;
  const reading = { audience: 'officer', language: row.language ?? context.language, languageNamed: true } as const;
  return letterFile(house, row, { reading, chrome: chromeOf(house, context) });
}

const notSure = problem('validation-failed', undefined, [
  {
    pointer: '/sure',
    code: 'required',
    message: 'An erasure cannot be undone.',
    fix: 'Tick the box to say that you are sure.',
  },
]);

const noReason = problem('validation-failed', undefined, [
  { pointer: '/reason', code: 'required', message: 'No words were written.', fix: 'Say why.' },
]);

interface StepBody {
  readonly reason?: string;
  readonly code?: string;
  readonly level?: string;
  readonly sure?: 'yes';
  readonly what?: string;
  readonly from?: string;
  readonly to?: string;
  readonly told?: string;
}

/** One corrected value, as the form has it. */
const rectifiedIn = ({ what, from, to, told = '' }: StepBody) =>
  what === undefined || to === undefined
    ? {}
    : {
        rectified: [
          {
            what,
            to,
            ...defined({ from }),
            told: told
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean),
          },
        ],
      };

const answersItself = (row: RequestRow | undefined): boolean =>
  row !== undefined && (saysNo(row.kind) || row.kind === 'rectification');

/** An erasure that nobody else stands behind was proposed and not done. */
const waits = ({ status, bytes }: BytesAnswer): boolean =>
  status === 202 && 'proposal' in (readBodyOf({ bytes }) as object);

async function sendStep(house: House, step: RequestStep, context: OnRequest & { readonly body: StepBody }) {
  const { caller, requestId, params } = context;
  const sent = withoutEmpty(context.body);
  const { reason, code, level, sure } = sent;
  const row = step === 'fulfil' ? await house.request(params.id) : undefined;
  const isErasure = sure === undefined && row?.kind === 'erasure';
  const body = { ...defined({ reason, code, level }), ...rectifiedIn(sent) };
  const done =
    reason === undefined && !answersItself(row)
      ? noReason
      : isErasure
        ? notSure
        : await takeRequestStep(house, step, { caller, requestId, params, body });
  if (!isProblem(done)) {
    const see = waits(done) ? ('/console/confirmations' as const) : (`/console/requests/${params.id}` as const);
    return { see };
  }
  if (!canBeMended(done)) return done;
  return renderRequest(house, context, { ...refusedForm(done, context), typed: { step, reason: reason ?? '' } });
}

export const consoleRequestHandlers = (house: House): readonly Bound[] => [
  on(desk.showRequestQueue)(async (context) => {
    const { show, kind } = context.query;
    const query = { show, ...(kind === undefined || kind === '' ? {} : { kind }) };
    const queue = await askRequestQueue(house, query, await askConsoleContext(house, workQuery(context)));
    return { status: 200, text: requestListPage(queue, await consoleChrome(house, context)) };
  }),
  on(desk.showRequestWork)((context) => renderRequest(house, context)),
  on(sendRequestTold)(async (context) => {
    const { message, how } = context.body;
    const done = await recordRequestGiven(house, { ...context, body: { message, how } });
    return isProblem(done) ? done : { see: `/console/requests/${context.params.id}` };
  }),
  on(desk.showRequestLetter)((context) => renderLetter(house, context)),
  on(desk.downloadRequestLetter)((context) => downloadLetter(house, context)),
  on(desk.sendRequestStep)((context) => sendStep(house, context.params.step, context)),
];
