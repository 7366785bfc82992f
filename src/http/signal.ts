/**
 * Heeds `Sec-GPC: 1`: on a check or use it is part of the question; of a person who is signed in it is an act.
 * Flow:    handlers.ts → here (around each handler) → command `signal.record`.
 * Promise: a signal stands in the ledger before the answer leaves. On a page that is read it counts before the page is
 *          made; on an act of the person after it, so that a yes given at that moment is not taken for an answer to it,
 *          and where that fails the answer of the act still leaves, because the act is recorded.
 * Source:  11 CCR 7025; Global Privacy Control; RFC 9110 section 12.5.5 (Vary); decision 0031.
 */
import { type Endpoint, scopesOf } from '../../openapi/endpoint.ts';
import * as authzen from '../../openapi/endpoints/authzen.ts';
import * as checks from '../../openapi/endpoints/checks.ts';
import { isSignalNew } from '../answers/consent/ask.ts';
import type { House } from '../ports/house.ts';
import { isProblem, type Problem } from '../vocabulary/problems.ts';
import type { AnyAnswer } from './answer.ts';
import type { AnyContext, Bound } from './bind.ts';
import { senderWithoutKey } from './call.ts';
import { renderRecorded } from './reply.ts';

const questions: ReadonlySet<Endpoint> = new Set([
  checks.postCheck,
  checks.postUse,
  authzen.postEvaluation,
  authzen.searchSubject,
  authzen.searchResource,
  authzen.searchAction,
]);
const batches: ReadonlySet<Endpoint> = new Set([checks.postCheckBatch, checks.postUseBatch]);

/** Pages of ours, calls with a token of the person, and pages of the company with a pass. */
const isPersons = ({ who }: Endpoint): boolean => who === 'session' || who === 'pass' || scopesOf(who).includes('self');
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The question with the signal in it; what does not fit stays as it is, to be refused as it would have been. */
function withSignal(asked: unknown): unknown {
  if (!isObject(asked)) return asked;
  const context = 'context' in asked ? asked.context : {};
  return isObject(context) ? { ...asked, context: { ...context, gpc: true } } : asked;
}

/** A key stands for a question with its signal, so the same body without it is another request. */
function asking(context: AnyContext, body: unknown): AnyContext {
  const { idempotency } = context;
  if (idempotency === undefined) return { ...context, body };
  return { ...context, body, idempotency: { ...idempotency, body: `${idempotency.body}\nSec-GPC: 1` } };
}

function askingAll(context: AnyContext): AnyContext {
  const { body } = context;
  if (!isObject(body) || !('items' in body) || !Array.isArray(body.items)) return context;
  return asking(context, { ...body, items: body.items.map(withSignal) });
}

/** An evaluation with a context of its own does not take over that of the whole. */
function askingEvaluations(context: AnyContext): AnyContext {
  const { body } = context;
  const own = isObject(body) && 'evaluations' in body && Array.isArray(body.evaluations) ? body.evaluations : [];
  const evaluations = own.map((each) => (isObject(each) && 'context' in each ? withSignal(each) : each));
  const whole = withSignal(body);
  return asking(context, own.length > 0 && isObject(whole) ? { ...whole, evaluations } : whole);
}

async function record(house: House, { endpoint }: Bound, context: AnyContext): Promise<Problem | undefined> {
  const { caller, requestId, page } = context;
  if (!context.gpc || caller?.self === undefined) return undefined;
  if (!(await isSignalNew(house, caller.self))) return undefined;
  const where = `${endpoint.method.toUpperCase()} ${endpoint.path}`;
  const input = { subject: caller.self, page: page === undefined ? where : `${where}, on a page of ${page.origin}` };
  const reply = renderRecorded(await house.record('signal.record', input, senderWithoutKey({ caller, requestId })));
  return isProblem(reply) ? reply : undefined;
}

async function answerPerson(house: House, bound: Bound, context: AnyContext): Promise<AnyAnswer> {
  if (bound.endpoint.method === 'get') return (await record(house, bound, context)) ?? bound.handle(context);
  const answer = await bound.handle(context);
  // The act is recorded, so its answer stands, whatever becomes of the signal: the next page that is opened records it.
  await record(house, bound, context).catch(() => undefined);
  return answer;
}

/** A cache may hand an answer only to whoever sent the same signal. */
function varying(answer: AnyAnswer): AnyAnswer {
  if (isProblem(answer)) return answer;
  return { ...answer, headers: { ...answer.headers, Vary: 'Sec-GPC' } };
}

/** The same endpoint, with the signal heeded wherever it means something. */
export function heedSignal(house: House, bound: Bound): Bound {
  const { endpoint, handle } = bound;
  if (isPersons(endpoint))
    return { endpoint, handle: async (context) => varying(await answerPerson(house, bound, context)) };
  const ask = questions.has(endpoint)
    ? (context: AnyContext) => asking(context, withSignal(context.body))
    : batches.has(endpoint)
      ? askingAll
      : endpoint === authzen.postEvaluations
        ? askingEvaluations
        : undefined;
  if (ask === undefined) return bound;
  return { endpoint, handle: async (context) => varying(await handle(context.gpc ? ask(context) : context)) };
}
