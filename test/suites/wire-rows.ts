/**
 * What arrives broken on the wire, row by row, with nothing said about who answers.
 * Flow:    here → test/http/wire (a small edge), test/endpoints/wire (the whole service on both engines).
 * Source:  docs/promises.md 3.1.
 */
import { deflateSync, gzipSync } from 'node:zlib';

export const question = { subject: 'customer:42', aiSystem: 'chat', purpose: 'support' };

export const malformedBodies: readonly string[] = [
  '',
  '{',
  '{"subject":"customer:1"} x',
  '{/* c */}',
  '{"a":1,}',
  "{'a':1}",
  'undefined',
  'NaN',
  '[01]',
  '{"a":\u00a01}',
];

/** Bytes between two quotes. */
export const notUtf8Bodies: readonly (readonly [string, readonly number[]])[] = [
  ['an overlong slash', [0xc0, 0xaf]],
  ['half a surrogate pair in CESU-8', [0xed, 0xa0, 0x80]],
];

export const wrongTypes: readonly string[] = [
  'text/plain',
  'application/json; charset=utf-16',
  'application/json; charset=utf-7',
  'application/json; charset=iso-8859-1',
  'application/vnd.api+json',
  'application/x-www-form-urlencoded',
  'application/json; profile=x',
  'application/jsonx',
];

export const goodTypes: readonly string[] = [
  'application/json',
  'Application/JSON; charset=UTF-8',
  'application/json;charset="utf-8"',
];

export const encodedBodies: readonly (readonly [string, Buffer])[] = [
  ['gzip', gzipSync(JSON.stringify(question))],
  ['deflate', deflateSync(JSON.stringify(question))],
  ['br', Buffer.from('x')],
];

export const bodiesWithTwins: readonly string[] = [
  '{"subject":"a","subject":"b"}',
  '{"subject":"a","s\\u0075bject":"b"}',
  '{"a":{"b":1,"b":1}}',
  '[{"a":1,"a":1}]',
];

export const forbiddenNames: readonly string[] = ['__proto__', 'constructor', 'prototype'];

export const unknownMembers: readonly string[] = [
  'role',
  'subject_id',
  'status',
  'verified',
  'tenant',
  'created_at',
  'decision',
];

/** A number as written, and the code of its fault. */
export const wrongNumbers: readonly (readonly [string, string])[] = [
  ['9007199254740993', 'number-too-large'],
  ['-9007199254740993', 'number-too-large'],
  ['1e999', 'number-too-large'],
  ['-0', 'negative-zero'],
  ['-0.0', 'negative-zero'],
  ['-1e-999', 'negative-zero'],
];

export const wrongTexts: readonly string[] = ['\\u0000', '\\ud800', '\\udc00x', '\\u001b', '\\u0085', '\\u007f'];

export const wrongQueries: readonly string[] = [
  '?limit=1&limit=2',
  '?limit[]=1',
  '?a[b]=1',
  '?unknown=1',
  '?limit=0',
  '?limit=101',
  '?limit=1e1',
  '?limit=%ff',
  '?limit=0x10',
  '?limit=',
  '?cursor=%00',
];

export const malformedPaths: readonly string[] = ['/x/%ff', '/x/%zz', '/v1/purposes/%ff', '/v1/purposes/%zz'];

export const wrongPaths: readonly string[] = [
  '/v1/purposes/%2e%2e%2f',
  '/v1/purposes/a%00b',
  '/v1/purposes/a%2fb',
  '/v1/purposes/UPPER',
  '/v1/subjects/email:ada@example.org',
];

export const noAddresses: readonly string[] = [
  '//v1/purposes',
  '/V1/purposes',
  '/v1/purposes/',
  '/v1//purposes',
  '/v1/./purposes',
  '/x/../v1/purposes',
  '/LIVEZ',
  '/livez/',
  '/v1/purposes;a=1',
  '/%76%31/purposes',
];

/** Method, path, and what Allow says. */
export const wrongMethods: readonly (readonly [string, string, string])[] = [
  ['TRACE', '/v1/checks', 'POST'],
  ['GET', '/v1/checks', 'POST'],
  ['OPTIONS', '/v1/purposes', 'GET, HEAD'],
  ['DELETE', '/v1/purposes/p', 'GET, HEAD, PUT'],
  ['PATCH', '/v1/purposes/p', 'GET, HEAD, PUT'],
  ['POST', '/livez', 'GET, HEAD'],
];

export const unknownMethods: readonly string[] = ['FROBNICATE /livez', 'CONNECT localhost:1'];

/** What, the bytes, and the status of the answer. */
export const wrongMessages: readonly (readonly [string, string, string])[] = [
  ['two Host headers', 'GET /livez HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n', '400'],
  ['two equal Host headers', 'GET /livez HTTP/1.1\r\nHost: localhost\r\nhost: localhost\r\n\r\n', '400'],
  ['another host in the request line', 'GET http://evil.example/livez HTTP/1.1\r\nHost: localhost\r\n\r\n', '400'],
  ['no Host', 'GET /livez HTTP/1.1\r\n\r\n', '400'],
  ['an empty Host', 'GET /livez HTTP/1.1\r\nHost:\r\n\r\n', '400'],
  ['a Host that is none', 'GET /livez HTTP/1.1\r\nHost: local host\r\n\r\n', '400'],
  ['a Host that is not ours', 'GET /livez HTTP/1.1\r\nHost: evil.example\r\n\r\n', '421'],
  [
    'Content-Length with Transfer-Encoding',
    'POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '400',
  ],
  [
    'two lengths',
    'POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde',
    '400',
  ],
  ['a bare line feed', 'GET /livez HTTP/1.1\nHost: localhost\n\n', '400'],
  ['a fragment', 'GET /livez#x HTTP/1.1\r\nHost: localhost\r\n\r\n', '400'],
  ['a backslash', 'GET /\\evil HTTP/1.1\r\nHost: localhost\r\n\r\n', '400'],
  ['no path', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n', '400'],
  ['too many header bytes', `GET /livez HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`, '431'],
  [
    'an expectation nobody knows',
    'POST /v1/checks HTTP/1.1\r\nHost: localhost\r\nExpect: foo\r\nContent-Length: 0\r\n\r\n',
    '417',
  ],
  ['another protocol', '\u0016\u0003\u0001\u0002\u0000', '400'],
];
