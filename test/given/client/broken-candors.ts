/**
 * Everything that may stand at Candor's address and is no Candor: nobody, the slow, the failing, the lying.
 * Flow:    test/client → here.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BrokenCandor {
  readonly url: string;
  stop(): void;
}

const json = (response: ServerResponse, status: number, body: unknown): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** What each of them answers to every call. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'is slow': (response) => void setTimeout(() => response.end('{}'), 10_000).unref(),
  'sends half an answer': (response) =>
    void response.writeHead(201, { 'content-length': '900' }).write('{"allowed":true'),
  'hangs up': (response) => void response.destroy(),
  'answers 500': (response) => json(response, 500, { code: 'internal', status: 500 }),
  'answers 503': (response) =>
    void response.writeHead(503, { 'retry-after': '60', 'content-type': 'text/html' }).end('<h1>down</h1>'),
  'answers a page': (response) => void response.writeHead(201, { 'content-type': 'text/html' }).end('<h1>welcome</h1>'),
  'answers nonsense': (response) => json(response, 201, { hello: 'world' }),
  'answers that it is allowed and nothing else': (response) => json(response, 201, { allowed: true, recorded: true }),
  'answers 200 where a use is 201': (response) => json(response, 200, { allowed: true, recorded: true, id: 'use_1' }),
  'sends us elsewhere': (response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
};

export const brokenCandors: readonly string[] = ['is not there', ...Object.keys(answers)];

export async function aBrokenCandor(name: string): Promise<BrokenCandor> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => answers[name]?.(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  if (name === 'is not there') stop();
  return { url: `http://127.0.0.1:${port}`, stop };
}
