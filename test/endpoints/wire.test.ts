import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../src/vocabulary/problems.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';
import { type WireCase, wireTable } from '../suites/wire-table.ts';

const protections = [
  'Content-Security-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy',
  'X-Frame-Options',
  'Request-Id',
];

/** The last answer on the socket, in parts. */
function partsOf(answer: string): { readonly status: number; readonly head: string; readonly body: string } {
  const end = answer.indexOf('\r\n\r\n');
  return { status: Number(answer.slice(9, 12)), head: answer.slice(0, end + 2), body: answer.slice(end + 4) };
}

/** One problem of the catalogue, with every protection on it and nothing of what was sent or of what is inside. */
function expectProblem(answer: string, { code = '', header }: WireCase): void {
  const { status, head, body } = partsOf(answer);
  expect(head).toContain('Content-Type: application/problem+json; charset=utf-8\r\n');
  expect(head).toContain('Cache-Control: no-store\r\n');
  for (const name of protections) expect(head).toContain(name);
  if (header !== undefined) expect(head).toContain(`${header}\r\n`);
  const problem = JSON.parse(body);
  expect(problem).toMatchObject({
    type: `/problems/${code}`,
    code,
    status,
    title: problems[code as keyof typeof problems].title,
  });
  expect(head).toContain(`Request-Id: ${problem.requestId}\r\n`);
  expect(body).not.toMatch(/customer:[^<]|example\.org|evil|\n? {4}at |node_modules|\.ts:/);
}

describe.each(dailyEngine)('what arrives broken over %s', (engine) => {
  let service: RunningService;
  let token = '';
  beforeAll(async () => {
    service = await aService({ engine });
    token = await service.token({ sub: 'shop', scope: 'use consent' });
  });
  afterAll(() => service.stop());

  describe.each(wireTable.map(({ row, cases }) => [row, cases] as const))('%s', (_row, cases) => {
    it.concurrent.each(cases.map((each) => [each.what, each] as const))('%s', async (_what, each) => {
      const answer = await service.raw(each.bytes(token));
      expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${each.status}`);
      expect(answer.match(/HTTP\/1\.1 [0-9]{3} /g)).toHaveLength(1);
      if (each.code === undefined) expect(JSON.parse(partsOf(answer).body)).toEqual({ items: [], next: null });
      else expectProblem(answer, each);
      expect(await service.house.ledger.size(0)).toBe(0);
    });
  });

  it('any bytes get an answer below 500', async () => {
    const junk = (seed: number): Buffer =>
      Buffer.from(Array.from({ length: seed * 3 }, (_, at) => (seed * 31 + at * 17 * seed) % 256));
    const paths = ['/v1/uses', '/v1/consents', '/v1/requests', '/v1/automated-decisions'];
    const sent = (seed: number): Buffer =>
      Buffer.concat([
        Buffer.from(
          `POST ${paths[seed % 4]} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${seed * 3}\r\nConnection: close\r\n\r\n`,
        ),
        junk(seed),
      ]);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, seed) => service.raw(sent(seed + 1))));
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  });

  it('every code has a page that says what it means and how to mend it', async () => {
    for (const row of wireTable)
      for (const { code } of row.cases)
        if (code !== undefined)
          expect((await service.call('GET', `/problems/${code}`)).body).toMatchObject({
            code,
            meaning: expect.any(String),
            fix: expect.any(String),
          });
  });
});
