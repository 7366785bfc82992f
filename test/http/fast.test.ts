import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainReader } from '../../src/http/fast/plain.ts';
import { aListeningEdge, type House } from '../given/http/listening-edge.ts';
import {
  bodiesWithTwins,
  forbiddenNames,
  goodTypes,
  malformedBodies,
  question,
  unknownMembers,
  wrongTypes,
} from '../suites/wire-rows.ts';

/** The same edge twice: once with the fast path, once with the router alone. */
let fast: House;
let routed: House;
beforeAll(async () => {
  [fast, routed] = await Promise.all([aListeningEdge(), aListeningEdge({ routerOnly: true })]);
});
afterAll(() => Promise.all([fast.stop(), routed.stop()]));
beforeEach(() => {
  for (const house of [fast, routed]) {
    house.status = { state: 'ready', notes: [] };
    house.seen.length = 0;
    house.lines.length = 0;
  }
});

interface Sent {
  readonly line: string;
  readonly headers: readonly string[];
  readonly body: string | Buffer;
}

const good = JSON.stringify(question);
const batch = JSON.stringify({ items: [question, { ...question, purpose: 7 }, 'x'] });
/** Stands in a header for the token that each of the two knows. */
const scoped = (scope: string) => `Authorization: Bearer <${scope}>`;
const plain = ['Host: localhost', scoped('use'), 'Content-Type: application/json'];
const lengthOf = (body: string | Buffer): string => `Content-Length: ${Buffer.byteLength(body)}`;
const posted = (
  body: string | Buffer,
  headers: readonly string[] = plain,
  line = 'POST /v1/checks HTTP/1.1',
): Sent => ({
  line,
  headers: [...headers, lengthOf(body)],
  body,
});

async function bytesFor(house: House, { line, headers, body }: Sent, last = true): Promise<Buffer> {
  const made: string[] = [];
  for (const header of headers) {
    const scope = /<([a-z ]+)>/.exec(header)?.[1];
    made.push(scope === undefined ? header : header.replace(`<${scope}>`, await house.token(scope)));
  }
  const head = [line, ...made, ...(last ? ['Connection: close'] : [])].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
}

/** What differs from one request to the next by its nature. */
const settled = (answer: string): string =>
  answer
    .replaceAll(/^(Date|Request-Id): .*\r\n/gm, '$1: …\r\n')
    .replaceAll(/"requestId":"[0-9a-f-]{36}"/g, '"requestId":"…"')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, '…');

/** Several questions at once may be answered in any order behind the scenes. */
const reached = (house: House) => house.seen.map(({ requestId: _, ...context }) => JSON.stringify(context)).sort();
const logged = (house: House) => house.lines.map(({ requestId: _id, ms: _ms, ...line }) => JSON.stringify(line)).sort();

async function expectSame(...sent: readonly Sent[]): Promise<string> {
  for (const house of [fast, routed]) {
    house.seen.length = 0;
    house.lines.length = 0;
  }
  const ask = async (house: House): Promise<string> => {
    const parts = await Promise.all(sent.map((each, at) => bytesFor(house, each, at === sent.length - 1)));
    return settled(await house.raw(Buffer.concat(parts)));
  };
  const [one, other] = await Promise.all([ask(fast), ask(routed)]);
  expect(one).toBe(other);
  expect(reached(fast)).toEqual(reached(routed));
  expect(logged(fast)).toEqual(logged(routed));
  return one;
}

