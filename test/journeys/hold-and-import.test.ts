import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, aShop, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const wanted = { items: [{ kind: 'consents' }], ground: 'art17-3-e-legal-claims', reason: 'Somebody went to court.' };

describe.each(engines)('a legal hold and the nightly import of people over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  it('the hold stands after the person is described again, and the erasure keeps what is held', async () => {
    const holds = `/v1/subjects/${ADA}/holds`;
    sure(await says(service, 'given'));
    const { id } = sure(await service.call('POST', holds, { json: wanted, scope: 'registry', sub: 'officer' })).body;
    for (const language of ['de', 'en'])
      sure(
        await service.call('PUT', `/v1/subjects/${ADA}`, {
          json: { regimes: ['EU', 'EU-DE'], language },
          scope: 'consent',
        }),
      );
    sure(await aCustomer(service, ADA));
    expect((await service.call('GET', holds, { scope: 'requests' })).body.items).toMatchObject([
      { id, state: 'standing' },
    ]);
    sure(await service.call('POST', `/v1/subjects/${ADA}/erasure`, { json: {}, scope: 'admin' }));
    const { items } = sure(await service.call('GET', holds, { scope: 'requests' })).body;
    expect(items).toMatchObject([{ id, subject: null, state: 'standing' }]);
    expect(items[0].entries).toBeGreaterThanOrEqual(2);
  });
});
