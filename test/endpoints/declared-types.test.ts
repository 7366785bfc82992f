import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../openapi/endpoint.ts';
import { endpoints } from '../../openapi/endpoints.ts';
import { fileTypes } from '../../src/vocabulary/file.ts';
import { ADA, aShop, signedIn, sure } from '../given/a-shop.ts';
import { mustBeDeclared } from '../given/http/declared-types.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

const contents: Readonly<Record<(typeof fileTypes)[number], Buffer>> = {
  'text/plain': Buffer.from('A payslip.'),
  'application/pdf': Buffer.from('%PDF-1.7\n%%EOF\n'),
  'image/png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'image/jpeg': Buffer.from('ffd8ffe000104a46494600010100ffd9', 'hex'),
};
const wishes = ['text/html', 'application/json', 'application/problem+json', 'image/webp', '*/*;q=0.1, text/html'];
const pathOf = ({ path }: Endpoint): string =>
  path
    .replace('{code}', 'not-found')
    .replace('{tile}', '000.p/1')
    .replaceAll(/\{(?:log|index|level)\}/g, '0')
    .replaceAll(/\{\w+\}/g, 'nothing');

describe.each(dailyEngine)('what a reply is made of over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  // Each call fails by itself where the type of its reply is not declared: test/given/service.ts.
  it.each(endpoints.filter(({ method }) => method === 'get').map((each) => [each.path, each] as const))(
    '%s answers in a declared type, whatever is asked for',
    async (_path, endpoint) => {
      for (const accept of wishes)
        for (const asking of [{}, { self: ADA }, { scope: 'admin' }]) {
          const told = await service.call('GET', pathOf(endpoint), { ...asking, headers: { accept } });
          expect(told.status).toBeLessThan(500);
        }
    },
  );

  it('a way that leads nowhere, and a method that is not taken, answer in a declared type', async () => {
    for (const path of ['/nowhere', '/v1/nowhere', '/livez', '/v1/uses', '/me'])
      for (const method of ['GET', 'POST', 'DELETE'])
        for (const accept of wishes)
          expect((await service.call(method, path, { headers: { accept } })).status).toBeLessThan(500);
  });

  it.each(fileTypes)('a file that came as %s goes back as such, by the API and by the page', async (type) => {
    const file = { type, bytes: contents[type] };
    const { id } = sure(await service.call('POST', '/v1/me/files', { file, self: ADA })).body;
    const session = await signedIn(service, ADA);
    for (const told of [
      await service.call('GET', `/v1/me/files/${id}`, { self: ADA }),
      await service.call('GET', `/me/files/${id}`, { headers: session }),
    ])
      expect(sure(told).headers.get('content-type')).toContain(type);
  });

  it('a type that nothing declares is noticed', () => {
    const reply = { method: 'GET', address: '/v1/me/ledger?limit=1', status: 200, type: 'text/csv' };
    expect(() => mustBeDeclared(reply)).toThrow('declared: application/json');
    expect(() => mustBeDeclared({ ...reply, type: 'application/json; charset=utf-8' })).not.toThrow();
    expect(() => mustBeDeclared({ ...reply, status: 404, type: 'text/html' })).toThrow('application/problem+json');
  });
});
