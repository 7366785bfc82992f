/**
 * The gate between real libraries and a model behind HTTP: what leaves, what comes back, what the record says.
 * Flow:    src/gate → here, over a running service.
 */
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, says, sure } from '../given/a-shop.ts';
import { aModelApi, type ModelApi } from '../given/client/model-api.ts';
import { type AGate, aGate, GATE_TOKEN, gateFiles, named, usesOf, usesSince } from '../given/gate.ts';
import { aService, type RunningService } from '../given/service.ts';

const SUSPENSION = '/v1/ai-systems/support-assistant/suspension';
const messages = [{ role: 'user' as const, content: 'Hello' }];

describe('the gate', () => {
  let service: RunningService;
  let api: ModelApi;
  let long: ModelApi;
  let gate: AGate;
  let streaming: AGate;
  beforeAll(async () => {
    service = await aService({ engine: 'sqlite' });
    await aShop(service);
    api = await aModelApi();
    // Half a minute, were nobody to end it.
    long = await aModelApi({ pieces: 300, pieceMs: 100 });
    const token = await service.token({ sub: 'shop', scope: 'use' });
    gate = await aGate({ candor: service.url, token, upstream: api.url, timing: { silentMs: 1000 } });
    streaming = await aGate({ candor: service.url, token, upstream: long.url });
  });
  afterAll(async () => {
    await Promise.all([gate.stop(0), streaming.stop(0)]);
    api.stop();
    long.stop();
    await service.stop();
  });
  const openai = (through = gate, subject = ADA) =>
    new OpenAI({ baseURL: through.url, apiKey: GATE_TOKEN, maxRetries: 0, defaultHeaders: named(subject) });
  const postTo =
    (url: string) =>
    (path: string, body: unknown, headers: Readonly<Record<string, string>> = named(ADA)) =>
      fetch(`${url}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${GATE_TOKEN}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        redirect: 'manual',
      });
  const post = (...sent: Parameters<ReturnType<typeof postTo>>) => postTo(gate.url)(...sent);
  const agreed = async () => {
    service.clock.wind(1000);
    sure(await says(service, 'given'));
    return (await usesOf(service, ADA)).length;
  };
  const told = async (before: number) => {
    const facts = await usesSince(service, ADA, before);
    return [facts.map(({ kind }) => kind), facts.at(-1)?.words] as const;
  };
  const finished = [['use.allowed', 'use.ended'], expect.stringContaining('finished')];
  const failed = [['use.allowed', 'use.ended'], expect.stringContaining('failed')];
  const stopped = [['use.allowed', 'use.ended'], expect.stringContaining('stopped')];

  it('lets the official client generate, and records the use and that it finished', async () => {
    const before = await agreed();
    const { choices } = await openai().chat.completions.create({ model: 'stub', messages });
    expect(choices[0]?.message.content).toBe('Yes, gladly.');
    expect(await told(before)).toEqual(finished);
  });

  it('lets the official client stream, embed and use the responses API', async () => {
    await agreed();
    const pieces: string[] = [];
    for await (const { choices } of await openai().chat.completions.create({ model: 'stub', messages, stream: true }))
      pieces.push(choices[0]?.delta.content ?? '');
    expect(pieces.join('')).toBe('piece 0 piece 1 piece 2 ');
    const embedded = await openai().embeddings.create({ model: 'stub', input: 'Hello', encoding_format: 'float' });
    expect(embedded.data[0]?.embedding).toEqual([0.25, 0.5]);
    expect((await openai().responses.create({ model: 'stub', input: 'Hello' })).output_text).toBe('Yes, gladly.');
  });

  it('passes a stream through byte by byte', async () => {
    await agreed();
    const asked = { model: 'stub', messages, stream: true };
    const direct = await fetch(`${api.url}/chat/completions`, { method: 'POST', body: JSON.stringify(asked) });
    const through = await post('chat/completions', asked);
    expect(await through.text()).toBe(await direct.text());
    expect(through.headers.get('content-type')).toBe('text/event-stream');
    expect(through.headers.get('x-candor-use')).toMatch(/^use_/);
  });

  it('sends the body as it came, its own key, and neither the names nor the credentials of the caller', async () => {
    await agreed();
    const body = '{ "model":"stub",  "messages": [], "seed": 12345678901234567890 }';
    await post('chat/completions', body, {
      ...named(ADA),
      cookie: 'a=b',
      'x-api-key': 'mine',
      'openai-organization': 'o',
    });
    const { headers, body: sent } = api.calls.at(-1) ?? { headers: {}, body: '' };
    expect(sent).toBe(body);
    expect(headers.authorization).toBe('Bearer key-that-only-the-gate-knows');
    expect(JSON.stringify(headers)).not.toMatch(/candor|customer:42|gate-token|cookie|mine|organization/);
  });

  it('takes the names from the body where no header has them', async () => {
    const before = await agreed();
    const metadata = { candor_purpose: 'support-drafts', candor_ai_system: 'support-assistant' };
    expect((await post('chat/completions', { model: 'stub', messages, user: ADA, metadata }, {})).status).toBe(200);
    expect(
      (await post('chat/completions', { model: 'stub', metadata: { ...metadata, candor_subject: ADA } }, {})).status,
    ).toBe(200);
    expect((await usesOf(service, ADA)).length).toBeGreaterThanOrEqual(before + 2);
  });

  it('refuses whom nobody asked with 403 in the form of the upstream: reason, next step, the refused use', async () => {
    const before = api.calls.length;
    const refused = await openai(gate, BEN)
      .chat.completions.create({ model: 'stub', messages })
      .then(
        () => undefined,
        (fault: unknown) => fault as InstanceType<typeof OpenAI.APIError>,
      );
    expect(refused).toBeInstanceOf(OpenAI.PermissionDeniedError);
    expect(refused).toMatchObject({ status: 403, code: 'never-asked', type: 'candor_refused' });
    const answer = await post('embeddings', { model: 'stub', input: 'Hello' }, named(BEN));
    expect(answer.status).toBe(403);
    expect((await answer.json()) as object).toMatchObject({
      error: {
        code: 'never-asked',
        message: expect.stringContaining('Show the person the notice'),
        candor: { next: expect.any(String), forPerson: expect.any(String), use: expect.stringMatching(/^use_/) },
      },
    });
    expect(api.calls.length).toBe(before);
    expect((await usesOf(service, BEN)).map(({ kind }) => kind)).toEqual(['use.refused', 'use.refused']);
  });

  it.each([
    ['nobody is named', {}],
    ['the purpose is missing', { ...named(ADA), 'X-Candor-Purpose': '' }],
    ['two people are named', { ...named(ADA), 'X-Candor-Subject': `${ADA}, ${BEN}` }],
  ])('calls no model where %s', async (_name, headers) => {
    const before = api.calls.length;
    const answer = await post('chat/completions', { model: 'stub', messages }, headers);
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      403,
      'question-incomplete',
    ]);
    expect(api.calls.length).toBe(before);
  });

  it.each([
    ['an error passes through', 'broken', 400],
    ['one that leads elsewhere is not followed', 'elsewhere', 502],
    ['one that says nothing is given up', 'silent', 504],
  ])('of the upstream, %s, and the use failed', async (_name, model, status) => {
    const before = await agreed();
    expect((await post('chat/completions', { model, messages })).status).toBe(status);
    expect(await told(before)).toEqual(failed);
  });

  it('breaks the answer where the upstream breaks it, and the use failed', async () => {
    const before = await agreed();
    const answer = await post('chat/completions', { model: 'breaks', messages });
    await expect(answer.text()).rejects.toThrow();
    expect(await told(before)).toEqual(failed);
  });

  it.each([
    ['the person takes their consent back', () => says(service, 'withdrawn'), 'withdrawn'],
    [
      'an officer stops the AI system',
      () => service.call('POST', SUSPENSION, { json: { reason: { en: 'It answers strangely.' } }, scope: 'registry' }),
      'ai-system-suspended',
    ],
  ])('ends a stream of half a minute within four seconds when %s', async (_name, end, code) => {
    const before = await agreed();
    let [at, pieces] = [0, 0];
    const read = async () => {
      for await (const _ of await openai(streaming).chat.completions.create({
        model: 'stub',
        messages,
        stream: true,
      })) {
        pieces += 1;
        if (pieces !== 5) continue;
        sure(await end());
        at = performance.now();
      }
    };
    await expect(read()).rejects.toMatchObject({ code });
    const took = performance.now() - at;
    process.stdout.write(`ended ${Math.round(took)} ms after: ${code}\n`);
    expect(took).toBeLessThan(4000);
    expect(pieces).toBeLessThan(60);
    expect(await told(before)).toEqual(stopped);
    expect(long.sent.closedEarly).toBeGreaterThan(0);
    if (code === 'ai-system-suspended') sure(await service.call('DELETE', SUSPENSION, { scope: 'registry' }));
  });

  it('goes when the caller goes: the upstream is left, and the use stopped', async () => {
    const before = await agreed();
    const closed = long.sent.closedEarly;
    for await (const _ of await openai(streaming).chat.completions.create({ model: 'stub', messages, stream: true }))
      break;
    expect(await told(before)).toEqual(stopped);
    for (let tries = 0; tries < 100 && long.sent.closedEarly === closed; tries += 1) await pause(20);
    expect(long.sent.closedEarly).toBe(closed + 1);
  });

  it('is no open proxy: who is unknown, another path, another host, a tunnel and a redirect lead nowhere', async () => {
    const before = api.calls.length;
    expect(
      (await post('chat/completions', { model: 'stub' }, { authorization: 'Bearer wrong-token-of-a-stranger' })).status,
    ).toBe(401);
    expect((await post('chat/completions', { model: 'stub' }, { authorization: '' })).status).toBe(401);
    for (const path of ['files', 'chat/completions/', 'responses/resp_1', 'models/..%2Ffiles'])
      expect((await post(path, {})).status, path).toBe(404);
    const raw = async (text: string) => {
      const socket = connect(gate.port, '127.0.0.1');
      socket.end(text);
      const [said] = await once(socket, 'data');
      socket.destroy();
      return String(said).slice(9, 12);
    };
    expect(await raw('POST /v1/../v1/chat/completions HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n')).toBe(
      '404',
    );
    expect(
      await raw(
        'POST http://example.com/v1/chat/completions HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n',
      ),
    ).toBe('404');
    expect(await raw('CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n')).toBe('405');
    expect(api.calls.length).toBe(before);
  });

  it('reads what is one JSON object of a bounded size and nothing that goes on in the background', async () => {
    const before = api.calls.length;
    const status = async (body: unknown, headers = {}) =>
      (await post('responses', body, { ...named(ADA), ...headers })).status;
    expect(await status({ model: 'stub', input: 'x'.repeat(2 ** 20) })).toBe(413);
    expect(await status('{"model":')).toBe(400);
    expect(await status('[]')).toBe(400);
    expect(await status({ model: 'stub' }, { 'content-type': 'text/plain' })).toBe(400);
    expect(await status({ model: 'stub' }, { 'content-encoding': 'gzip' })).toBe(415);
    expect(await status({ model: 'stub', background: true })).toBe(400);
    expect(api.calls.length).toBe(before);
  });

  it('passes the list of models on, which is about nobody, and records nothing for it', async () => {
    const before = (await usesOf(service, ADA)).length;
    const answer = await fetch(`${gate.url}/models`, { headers: { authorization: `Bearer ${GATE_TOKEN}` } });
    expect([answer.status, api.calls.at(-1)?.path]).toEqual([200, '/v1/models']);
    expect((await usesOf(service, ADA)).length).toBe(before);
  });

  it('lets credentials of the caller through only where that is configured, and never its own token', async () => {
    await agreed();
    const token = await service.token({ sub: 'shop', scope: 'use' });
    const open = await aGate({
      candor: service.url,
      token,
      upstream: api.url,
      settings: { forwardsCredentials: true, upstreamKeyFile: undefined },
    });
    const asked = { model: 'stub', messages };
    expect((await postTo(open.url)('chat/completions', asked)).status).toBe(401);
    const headers = { ...named(ADA), authorization: 'Bearer of-the-caller', 'x-candor-token': GATE_TOKEN };
    expect((await postTo(open.url)('chat/completions', asked, headers)).status).toBe(200);
    expect(api.calls.at(-1)?.headers.authorization).toBe('Bearer of-the-caller');
    expect(JSON.stringify(api.calls.at(-1)?.headers)).not.toContain(GATE_TOKEN);
    await open.stop(0);
  });

  it('lets in whom its file of tokens names now, whoever stood there before, and nobody without the file', async () => {
    const { tokensFile } = gateFiles();
    const token = await service.token({ sub: 'shop', scope: 'use' });
    const own = await aGate({ candor: service.url, token, upstream: api.url, settings: { tokensFile } });
    const later = 'gate-token-of-tomorrow-0123456789';
    const isHeard = async (bearer: string): Promise<number> =>
      (await postTo(own.url)('chat/completions', { messages }, { authorization: `Bearer ${bearer}` })).status;
    expect([await isHeard(GATE_TOKEN), await isHeard(later)]).toEqual([403, 401]);
    writeFileSync(tokensFile, `${later}\n`);
    expect([await isHeard(GATE_TOKEN), await isHeard(later)]).toEqual([401, 403]);
    rmSync(tokensFile);
    expect([await isHeard(GATE_TOKEN), await isHeard(later)]).toEqual([503, 503]);
    await own.stop(0);
  });

  it('keeps an idle connection for as long as is set, and says on a last answer that it takes nothing more', async () => {
    const token = await service.token({ sub: 'shop', scope: 'use' });
    const settings = { keepAliveMs: 75_000 };
    const own = await aGate({ candor: service.url, token, upstream: api.url, settings, timing: { silentMs: 1500 } });
    const alive = await fetch(own.url.replace('/v1', '/livez'));
    expect(alive.headers.get('keep-alive')).toBe('timeout=75');
    await alive.text();
    const before = api.calls.length;
    const last = postTo(own.url)('chat/completions', { model: 'silent', messages });
    while (api.calls.length === before) await pause(10);
    const stopped = own.stop(10_000);
    expect((await last).headers.get('connection')).toBe('close');
    await stopped;
  });
});
