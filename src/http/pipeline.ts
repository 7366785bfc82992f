/**
 * Takes one request through the steps of an endpoint, in one order for all: limits, who, body, meaning, handler.
 * Flow:    app (route found, host checked) → here → handler → visit (answer and log).
 * Promise: the order of docs/promises.md rule 21; the first step that refuses ends it; nothing thrown reaches the
 *          caller.
 * Source:  docs/promises.md rules 21, 22, 25, 30; docs/design.md 8 (an endpoint as a list of named steps).
 */

import type { IncomingMessage } from 'node:http';
import { type Endpoint, isModel, noQuery, type Rule, scopesOf, staffScopesOf } from '../../openapi/endpoint.ts';
import type { Caller } from '../commands/command.ts';
import { whyNoStepUp } from '../commands/request/step-up.ts';
import { remembering } from '../language/elsewhere.ts';
import { defined } from '../vocabulary/defined.ts';
import { MINUTE_MS } from '../vocabulary/instant.ts';
import { isProblem, type Problem, problem, problems } from '../vocabulary/problems.ts';
import type { AnyAnswer } from './answer.ts';
import { type Bound, type Circumstances, checkPart } from './bind.ts';
import { type Edge, isSealed } from './edge.ts';
import { namedInHeaders } from './forwarded.ts';
import { spokenIn } from './language.ts';
import type { Pacer } from './pace.ts';
import type { OnPage } from './pass.ts';
import type { PeerOf } from './peer.ts';
import { readPairs } from './query.ts';
import { receive } from './receive.ts';
import { arrivalNameOf, isOwnForm, isSame, sessionNameOf } from './session/cookie.ts';
import { deviceOf } from './session/device.ts';
import { typedBefore, typedIn } from './typed.ts';
import { finish, type Visit } from './visit.ts';
import { formOf, gpcOf, idempotencyKeyOf, lastEventIdOf } from './wishes.ts';

export interface Route {
  readonly edge: Edge;
  readonly pacer: Pacer;
  readonly peerOf: PeerOf;
  readonly bound: Bound;
}

/** Health answers also while everything else is sealed; so do the pages that explain why. */
const alwaysOpen = new Set(['livez', 'readyz', 'getProblemPage']);

export async function run(route: Route, visit: Visit, params: Readonly<Record<string, string>>): Promise<void> {
  const { edge, pacer, peerOf, bound } = route;
  const { endpoint } = bound;
  let headers: Readonly<Record<string, string>> = {};
  let answer: AnyAnswer;
  try {
    const { pace } = endpoint;
    const paced = pace === undefined ? undefined : await pacer.ofPeer(pace, peerOf(visit.request));
    headers = paced?.headers ?? {};
    const pacedBy = (more: Readonly<Record<string, string>>): void => {
      headers = more;
    };
    answer = paced?.held === true ? problem('rate-limited') : await answerOf(route, visit, { params, pacedBy });
  } catch (fault) {
    answer = failureOf(edge, visit, { route: endpoint.path, fault });
  }
  finish(edge, visit, { endpoint, answer, headers });
}

export function failureOf(
  edge: Edge,
  visit: Visit,
  failed: { readonly route: string; readonly fault: unknown },
): Problem {
  const { fault, route } = failed;
  if (visit.request.destroyed && !visit.request.complete) return problem('malformed-request');
  edge.log.fault({ requestId: visit.requestId, route, error: nameOfFault(fault) });
  return edge.explain?.(fault) ?? problem('internal');
}

/** The class and code of an error say enough; its message may hold values. */
export function nameOfFault(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : '';
  return `${fault.name}${code}`.slice(0, 100);
}

interface Arrived {
  readonly params: Readonly<Record<string, string>>;
  /** Hears what a limit says that is counted once the request was read. */
  readonly pacedBy: (headers: Readonly<Record<string, string>>) => void;
}

/** An act upon a code is counted by the code, wherever it stands in the request. */
function isHeld({ pacer, bound }: Route, parts: readonly unknown[], pacedBy: Arrived['pacedBy']): boolean {
  const { pace, method } = bound.endpoint;
  const [code] = parts.flatMap((part) =>
    typeof part === 'object' && part !== null && 'code' in part && typeof part.code === 'string' ? [part.code] : [],
  );
  if (pace !== 'code' || code === undefined) return false;
  const { held, headers } = pacer.ofCode(method === 'get' ? 'open' : 'spend', code);
  pacedBy(headers);
  return held;
}

