import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postCheck } from '../../openapi/endpoints/checks.ts';
import { createApp } from '../../src/http/app.ts';
import { on } from '../../src/http/bind.ts';
import { createLog } from '../../src/http/log.ts';
import { createMetrics, createMetricsServer } from '../../src/http/metrics.ts';
import { problem } from '../../src/vocabulary/problems.ts';
import { aListeningEdge, type House } from '../given/http/listening-edge.ts';

let house: House;
beforeAll(async () => {
  house = await aListeningEdge();
});
afterAll(() => house.stop());

const consent = { subject: 'customer:42', purpose: 'offers', state: 'given' };
const giveConsent = (headers: Record<string, string>, json: unknown = consent): Promise<Response> =>
  house.call('/v1/consents', { method: 'POST', scope: 'consent', json, headers });

describe('health says what is', () => {
  it('alive and ready', async () => {
    expect(await (await house.call('/livez')).json()).toEqual({ status: 'alive' });
    expect(await (await house.call('/readyz')).json()).toEqual({ status: 'ready', notes: [] });
  });
  it('a sealed service answers 503 to everything but health and its explanations', async () => {
    house.status = { state: 'sealed', notes: ['The keystore is missing.'] };
    const ready = await house.call('/readyz');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'sealed', notes: ['The keystore is missing.'] },
    ]);
    expect((await house.call('/livez')).status).toBe(200);
    expect((await house.call('/problems/sealed')).status).toBe(200);
    for (const path of ['/v1/purposes', '/.well-known/jwks.json', '/openapi.json', '/me']) {
      const answer = await house.call(path, { scope: 'use' });
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '5']);
    }
    house.status = { state: 'ready', notes: [] };
  });
  it('keys and signals are published', async () => {
    const { keys } = (await (await house.call('/.well-known/jwks.json')).json()) as { keys: Record<string, string>[] };
    expect(keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: 'k1' });
    expect(keys[0]).not.toHaveProperty('d');
    expect(await (await house.call('/.well-known/gpc.json')).json()).toMatchObject({ gpc: true });
  });
});

