/** A search of many people, of whom somebody is erased and comes back while it looks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchResources } from '../../../src/answers/authzen/search.ts';
import type { Reads } from '../../../src/ports/reads.ts';
import { aCustomer, aShop, says, sure } from '../../given/a-shop.ts';
import { aService, engines, type RunningService } from '../../given/service.ts';

const CY = 'customer:50';
const asked = {
  subject: { type: 'ai_system', id: 'support-assistant' },
  action: { name: 'support-drafts' },
  resource: { type: 'customer' },
};
const cy = { type: 'customer', id: '50' };

describe.each(engines)('a search for customers over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await aCustomer(service, CY));
    sure(await says(service, 'given', CY));
  });
  afterAll(() => service.stop());

  const found = async (reads: Reads) => (await searchResources(reads, asked, { limit: 10 })).results;

  it('shows nobody at the place of a person who is gone, though the same name leads to somebody new by now', async () => {
    const { house } = service;
    expect(await found(house)).toContainEqual(cy);
    const overtaken: Reads = {
      ...house,
      async peopleFrom(...place) {
        const people = await house.peopleFrom(...place);
        sure(await service.call('POST', `/v1/subjects/${CY}/erasure`, { json: {}, scope: 'admin' }));
        service.clock.wind(1000);
        sure(await says(service, 'given', CY));
        return people;
      },
    };
    expect(await found(overtaken)).not.toContainEqual(cy);
    expect(await found(house)).toContainEqual(cy);
  });
});
