/**
 * What arrives broken on the wire, one named row for each row of the design, with every case of it as bytes.
 * Flow:    wire-rows → here → test/endpoints/wire (the whole service, both engines).
 * Promise: a case holds what was sent and what must come back: status and code, or the answer that the plain request
 *          gets.
 * Source:  docs/promises.md 3.1.
 */
import { gzipSync } from 'node:zlib';
import {
  bodiesWithTwins,
  encodedBodies,
  forbiddenNames,
  malformedBodies,
  malformedPaths,
  noAddresses,
  notUtf8Bodies,
  question,
  unknownMembers,
  unknownMethods,
  wrongMethods,
  wrongNumbers,
  wrongPaths,
  wrongQueries,
  wrongTexts,
  wrongTypes,
} from './wire-rows.ts';

export interface WireCase {
  readonly what: string;
  readonly bytes: (token: string) => Buffer;
  readonly status: number;
  /** The problem; absent where the request is answered as if the odd part of it were not there. */
  readonly code?: string;
  /** A header that must stand in the answer. */
  readonly header?: string;
}

export interface WireRow {
  readonly row: string;
  readonly cases: readonly WireCase[];
}

type Refused = Pick<WireCase, 'status' | 'code' | 'header'>;
type Bytes = WireCase['bytes'];

interface Sending {
  readonly path?: string;
  readonly type?: string;
  readonly more?: readonly string[];
}

const CRLF = '\r\n';
const ours = (token: string): readonly string[] => [
  'Host: localhost',
  `Authorization: Bearer ${token}`,
  'Connection: close',
];
const message = (lines: readonly string[], body: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from(lines.join(CRLF) + CRLF + CRLF, 'latin1'), body]);

/** A POST to /v1/checks, where nothing else is said. */
const sent =
  (body: string | Buffer, { path = '/v1/checks', type = 'application/json', more = [] }: Sending = {}): Bytes =>
  (token) => {
    const content = Buffer.from(body as string);
    const typed = type === '' ? [] : [`Content-Type: ${type}`];
    return message(
      [`POST ${path} HTTP/1.1`, ...ours(token), ...typed, `Content-Length: ${content.length}`, ...more],
      content,
    );
  };
const chunked =
  (body: string): Bytes =>
  (token) =>
    message(
      ['POST /v1/checks HTTP/1.1', ...ours(token), 'Content-Type: application/json', 'Transfer-Encoding: chunked'],
      Buffer.from(`${body.length.toString(16)}${CRLF}${body}${CRLF}0${CRLF}${CRLF}`),
    );
const asked =
  (line: string, more: readonly string[] = []): Bytes =>
  (token) =>
    message([`${line} HTTP/1.1`, ...ours(token), ...more]);
/** Bytes as they are, for what our own headers would hide. */
const plain =
  (text: string): Bytes =>
  () =>
    Buffer.from(text, 'latin1');

const one = (what: string, bytes: Bytes, refused: Refused): WireCase => ({ what, bytes, ...refused });
const many = <T>(
  items: readonly T[],
  refused: Refused,
  of: (item: T) => readonly [string, Bytes],
): readonly WireCase[] => items.map((item) => one(...of(item), refused));

const json = JSON.stringify(question);
const invalid: Refused = { status: 422, code: 'validation-failed' };
const malformed: Refused = { status: 400, code: 'malformed-request' };
const wrongKind: Refused = { status: 415, code: 'unsupported-media-type' };
const tooLarge: Refused = { status: 413, code: 'payload-too-large' };
const tooComplex: Refused = { status: 400, code: 'json-too-complex' };
const asUsual: Refused = { status: 200 };
const nested = (levels: number, open = '[', close = ']'): string => `${open.repeat(levels)}${close.repeat(levels)}`;
const members = (count: number): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1])));
const large = JSON.stringify({ ...question, purpose: 'x'.repeat(102_400) });

