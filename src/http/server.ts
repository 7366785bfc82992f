/**
 * The listening server: times out what is slow, refuses what is no HTTP, and stops without dropping an answer.
 * Flow:    main → here → app.
 * Promise: after stop() no new connection is taken, and it settles when the last answer has left or the grace is over;
 *          whatever follows a whole request on its connection, the request gets its own answer and no other
 *          (unanswered.ts).
 * Source:  docs/promises.md rules 22 and 23; RFC 9112 section 9.3.2.
 */
import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ProblemCode, problem } from '../vocabulary/problems.ts';
import type { RequestListener } from './app.ts';
import { headerSets } from './headers.ts';
import { problemView } from './problem.ts';
import { trackUnanswered } from './unanswered.ts';

export interface Listening {
  readonly server: Server;
  readonly port: number;
  /** Drains for at most so many milliseconds, then closes what is left. */
  stop(grace: number): Promise<void>;
}

const timing = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16_384,
  // Node would answer with nothing but a status; target.ts refuses it as it refuses two hosts.
  requireHostHeader: false,
  insecureHTTPParser: false,
} as const;

export async function listen(
  app: RequestListener,
  where: { readonly host: string; readonly port: number; readonly keepAliveMs: number },
): Promise<Listening> {
  const unanswered = trackUnanswered();
  // A proxy must be the first to close what lies idle, or it sends a request into a connection that is going away.
  const server = createServer({ ...timing, keepAliveTimeout: where.keepAliveMs }, (request, response) => {
    unanswered.begin(request.socket, response);
    app(request, response);
  });
  // Whoever says that they have nothing more to send still wants to hear the answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  server.maxConnections = 10_000;
  server.maxRequestsPerSocket = 100_000;
  server.setTimeout(60_000);
  const refuseInTurn = (socket: Duplex, code: string): void =>
    unanswered.whenAnswered(socket, { last: () => refuse(socket, code) });
  server.on('clientError', (fault: Error & { code?: string; rawPacket?: Buffer }, socket) =>
    refuseInTurn(socket, whyRefused(fault)),
  );
  server.on('connect', (_request, socket: Duplex) => {
    // Node lets go of such a line, and a fault that nobody hears would end the service.
    socket.on('error', () => socket.destroy());
    refuseInTurn(socket, 'HPE_INVALID_METHOD');
  });
  server.on('checkExpectation', (_request, response) => {
    const { status, headers, body } = bare('expectation-failed');
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => {
      server.off('error', reject);
      // A connection that cannot be taken, because no file is left for it, is no reason to drop the others.
      server.on('error', () => undefined);
      resolve();
    });
  });
  return { server, port: (server.address() as AddressInfo).port, stop: (grace) => stop(server, grace) };
}

function stop(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

const refusals: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_INVALID_METHOD: 'method-not-allowed',
};

/** A method that nobody knows is 405; bytes that are no request line at all are 400. */
function whyRefused({ code = '', rawPacket }: { readonly code?: string; readonly rawPacket?: Buffer }): string {
  const isMethod = /^[A-Z]{1,20} /.test(rawPacket?.toString('latin1', 0, 24) ?? '');
  return code === 'HPE_INVALID_METHOD' && !isMethod ? '' : code;
}

/** How long a refused caller may take to read why, before the line is cut. */
const LAST_WORDS_MS = 1000;

/**
 * What node's parser refused never reaches the app, so it is answered on the bare socket. Whoever then keeps the line
 * open is cut off.
 */
function refuse(socket: Duplex, code: string): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = bare(refusals[code] ?? 'malformed-request');
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
  const cut = setTimeout(() => socket.destroy(), LAST_WORDS_MS);
  socket.once('close', () => clearTimeout(cut));
}

/** A refusal that the app has no part in, with everything that the app would put on it. */
function bare(code: ProblemCode): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} {
  const requestId = crypto.randomUUID();
  const view = problemView(problem(code), requestId);
  const body = JSON.stringify(view);
  const headers = {
    ...headerSets.api,
    ...(code === 'method-not-allowed' ? { Allow: 'GET, HEAD, POST, PUT, DELETE' } : {}),
    'Cache-Control': 'no-store',
    'Request-Id': requestId,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  return { status: view.status, headers, body };
}
