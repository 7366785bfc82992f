/**
 * The fast path: plain requests for a few endpoints, answered without the router, by the same definitions, handlers and
 * steps.
 * Flow:    app (front) → here → handler → visit; what is not plain goes on to the router.
 * Promise: nobody can tell the two apart but by a clock: same status, headers and body, held together by a differential
 *          test.
 * Source:  docs/design.md 10; docs/promises.md rule 21 (the order of the steps).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Endpoint, noQuery } from '../../../openapi/endpoint.ts';
import { postCheck, postCheckBatch, postUse } from '../../../openapi/endpoints/checks.ts';
import { isProblem, problem } from '../../vocabulary/problems.ts';
import type { AnyAnswer } from '../answer.ts';
import { type Bound, checkPart } from '../bind.ts';
import { limitOf, readBody } from '../body.ts';
import { type Edge, isSealed } from '../edge.ts';
import { checkReply, failureOf } from '../pipeline.ts';
import { parseStrictJson } from '../strict-json.ts';
import { finish, type Visit } from '../visit.ts';
import { languageOf } from '../wishes.ts';
import { type Plain, plainReader } from './plain.ts';

/** Asked once or more for every answer of an AI system, so they decide how many services one house can carry. */
const offered: ReadonlySet<Endpoint> = new Set([postCheck, postCheckBatch, postUse]);

interface Lane {
  readonly edge: Edge;
  readonly bound: Bound;
  readonly scopes: readonly string[];
  readonly query: unknown;
  readonly leave: (answer: () => void) => void;
}

/** Says whether it took the request. */
type Fast = (request: IncomingMessage, response: ServerResponse) => boolean;

export function createFast(edge: Edge, bounds: readonly Bound[], hosts: ReadonlySet<string>): Fast {
  const leave = together();
  const lanes = new Map(
    bounds.flatMap((bound) =>
      offered.has(bound.endpoint) ? [[bound.endpoint.path, laneOf(edge, bound, leave)] as const] : [],
    ),
  );
  const plainly = plainReader(hosts);
  return (request, response) => {
    const lane = request.method === 'POST' ? lanes.get(request.url ?? '') : undefined;
    if (lane === undefined) return false;
    const plain = plainly(request, limitOf(lane.bound.endpoint).bytes);
    if (plain === undefined) return false;
    const visit: Visit = { request, response, requestId: crypto.randomUUID(), began: performance.now(), query: '' };
    void run(lane, visit, plain);
    return true;
  };
}

/** Only what this path knows how to do may be offered here; a definition that asks for more does not start. */
function laneOf(edge: Edge, bound: Bound, leave: Lane['leave']): Lane {
  const { id, method, who, params, pace, body, page, readable } = bound.endpoint;
  const query = checkPart('query', bound.endpoint.query ?? noQuery, {});
  const isSimple =
    method === 'post' && Array.isArray(who) && body !== undefined && !(params ?? pace ?? page ?? readable);
  if (!isSimple || isProblem(query)) throw new Error(`${id} asks for more than the fast path does`);
  return { edge, bound, scopes: who as readonly string[], query: query.value, leave };
}

/**
 * Answers that are ready in one turn leave together: waking whoever waits, once for each of them, would cost more than
 * the answers.
 */
function together(): Lane['leave'] {
  let ready: (() => void)[] = [];
  const leaveAll = (): void => {
    const leaving = ready;
    ready = [];
    for (const leave of leaving) leave();
  };
  return (answer) => {
    if (ready.length === 0) setImmediate(leaveAll);
    ready.push(answer);
  };
}

async function run(lane: Lane, visit: Visit, plain: Plain): Promise<void> {
  const { edge, bound } = lane;
  const { endpoint } = bound;
  let answer: AnyAnswer;
  try {
    answer = await answerOf(lane, visit, plain);
  } catch (fault) {
    answer = failureOf(edge, visit, { route: endpoint.path, fault });
  }
  lane.leave(() => finish(edge, visit, { endpoint, answer }));
}

/** The steps of the pipeline in its order, without those that a plain request cannot fail. */
async function answerOf({ edge, bound, scopes, query }: Lane, visit: Visit, plain: Plain): Promise<AnyAnswer> {
  if (isSealed(edge)) return problem('sealed');
  const caller = await edge.authenticate(plain.authorization);
  if (isProblem(caller)) return caller;
  visit.caller = caller;
  if (!scopes.some((scope) => (caller.scopes as readonly string[]).includes(scope)))
    return problem('insufficient-scope');
  const { bytes: mostBytes, keys } = limitOf(bound.endpoint);
  const body = await readBody(visit.request, mostBytes);
  if (isProblem(body)) return body;
  const parsed = parseStrictJson(body, keys);
  if (isProblem(parsed)) return parsed;
  const checked = checkPart('body', bound.endpoint.body, parsed.value);
  if (isProblem(checked)) return checked;
  const language = plain.hasLanguage ? languageOf(visit.request, query) : 'en';
  const answer = await bound.handle({
    requestId: visit.requestId,
    language,
    form: 'json',
    gpc: false,
    params: undefined,
    query,
    body: checked.value,
    caller,
  });
  if (edge.checkReplies === true) checkReply(bound, answer);
  return answer;
}
