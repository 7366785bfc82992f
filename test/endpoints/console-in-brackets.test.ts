import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, atTheConsole, sure } from '../given/a-shop.ts';
import { unbracketed } from '../given/brackets.ts';
import { aDataMap, aSureRequest, cellar, letters, workRounds } from '../given/connected-tasks.ts';
import { aService, type RunningService } from '../given/service.ts';

describe('the console in the language of brackets', () => {
  let service: RunningService;
  let desk: { readonly cookie: string };
  let request = '';
  let map: Awaited<ReturnType<typeof aDataMap>>;
  beforeAll(async () => {
    map = await aDataMap([letters('http://127.0.0.1:9/', { name: '⟦letters⟧' }), { ...cellar, name: '⟦cellar⟧' }]);
    service = await aService({ engine: 'sqlite', variables: map.variables });
    await aCustomer(service, ADA);
    await aSureRequest(service, 'access', ADA);
    await workRounds(service, map.folder);
    const json = { kind: 'erasure', message: '⟦please⟧', language: 'qps' };
    request = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body.id;
    desk = await atTheConsole(service, '⟦x⟧');
  });
  afterAll(async () => {
    await service.stop();
    await map.drop();
  });

  const shown = async (path: string): Promise<string> => {
    const told = await service.call('GET', path, {
      headers: { ...desk, accept: 'text/html', 'accept-language': 'qps' },
    });
    expect(told.text, path).toContain('<html lang="qps"');
    return told.text;
  };

  it.each([
    '/console',
    '/console/reviews',
    '/console/reviews?show=ended',
    '/console/requests',
    '/console/requests?show=ended',
    '/console/connected',
    '/console/connected?show=failing',
    '/console/desk',
    '/console/customers',
    '/console/systems',
    '/console/oversight',
    '/console/trust',
    '/console/reports',
    '/console/settings',
    '/console/staff?show=out',
    '/console/notices',
    '/console/breaches',
    '/console/reports/requests',
    '/console/reports/processing',
    '/console/reports/assessments',
    '/console/confirmations',
    '/console/ledger',
    '/console/ledger?kind=requests&to=2026-11-02',
    '/console/systems/nowhere',
  ])('%s', async (path) =>
    // The letters of a province are the same in every language.
    expect(unbracketed(await shown(path)).filter((words) => !/^\([A-Z]{2}\)$/.test(words))).toEqual([]),
  );

  it('a breach that is late, with everything that can be recorded of it, and in the work of the first page', async () => {
    const json = { what: '⟦a list went astray⟧', noticedAt: '2026-10-01T08:00:00.000Z', regimes: ['EU'] };
    const { id } = sure(await service.call('POST', '/v1/breaches', { json, scope: 'requests' })).body;
    // The place in the law is the same in every language.
    for (const path of [`/console/breaches/${id}`, '/console/breaches', '/console'])
      expect(unbracketed(await shown(path)).filter((words) => words !== '(, GDPR 33(1))')).toEqual([]);
  });

  it('a request with its steps', async () =>
    expect(unbracketed(await shown(`/console/requests/${request}`)).filter((words) => words !== 'EU')).toEqual([]));
});
