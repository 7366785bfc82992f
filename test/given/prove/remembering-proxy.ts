/**
 * The fault that the race must be able to see: something in front of the service that remembers an allow for 5 ms.
 * Flow:    withdraw-race.test.ts → here → the service.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Call } from './calls.ts';

export async function rememberingProxy(call: Call, lifeMs: number): Promise<{ readonly url: string; close(): void }> {
  const known = new Map<string, { readonly answer: Answer; readonly until: number }>();
  const answerTo = async (path: string, text: string): Promise<Answer> => {
    const kept = known.get(text);
    if (path === '/v1/checks' && kept !== undefined && kept.until > performance.now()) return kept.answer;
    const answer = await call({ path, body: JSON.parse(text) });
    if (path === '/v1/checks' && answer.text.includes('"allowed":true'))
      known.set(text, { answer, until: performance.now() + lifeMs });
    return answer;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { status, text } = await answerTo(request.url ?? '', Buffer.concat(chunks).toString());
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
