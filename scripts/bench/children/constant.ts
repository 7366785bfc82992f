/**
 * An Express route that answers a constant: no body read, no ETag, nothing looked up.
 * Flow:    child-process → here; says where it listens and ends when its standard input does.
 */
import type { AddressInfo } from 'node:net';
import express from 'express';

const app = express();
app.disable('etag');
app.disable('x-powered-by');
app.post('/constant', (_request, response) => {
  response.json({ allowed: true });
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port, token: '' })}\n`);
});
process.stdin
  .on('end', () => {
    server.closeAllConnections();
    server.close();
  })
  .resume();
