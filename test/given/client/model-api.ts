/**
 * A model behind HTTP that speaks the OpenAI form, on this machine: answers, streams, embeds, fails, and counts.
 * Flow:    test/client → here.
 * Promise: every call that arrives is counted before anything else happens, with its headers and body.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface ModelApi {
  readonly url: string;
  readonly calls: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  /** Pieces of a stream that left. */
  readonly sent: { count: number; closedEarly: number };
  stop(): void;
}

/** `pieceMs` between two pieces of a stream of `pieces`; `says` is what it answers otherwise. */
export async function aModelApi({ pieces = 3, pieceMs = 1, says = 'Yes, gladly.' } = {}): Promise<ModelApi> {
  const calls: ModelApi['calls'] = [];
  const sent = { count: 0, closedEarly: 0 };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    calls.push({ path: request.url ?? '', headers: request.headers, body });
    const asked = body === '' ? {} : (JSON.parse(body) as { model?: string; stream?: boolean });
    if (asked.model === 'broken') return void json(response, 400, { error: { message: 'broken', type: 'broken' } });
    if (request.url?.endsWith('/embeddings')) return void json(response, 200, embedded);
    if (asked.model === 'elsewhere') return void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end();
    if (asked.model === 'breaks')
      return void response.writeHead(200, { 'content-length': '900' }).write('{"id"', () => response.destroy());
    if (asked.model === 'silent') return;
    if (asked.stream !== true)
      return void json(response, 200, request.url?.endsWith('/responses') ? responded(says) : completed(says));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.once('close', () => {
      if (!response.writableFinished) sent.closedEarly += 1;
    });
    for (let at = 0; at < pieces && !response.destroyed; at += 1) {
      response.write(`data: ${JSON.stringify(pieceOf(`piece ${at} `))}\n\n`);
      sent.count += 1;
      await pause(pieceMs);
    }
    response.end('data: [DONE]\n\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/v1`, calls, sent, stop };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const base = { id: 'chatcmpl-1', created: 1, model: 'stub' };
const completed = (content: string) => ({
  ...base,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
const responded = (text: string) => ({
  id: 'resp_1',
  object: 'response',
  model: 'stub',
  status: 'completed',
  output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text, annotations: [] }] }],
});
const pieceOf = (content: string) => ({
  ...base,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: { content }, finish_reason: null }],
});
const embedded = {
  object: 'list',
  model: 'stub',
  data: [{ object: 'embedding', index: 0, embedding: [0.25, 0.5] }],
  usage: { prompt_tokens: 1, total_tokens: 1 },
};
