/**
 * Spans of our own, as a receiver of OTLP gets them: off by default, nothing about a person, and no request waits.
 * What the official serializer writes is the measure of what we may write.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SpanKind } from '@opentelemetry/api';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { describe, expect, it } from 'vitest';
import { readJsonTraces } from '../../src/http/otlp/read-json.ts';
import { question } from '../given/a-shop.ts';
import { spansOf } from '../given/otlp/exporting.ts';
import { aService, dailyEngine } from '../given/service.ts';

async function aCollector() {
  const got: { readonly path: string; readonly type: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      got.push({ path, type: headers['content-type'] ?? '', body: Buffer.concat(parts).toString() });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { got, to: `http://127.0.0.1:${port}/v1/traces`, stop: () => server.close() };
}

/** Where every member stands and of what kind it is, without the places in lists. */
function membersOf(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => membersOf(each, `${place}[]`));
  if (typeof value !== 'object' || value === null) return [`${place}: ${typeof value}`];
  return Object.entries(value).flatMap(([name, each]) => membersOf(each, `${place}.${name}`));
}

describe.each(dailyEngine)('spans of our own over %s', (engine) => {
  it('say template, method, status and time of each request, as the official serializer would, and nothing about a person', async () => {
    const collector = await aCollector();
    const service = await aService({ engine, variables: { CANDOR_OTLP_TO: collector.to } });
    await service.call('GET', '/v1/subjects/customer:zoe', { scope: 'audit', headers: { 'x-request-id': 'zoe-7' } });
    await service.call('POST', '/v1/uses', { scope: 'use', json: question('customer:zoe') });
    await service.call('GET', '/nowhere/zoe?name=zoe');
    await service.stop();
    collector.stop();

    expect(collector.got.map(({ path, type }) => [path, type])).toContainEqual(['/v1/traces', 'application/json']);
    const bodies = collector.got.map(({ body }) => body);
    // No name that hexadecimal digits could spell, for the ids of spans are made of these.
    expect(bodies.join('')).not.toMatch(/zoe|customer/i);
    const spans = bodies.flatMap((body) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans);
    expect(spans.map(({ name }) => name)).toEqual(['GET /v1/subjects/{subject}', 'POST /v1/uses', 'GET none']);
    expect(spans[1]).toMatchObject({
      kind: 2,
      attributes: [
        { key: 'http.request.method', value: { stringValue: 'POST' } },
        { key: 'http.route', value: { stringValue: '/v1/uses' } },
        { key: 'http.response.status_code', value: { intValue: 201 } },
      ],
    });

    const attributes = { 'http.route': '/v1/uses', 'http.response.status_code': 201 };
    const theirs = await spansOf([
      { kind: SpanKind.SERVER, attributes, begunAt: service.clock.now(), hasFailed: true },
    ]);
    const official = Buffer.from(JsonTraceSerializer.serializeRequest([...theirs]) ?? []).toString();
    const allowed = new Set(membersOf(JSON.parse(official)));
    for (const body of bodies) expect(membersOf(JSON.parse(body)).filter((each) => !allowed.has(each))).toEqual([]);
    const read = readJsonTraces(Buffer.from(bodies[0] ?? ''), new Set(['http.route']));
    expect(read).toMatchObject({ unreadable: 0 });
  });

  it('a receiver that is not there holds no request up and no stop', async () => {
    const service = await aService({ engine, variables: { CANDOR_OTLP_TO: 'http://127.0.0.1:9/v1/traces' } });
    expect((await service.call('POST', '/v1/uses', { scope: 'use', json: question() })).status).toBe(201);
    await service.stop();
  });
});
