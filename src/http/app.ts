/**
 * The whole edge as one request listener: every endpoint bound once, everything else refused.
 * Flow:    server (a request) → here (host, path) → pipeline (steps) → handler.
 * Promise: one canonical address a route; a definition without a handler, or a handler without a definition, does not
 *          start.
 * Source:  docs/design.md 8; docs/promises.md rules 22 and 25.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Endpoint } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { isProblem, problem } from '../vocabulary/problems.ts';
import type { Bound } from './bind.ts';
import { preflightHeaders } from './cross-origin.ts';
import type { Edge, Status } from './edge.ts';
import { createFast } from './fast/lane.ts';
import { takeAsForwarded } from './forwarded.ts';
import { createPacer, usualAllowances } from './pace.ts';
import { peersBehind } from './peer.ts';
import { failureOf, type Route, run } from './pipeline.ts';
import { watchProxies } from './proxy-watch.ts';
import { serviceHandlers } from './service.ts';
import { enterHandlers } from './session/enter.ts';
import { signInHandlers } from './session/sign-in.ts';
import { loopback, readTarget } from './target.ts';
import { finish, type Visit } from './visit.ts';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

export function createApp(given: Edge): RequestListener {
  const peerOf = peersBehind(given.trustedProxies ?? []);
  const proxies = watchProxies(peerOf, given.now);
  const edge: Edge = { ...given, status: () => withNotes(given.status(), proxies.notes()) };
  const bounds = boundOnce(edge.definitions ?? endpoints, [
    ...edge.handlers,
    ...serviceHandlers(edge),
    ...enterHandlers(edge),
    ...signInHandlers(edge),
  ]);
  const visits = new WeakMap<IncomingMessage, Visit>();
  const visitOf = (request: IncomingMessage): Visit => visits.get(request) as Visit;
  const routed = router({ edge, peerOf, pacer: createPacer(edge.allowances ?? usualAllowances) }, bounds, visitOf);
  const ownHost = new URL(edge.baseUrl).hostname;
  const hosts = new Set([...loopback, ownHost]);
  const takenFast = edge.routerOnly === true ? () => false : createFast(edge, bounds, hosts);

  return (request, response) => {
    if (takenFast(request, response)) return;
    takeAsForwarded(request, ownHost);
    const target = readTarget(request, hosts);
    const query = isProblem(target) ? '' : target.query;
    const visit: Visit = { request, response, requestId: crypto.randomUUID(), began: performance.now(), query };
    if (isProblem(target)) return finish(edge, visit, { answer: target });
    visits.set(request, visit);
    proxies.look(request);
    routed(request, response);
  };
}

/** In the order of the definitions; what the edge answers by itself counts only where it is defined. */
function boundOnce(definitions: readonly Endpoint[], handlers: readonly Bound[]): readonly Bound[] {
  const byId = new Map<string, Bound>();
  for (const bound of handlers) {
    if (byId.get(bound.endpoint.id) !== undefined) throw new Error(`${bound.endpoint.id} is bound twice`);
    byId.set(bound.endpoint.id, bound);
  }
  const known = new Set(endpoints);
  for (const { endpoint } of handlers) {
    if (!known.has(endpoint) && !definitions.includes(endpoint))
      throw new Error(`${endpoint.id} is bound but not in the table of endpoints`);
  }
  return definitions.map((endpoint) => {
    const bound = byId.get(endpoint.id);
    if (bound === undefined) throw new Error(`${endpoint.id} has no handler`);
    if (endpoint.who === undefined) throw new Error(`${endpoint.id} has no rule who may call it`);
    return bound;
  });
}

/** `{key}` becomes `:key`; the parameter that takes the rest of the path becomes `*key`. */
const pathFor = ({ path, rest }: Endpoint): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => (name === rest ? `*${name}` : `:${name}`));

const withNotes = (status: Status, notes: readonly string[]): Status =>
  notes.length === 0 ? status : { ...status, notes: [...status.notes, ...notes] };

function router(
  common: Omit<Route, 'bound'>,
  bounds: readonly Bound[],
  visitOf: (request: IncomingMessage) => Visit,
): RequestListener {
  const { edge } = common;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('env', 'production');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  for (const bound of inRoutingOrder(bounds)) {
    const route: Route = { ...common, bound };
    app[bound.endpoint.method](
      pathFor(bound.endpoint),
      (request: Request, _response: Response) => void run(route, visitOf(request), paramsOf(request)),
    );
  }
  for (const { endpoint } of bounds)
    if (endpoint.crossOrigin === true) answerPreflight(app, edge, { endpoint, visitOf });
  for (const [path, allowed] of methodsByPath(bounds)) {
    // `app.all` would make a layer for each of the many methods that node knows.
    app
      .route(path)
      .all((request: Request) =>
        finish(edge, visitOf(request), { answer: problem('method-not-allowed'), headers: { Allow: allowed } }),
      );
  }
  app.use((request: Request) => finish(edge, visitOf(request), { answer: problem('not-found') }));
  // biome-ignore lint/complexity/useMaxParams: Express knows an error handler by its four parameters.
  app.use((fault: unknown, request: Request, _response: Response, _next: NextFunction) => {
    const answer =
      fault instanceof URIError
        ? problem('malformed-encoding')
        : failureOf(edge, visitOf(request), { route: 'none', fault });
    finish(edge, visitOf(request), { answer });
  });
  // An Express application is a listener of node; its types ask for Express's own request.
  return app as unknown as RequestListener;
}

/** A page elsewhere asks beforehand; where it is not known, it hears what every unknown method hears. */
function answerPreflight(
  app: express.Application,
  edge: Edge,
  { endpoint, visitOf }: { readonly endpoint: Endpoint; readonly visitOf: (request: IncomingMessage) => Visit },
): void {
  app.options(pathFor(endpoint), (request: Request, _response: Response, next: NextFunction) => {
    const headers = preflightHeaders(edge, endpoint, request);
    if (headers === undefined) return next();
    finish(edge, visitOf(request), { endpoint, answer: { status: 200, text: '', media: '', headers } });
  });
}

/** Fixed paths come before those with parameters, so that `/v1/subjects/lookup` is never taken for a person. */
function inRoutingOrder(bounds: readonly Bound[]): readonly Bound[] {
  const open = (bound: Bound): number => (bound.endpoint.path.includes('{') ? 1 : 0);
  return [...bounds].sort((one, other) => open(one) - open(other));
}

function methodsByPath(bounds: readonly Bound[]): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  for (const { endpoint } of inRoutingOrder(bounds)) {
    const path = pathFor(endpoint);
    const named = endpoint.method === 'get' ? 'GET, HEAD' : endpoint.method.toUpperCase();
    methods.set(path, methods.has(path) ? `${methods.get(path)}, ${named}` : named);
  }
  return methods;
}

function paramsOf(request: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('/') : String(value),
    ]),
  );
}
