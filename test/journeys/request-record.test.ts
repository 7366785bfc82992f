import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const DAY = 86_400_000;

describe.each(engines)('the record of a request after an erasure, over %s', (engine) => {
  let service: RunningService;
  let id = '';
  let secret = '';
  let end = 0;
  const wantsEarlier = { kind: 'access', message: 'A copy, please.' };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await service.call('POST', '/v1/me/requests', { json: wantsEarlier, self: ADA }));
    const asked = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self: ADA })).body;
    ({ id, secret } = asked);
    const step = (name: string, json: object) =>
      service.call('POST', `/v1/requests/${id}/${name}`, { json, scope: 'requests', sub: 'olga' });
    sure(await step('verify', { reason: 'They signed in again.', level: 'doubt-resolved' }));
    sure(await step('fulfil', { reason: 'Done.' }));
    const { stays } = sure(await certificate({ scope: 'requests' })).body;
    const record = stays.find(({ ground }: { ground: string }) => ground === 'request-record');
    end = Date.parse(record.until);
  });
  afterAll(() => service.stop());

  const withSecret = (path: string) => service.call('GET', path, { headers: { 'request-secret': secret } });
  const certificate = (asking: object) => service.call('GET', `/v1/requests/${id}/certificate`, asking);
  const listed = async () =>
    sure(await service.call('GET', '/v1/requests?limit=100', { scope: 'requests' })).body.items;
  const recorded = async () =>
    sure(await service.call('GET', '/v1/ledger/entries?kind=request.logged', { scope: 'audit' })).body.items;

  it('stands until the day that its certificate names, 24 months after it was closed', async () => {
    expect(new Date(end - DAY).toISOString().slice(0, 10)).toBe('2028-11-02');
    service.clock.wind(end - 60_000 - service.clock.now());
    service = await service.again();
    expect((await withSecret(`/v1/requests/${id}`)).body).toMatchObject({ id, state: 'fulfilled' });
    expect(await listed()).toHaveLength(2);
  });

  it('is gone after it from every list and from the ledger, where an empty place and the word of its end stay', async () => {
    service.clock.wind(120_000);
    service = await service.again();
    expect(await listed()).toEqual([]);
    expect((await service.call('GET', `/v1/requests/${id}`, { scope: 'requests' })).status).toBe(404);
    expect((await withSecret(`/v1/requests/${id}`)).status).toBe(404);
    const entries = await recorded();
    expect(entries).toHaveLength(2);
    for (const entry of entries) expect(JSON.stringify(entry)).not.toContain(id);
    const { items } = sure(
      await service.call('GET', '/v1/ledger/entries?kind=payload.expired', { scope: 'audit' }),
    ).body;
    expect(items).toHaveLength(1);
  });

  it('takes nothing from its certificate, which whoever has it can still read', async () => {
    expect(sure(await certificate({ scope: 'requests' })).body).toMatchObject({ request: id });
    expect(sure(await withSecret(`/v1/requests/${id}/certificate`)).body).toMatchObject({ request: id });
    const html = { 'request-secret': secret, accept: 'text/html' };
    expect(sure(await certificate({ headers: html })).text).toContain('<html');
  });

  it('is not brought back by another start or a rebuild', async () => {
    service = await service.again();
    expect(await listed()).toEqual([]);
  });
});
