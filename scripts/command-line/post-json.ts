/**
 * Sends one JSON body and reads the answer.
 * Flow:    link → here → a server.
 * Promise: by node:http and not by `fetch`, which takes a tenth of a second to load; for one request that is most.
 */
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';

interface JsonAnswer {
  readonly status: number;
  /** Undefined where the answer is no JSON. */
  readonly body: unknown;
}

interface Post {
  readonly token: string;
  readonly body: unknown;
}

type Request = (url: URL, options: RequestOptions, answered: (answer: IncomingMessage) => void) => ClientRequest;

const mostMs = 10_000;

export async function postJson(url: URL, { token, body }: Post): Promise<JsonAnswer> {
  const { request }: { readonly request: Request } =
    url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: 'POST', headers, agent: false, timeout: mostMs }, resolve)
      .once('error', reject)
      .once('timeout', function late(this: ClientRequest) {
        this.destroy(new Error('no answer in time'));
      })
      .end(bytes);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk as Uint8Array));
  return { status: answer.statusCode ?? 0, body: jsonIn(Buffer.concat(chunks).toString('utf8')) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
