import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aListeningEdge, type House } from '../given/http/listening-edge.ts';
import {
  bodiesWithTwins,
  encodedBodies,
  forbiddenNames,
  goodTypes,
  malformedBodies,
  malformedPaths,
  noAddresses,
  notUtf8Bodies,
  question,
  unknownMembers,
  unknownMethods,
  wrongMessages,
  wrongMethods,
  wrongNumbers,
  wrongPaths,
  wrongQueries,
  wrongTexts,
  wrongTypes,
} from '../suites/wire-rows.ts';

let house: House;
beforeAll(async () => {
  house = await aListeningEdge();
});
afterAll(() => house.stop());
beforeEach(() => {
  house.seen.length = 0;
});

async function post(
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'application/json' },
  path = '/v1/checks',
): Promise<Response> {
  return house.call(path, {
    method: 'POST',
    scope: 'use',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers,
  });
}

async function problemOf(
  answer: Response,
): Promise<{ status: number; code: string; errors?: { pointer: string; code: string; fix: string }[]; text: string }> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const text = await answer.text();
  const view = JSON.parse(text);
  expect(view).toMatchObject({
    type: `/problems/${view.code}`,
    status: answer.status,
    title: expect.any(String),
    requestId: answer.headers.get('request-id'),
  });
  return { ...view, text };
}

const expectProblem = async (answer: Response, status: number, code: string) => {
  const view = await problemOf(answer);
  expect([view.status, view.code]).toEqual([status, code]);
  expect(house.seen).toEqual([]);
  return view;
};

describe('a body that is not plain JSON is refused before it means anything', () => {
  it.each(malformedBodies)('%j is malformed JSON', async (body) => {
    await expectProblem(await post(body), 400, 'malformed-json');
  });
  it('bytes that are not UTF-8 are refused, also in the middle of a name', async () => {
    const bytes = Buffer.concat([Buffer.from('{"subject":"customer:'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    await expectProblem(await post(bytes), 400, 'malformed-encoding');
  });
  it.each(notUtf8Bodies)('%s is not UTF-8', async (_what, bad) => {
    await expectProblem(await post(Buffer.from([0x22, ...bad, 0x22])), 400, 'malformed-encoding');
  });
  it('a byte order mark is refused', async () => {
    await expectProblem(
      await post(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(question))])),
      400,
      'malformed-encoding',
    );
  });
  it.each(wrongTypes)('Content-Type %s is not taken', async (type) => {
    await expectProblem(await post(JSON.stringify(question), { 'content-type': type }), 415, 'unsupported-media-type');
  });
  it('a missing Content-Type is not taken', async () => {
    await expectProblem(await post(Buffer.from(JSON.stringify(question)), {}), 415, 'unsupported-media-type');
  });
  it.each(goodTypes)('Content-Type %s is taken', async (type) => {
    expect((await post(JSON.stringify(question), { 'content-type': type })).status).toBe(200);
  });
  it.each(encodedBodies)('Content-Encoding %s is not taken', async (encoding, body) => {
    await expectProblem(
      await post(body, { 'content-type': 'application/json', 'content-encoding': encoding }),
      415,
      'unsupported-media-type',
    );
  });
});

describe('a body that is too much is refused', () => {
  it('100 kB are too large, announced or not', async () => {
    const large = JSON.stringify({ ...question, purpose: 'x'.repeat(102_400) });
    await expectProblem(await post(large), 413, 'payload-too-large');
    const token = await house.token('use');
    const chunk = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
    const answer = await house.raw(
      `POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 [\s\S]*"code":"payload-too-large"/);
  });
  it('a batch may have 1 MiB and no more', async () => {
    const body = (size: number) => `{"items":["${'x'.repeat(size)}"]}`;
    expect((await post(body(900_000), undefined, '/v1/checks/batch')).status).toBe(200);
    house.seen.length = 0;
    await expectProblem(await post(body(1_048_576), undefined, '/v1/checks/batch'), 413, 'payload-too-large');
  });
  it('33 levels are too deep, and so are 40,000', async () => {
    await expectProblem(await post(`${'['.repeat(33)}${']'.repeat(33)}`), 400, 'json-too-complex');
    await expectProblem(await post(`${'['.repeat(40_000)}${']'.repeat(40_000)}`), 400, 'json-too-complex');
    await expectProblem(await post(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`), 400, 'json-too-complex');
  });
  it('1,001 members are too many', async () => {
    await expectProblem(
      await post(JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`k${at}`, 1])))),
      400,
      'json-too-complex',
    );
  });
  it('a list beyond its documented length is too complex', async () => {
    await expectProblem(
      await post(JSON.stringify({ items: Array(1001).fill(1) }), undefined, '/v1/checks/batch'),
      400,
      'json-too-complex',
    );
    await expectProblem(
      await post(JSON.stringify({ ...question, dataCategories: Array(101).fill('x') })),
      400,
      'json-too-complex',
    );
  });
});

