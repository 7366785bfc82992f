/**
 * A processor that speaks OpenDSR 2.0, as a program of its own: discovery, requests, their status, cancelling, results.
 * Flow:    peer.ts starts it → here; how it misbehaves is told at `/as`, which the specification does not have.
 * Promise: shares no code with the house; signatures are made by openssl.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';

const [folder = '', domain = ''] = process.argv.slice(2);
const TOKEN = 'Bearer token-of-the-processor';

interface Request {
  readonly id: string;
  readonly type: string;
  readonly identities: readonly { readonly identity_type: string; readonly identity_value: string }[];
  status: string;
}

const requests = new Map<string, Request>();
const log: { method: string; path: string; body: string; authorization: string }[] = [];
let as: Record<string, unknown> = {};

const signed = (body: string): string =>
  spawnSync('openssl', ['dgst', '-sha256', '-sign', join(folder, String(as['key'] ?? 'key.pem'))], {
    input: body,
  }).stdout.toString('base64');

function say(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value);
  const prefix = as['names'] === 'opengdpr' ? 'X-OpenGDPR' : 'X-OpenDSR';
  const signature = as['signature'] === undefined ? signed(body) : String(as['signature']);
  response.writeHead(Number(as['status'] ?? status), {
    'content-type': 'application/json',
    [`${prefix}-Processor-Domain`]: String(as['domain'] ?? domain),
    [`${prefix}-Signature`]: signature,
  });
  response.end(as['changed'] === true ? body.replace('{', '{ ') : body);
}

const wrong = (response: ServerResponse, code: number, message: string): void =>
  void response
    .writeHead(code, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { code, message } }));

const expected = (): string => new Date(Date.now() + Number(as['takesMs'] ?? 0)).toISOString();

const statusOf = ({ id, status, type }: Request, origin: string) => ({
  controller_id: 'candor',
  expected_completion_time: expected(),
  subject_request_id: as['otherId'] === true ? 'a7551968-d5d6-44b2-9831-815ac9017798' : id,
  request_status: as['is'] ?? status,
  api_version: '2.0',
  ...(status === 'completed' && type === 'access' ? { results_url: as['results'] ?? `${origin}/results/${id}` } : {}),
  ...(status === 'completed' ? { results_count: 3 } : {}),
});

function create(body: string, response: ServerResponse): unknown {
  const asked = JSON.parse(body) as Readonly<Record<`subject_request_${'id' | 'type'}`, string>> &
    Readonly<Record<'subject_identities', Request['identities']>>;
  const { subject_request_id: id, subject_request_type: type, subject_identities: identities } = asked;
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))
    return wrong(response, 400, 'subject_request_id field is required');
  requests.set(id, { id, type, identities, status: String(as['begins'] ?? 'pending') });
  return say(response, 201, {
    controller_id: 'candor',
    expected_completion_time: expected(),
    received_time: new Date().toISOString(),
    encoded_request: Buffer.from(as['otherRequest'] === true ? '{}' : body).toString('base64'),
    subject_request_id: id,
  });
}

function discovery(response: ServerResponse, origin: string): void {
  const identities = [
    { identity_type: 'controller_customer_id', identity_format: 'raw' },
    { identity_type: 'email', identity_format: 'sha256' },
  ];
  say(response, 200, {
    api_version: '2.0',
    supported_identities: as['identities'] ?? identities,
    supported_subject_request_types: as['types'] ?? ['access', 'erasure'],
    processor_certificate: as['certificate'] ?? `${origin}/certificate.pem`,
  });
}

function answer(asked: IncomingMessage, body: string, response: ServerResponse): unknown {
  const { method = '', url: path = '' } = asked;
  const origin = `http://${asked.headers.host}`;
  if (path === '/certificate.pem') return void response.end(readFileSync(join(folder, 'certificate.pem')));
  if (path === '/v2/discovery') return discovery(response, origin);
  if (asked.headers.authorization !== TOKEN) return wrong(response, 401, 'who asks?');
  const [, kind = '', id = ''] = /^\/(?:v2\/)?(requests|opengdpr_requests|results)(?:\/([^/]+))?$/.exec(path) ?? [];
  const known = requests.get(id);
  if (kind === 'results')
    return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"clicks":["one","two","three"]}');
  if (method === 'POST' && kind !== '' && id === '') return create(body, response);
  if (known === undefined) return wrong(response, 404, 'unknown request');
  if (method === 'DELETE') known.status = 'cancelled';
  return say(response, method === 'DELETE' ? 202 : 200, statusOf(known, origin));
}

/** What is told for one path stands for that path alone. */
function misbehaves(asked: IncomingMessage, response: ServerResponse): boolean {
  if (as['only'] !== undefined && !`${asked.method} ${asked.url}`.includes(String(as['only']))) return false;
  if (as['hangs'] === true) return true;
  if (as['redirects'] === true) return response.writeHead(302, { location: '/v2/discovery' }).end() !== undefined;
  if (as['floods'] !== true) return false;
  const part = Buffer.alloc(1024 * 1024, 0x20);
  const more = (sent: number): void => {
    if (sent < 1024 && !response.destroyed) response.write(part, () => more(sent + 1));
  };
  more(0);
  return true;
}

const server = createServer((asked, response) => {
  const parts: Buffer[] = [];
  response.on('error', () => undefined);
  asked.on('data', (part: Buffer) => parts.push(part));
  asked.on('end', () => {
    const body = Buffer.concat(parts).toString();
    const { url: path = '', method = '' } = asked;
    if (path === '/as') {
      as = JSON.parse(body) as Record<string, unknown>;
      if (as['moves'] !== undefined) for (const each of requests.values()) each.status = String(as['moves']);
      return response.end(JSON.stringify({ log, requests: [...requests.values()] }));
    }
    log.push({ method, path, body, authorization: asked.headers.authorization ?? '' });
    if (!misbehaves(asked, response)) answer(asked, body, response);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening on ${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
process.stdin.on('close', () => process.exit());
process.stdin.resume();
