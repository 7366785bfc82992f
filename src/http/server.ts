/**
 * The listening server: times out what is slow, refuses what is no HTTP, and stops without dropping an answer.
 * Flow:    main → here → app.
 * Promise: after stop() no new connection is taken, and it settles when the last answer has left or the grace is over.
 * Source:  RELIABILITY rules 22 and 23.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ProblemCode, problem } from '../vocabulary/problems.ts';
import type { Listener } from './app.ts';
import { headerSets } from './headers.ts';
import { problemView } from './problem.ts';

export interface Listening {
  readonly server: Server;
  readonly port: number;
  /** Drains for at most so many milliseconds, then closes what is left. */
  stop(grace: number): Promise<void>;
}

const timing = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16_384,
  requireHostHeader: true,
  insecureHTTPParser: false,
} as const;

export async function listen(app: Listener, where: { readonly host: string; readonly port: number }): Promise<Listening> {
  const server = createServer(timing, app);
  server.maxConnections = 10_000;
  server.maxRequestsPerSocket = 100_000;
  server.setTimeout(60_000);
  server.on('clientError', (fault: Error & { code?: string; rawPacket?: Buffer }, socket) => refuse(socket, whyRefused(fault)));
  server.on('connect', (_request, socket: Duplex) => refuse(socket, 'HPE_INVALID_METHOD'));
  server.on('checkExpectation', (_request, response) => response.writeHead(417, { 'Content-Length': 0, Connection: 'close' }).end());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => resolve());
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

const refusals: Readonly<Record<string, { readonly line: string; readonly code: ProblemCode; readonly more?: string }>> = {
  HPE_HEADER_OVERFLOW: { line: '431 Request Header Fields Too Large', code: 'malformed-request' },
  ERR_HTTP_REQUEST_TIMEOUT: { line: '408 Request Timeout', code: 'malformed-request' },
  HPE_INVALID_METHOD: { line: '405 Method Not Allowed', code: 'method-not-allowed', more: 'Allow: GET, HEAD, POST, PUT, DELETE\r\n' },
};

/** A method that nobody knows is 405; bytes that are no request line at all are 400. */
function whyRefused({ code = '', rawPacket }: { readonly code?: string; readonly rawPacket?: Buffer }): string {
  const isMethod = /^[A-Z]{1,20} /.test(rawPacket?.toString('latin1', 0, 24) ?? '');
  return code === 'HPE_INVALID_METHOD' && !isMethod ? '' : code;
}

/** What node's parser refused never reaches the app, so it is answered on the bare socket. */
function refuse(socket: Duplex, code: string): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const known = refusals[code] ?? { line: '400 Bad Request', code: 'malformed-request' as const };
  const body = JSON.stringify({ ...problemView(problem(known.code), crypto.randomUUID()), status: Number(known.line.slice(0, 3)) });
  const headers = Object.entries(headerSets.api).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${known.line}\r\n${headers.join('')}${known.more ?? ''}Cache-Control: no-store\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
