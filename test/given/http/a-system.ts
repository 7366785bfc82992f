/**
 * A system of the company that is asked over HTTP, and answers well or badly, as a test tells it.
 * Flow:    tests of connected systems → here.
 */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedOfSystem {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly type: string;
  readonly subject: Readonly<Record<string, readonly string[]>>;
}

export type AnswersAs = (asked: AskedOfSystem, response: ServerResponse) => void;

/** One row of the person for an access, one deleted for an erasure. */
export const answersWell: AnswersAs = ({ type, subject }, response) => {
  const [customer = ''] = subject['customer'] ?? [];
  const tables =
    type === 'person.access'
      ? [{ name: 'letters', rows: [{ to: customer, text: 'Dear customer' }] }]
      : type === 'person.erasure'
        ? [{ name: 'letters', deleted: 1 }]
        : undefined;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ subject: { customer }, complete: true, tables }));
};

export async function aSystem(port = 0) {
  let answer: AnswersAs = answersWell;
  const asked: AskedOfSystem[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    response.on('error', () => undefined);
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const { type, data } = JSON.parse(text) as { type: string; data: { subject: AskedOfSystem['subject'] } };
      const one = { headers: request.headers, text, type, subject: data.subject };
      asked.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/people`,
    asked,
    answers(as: AnswersAs) {
      answer = as;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
