/**
 * A bare node:http server that answers the same check with the same store: token, strict model, person read,
 * evaluation, JSON.
 * Flow:    child-process → here; says where it listens and ends when its standard input does.
 * Promise: it leaves out only what an edge adds: router, protecting headers, strict JSON, limits, request ids, log.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CheckBody } from '../../../openapi/models/check.ts';
import { evaluate } from '../../../src/evaluation/evaluate.ts';
import { type QuestionBody, questionOf } from '../../../src/evaluation/question.ts';
import { shownCheck } from '../../../src/evaluation/shown.ts';
import { openHouse } from '../../../src/house.ts';
import { explainReason } from '../../../src/language/reasons.ts';
import { sha256 } from '../../../src/seal/seal.ts';
import { configIn, furnish } from '../a-house.ts';

const [folder = '', people = '0'] = process.argv.slice(2);
const house = await openHouse(configIn(folder));
await furnish(house, Number(people));
const token = 'a'.repeat(400);
const known = new Set([fingerprint(`Bearer ${token}`)]);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => void answer(request, response, Buffer.concat(chunks)));
});
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port, token })}\n`),
);
process.stdin.on('end', () => {
  server.closeAllConnections();
  server.close();
  void house.close();
});
process.stdin.resume();

function fingerprint(text: string): string {
  return Buffer.from(sha256(text)).toString('base64url');
}

async function answer({ headers }: IncomingMessage, response: ServerResponse, bytes: Buffer): Promise<void> {
  const checked = CheckBody.safeParse(JSON.parse(bytes.toString()));
  if (!known.has(fingerprint(headers.authorization ?? '')) || !checked.success) {
    response.writeHead(400).end();
    return;
  }
  const question = questionOf(checked.data as QuestionBody, house.settings.defaultRegime);
  const { registry, people: seen, now } = await house.see([question.subject]);
  const evaluation = evaluate(registry, seen[0] ?? { found: 'unknown', suppressions: [] }, question, now);
  const body = JSON.stringify(shownCheck(evaluation, explainReason('en', evaluation.reason)));
  response.writeHead(200, ['Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(body))]);
  response.end(body);
}
