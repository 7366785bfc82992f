/** A model for trying things out. It speaks the form of OpenAI's chat completions, knows one answer and keeps nothing. */
import { createServer } from 'node:http';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Starts it on a free port of this machine, or on the one named; gives its base URL. */
export function startModel(port = 0) {
  const server = createServer(async (request, response) => {
    for await (const _part of request);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1,
        model: 'stub',
        choices: [
          {
            index: 0,
            finish_reason: 'stop',
            message: { role: 'assistant', content: 'Your parcel left this morning and arrives tomorrow.' },
          },
        ],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  });
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/v1`)),
  );
}

/** Asks a model in the form of OpenAI; gives what it said, or throws. */
export async function completion(url, words, { headers = {}, signal } = {}) {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ model: 'stub', messages: [{ role: 'user', content: words }] }),
    ...(signal ? { signal } : {}),
  });
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(`The model answered ${response.status}`), { response, body });
  return body.choices[0].message.content;
}

// By itself, behind a gate: node examples/shop/model.mjs 8091
if (argv[1] === fileURLToPath(import.meta.url)) {
  const url = await startModel(Number(argv[2] ?? '8091'));
  process.stdout.write(`The model is at ${url}\n`);
}