describe('a body that two readers could understand differently is refused', () => {
  it.each(bodiesWithTwins)('%s names a member twice', async (body) => {
    await expectProblem(await post(body), 400, 'duplicate-key');
  });
  it.each(forbiddenNames)('a member called %s is refused wherever it stands', async (name) => {
    const view = await expectProblem(await post(`{"context":{"${name}":{"allowed":true}}}`), 422, 'validation-failed');
    expect(view.errors).toMatchObject([{ pointer: `/context/${name}`, code: 'forbidden-name' }]);
  });
  it.each(unknownMembers)('an unknown member %s is refused', async (name) => {
    const view = await expectProblem(
      await post(JSON.stringify({ ...question, [name]: true })),
      422,
      'validation-failed',
    );
    expect(view.errors).toMatchObject([{ pointer: `/${name}`, code: 'unknown-member' }]);
  });
  it.each(wrongNumbers)('the number %s is refused', async (number, code) => {
    const view = await expectProblem(
      await post(`{"items":[${number}]}`, undefined, '/v1/checks/batch'),
      422,
      'validation-failed',
    );
    expect(view.errors).toMatchObject([{ pointer: '/items/0', code }]);
  });
  it('NaN as text is no number', async () => {
    await expectProblem(
      await house.call('/v1/consents', {
        method: 'POST',
        scope: 'consent',
        json: { subject: 'customer:1', purpose: 'p', state: 'given', notice: { key: 'n', version: 'NaN' } },
      }),
      422,
      'validation-failed',
    );
  });
  it.each(wrongTexts)('text with %s is refused', async (written) => {
    await expectProblem(await post(`{"subject":"customer:1${written}"}`), 422, 'validation-failed');
  });
  it('a right-to-left override in an identifier is refused', async () => {
    await expectProblem(
      await post(JSON.stringify({ ...question, subject: 'customer:1\u202e2' })),
      422,
      'validation-failed',
    );
  });
  it('every fault is named at once, without repeating what was sent', async () => {
    const view = await expectProblem(
      await post(JSON.stringify({ subject: 'person@example.org', purpose: 'UPPER secret' })),
      422,
      'validation-failed',
    );
    expect(view.errors?.map((fault) => [fault.pointer, fault.code])).toEqual([
      ['/subject', 'identifier-not-normal'],
      ['/aiSystem', 'required'],
      ['/purpose', 'wrong-form'],
    ]);
    expect(view.text).not.toMatch(/person@example|UPPER|secret/);
  });
});

describe('a query is read in one way', () => {
  it.each(wrongQueries)('%s is refused', async (query) => {
    await expectProblem(await house.call(`/v1/purposes${query}`, { scope: 'use' }), 400, 'invalid-query');
  });
  it('what fits reaches the handler as values', async () => {
    expect((await house.call('/v1/purposes?limit=7', { scope: 'use' })).status).toBe(200);
    expect(house.seen[0]?.query).toEqual({ limit: 7 });
  });
});

