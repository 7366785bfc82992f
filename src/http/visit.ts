/**
 * One request on its way through the edge: what is known about it so far.
 * Flow:    app (begins it) → pipeline (reads it) → send and log (end it).
 * Promise: a visit is logged once, with the template of its route and never its path.
 */
import type { ServerResponse } from 'node:http';
import type { Endpoint } from '../../openapi/endpoint.ts';
import type { Caller } from '../commands/command.ts';
import { defined } from '../vocabulary/defined.ts';
import { isProblem, type Problem } from '../vocabulary/problems.ts';
import type { AnyAnswer } from './answer.ts';
import { crossOriginHeaders } from './cross-origin.ts';
import { type Edge, isStopping } from './edge.ts';
import type { HeaderKind } from './headers.ts';
import { type LanguageOfVisit, languageCookie, languageOfStranger } from './language.ts';
import { encodingOf } from './otlp/reply.ts';
import { plainPages, type SiteArea } from './plain-pages.ts';
import { send } from './send.ts';
import { beginAddress } from './session/way-back.ts';
import { formOf } from './wishes.ts';

export interface Visit extends LanguageOfVisit {
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Milliseconds of a clock that never goes back. */
  readonly began: number;
  /** Whoever calls, as soon as it is known, also where they are then refused. */
  caller?: Caller;
  /** What they had written into a form that is refused for who they are. */
  typed?: readonly string[];
}

/** Answers and logs; the endpoint is absent where no route was found. */
export function finish(
  edge: Edge,
  visit: Visit,
  ended: {
    readonly endpoint?: Endpoint;
    readonly answer: AnyAnswer;
    readonly headers?: Readonly<Record<string, string>>;
  },
): void {
  const { endpoint, answer } = ended;
  const { request, response, requestId } = visit;
  if (response.headersSent || response.destroyed) return;
  send(response, answer, {
    requestId,
    language: () => visit.spoken?.language ?? languageOfStranger(request, visit.query),
    headerKind: headerKindOf(endpoint),
    asPage: isProblem(answer) && !isForPrograms(request.url) && formOf(request) === 'html',
    ...(endpoint?.failsAs === undefined ? {} : { statusIn: encodingOf(request.headers['content-type']) }),
    place: placeOf(request.url),
    ...(isProblem(answer) ? defined({ signIn: signInFor(edge, visit, answer), typed: visit.typed }) : {}),
    impersonal: endpoint?.impersonal === true,
    headers: {
      ...ended.headers,
      ...crossOriginHeaders(edge, endpoint, request),
      ...remembered(visit),
      ...(isByStandard(endpoint, request.url) ? echoed(request.headers['x-request-id']) : {}),
      ...(isStopping(edge) ? { Connection: 'close' } : {}),
    },
    pages: edge.pages ?? plainPages,
  });
  const line = {
    requestId,
    method: request.method ?? '',
    route: endpoint?.path ?? 'none',
    status: response.statusCode,
    ms: Math.round((performance.now() - visit.began) * 100) / 100,
    ...(isProblem(answer) ? { code: answer.problem } : {}),
  };
  told(() => edge.log.request(line));
  told(() => edge.observe?.(line));
  told(() => edge.security?.answered({ ...line, endpoint, caller: visit.caller }));
}

function headerKindOf(endpoint: Endpoint | undefined): HeaderKind {
  if (endpoint?.crossOrigin === true) return 'shared';
  if (endpoint?.page !== true) return 'api';
  return endpoint.path.startsWith('/docs') ? 'docs' : 'page';
}

const placeOf = (url = ''): SiteArea => (/^\/console(?:[/?]|$)/.test(url) ? 'console' : 'me');

/** Where signing in begins, for a failure that it mends; afterwards it goes on with the page that was asked for. */
function signInFor({ signIn }: Edge, { request }: Visit, { problem }: Problem): string | undefined {
  const place = placeOf(request.url);
  if (signIn?.doors[place] === undefined || !mendedBySigningIn.has(problem)) return undefined;
  const wanted = request.method === 'GET' ? request.url : pathOf(request.headers.referer);
  return beginAddress(place, wanted, problem === 'fresh-sign-in-needed');
}

const mendedBySigningIn: ReadonlySet<string> = new Set([
  'sign-in-needed',
  'fresh-sign-in-needed',
  'sign-in-failed',
  'sign-in-unavailable',
  'link-expired',
]);

/** A form that failed stands on the page before. */
function pathOf(referrer: string | undefined): string | undefined {
  const url = URL.parse(referrer ?? '');
  return url === null ? undefined : `${url.pathname}${url.search}`;
}

/** Where programs ask, a fault is never a page, whatever they take. */
const isForPrograms = (url = ''): boolean => url.startsWith('/v1/') || url.startsWith(ROUTES_OF_STANDARD);

/** Also where there is no such route, or not by this method. */
const isByStandard = (endpoint: Endpoint | undefined, url = ''): boolean =>
  endpoint?.byStandard === true || url.startsWith(ROUTES_OF_STANDARD);
const ROUTES_OF_STANDARD = '/access/v1/';

/** Whoever sends an id of their own finds it beside ours; a header that node would not write again is left out. */
const echoed = (sent: string | string[] | undefined): Readonly<Record<string, string>> =>
  typeof sent === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(sent) ? { 'X-Request-ID': sent } : {};

/** The answer has left, so nothing that is told about it may end in a fault. */
function told(tell: () => void): void {
  try {
    tell();
  } catch {
    // A log or a number that fails is no reason to stop answering.
  }
}

const remembered = ({ spoken }: Visit): Readonly<Record<string, string>> =>
  spoken?.chosen === undefined ? {} : { 'Set-Cookie': languageCookie(spoken.chosen) };
