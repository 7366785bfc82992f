/**
 * Somebody who gets webhooks: listens on this machine and keeps what came.
 * Flow:    tests of webhooks → here.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly got: Received[];
  /** What it answers from now on; `hang` answers nothing. */
  answer(status: number | 'hang', headers?: Readonly<Record<string, string>>): void;
  connections(): number;
  stop(): void;
}

export async function aReceiver(port = 0): Promise<Receiver> {
  const got: Received[] = [];
  let status: number | 'hang' = 204;
  let more: Readonly<Record<string, string>> = {};
  let connections = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      got.push({ id: String(request.headers['webhook-id']), headers: request.headers, body });
      if (status !== 'hang') response.writeHead(status, more).end();
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/hooks?token=abc`,
    port: taken,
    got,
    answer(now, headers = {}) {
      status = now;
      more = headers;
    },
    connections: () => connections,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
