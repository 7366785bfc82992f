/**
 * The door of this room: a reverse proxy for APIs in the form of OpenAI's, before which Candor is asked.
 * Flow:    `npm run gate`, the service → here → call → the upstream.
 * Promise: every call that uses data of somebody is a use in the ledger before it leaves, and its outcome follows. When
 *          the permission ends, a stream ends within `recheckMs` and one answer of Candor. Whatever stands in for
 *          Candor and is none: nothing leaves.
 * Source:  docs/gate.md; decision 0070.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { CandorClient } from '../../client/src/client.ts';
import { newSecret } from '../seal/seal.ts';
import type { RequestLine } from '../vocabulary/request-line.ts';
import { type GateParts, take } from './call.ts';
import { callersIn } from './callers.ts';
import { fileText } from './file-text.ts';
import { Refusal } from './refusal.ts';
import { type GateRoute, routeOf } from './routes.ts';
import type { GateSettings } from './settings.ts';
import { openUpstream, type Upstream } from './upstream.ts';

interface GateWish {
  readonly settings: GateSettings;
  readonly host: string;
  /** Asks Candor; ends within its deadlines, whatever Candor does. */
  readonly client: CandorClient;
  readonly log: { request(line: RequestLine): void; notice(code: string): void };
  readonly timing?: Partial<typeof usualTiming>;
}

export interface Gate {
  readonly port: number;
  /** Takes nothing new, lets what runs go on for at most so many milliseconds, then ends it as stopped. */
  stop(grace: number): Promise<void>;
}

const usualTiming = { recheckMs: 1000, idleMs: 60_000, silentMs: 600_000 };

const wire = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16_384,
  insecureHTTPParser: false,
} as const;

/** Throws where the port cannot be had or a file of the settings cannot be read. */
export async function openGate({ settings, host, client, log, timing }: GateWish): Promise<Gate> {
  const { recheckMs, idleMs, silentMs } = { ...usualTiming, ...timing };
  const { upstreamKeyFile } = settings;
  const key = upstreamKeyFile === undefined ? () => undefined : fileText(upstreamKeyFile);
  key();
  const parts: GateParts = {
    settings,
    client,
    upstream: openUpstream({ silentMs }),
    isCaller: callersIn(settings.tokensFile, settings),
    key,
    room: { held: 0 },
    recheckMs,
    idleMs,
    outcomeLost: () => log.notice('gate-outcome-lost'),
    reporting: new Set(),
  };
  const running = new Map<Promise<void>, ServerResponse>();
  const server = createServer({ ...wire, keepAliveTimeout: settings.keepAliveMs }, (request, response) => {
    const done = answer(parts, log, { request, response }).finally(() => running.delete(done));
    running.set(done, response);
  });
  server.maxConnections = 10_000;
  // The one word by which a proxy is asked to lead anywhere.
  server.on('connect', (_request, socket: Duplex) => socket.on('error', () => undefined).end(noTunnel));
  await listening(server, { host, port: settings.port });
  return {
    port: (server.address() as AddressInfo).port,
    stop: (grace) => stop(server, { grace, parts, upstream: parts.upstream, running }),
  };
}

const noTunnel = 'HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

async function answer(
  parts: GateParts,
  log: GateWish['log'],
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const began = performance.now();
  const requestId = newSecret(16);
  if (request.url === '/livez' && request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"alive"}');
    return;
  }
  const route = routeOf(parts.settings, request);
  const refusal = route instanceof Refusal ? route : await taken(parts, { request, response, route });
  if (refusal !== undefined) say(response, refusal);
  const ms = Math.round(performance.now() - began);
  const name = route instanceof Refusal ? 'none' : route.name;
  log.request({
    requestId,
    method: request.method === 'GET' || request.method === 'POST' ? request.method : 'OTHER',
    route: `gate ${name}`,
    status: response.statusCode,
    ms,
    ...(refusal === undefined ? {} : { code: refusal.said.code }),
  });
}

async function taken(
  parts: GateParts,
  arrived: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly route: GateRoute },
): Promise<Refusal | undefined> {
  try {
    return await take(parts, arrived);
  } catch {
    return arrived.request.destroyed && !arrived.request.complete ? undefined : notSetUp;
  }
}

/** What is left of the request is read and dropped, so that whoever still sends can hear the answer. */
function say(response: ServerResponse, refusal: Refusal): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const body = JSON.stringify(refusal.body());
  response.writeHead(refusal.said.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...refusal.headers(),
  });
  response.end(body);
  response.req.resume();
}

const listening = (server: Server, where: { readonly host: string; readonly port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => {
      server.off('error', reject).on('error', () => undefined);
      resolve();
    });
  });

interface Stopping {
  readonly grace: number;
  readonly parts: GateParts;
  readonly upstream: Upstream;
  readonly running: ReadonlyMap<Promise<void>, ServerResponse>;
}

async function stop(server: Server, { grace, parts, upstream, running }: Stopping): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // What is still answered says that nothing more is taken on its connection.
  for (const response of running.values()) response.shouldKeepAlive = false;
  const force = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(force);
  await Promise.all(running.keys());
  await Promise.all(parts.reporting);
  upstream.close();
}

const notSetUp = new Refusal({
  status: 503,
  code: 'gate-not-set-up',
  message: 'A file of the gate cannot be read, so nothing left.',
  next: 'Whoever runs the gate has to look at CANDOR_GATE_TOKENS_FILE and CANDOR_GATE_UPSTREAM_KEY_FILE.',
});

/**
 * How long the gate waits for Candor, in milliseconds: an answer about a use or about the permission of a stream that
 * is later than this is a no.
 */
export const askingOfGate = { timeoutMs: 2000, deadlineMs: 3000 } as const;