async function answerOf(route: Route, visit: Visit, { params: sent, pacedBy }: Arrived): Promise<AnyAnswer> {
  const { edge, bound } = route;
  const { endpoint } = bound;
  const { request } = visit;
  if (isSealed(edge) && !alwaysOpen.has(endpoint.id)) return problem('sealed');
  const who = await whoCalls(edge, bound, visit);
  if (isProblem(who)) return refusedWith(visit, who, await typedBefore(endpoint, request));
  const key = request.method === 'POST' ? idempotencyKeyOf(request) : undefined;
  if (isProblem(key)) return key;
  const pairs = readPairs(visit.query, 'query');
  if (isProblem(pairs)) return pairs;
  const query = checkPart('query', endpoint.query ?? noQuery, pairs);
  if (isProblem(query)) return query;
  const params = checkPart('path', endpoint.params, sent);
  if (isProblem(params)) return params;
  const received = await receive(endpoint, request);
  if (isProblem(received)) return received;
  if (isHeld(route, [params.value, received.value], pacedBy)) return problem('rate-limited');
  if (who.csrf !== undefined && request.method === 'POST' && !isSame(csrfIn(received.value), who.csrf))
    return refusedWith(visit, problem('csrf'), typedIn(received.value));
  if (await isOfSomebodyElse(route, params.value, { self: who.caller?.self, isRepetition: key !== undefined }))
    return problem('not-found');
  const circumstances: Circumstances = {
    requestId: visit.requestId,
    ...(await spokenIn(edge, visit, { endpoint, query: query.value, self: who.caller?.self })),
    form: endpoint.readable === true ? formOf(request) : 'json',
    gpc: gpcOf(request),
    ...(key === undefined
      ? {}
      : { idempotency: { route: endpoint.id, key, body: `${request.url ?? ''}\n${received.text()}` } }),
    ...(endpoint.streams === true ? { listening: listeningTo(edge, bound, visit) } : {}),
    ...(endpoint.isNamedInHeaders === true ? { named: namedInHeaders(request) } : {}),
    ...besideTheCaller(who),
  };
  const parts = { params: params.value, query: query.value, body: received.value };
  const handle = () => bound.handle({ ...circumstances, ...parts, caller: who.caller });
  const answer = await (mayBePage(endpoint) ? remembering(handle) : handle());
  if (edge.checkReplies === true) checkReply(bound, answer);
  return answer;
}

/** Only a page says of each text in which language it stands; a check pays nothing for it. */
const mayBePage = ({ page, readable }: Endpoint): boolean => page === true || readable === true;

function refusedWith(visit: Visit, refused: Problem, typed: readonly string[]): Problem {
  visit.typed = typed;
  return refused;
}

/** Asked again for as long as the stream goes on, so that a token opens nothing beyond its end. */
const listeningTo = (edge: Edge, bound: Bound, visit: Visit): NonNullable<Circumstances['listening']> => ({
  ...defined({ lastEventId: lastEventIdOf(visit.request) }),
  whyOut: async () => {
    const who = await whoCalls(edge, bound, visit);
    if (!isProblem(who)) return undefined;
    // Where nobody can say who calls, that is no fault of the token.
    return problems[who.problem].status >= 500 ? 'unavailable' : 'unauthenticated';
  },
});

/** For so long a sign-in shows that the person themself sits there. */
const FRESH_MS = 15 * MINUTE_MS;

/** What people may name by an address, by how its id begins; each is recorded by a fact of that id. */
const ownThing = /^(?:dec|req|rev|file|use|con|lim|msg)_/;

/** Told in one place and before anything is opened, so that a thing of somebody else takes as long as none. */
async function isOfSomebodyElse(
  { edge }: Route,
  params: unknown,
  { self, isRepetition }: { readonly self: string | undefined; readonly isRepetition: boolean },
): Promise<boolean> {
  if (self === undefined || typeof params !== 'object' || params === null || !('id' in params)) return false;
  const { id } = params;
  if (typeof id !== 'string' || !ownThing.test(id) || edge.isOwn === undefined) return false;
  return !(await edge.isOwn(id, { identifier: self, isRepetition }));
}

interface Who {
  readonly caller: Caller | undefined;
  readonly secret?: string;
  readonly csrf?: string;
  readonly session?: string;
  readonly device?: string;
  readonly arrival?: string;
  readonly page?: OnPage;
}

const besideTheCaller = ({ caller: _caller, ...known }: Who): Omit<Who, 'caller'> => known;

