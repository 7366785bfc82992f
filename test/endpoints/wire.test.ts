import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aService, engines, type RunningService } from '../given/service.ts';
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
  wrongMessages,
  wrongMethods,
  wrongNumbers,
  wrongPaths,
  wrongQueries,
  wrongTexts,
  wrongTypes,
} from '../suites/wire-rows.ts';

interface Row {
  readonly title: string;
  readonly bytes: (token: string) => Buffer;
  readonly status: string;
}

const json = { type: 'application/json', path: '/v1/checks', encoding: '' };
const sent =
  (body: string | Buffer, how: Partial<typeof json> = {}) =>
  (token: string): Buffer => {
    const { type, path, encoding } = { ...json, ...how };
    const content = Buffer.from(body as string);
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: localhost',
      `Authorization: Bearer ${token}`,
      `Content-Type: ${type}`,
      `Content-Length: ${content.length}`,
      ...(encoding === '' ? [] : [`Content-Encoding: ${encoding}`]),
      'Connection: close',
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content]);
  };
const asked = (line: string) => (token: string) =>
  Buffer.from(`${line} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`);
const nested = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`k${at}`, 1])));

const rows: readonly Row[] = [
  ...malformedBodies.map((body) => ({ title: `the body ${JSON.stringify(body)}`, bytes: sent(body), status: '400' })),
  ...notUtf8Bodies.map(([what, bad]) => ({ title: what, bytes: sent(Buffer.from([0x22, ...bad, 0x22])), status: '400' })),
  ...wrongTypes.map((type) => ({ title: `the type ${type}`, bytes: sent(JSON.stringify(question), { type }), status: '415' })),
  ...encodedBodies.map(([encoding, body]) => ({ title: `the encoding ${encoding}`, bytes: sent(body, { encoding }), status: '415' })),
  { title: '100 kB', bytes: sent(JSON.stringify({ ...question, purpose: 'x'.repeat(102_400) })), status: '413' },
  { title: '40,000 levels', bytes: sent(nested), status: '400' },
  { title: '1,001 members', bytes: sent(wide), status: '400' },
  ...bodiesWithTwins.map((body) => ({ title: body, bytes: sent(body), status: '400' })),
  ...forbiddenNames.map((name) => ({ title: `a member ${name}`, bytes: sent(`{"context":{"${name}":{"allowed":true}}}`), status: '422' })),
  ...unknownMembers.map((name) => ({ title: `a member ${name}`, bytes: sent(JSON.stringify({ ...question, [name]: true })), status: '422' })),
  ...wrongNumbers.map(([number]) => ({ title: `the number ${number}`, bytes: sent(`{"items":[${number}]}`, { path: '/v1/uses/batch' }), status: '422' })),
  ...wrongTexts.map((text) => ({ title: `text with ${text}`, bytes: sent(`{"subject":"customer:1${text}"}`, { path: '/v1/uses' }), status: '422' })),
  ...wrongQueries.map((query) => ({ title: `the query ${query}`, bytes: asked(`GET /v1/purposes${query}`), status: '400' })),
  ...malformedPaths.map((path) => ({ title: `the path ${path}`, bytes: asked(`GET ${path}`), status: '400' })),
  ...wrongPaths.map((path) => ({ title: `the path ${path}`, bytes: asked(`GET ${path}`), status: '422' })),
  ...noAddresses.map((path) => ({ title: `the path ${path}`, bytes: asked(`GET ${path}`), status: '404' })),
  ...wrongMethods.map(([method, path]) => ({ title: `${method} ${path}`, bytes: asked(`${method} ${path}`), status: '405' })),
  ...unknownMethods.map((line) => ({ title: line, bytes: asked(line), status: '405' })),
  ...wrongMessages.map(([what, bytes, status]) => ({ title: what, bytes: () => Buffer.from(bytes, 'latin1'), status })),
];

describe.each(engines)('what arrives broken over %s', (engine) => {
  let service: RunningService;
  let token = '';
  beforeAll(async () => {
    service = await aService({ engine });
    token = await service.token({ sub: 'shop', scope: 'use consent' });
  });
  afterAll(() => service.stop());

  it.concurrent.each(rows.map((row) => [row.title, row] as const))('%s is refused, and nothing is recorded', async (_title, { bytes, status }) => {
    const answer = await service.raw(bytes(token));
    expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(await service.house.ledger.size(0)).toBe(0);
  });

  it('any bytes get an answer below 500', async () => {
    const junk = (seed: number): Buffer => Buffer.from(Array.from({ length: seed * 3 }, (_, at) => (seed * 31 + at * 17 * seed) % 256));
    const paths = ['/v1/uses', '/v1/consents', '/v1/requests', '/v1/automated-decisions'];
    const answers = await Promise.all(Array.from({ length: 60 }, (_, seed) => service.raw(sent(junk(seed + 1), { path: paths[seed % 4] ?? '' })(token))));
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  });
});