describe('the fast path and the router cannot be told apart', () => {
  it('by a good check, by a good batch, and by a use', async () => {
    expect(await expectSame(posted(good))).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await expectSame(posted(batch, plain, 'POST /v1/checks/batch HTTP/1.1'))).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await expectSame(posted(good, plain, 'POST /v1/uses HTTP/1.1'))).toMatch(/^HTTP\/1.1 201 Created\r\n/);
  });

  it.each([
    ['nobody', ['Host: localhost', 'Content-Type: application/json']],
    ['a token of another kind', ['Host: localhost', 'Authorization: Basic eDp5', 'Content-Type: application/json']],
    ['a token that is none', ['Host: localhost', 'Authorization: Bearer a.b.c', 'Content-Type: application/json']],
    ['a token for something else', ['Host: localhost', scoped('audit'), 'Content-Type: application/json']],
    ['two tokens', [...plain, scoped('use')]],
    ['an administrator', ['Host: localhost', scoped('admin'), 'Content-Type: application/json']],
  ])('by who asks: %s', async (_who, headers) => {
    await expectSame(posted(good, headers));
  });

  it.each([
    'Host: 127.0.0.1',
    'Host: LOCALHOST:8080',
    'Host: [::1]:1',
    'Host: privacy.example.org',
    'Host: evil.example',
    'Host: privacy.example.org.evil.example',
    'Host: localhost:x',
    'Host: ',
    'Host: localhost\r\nHost: localhost',
    'X-Forwarded-Host: localhost',
  ])('by the host: %s', async (host) => {
    await expectSame(posted(good, [host, scoped('use'), 'Content-Type: application/json']));
  });

  it.each([
    'POST /v1/checks?language=de HTTP/1.1',
    'POST /v1/checks?language=x&language=y HTTP/1.1',
    'POST /v1/checks? HTTP/1.1',
    'POST /v1/checks/ HTTP/1.1',
    'POST /V1/checks HTTP/1.1',
    'POST /v1//checks HTTP/1.1',
    'POST /v1/%63hecks HTTP/1.1',
    'POST /v1/checks%2Fbatch HTTP/1.1',
    'POST /v1/checks#x HTTP/1.1',
    'POST http://localhost/v1/checks HTTP/1.1',
    'POST http://evil.example/v1/checks HTTP/1.1',
    'PUT /v1/checks HTTP/1.1',
    'GET /v1/checks HTTP/1.1',
    'HEAD /v1/checks HTTP/1.1',
    'OPTIONS /v1/checks HTTP/1.1',
    'BREW /v1/checks HTTP/1.1',
    'POST /v1/uses?language=de HTTP/1.1',
    'GET /v1/uses HTTP/1.1',
    'POST /v1/checks HTTP/1.0',
    'POST /v1/checks HTTP/3.0',
  ])('by the first line: %s', async (line) => {
    await expectSame(posted(good, plain, line));
  });

  it.each([...wrongTypes, ...goodTypes, 'application/json,application/json'])(
    'by the kind of body: %s',
    async (type) => {
      await expectSame(posted(good, ['Host: localhost', scoped('use'), `Content-Type: ${type}`]));
    },
  );

  it.each([
    'Content-Encoding: gzip',
    'Content-Encoding: identity',
    'Content-Type: text/plain',
    'Idempotency-Key: one',
    'Idempotency-Key: \u00e4',
    'Sec-GPC: 1',
    'Accept-Language: de-CH, fr;q=0.5',
    'Accept-Language: *',
    'Accept-Language: de\r\nAccept-Language: fr',
    'Accept: text/html',
    'Request-Secret: abcdefghijklmnopqrstuvwxyz',
    'X-HTTP-Method-Override: DELETE',
    'X-Original-URL: /v1/uses',
    'Cookie: __Host-candor=x',
    'Transfer-Encoding: chunked',
    'Expect: 100-continue',
    'Expect: something',
    'Upgrade: websocket',
    'Trailer: x',
    `X-Long: ${'x'.repeat(20_000)}`,
  ])('by a header more: %s', async (header) => {
    await expectSame(posted(good, [...plain, header]));
    await expectSame(posted(good, [...plain, header], 'POST /v1/uses HTTP/1.1'));
  });

  it.each(['0', '+27', '027', '1e2', '-1', '27, 27', '99999999999', '102401', '20\r\nContent-Length: 21'])(
    'by the length that is said: %s',
    async (length) => {
      await expectSame({
        line: 'POST /v1/checks HTTP/1.1',
        headers: [...plain, `Content-Length: ${length}`],
        body: good,
      });
    },
  );

  it.each([
    ...malformedBodies,
    ...bodiesWithTwins,
    ...forbiddenNames.map((name) => `{"context":{"${name}":1}}`),
    ...unknownMembers.map((name) => JSON.stringify({ ...question, [name]: true })),
    '\ufeff{}',
    '"\ud800"',
    `${'['.repeat(33)}${']'.repeat(33)}`,
    JSON.stringify({ ...question, dataCategories: Array(101).fill('x') }),
    JSON.stringify({ items: [] }),
  ])('by a body that is refused: %j', async (body) => {
    await expectSame(posted(body));
    await expectSame(posted(body, plain, 'POST /v1/checks/batch HTTP/1.1'));
    await expectSame(posted(body, plain, 'POST /v1/uses HTTP/1.1'));
  });

  it('by bytes that are no text, by too many, and by a body that is said in pieces', async () => {
    await expectSame(
      posted(Buffer.concat([Buffer.from('{"subject":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
    );
    await expectSame(posted(JSON.stringify({ ...question, purpose: 'x'.repeat(102_400) })));
    await expectSame(posted(`{"items":["${'x'.repeat(1_048_576)}"]}`, plain, 'POST /v1/checks/batch HTTP/1.1'));
    await expectSame({
      line: 'POST /v1/checks HTTP/1.1',
      headers: [...plain, 'Transfer-Encoding: chunked'],
      body: `5\r\n{"a":\r\n3\r\n1}\n\r\n0\r\n\r\n`,
    });
    await expectSame({
      line: 'POST /v1/checks HTTP/1.1',
      headers: [...plain, lengthOf(good), 'Transfer-Encoding: chunked'],
      body: '0\r\n\r\nGET /livez HTTP/1.1\r\n\r\n',
    });
  });

  it.each(['sealed', 'stopping', 'not-ready'] as const)('while the house is %s', async (state) => {
    fast.status = { state, notes: [] };
    routed.status = { state, notes: [] };
    await expectSame(posted(good));
    await expectSame(posted('{'));
  });

  it('by several questions sent at once, whichever way each of them goes', async () => {
    const lines = [
      'POST /v1/checks HTTP/1.1',
      'POST /v1/checks?language=de HTTP/1.1',
      'POST /v1/checks/batch HTTP/1.1',
      'GET /livez HTTP/1.1',
    ];
    await expectSame(
      posted(good),
      posted(good, plain, lines[1]),
      posted(batch, plain, lines[2]),
      posted('', plain, lines[3]),
      posted(good),
    );
    await expectSame(posted(good), posted('{'), posted(good));
  });

  // Three hundred exchanges over sockets, which a busy machine makes slow and no less the same.
  it('by anything that is put together from good and bad parts', { timeout: 120_000 }, async () => {
    const lines = fc.constantFrom(
      'POST /v1/checks HTTP/1.1',
      'POST /v1/checks/batch HTTP/1.1',
      'POST /v1/uses HTTP/1.1',
      'POST /v1/checks? HTTP/1.1',
      'GET /v1/checks HTTP/1.1',
    );
    const maybe = (...headers: readonly string[]) =>
      fc.option(fc.constantFrom(...headers), { nil: undefined, freq: 4 });
    const headers = fc
      .tuple(
        fc.constantFrom('Host: localhost', 'host: 127.0.0.1:1', 'Host: evil.example', 'Hos: localhost'),
        fc.constantFrom(
          scoped('use'),
          scoped('use decide'),
          scoped('audit'),
          'Authorization: Bearer x',
          'authorization:bearer a.b.c',
        ),
        fc.constantFrom(
          'Content-Type: application/json',
          'content-type:  application/json ',
          'Content-Type: Application/JSON; charset=utf-8',
          'Content-Type: text/plain',
        ),
        maybe('Accept-Language: fr', 'accept-language: zz-Zz-zz'),
        maybe('Idempotency-Key: k', 'Content-Encoding: br', 'Sec-GPC: 1', 'Content-Type: application/json'),
      )
      .map((all) => all.filter((header) => header !== undefined));
    const bodies = fc.oneof(
      fc.constantFrom(good, batch, '', '{', 'null', '1e400'),
      fc.json(),
      fc.record({ subject: fc.string(), purpose: fc.string() }).map((it) => JSON.stringify(it)),
    );
    await fc.assert(
      fc.asyncProperty(
        lines,
        headers,
        bodies,
        async (line, said, body) => void (await expectSame(posted(body, said, line))),
      ),
      { numRuns: 150 },
    );
  });
});

describe('the fast path takes', () => {
  const plainly = plainReader(new Set(['localhost']));
  const read = (...headers: readonly string[]) => plainly({ rawHeaders: headers } as unknown as IncomingMessage, 100);
  const usual = ['Host', 'localhost:8080', 'Content-Type', 'application/json', 'Content-Length', '20'];

  it('what a service usually sends, so that it is used at all', () => {
    expect(read(...usual, 'Authorization', 'Bearer x', 'Accept', '*/*', 'User-Agent', 'x')).toEqual({
      authorization: 'Bearer x',
      hasLanguage: false,
    });
    expect(read(...usual, 'accept-language', '*')).toEqual({ authorization: undefined, hasLanguage: true });
  });

  it('nothing that needs a closer look', () => {
    for (const more of [
      'Transfer-Encoding',
      'Content-Encoding',
      'Idempotency-Key',
      'Sec-GPC',
      'HOST',
      'content-length',
    ])
      expect(read(...usual, more, '1')).toBeUndefined();
    expect(read('Host', 'evil.example', ...usual.slice(2))).toBeUndefined();
    expect(read(...usual.slice(0, 5), '101')).toBeUndefined();
    expect(read(...usual.slice(2))).toBeUndefined();
  });
});
