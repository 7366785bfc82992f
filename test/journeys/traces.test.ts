import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeAll } from '../../src/ledger/audit/judge.ts';
import { rebuildViews } from '../../src/ledger/rebuild.ts';
import { ADA, aShop, BEN, question, says, sure } from '../given/a-shop.ts';
import { type Called, type Encoding, exportSpans, runTraced, spansOf } from '../given/otlp/exporting.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

/** Wherever a convention puts what was said, or might put it tomorrow. */
const CANARY = 'canary-of-what-was-said';
const content = {
  'gen_ai.input.messages': JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: CANARY }] }]),
  'gen_ai.output.messages': CANARY,
  'gen_ai.system_instructions': CANARY,
  'gen_ai.prompt': CANARY,
  'gen_ai.prompt.0.content': CANARY,
  'gen_ai.completion.0.content': CANARY,
  'gen_ai.tool.call.arguments': CANARY,
  'gen_ai.something.of.tomorrow': [CANARY, CANARY],
  'http.request.body': CANARY,
};
const inference = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'gpt-4o-mini',
  'gen_ai.response.model': 'gpt-4o-mini-2024-07-18',
  'gen_ai.usage.input_tokens': 812,
  'gen_ai.usage.output_tokens': 96,
};
const named = { 'candor.subject': ADA, 'candor.purpose': 'support-drafts', 'candor.ai_system': 'support-assistant' };

const ways: readonly (readonly [Encoding, boolean])[] = [
  ['json', false],
  ['json', true],
  ['protobuf', false],
  ['protobuf', true],
];