async function whoCalls(edge: Edge, { endpoint }: Bound, visit: Visit): Promise<Who | Problem> {
  const { who } = endpoint;
  const { request } = visit;
  if (endpoint.page === true && request.method === 'POST' && !isOwnForm(request)) return problem('csrf');
  if (who === 'public') {
    const isComingIn = endpoint.page === true && (request.method === 'POST' || endpoint.comesIn === true);
    return { caller: undefined, ...(isComingIn ? browserOf(request) : {}) };
  }
  if (who === 'pass') return whoIsOnPage(edge, visit);
  if (who === 'session' || 'staff' in who) return whoSignedIn(edge, { endpoint, who }, visit);
  const secret = 'orSecret' in who ? request.headers['request-secret'] : undefined;
  if (typeof secret === 'string' && request.headers.authorization === undefined) {
    return /^[A-Za-z0-9_-]{20,100}$/.test(secret) ? { caller: undefined, secret } : problem('unauthenticated');
  }
  const caller = await edge.authenticate(authorizationOf(endpoint, request));
  if (isProblem(caller)) return caller;
  visit.caller = caller;
  return scopesOf(who).some((scope) => caller.scopes.includes(scope)) ? { caller } : problem('insufficient-scope');
}

/** Somebody on a page of the company, for whom its server vouched. */
async function whoIsOnPage(edge: Edge, visit: Visit): Promise<Who | Problem> {
  const { authorization, origin } = visit.request.headers;
  const found = edge.passes?.read(authorization, origin);
  if (found === undefined) return problem('unauthenticated');
  visit.caller = found.caller;
  return (await hasLeft(edge, found.caller)) ? problem('unauthenticated') : found;
}

function authorizationOf({ tokenIn }: Endpoint, { headers }: IncomingMessage): string | undefined {
  const own = tokenIn === undefined ? undefined : headers[tokenIn];
  return typeof own === 'string' ? `Bearer ${own.replace(/^Bearer +/i, '')}` : headers.authorization;
}

/** The session that this browser still holds, and what it says of itself. */
const browserOf = (request: IncomingMessage): Pick<Who, 'session' | 'device' | 'arrival'> =>
  defined({
    session: sessionNameOf(request),
    device: deviceOf(request.headers['user-agent']),
    arrival: arrivalNameOf(request),
  });

/**
 * A session is of a customer or of staff, and opens the pages of its own kind only; who has left is let in nowhere, at
 * once.
 */
async function whoSignedIn(
  edge: Edge,
  { endpoint, who }: { readonly endpoint: Endpoint; readonly who: Rule },
  visit: Visit,
): Promise<Who | Problem> {
  const name = sessionNameOf(visit.request);
  const session = name === undefined ? undefined : await edge.sessions.find(name);
  if (name === undefined || session === undefined) return problem('sign-in-needed');
  const { caller, csrf } = session;
  visit.caller = caller;
  const staff = staffScopesOf(who);
  if ((staff === undefined) !== (caller.self !== undefined)) return problem('sign-in-needed');
  if (await hasLeft(edge, caller)) return problem('sign-in-needed');
  const isOpen = staff === undefined || staff.some((scope) => caller.scopes.includes(scope));
  if (!isOpen) return problem('insufficient-scope');
  const unsure = endpoint.stepUp === true ? whyNoStepUp(caller) : undefined;
  if (unsure !== undefined) return unsure;
  const isFresh = endpoint.freshly !== true || edge.now() - session.begunAt < FRESH_MS;
  return isFresh ? { caller, csrf, session: name } : problem('fresh-sign-in-needed');
}

/** A member of staff, or the one whose link began the session. */
async function hasLeft({ hasLeft: left }: Edge, { self, principal, linkedBy }: Caller): Promise<boolean> {
  if (self === undefined && (await left?.(principal)) === true) return true;
  return linkedBy !== undefined && (await left?.(linkedBy)) === true;
}

const csrfIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'csrf' in body && typeof body.csrf === 'string' ? body.csrf : '';

/** For tests: a reply that is not described, or does not fit its model, is a fault of ours. */
export function checkReply({ endpoint }: Bound, answer: AnyAnswer): void {
  if (isProblem(answer) || 'see' in answer || 'leaveFor' in answer || 'text' in answer || 'stream' in answer) return;
  const shape = endpoint.replies[answer.status];
  if (shape === undefined) throw new Error(`${endpoint.id} does not describe status ${answer.status}`);
  if (!isModel(shape)) return;
  const body: unknown =
    'bytes' in answer
      ? JSON.parse(Buffer.from(answer.bytes).toString('utf8'))
      : JSON.parse(JSON.stringify(answer.body));
  const result = shape.safeParse(body);
  if (!result.success)
    throw new Error(
      `${endpoint.id} answers ${answer.status} otherwise than described: ${JSON.stringify(result.error.issues.slice(0, 5))}`,
    );
}
