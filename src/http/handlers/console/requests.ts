/**
 * Handlers of requests in the console: the queue, one request with its steps, its letter.
 * Flow:    app → here → handlers/steps.ts (the same steps as the API) → answers/console → pages/console.
 * Promise: the words of a person and their letter are shown after the look was recorded; an erasure needs a second yes.
 * Source:  docs/design.md 6 and 8; docs/law.md 2.7.
 */

import * as desk from '../../../../openapi/endpoints/console.ts';
import { type RequestMaterial, requestCard, requestWork } from '../../../answers/console/request-work.ts';
import { stepsFrom } from '../../../commands/request/transitions.ts';
import type { House } from '../../../house-port.ts';
import { consoleLetterPage } from '../../../pages/console/letter-page.tsx';
import { requestListPage } from '../../../pages/console/request-list.tsx';
import { type RequestPage, requestPage } from '../../../pages/console/request-page.tsx';
import type { RequestRow } from '../../../views/request/request-row.ts';
import { defined } from '../../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../../vocabulary/problems.ts';
import { isOpenRequest, type RequestStep } from '../../../vocabulary/request.ts';
import type { TextAnswer } from '../../answer.ts';
import { type Bound, on } from '../../bind.ts';
import { letterOf, stepsOf } from '../letters.ts';
import { answered, senderOf } from '../reply.ts';
import { taken } from '../steps.ts';
import { atWork, canBeMended, consoleChrome, filled, type Working, wordsOf } from './at-work.ts';
import { endedRequests, openRequests } from './waiting.ts';

type OnRequest = Working & { readonly params: { readonly id: string } };

async function looked(house: House, row: RequestRow, context: Working): Promise<Problem | undefined> {
  if (row.subject === undefined) return undefined;
  const done = answered(
    await house.record('look.take', { subject: row.subject, what: 'request', reason: 'request' }, senderOf(context)),
  );
  return isProblem(done) ? done : undefined;
}

async function messageOf(house: House, { id }: RequestRow): Promise<string | undefined> {
  const received = (await house.facts([id])).get(id);
  return received?.kind === 'request.received' ? received.payload.message : undefined;
}

async function materialOf(house: House, row: RequestRow, context: Working): Promise<RequestMaterial> {
  const { now, reader } = await atWork(house, context);
  const message = row.subject === undefined ? undefined : await messageOf(house, row);
  const possible = row.subject === undefined ? [] : stepsFrom(row.state);
  return { row, now, reader, possible, taken: await stepsOf(house, row), ...defined({ message }) };
}

/** What is written by hand or about an erasure has no letter before it is done. */
const withPreview: ReadonlySet<string> = new Set([
  'access',
  'access-categories',
  'portability',
  'third-party-list',
  'ai-explanation',
]);

function letterFor({ state, kind, subject }: RequestRow): RequestPage['letter'] {
  if (subject === undefined) return 'none';
  if (!isOpenRequest(state)) return 'final';
  return withPreview.has(kind) ? 'preview' : 'none';
}

type Failed = Pick<RequestPage, 'error' | 'typed'>;

async function workOf(house: House, context: OnRequest, failed?: Failed): Promise<TextAnswer | Problem> {
  const row = await house.request(context.params.id);
  if (row === undefined) return problem('not-found');
  const refused = await looked(house, row, context);
  if (refused !== undefined) return refused;
  const work = requestWork(await materialOf(house, row, context));
  const page = { work, letter: letterFor(row), ...failed };
  return { status: failed === undefined ? 200 : 422, text: requestPage(page, consoleChrome(house, context)) };
}

/** The request as it would stand if it were answered at this moment. */
async function answeredNow({ ledger, now }: House, row: RequestRow): Promise<RequestRow> {
  return { ...row, state: 'fulfilled', closedAt: now(), treeLog: ledger.log, treeSize: await ledger.size(ledger.log) };
}

async function letterShown(house: House, context: OnRequest): Promise<TextAnswer | Problem> {
  const row = await house.request(context.params.id);
  if (row === undefined) return problem('not-found');
  if (row.subject === undefined) return problem('subject-erased');
  const shown = letterFor(row);
  if (shown === 'none') return problem('invalid-transition', 'There is a letter once the request is answered.');
  const refused = await looked(house, row, context);
  if (refused !== undefined) return refused;
  const isPreview = shown === 'preview';
  // Word for word what the person gets, so it is in the language in which they asked, whatever staff read.
  const language = row.language ?? context.language;
  const told = { audience: 'officer', language, languageNamed: false, steps: await stepsOf(house, row) } as const;
  const letter = await letterOf(house, isPreview ? await answeredNow(house, row) : row, told);
  return {
    status: 200,
    text: consoleLetterPage({ id: row.id, letter, language, isPreview }, consoleChrome(house, context)),
  };
}

const unsure = problem('validation-failed', undefined, [
  {
    pointer: '/sure',
    code: 'required',
    message: 'An erasure cannot be undone.',
    fix: 'Tick the box to say that you are sure.',
  },
]);

interface StepBody {
  readonly reason?: string;
  readonly code?: string;
  readonly level?: string;
  readonly sure?: 'yes';
}

async function stepTaken(house: House, step: RequestStep, context: OnRequest & { readonly body: StepBody }) {
  const { caller, requestId, params } = context;
  const { reason = '', code, level, sure } = filled(context.body);
  const isErasure = step === 'fulfil' && sure === undefined && (await house.request(params.id))?.kind === 'erasure';
  const body = { reason, ...defined({ code, level }) };
  const missing = problem('validation-failed', undefined, [
    { pointer: '/reason', code: 'required', message: 'No words were written.', fix: 'Say why.' },
  ]);
  const done =
    reason === '' ? missing : isErasure ? unsure : await taken(house, step, { caller, requestId, params, body });
  if (!isProblem(done)) return { see: `/console/requests/${params.id}` } as const;
  return canBeMended(done) ? workOf(house, context, { error: wordsOf(done, context), typed: { step, reason } }) : done;
}

export const consoleRequestHandlers = (house: House): readonly Bound[] => [
  on(desk.showRequestQueue)(async (context) => {
    const { show, kind } = context.query;
    const wants = kind === undefined || kind === '' ? {} : { kind };
    const asked = await atWork(house, context);
    const { rows, isCut } = show === 'ended' ? await endedRequests(house, wants) : await openRequests(house, wants);
    const items = rows
      .map((row) => requestCard(row, asked))
      .filter(({ due }) => show !== 'late' || due.state === 'late');
    return { status: 200, text: requestListPage({ show, ...wants, items, isCut }, consoleChrome(house, context)) };
  }),
  on(desk.showRequestWork)((context) => workOf(house, context)),
  on(desk.showRequestLetter)((context) => letterShown(house, context)),
  on(desk.sendRequestStep)((context) => stepTaken(house, context.params.step, context)),
];