const bodies: readonly WireRow[] = [
  {
    row: 'broken JSON, something after it, comments, nothing at all',
    cases: many(malformedBodies, { status: 400, code: 'malformed-json' }, (body) => [JSON.stringify(body), sent(body)]),
  },
  {
    row: 'bytes that are not UTF-8',
    cases: [
      ...many(
        [...notUtf8Bodies, ['0xFF 0xFE', [0xff, 0xfe]] as const],
        { status: 400, code: 'malformed-encoding' },
        ([what, bad]) => [
          what,
          sent(Buffer.concat([Buffer.from('{"subject":"customer:'), Buffer.from([...bad]), Buffer.from('"}')])),
        ],
      ),
      one('a byte order mark', sent(Buffer.from(`\ufeff${json}`)), { status: 400, code: 'malformed-encoding' }),
    ],
  },
  {
    row: 'a charset other than UTF-8',
    cases: many(
      wrongTypes.filter((type) => type.includes('charset')),
      wrongKind,
      (type) => [type, sent(json, { type })],
    ),
  },
  {
    row: 'a body that does not call itself JSON',
    cases: [
      ...many(
        wrongTypes.filter((type) => !type.includes('charset')),
        wrongKind,
        (type) => [type, sent(json, { type })],
      ),
      one('no Content-Type', sent(json, { type: '' }), wrongKind),
      one(
        'JSON for a form',
        sent('{"code":"x"}', { path: '/me/enter', more: ['Sec-Fetch-Site: same-origin'] }),
        wrongKind,
      ),
    ],
  },
  {
    row: 'a body that was encoded, a bomb too',
    cases: many(
      [...encodedBodies, ['gzip', gzipSync(Buffer.alloc(50_000_000, 0x20))] as const],
      wrongKind,
      ([encoding, body]) => [
        `${encoding} of ${body.length} bytes`,
        sent(body, { more: [`Content-Encoding: ${encoding}`] }),
      ],
    ),
  },
  {
    row: 'a body beyond the limit',
    cases: [
      one('100 kB, announced', sent(large), tooLarge),
      one('100 kB in chunks', chunked(large), tooLarge),
      one('1 MiB for a batch', sent(`{"items":["${'x'.repeat(1_048_576)}"]}`, { path: '/v1/uses/batch' }), tooLarge),
      one(
        '100 GB, announced',
        (token) =>
          message([
            'POST /v1/checks HTTP/1.1',
            ...ours(token),
            'Content-Type: application/json',
            'Content-Length: 99999999999',
          ]),
        tooLarge,
      ),
    ],
  },
  {
    row: 'a body that is too deep, too wide or too long',
    cases: [
      one('33 lists', sent(nested(33)), tooComplex),
      one('40,000 lists', sent(nested(40_000)), tooComplex),
      one('33 objects', sent(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`), tooComplex),
      one('1,001 members', sent(members(1001)), tooComplex),
      one('20,001 members in a batch', sent(`{"items":[${members(20_000)}]}`, { path: '/v1/uses/batch' }), tooComplex),
      one(
        '1,001 items',
        sent(JSON.stringify({ items: Array(1001).fill(1) }), { path: '/v1/checks/batch' }),
        tooComplex,
      ),
      one('101 categories', sent(JSON.stringify({ ...question, dataCategories: Array(101).fill('x') })), tooComplex),
    ],
  },
  {
    row: 'a member named twice',
    cases: many(bodiesWithTwins, { status: 400, code: 'duplicate-key' }, (body) => [body, sent(body)]),
  },
  {
    row: '__proto__, constructor and prototype',
    cases: forbiddenNames.flatMap((name) => [
      one(`${name} at the top`, sent(`{"${name}":{"allowed":true}}`), invalid),
      one(`${name} further in`, sent(`{"context":{"${name}":{"allowed":true}}}`), invalid),
    ]),
  },
  {
    row: 'a member that nobody described',
    cases: [
      ...many(unknownMembers, invalid, (name) => [name, sent(JSON.stringify({ ...question, [name]: true }))]),
      one(
        'a consent that the caller brings along',
        sent(JSON.stringify({ ...question, context: { consent: true } })),
        invalid,
      ),
    ],
  },
  {
    row: 'numbers that cannot be kept',
    cases: [
      ...many(wrongNumbers, invalid, ([number]) => [number, sent(`{"items":[${number}]}`, { path: '/v1/uses/batch' })]),
      one(
        'NaN as text',
        sent('{"subject":"customer:1","purpose":"p","state":"given","notice":{"key":"n","version":"NaN"}}', {
          path: '/v1/consents',
        }),
        invalid,
      ),
    ],
  },
  {
    row: 'text with NUL, half characters, controls or turned directions',
    cases: [
      ...many(wrongTexts, invalid, (text) => [text, sent(`{"subject":"customer:1${text}"}`, { path: '/v1/uses' })]),
      ...many(
        ['customer:1\u202e2', 'email:a@ex\u200bample.org', 'email:\u212aa@example.org', 'phone:+49 (0)30 1234567'],
        invalid,
        (subject) => [JSON.stringify(subject), sent(JSON.stringify({ ...question, subject }))],
      ),
    ],
  },
];

const addresses: readonly WireRow[] = [
  {
    row: 'a query that could be read in two ways',
    cases: many(
      [...wrongQueries, '?__proto__=1', '?constructor=1', '?limit=5&', '?=1'],
      { status: 400, code: 'invalid-query' },
      (query) => [query, asked(`GET /v1/purposes${query}`)],
    ),
  },
  {
    row: 'a path that is not text, or that climbs',
    cases: [
      ...many(malformedPaths, { status: 400, code: 'malformed-encoding' }, (path) => [path, asked(`GET ${path}`)]),
      ...many([...wrongPaths, '/docs/..%2f..%2fpackage.json', '/assets/..%2fchrome.ts'], invalid, (path) => [
        path,
        asked(`GET ${path}`),
      ]),
    ],
  },
  {
    row: 'a second address for the same thing',
    cases: many([...noAddresses, '/me.css', '/me/choices.css'], { status: 404, code: 'not-found' }, (path) => [
      path,
      asked(`GET ${path}`),
    ]),
  },
  {
    row: 'a host that is not ours, or two of them',
    cases: [
      one('two hosts', plain('GET /livez HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n'), malformed),
      one('the same host twice', plain('GET /livez HTTP/1.1\r\nHost: localhost\r\nhost: localhost\r\n\r\n'), malformed),
      one('another host in the request line', asked('GET http://evil.example/livez'), malformed),
      one('a name and password in the request line', asked('GET http://a:b@localhost/livez'), malformed),
      one('another scheme', asked('GET ftp://localhost/livez'), malformed),
      one('a host that is none', plain('GET /livez HTTP/1.1\r\nHost: local host\r\n\r\n'), malformed),
      one('a host of somebody else', plain('GET /livez HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'), {
        status: 421,
        code: 'misdirected-request',
      }),
      one('two tokens', asked('GET /v1/purposes', ['authorization: Bearer a.b.c']), malformed),
      one('two types', sent(json, { more: ['content-type: text/plain'] }), malformed),
    ],
  },
];

const framed: readonly WireRow[] = [
  {
    row: 'a message whose end two readers would see in two places',
    cases: many(
      [
        ['a length and chunks', 'Host: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
        ['two lengths', 'Host: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde'],
        ['a negative length', 'Host: localhost\r\nContent-Length: -1\r\n\r\n'],
        ['a length beyond counting', 'Host: localhost\r\nContent-Length: 99999999999999999999999\r\n\r\n'],
        ['an encoding that is almost chunked', 'Host: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
        ['chunks that are not last', 'Host: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
        ['a chunk without a size', 'Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{\r\n0\r\n\r\n'],
        ['a space before the colon', 'Host : localhost\r\nContent-Length: 0\r\n\r\n'],
        ['a folded header', 'Host: localhost\r\nX: a\r\n b\r\n\r\n'],
        ['NUL in a header', 'Host: localhost\r\nX: a\u0000b\r\n\r\n'],
        ['a bare line feed', 'Host: localhost\nContent-Length: 0\n\n'],
        ['no host', 'Content-Length: 0\r\n\r\n'],
        ['an empty host', 'Host:\r\nContent-Length: 0\r\n\r\n'],
      ],
      malformed,
      ([what = '', rest = '']) => [what, plain(`POST /v1/checks HTTP/1.1\r\n${rest}`)],
    ),
  },
  {
    row: 'what is no HTTP/1.1 at all',
    cases: many(
      [
        '\u0016\u0003\u0001\u0002\u0000',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
        'GET /livez\r\n\r\n',
        'GET /livez HTTP/1.1\rHost: localhost\r\r',
        'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n',
      ],
      malformed,
      (bytes) => [JSON.stringify(bytes), plain(bytes)],
    ),
  },
  {
    row: 'headers beyond 16 kB',
    cases: [
      one('one long header', asked('GET /livez', [`X: ${'x'.repeat(17_000)}`]), {
        status: 431,
        code: 'headers-too-large',
      }),
    ],
  },
  {
    row: 'a method that is not offered',
    cases: [
      ...wrongMethods.map(([method, path, allowed]) =>
        one(`${method} ${path}`, asked(`${method} ${path}`), {
          status: 405,
          code: 'method-not-allowed',
          header: `Allow: ${allowed}`,
        }),
      ),
      ...many(
        unknownMethods,
        { status: 405, code: 'method-not-allowed', header: 'Allow: GET, HEAD, POST, PUT, DELETE' },
        (line) => [line, asked(line)],
      ),
    ],
  },
  {
    row: 'a GET with a body',
    cases: [
      one(
        'JSON',
        (token) =>
          message(
            ['GET /v1/purposes HTTP/1.1', ...ours(token), 'Content-Type: application/json', 'Content-Length: 11'],
            Buffer.from('{"limit":1}'),
          ),
        asUsual,
      ),
      one(
        'broken chunks of text',
        (token) =>
          message(
            ['GET /v1/purposes HTTP/1.1', ...ours(token), 'Transfer-Encoding: chunked'],
            Buffer.from('1\r\n{\r\n0\r\n\r\n'),
          ),
        asUsual,
      ),
    ],
  },
  {
    row: 'headers that a proxy would have set',
    cases: many(
      [
        'X-Forwarded-For: 10.0.0.1',
        'X-Forwarded-Host: evil.example',
        'X-Forwarded-Proto: http',
        'Forwarded: for=10.0.0.1;host=evil.example',
      ],
      asUsual,
      (header) => [header, asked('GET /v1/purposes', [header])],
    ),
  },
  {
    row: 'headers that would turn the request into another',
    cases: many(
      [
        'X-HTTP-Method-Override: DELETE',
        'X-Method-Override: PUT',
        'X-Original-URL: /v1/ledger/entries',
        'X-Rewrite-URL: /v1/ledger/entries',
        'Upgrade: h2c',
      ],
      asUsual,
      (header) => [header, asked('GET /v1/purposes', [header])],
    ),
  },
  {
    row: 'an expectation that nobody knows',
    cases: [one('Expect: foo', sent(json, { more: ['Expect: foo'] }), { status: 417, code: 'expectation-failed' })],
  },
];

export const wireTable: readonly WireRow[] = [...bodies, ...addresses, ...framed];