describe('a repeated request can be told from a new one', () => {
  it('the key, the route and the request itself reach the handler', async () => {
    house.seen.length = 0;
    await giveConsent({ 'idempotency-key': '"abc 1"' });
    await giveConsent({ 'idempotency-key': 'abc 1' });
    await giveConsent({});
    const [quoted, plain, none] = house.seen.map((context) => context.idempotency);
    expect(quoted).toEqual({ route: 'postConsent', key: 'abc 1', body: `/v1/consents\n${JSON.stringify(consent)}` });
    expect(plain).toEqual(quoted);
    expect(none).toBeUndefined();
  });
  it.each(['', '""', 'x'.repeat(256), 'caf\u00e9', 'a\tb'])('the key %j is refused', async (key) => {
    expect((await giveConsent({ 'idempotency-key': key })).status).toBe(400);
  });
  it('two keys are refused', async () => {
    const token = await house.token('consent');
    const body = JSON.stringify(consent);
    expect(
      await house.raw(
        `POST /v1/consents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      ),
    ).toMatch(/^HTTP\/1.1 400 [\s\S]*invalid-idempotency-key/);
  });
});

describe('wishes reach the handler', () => {
  it.each([
    [{}, 'en'],
    [{ 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }, 'de-at'],
    [{ 'accept-language': 'fr;q=0.5, pt' }, 'fr'],
    [{ 'accept-language': 'nl;q=0.5, pt' }, 'pt'],
    [{ 'accept-language': '*' }, 'en'],
    [{ 'accept-language': ',;q=,\u00ff' }, 'en'],
  ])('%j is %s', async (headers, language) => {
    house.seen.length = 0;
    await house.call('/v1/checks', {
      method: 'POST',
      scope: 'use',
      json: { subject: 'customer:42', aiSystem: 'a', purpose: 'p' },
      headers,
    });
    expect(house.seen[0]?.language).toBe(language);
  });
  it('?language= wins, identifiers arrive in normal form, and the privacy signal is seen', async () => {
    house.seen.length = 0;
    await house.call('/v1/checks?language=de', {
      method: 'POST',
      scope: 'use',
      json: { subject: 'email:Ada@EXAMPLE.org', aiSystem: 'a', purpose: 'p' },
      headers: { 'sec-gpc': '1' },
    });
    expect(house.seen[0]).toMatchObject({ language: 'de', gpc: true, body: { subject: 'email:Ada@example.org' } });
  });
  it('the secret of a request lets in without a token, and only there', async () => {
    house.seen.length = 0;
    const id = 'req_01h455vb4pex5vsknk084sn02q';
    await house.call(`/v1/requests/${id}`, { headers: { 'request-secret': 's'.repeat(43) } });
    expect(house.seen[0]).toMatchObject({ secret: 's'.repeat(43), caller: undefined, params: { id } });
    expect((await house.call(`/v1/requests/${id}`, { headers: { 'request-secret': 'short' } })).status).toBe(401);
    expect((await house.call('/v1/purposes', { headers: { 'request-secret': 's'.repeat(43) } })).status).toBe(401);
  });
});

describe('nothing is registered by accident', () => {
  const edge = {
    handlers: [],
    authenticate: () => problem('unauthenticated'),
    sessions: {} as never,
    status: () => ({ state: 'ready', notes: [] }) as const,
    now: () => 0,
    baseUrl: 'http://localhost',
    jwks: async () => ({ keys: [] }),
    log: { request: () => undefined, fault: () => undefined },
  };
  const bound = on(postCheck)(() => ({ status: 200, text: '' }));
  it('an endpoint without a handler does not start', () =>
    expect(() => createApp({ ...edge, definitions: [postCheck] })).toThrow('postCheck has no handler'));
  it('an endpoint bound twice does not start', () =>
    expect(() => createApp({ ...edge, definitions: [postCheck], handlers: [bound, bound] })).toThrow(
      'postCheck is bound twice',
    ));
  it('a route outside the table does not start', () =>
    expect(() =>
      createApp({
        ...edge,
        definitions: [],
        handlers: [on({ ...postCheck, id: 'debug' })(() => ({ status: 200, text: '' }))],
      }),
    ).toThrow('debug is bound but not in the table'));
});

describe('whoever asks too often waits', () => {
  it('codes cannot be guessed', async () => {
    const strict = await aListeningEdge({
      allowances: {
        public: { points: 5, seconds: 60 },
        code: { points: 3, seconds: 60 },
        guesses: { points: 5, seconds: 60 },
      },
    });
    const statuses: number[] = [];
    for (let times = 0; times < 4; times += 1)
      statuses.push(
        (await strict.call('/me/enter/guess', { headers: { 'x-forwarded-for': `10.0.0.${times}` } })).status,
      );
    const held = await strict.call('/me/enter/guess');
    expect(statuses).toEqual([410, 410, 410, 429]);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(held.headers.get('ratelimit-policy')).toBe('"code";q=3;w=60');
    expect((await strict.call('/livez')).status).toBe(200);
    await strict.stop();
  });
});

describe('stopping drops no answer', () => {
  it('an answer that has begun is finished, and then nobody listens', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const slow = await aListeningEdge({
      definitions: [postCheck],
      handlers: [
        on(postCheck)(async () => {
          begin();
          await held;
          return { status: 200, text: 'done' };
        }),
      ],
    });
    const answer = slow.call('/v1/checks', {
      method: 'POST',
      scope: 'use',
      json: { subject: 'customer:1', aiSystem: 'a', purpose: 'p' },
    });
    await begun;
    slow.status = { state: 'stopping', notes: [] };
    const stopped = slow.stop();
    release();
    expect((await answer).headers.get('connection')).toBe('close');
    await stopped;
    await expect(fetch(`${slow.url}/livez`)).rejects.toThrow();
  });
});

describe('monitors and logs see no person', () => {
  it('metrics are counted by route template', async () => {
    const metrics = createMetrics();
    metrics.observe({ requestId: 'r', method: 'GET', route: '/v1/subjects/{subject}', status: 200, ms: 3 });
    metrics.gauge('candor_tree_size', 'Entries in the ledger.', () => 7);
    const server = createMetricsServer(metrics).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain(
      'candor_http_request_seconds_count{route="/v1/subjects/{subject}",method="GET",status="200"} 1',
    );
    expect(text).toContain('candor_tree_size 7');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    await new Promise((resolve) => server.close(resolve));
    metrics.stop();
  });
  it('a log line has only the allowed members', () => {
    const stream = new PassThrough();
    const log = createLog('debug', stream);
    log.request({
      requestId: 'r',
      method: 'GET',
      route: '/x',
      status: 401,
      ms: 1,
      code: 'unauthenticated',
      path: '/secret',
    } as never);
    expect(Object.keys(JSON.parse(String(stream.read())))).toEqual([
      'level',
      'time',
      'requestId',
      'method',
      'route',
      'status',
      'ms',
      'code',
      'msg',
    ]);
  });
});
