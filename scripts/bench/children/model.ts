/**
 * A model behind HTTP that answers a constant, and a bare proxy before it: what a gate is held against.
 * Flow:    child-process → here; says where both listen and ends when its standard input does.
 * Promise: the proxy only pipes, over kept connections; it looks at nothing.
 */
import { Agent, createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

const [what = 'model', upstream = '0'] = process.argv.slice(2);
const answer = JSON.stringify({ object: 'chat.completion', choices: [{ message: { content: 'Yes.' } }] });
const agent = new Agent({ keepAlive: true });

const server = createServer((request, response) => {
  if (what === 'model') {
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
    });
    return;
  }
  const { method, url, headers } = request;
  const out = send({ host: '127.0.0.1', port: Number(upstream), method, path: url, headers, agent }, (back) => {
    response.writeHead(back.statusCode ?? 502, back.headers);
    back.pipe(response);
  });
  out.on('error', () => response.destroy());
  request.pipe(out);
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port, token: '' })}\n`),
);
process.stdin
  .on('end', () => {
    server.closeAllConnections();
    server.close();
    agent.destroy();
  })
  .resume();