describe.each(engines)('traces of model calls over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    service.clock.wind(3_600_000);
  });
  afterAll(() => service.stop());

  const call = (more: object = {}, rest: Partial<Called> = {}): Called => ({
    begunAt: service.house.now() - 2000,
    attributes: { ...inference, ...content, ...more },
    event: { name: 'gen_ai.user.message', attributes: { content: CANARY } },
    ...rest,
  });
  const use = async (subject = ADA) =>
    sure(await service.call('POST', '/v1/uses', { json: question(subject), scope: 'use' })).body;
  const uncovered = async () =>
    sure(await service.call('GET', '/v1/uncovered-uses', { scope: 'reports' })).body as {
      total: number;
      groups: { service: string | null; aiSystem: string | null; count: number; reported: number; models: string[] }[];
    };
  const record = async (self = ADA) =>
    sure(await service.call('GET', '/v1/me/ledger', { self })).body.items as { kind: string; words: string }[];
  const observed = async (use: string) =>
    (sure(await service.call('GET', '/v1/me/data', { self: ADA })).body.uses as Record<string, unknown>[]).find(
      (each) => each['kind'] === 'use.observed' && each['use'] === use,
    );

  it.each(ways)('come from the official exporter in %s, packed: %s', async (encoding, isPacked) => {
    const { id } = await use();
    const before = await uncovered();
    const spans = await spansOf([call({ 'candor.use_id': id }, { duration: 1500 }), call({ ...named })]);
    expect(await exportSpans(service, spans, { encoding, isPacked })).toEqual({ isDone: true });
    const [reported, asked] = await record();
    expect(asked, 'the call that was asked for').toMatchObject({ kind: 'use.observed' });
    expect(reported).toMatchObject({
      kind: 'use.reported',
      words: expect.stringMatching(/A permission was on record/),
    });
    expect(await observed(id)).toMatchObject({
      use: id,
      outcome: 'finished',
      model: 'gpt-4o-mini-2024-07-18',
      provider: 'openai',
      operation: 'chat',
      service: 'shop',
      duration: 1500,
      inputTokens: 812,
      outputTokens: 96,
    });
    const after = await uncovered();
    expect(after.total - before.total).toBe(1);
    expect(after.groups).toContainEqual(
      expect.objectContaining({ service: 'shop', aiSystem: 'support-assistant', models: ['gpt-4o-mini-2024-07-18'] }),
    );
  });

  it('come from a service as it runs, and are counted by service and AI system', async () => {
    const calls = [call(), call(), call({ 'candor.ai_system': 'support-assistant' })];
    await runTraced(service, calls, { encoding: 'protobuf', service: 'search-api' });
    const groups = (await uncovered()).groups.filter((group) => group.service === 'search-api');
    expect(groups.map(({ aiSystem, count, reported }) => [aiSystem, count, reported])).toEqual([
      [null, 2, 0],
      ['support-assistant', 1, 0],
    ]);
  });

  it('count once, however often, together or apart they are sent', async () => {
    const { id } = await use();
    const spans = await spansOf([call({ 'candor.use_id': id }), call(), call({ ...named })], 'retrying');
    const [size, length] = [(await uncovered()).total, (await record()).length];
    const sent = [spans, spans, spans.slice(1), [...spans].reverse()];
    await Promise.all(
      sent.map((some, at) => exportSpans(service, some, { encoding: at % 2 === 0 ? 'json' : 'protobuf' })),
    );
    expect((await uncovered()).total - size).toBe(2);
    expect((await record()).length - length).toBe(2);
  });

  it('tell the call of a model once, and not the steps around it', async () => {
    const steps = ['create_agent', 'invoke_agent', 'invoke_workflow', 'execute_tool', 'retrieval', 'search_memory'];
    const around = steps.map((step) => call({ 'gen_ai.operation.name': step }, { kind: 0 }));
    const plain = {
      begunAt: service.house.now() - 10,
      attributes: { 'http.route': '/cart', 'candor.use_id': 'use_x' },
    };
    const before = (await uncovered()).total;
    await runTraced(service, [...around, plain], { encoding: 'json' });
    expect((await uncovered()).total).toBe(before);
    await runTraced(service, [call({ 'gen_ai.operation.name': 'invoke_agent' })], { encoding: 'json' });
    expect((await uncovered()).total).toBe(before + 1);
  });

  it('show a model that was called although the use was refused', async () => {
    const { id, allowed } = await use(BEN);
    expect(allowed).toBe(false);
    await runTraced(service, [call({ 'candor.use_id': id })], { encoding: 'json', service: 'headstrong' });
    const [newest] = await record(BEN);
    expect(newest).toMatchObject({ kind: 'use.reported', words: expect.stringMatching(/No permission was on record/) });
    const group = (await uncovered()).groups.find((each) => each.service === 'headstrong');
    expect(group).toMatchObject({ reported: 1, causes: [{ cause: 'refused-use', count: 1 }] });
  });

  it.each([
    ['is about somebody else', { ...named, 'candor.subject': BEN }],
    ['was for something else', { 'candor.purpose': 'something-else' }],
    ['was of another AI system', { 'candor.ai_system': 'another-one' }],
  ])('are covered by no use that %s, and look as if nobody knew it', async (_title, more) => {
    const { id } = await use();
    const before = (await record()).length;
    const spans = await spansOf(
      [call({ ...more, 'candor.use_id': id }), call({ ...more, 'candor.use_id': `use_${'0'.repeat(26)}` })],
      'borrowing',
    );
    const told = await Promise.all(spans.map((span) => exportSpans(service, [span], { encoding: 'json' })));
    expect(told[0]).toEqual(told[1]);
    expect((await record()).slice(0, (await record()).length - before)).toEqual([]);
    const causes = (await uncovered()).groups.filter((each) => each.service === 'borrowing');
    for (const group of causes) expect(group).toMatchObject({ causes: [{ cause: 'unknown-use' }] });
  });

  it('are covered by a use for a day, and not before it', async () => {
    const { id } = await use();
    const early = service.house.now() - 3_600_000;
    await runTraced(service, [call({ 'candor.use_id': id }, { begunAt: early })], {
      encoding: 'json',
      service: 'early',
    });
    expect((await uncovered()).groups).toContainEqual(expect.objectContaining({ service: 'early' }));
    service.clock.wind(25 * 3_600_000);
    await runTraced(service, [call({ 'candor.use_id': id })], { encoding: 'json', service: 'late' });
    expect((await uncovered()).groups).toContainEqual(
      expect.objectContaining({ service: 'late', causes: [{ cause: 'other-time', count: 1 }] }),
    );
  });

  it('put nobody on record by a name that may be that of staff', async () => {
    const attributes = { ...named, 'candor.subject': undefined, 'enduser.id': 'clerk-7' };
    await runTraced(service, [call(attributes)], { encoding: 'json', service: 'backoffice' });
    const told = await service.call('GET', '/v1/subjects/customer:clerk-7', { scope: 'consent' });
    expect(told.status).toBe(404);
    await runTraced(service, [call({ ...attributes, 'enduser.id': '42' })], {
      encoding: 'json',
      service: 'backoffice',
    });
    expect((await record())[0]).toMatchObject({ kind: 'use.reported' });
  });

  it('leave nothing of what was said in any file, answer or number', async () => {
    await runTraced(service, [call({ ...named }), call({}, { name: 'chat' })], { encoding: 'json' });
    const told = [
      await service.call('GET', '/v1/uncovered-uses', { scope: 'reports' }),
      await service.call('GET', '/v1/ledger/entries?limit=100', { scope: 'audit' }),
      await service.call('GET', '/v1/me/ai-use', { self: ADA }),
    ];
    for (const { text } of told) expect(text).not.toContain(CANARY);
    for (const file of filesIn(join(service.dataDir, '..')))
      expect(readFileSync(file).includes(CANARY), file).toBe(false);
  });

  const post = (bytes: string | Buffer, { type = 'application/json', packed = false, scope = 'traces' } = {}) =>
    service.call('POST', '/v1/traces', {
      file: { type, bytes },
      scope,
      ...(packed ? { headers: { 'content-encoding': 'gzip' } } : {}),
    });

  it('answer in the encoding of the request, also where they refuse', async () => {
    const protobuf = 'application/x-protobuf';
    expect(await post('{}').then(({ status, text }) => [status, text])).toEqual([200, '{}']);
    const empty = await post('', { type: protobuf });
    expect([empty.status, empty.text, empty.headers.get('content-type')]).toEqual([200, '', protobuf]);
    const broken = await post('{', {});
    expect([broken.status, broken.body]).toEqual([400, { code: 3, message: expect.stringMatching(/^malformed-json/) }]);
    const cut = await post(Buffer.from([0x0a, 0x7f, 0x01]), { type: protobuf });
    expect([cut.status, cut.headers.get('content-type')]).toEqual([400, protobuf]);
    expect(cut.text).toContain('invalid-request');
    expect((await post('{}', { scope: 'audit' })).body.code).toBe(7);
    const nobody = await fetch(`http://127.0.0.1:${service.port}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([nobody.status, await nobody.json()]).toEqual([401, expect.objectContaining({ code: 16 })]);
    expect((await post('{}', { type: 'text/plain' })).status).toBe(415);
  });

  it('take the good spans of a request and say how many were not', async () => {
    const time = String(BigInt(service.house.now()) * 1_000_000n);
    const span = (more: object) => ({
      traceId: '5b8efff798038103d269b633813fc60c',
      spanId: 'eee19b7ec3c1b174',
      startTimeUnixNano: time,
      endTimeUnixNano: time,
      attributes: [{ key: 'gen_ai.operation.name', value: { stringValue: 'chat' } }],
      ...more,
    });
    const future = String((BigInt(service.house.now()) + 3_600_000n) * 1_000_000n);
    const spans = [
      span({}),
      span({ traceId: '' }),
      span({ traceId: '0'.repeat(32) }),
      span({ spanId: 'zzzz9b7ec3c1b174' }),
      span({ endTimeUnixNano: '1' }),
      span({ startTimeUnixNano: null }),
      span({ spanId: 'aaa19b7ec3c1b174', startTimeUnixNano: future, endTimeUnixNano: future }),
      'no span',
    ];
    const before = (await uncovered()).total;
    const told = await post(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] }));
    expect(told.body).toEqual({ partialSuccess: { rejectedSpans: '7', errorMessage: expect.any(String) } });
    expect((await uncovered()).total).toBe(before + 1);
  });

  it('stay small: a body that is too large, unpacks to too much or nests too deep is refused at once', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024), { level: 1 });
    expect((await post(bomb, { packed: true })).status).toBe(413);
    expect((await post(Buffer.alloc(5 * 1024 * 1024, 0x20))).status).toBe(413);
    expect((await post(bomb.subarray(0, 1000), { packed: true })).status).toBe(400);
    expect((await post('no gzip', { packed: true })).status).toBe(400);
    expect((await post('['.repeat(1_000_000))).status).toBe(400);
    expect((await post(gzipSync('{},'.repeat(5_000_000), { level: 1 }), { packed: true })).status).toBe(400);
    const many = Array.from({ length: 10_001 }, () => ({}));
    expect((await post(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: many }] }] }))).status).toBe(413);
    expect(sure(await service.call('GET', '/livez')).status).toBe(200);
  }, 60_000);

  it('are counted the same after a restart, and after the views are made anew from the ledger', async () => {
    const before = await uncovered();
    expect(before.total).toBeGreaterThan(5);
    service = await service.again();
    const { store, keyring, room } = service.house;
    await rebuildViews({ store, keyring, log: room.log, defaultRegime: 'EU', now: service.house.now() });
    expect(await uncovered()).toEqual({ ...before, from: expect.any(String), to: expect.any(String) });
    expect((await judgeAll({ store, keyring })).differences).toEqual([]);
  }, 60_000);
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