describe('a path is read in one way', () => {
  it.each(malformedPaths)('%s is malformed', async (path) => {
    expect(await house.raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"malformed-encoding"/,
    );
  });
  it.each(wrongPaths)('%s is decoded once and refused by its form', async (path) => {
    const token = await house.token('use consent');
    expect(
      await house.raw(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
      ),
    ).toMatch(/^HTTP\/1.1 422 [\s\S]*"code":"validation-failed"/);
    expect(house.seen).toEqual([]);
  });
  it.each(noAddresses)('%s is no address here', async (path) => {
    expect(await house.raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 404 [\s\S]*"code":"not-found"/,
    );
  });
  it('a tile keeps its slashes', async () => {
    expect((await house.call('/ledger/0/tile/0/x001/234.p/7')).status).toBe(200);
    expect(house.seen[0]?.params).toEqual({ log: 0, level: 0, tile: 'x001/234.p/7' });
    house.seen.length = 0;
    await expectProblem(await house.call('/ledger/0/tile/0/..%2f..%2fetc'), 422, 'validation-failed');
  });
});

describe('methods are explicit', () => {
  it.each(wrongMethods)('%s %s is 405 with what is allowed', async (method, path, allowed) => {
    const answer = await house.raw(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 405 /);
    expect(answer).toContain(`Allow: ${allowed}\r\n`);
    expect(answer).toContain('"code":"method-not-allowed"');
  });
  it.each(unknownMethods)('%s is 405', async (line) => {
    expect(await house.raw(`${line} HTTP/1.1\r\nHost: localhost\r\n\r\n`)).toMatch(/^HTTP\/1.1 405 [\s\S]*Allow: /);
  });
  it('X-HTTP-Method-Override, X-Original-URL and forwarded headers change nothing', async () => {
    const headers = {
      'x-http-method-override': 'DELETE',
      'x-original-url': '/v1/checks',
      'x-rewrite-url': '/v1/checks',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '1.2.3.4',
    };
    expect((await house.call('/v1/purposes', { scope: 'use', headers })).status).toBe(200);
    expect(house.seen[0]?.query).toEqual({ limit: 50 });
  });
  it('the body of a GET is ignored', async () => {
    const token = await house.token('use');
    const body = '{"limit":1';
    const answer = await house.raw(
      `GET /v1/purposes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(house.seen[0]).toMatchObject({ body: undefined, query: { limit: 50 } });
  });
  it('HEAD answers as GET without a body', async () => {
    const answer = await house.call('/livez', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

describe('a request says one thing on the wire', () => {
  it.each(wrongMessages)('%s', async (_what, bytes, status) => {
    const answer = await house.raw(bytes);
    expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(answer).not.toContain('HTTP/1.1 200');
  });
  it('an absolute address of ours is taken', async () => {
    expect(
      await house.raw('GET http://localhost/livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1.1 200 /);
    expect(await house.raw('GET /livez HTTP/1.1\r\nHost: privacy.example.org\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 200 /,
    );
  });
});

describe('no failure shows what is inside', () => {
  it('an error of ours is 500 without its message, in the answer and in the log', async () => {
    const answer = await house.call('/v1/subjects/customer:broken', { scope: 'consent' });
    const view = await problemOf(answer);
    expect([view.status, view.code]).toEqual([500, 'internal']);
    expect(view.text + house.faults.join()).not.toMatch(/secret|person@example/);
    expect(house.faults.at(-1)).toContain('SQLITE_BUSY');
  });
  it('the log holds route templates and never paths', async () => {
    await house.call('/v1/subjects/customer:somebody-else', { scope: 'consent' });
    await house.call('/v1/nowhere/customer:somebody-else');
    expect(JSON.stringify(house.lines)).not.toContain('somebody-else');
    expect(house.lines.map((line) => line.route)).toContain('/v1/subjects/{subject}');
  });
  it('any bytes get an answer below 500', async () => {
    const token = await house.token('use');
    for (let seed = 1; seed < 60; seed += 1) {
      const junk = Buffer.from(Array.from({ length: seed * 3 }, (_, at) => (seed * 31 + at * 17 * seed) % 256));
      const head = `POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${junk.length}\r\nConnection: close\r\n\r\n`;
      expect(await house.raw(Buffer.concat([Buffer.from(head), junk]))).toMatch(/^HTTP\/1.1 4\d\d /);
    }
  });
});
