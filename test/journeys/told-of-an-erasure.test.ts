import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aCustomer, aShop, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const officer = { scope: 'requests', sub: 'officer' };
const registry = { scope: 'registry', sub: 'officer' };

describe.each(engines)('who is told of an erasure, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    const assistant = examples.find(({ endpoint }) => endpoint === 'putAiSystem')?.body as object;
    const put = async (key: string, more: object) =>
      sure(await service.call('PUT', `/v1/ai-systems/${key}`, { json: { ...assistant, ...more }, ...registry }));
    await put('support-assistant', { provider: 'Example Models' });
    await put('never-used', { provider: 'Somebody Else' });
  });
  afterAll(() => service.stop());

  it('names the provider of an AI system that used the data, and that nobody knows whether it was told', async () => {
    sure(await says(service, 'given'));
    sure(await use(service));
    const json = { kind: 'erasure' };
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json, self: ADA })).body;
    const step = async (name: string, body: object) =>
      sure(await service.call('POST', `/v1/requests/${id}/${name}`, { json: body, ...officer }));
    await step('verify', { level: 'account-reauth', reason: 'Signed in again.' });
    await step('fulfil', { reason: 'Deleted.' });
    const path = `/v1/requests/${id}/certificate`;
    const { recipients } = sure(await service.call('GET', path, officer)).body;
    const unknown = { told: 'not-known', answer: 'unknown' };
    expect(recipients).toMatchObject([
      { recipient: 'example-hosting', ...unknown },
      { recipient: 'Example Models', providerOf: ['support-assistant'], ...unknown },
    ]);
    const { text } = await service.call('GET', path, { ...officer, headers: { accept: 'text/html' } });
    expect(text).toMatch(/Example Models, who provide .*: not known whether they were told/);
    expect(text).not.toContain('Somebody Else');
  });

  async function erased(self: string): Promise<string> {
    await aCustomer(service, self);
    sure(await says(service, 'given', self));
    sure(await use(service, self));
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'erasure' }, self })).body;
    const step = async (name: string, json: object) =>
      sure(await service.call('POST', `/v1/requests/${id}/${name}`, { json, ...officer }));
    await step('verify', { level: 'account-reauth', reason: 'Signed in again.' });
    await step('fulfil', { reason: 'Deleted.' });
    return id;
  }
  const toldIn = async (id: string) => {
    const { recipients } = sure(await service.call('GET', `/v1/requests/${id}/certificate`, officer)).body;
    return recipients.find(({ recipient }: { recipient: string }) => recipient === 'example-hosting');
  };
  /** Reads the feed to its end, as a service does that comes back with the place it was given. */
  async function follows(sub: string, after?: string): Promise<string> {
    const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const { items, next } = sure(
      await service.call('GET', `/v1/changes?limit=100${query}`, { scope: 'use', sub }),
    ).body;
    return items.length === 0 ? next : follows(sub, next);
  }
  const publish = (more: object) => {
    const body = examples.find(({ endpoint }) => endpoint === 'putRecipient')?.body as object;
    return service.call('PUT', '/v1/recipients/example-hosting', { json: { ...body, ...more }, ...registry });
  };

  it('says that a recipient was told once the reader that it is bound to has read past the erasure, and not before', async () => {
    sure(await publish({ reader: 'hosting-service' }));
    const id = await erased('customer:told');
    expect(await toldIn(id)).toMatchObject({ told: 'not-known' });
    await follows('somebody-else');
    expect(await toldIn(id)).toMatchObject({ told: 'not-known' });
    // Whoever only asked has been sent the word, and nobody knows whether it arrived.
    sure(await service.call('GET', '/v1/changes?limit=100', { scope: 'use', sub: 'hosting-service' }));
    expect(await toldIn(id)).toMatchObject({ told: 'not-known' });
    service.clock.wind(60_000);
    const after = await follows('hosting-service');
    const readBy = new Date(service.clock.now()).toISOString();
    expect(await toldIn(id)).toMatchObject({ told: 'told', readBy });
    const path = `/v1/requests/${id}/certificate`;
    const { text } = await service.call('GET', path, { ...officer, headers: { accept: 'text/html' } });
    expect(text).toContain('has read in our list that you were erased');

    const later = await erased('customer:told-later');
    expect(await toldIn(later)).toMatchObject({ told: 'not-known' });
    await follows('hosting-service', after);
    expect(await toldIn(later)).toMatchObject({ told: 'told' });
  });

  it('keeps it over a start, records no entry for a read, and says not known where nothing is bound', async () => {
    const id = await erased('customer:told-again');
    await follows('hosting-service');
    const size = async () => sure(await service.call('GET', '/ledger/0/checkpoint')).text;
    const before = await size();
    for (let n = 0; n < 5; n += 1) await follows('hosting-service');
    expect(await size()).toBe(before);
    service = await service.again();
    expect(await toldIn(id)).toMatchObject({ told: 'told' });
    sure(await publish({}));
    expect(await toldIn(id)).toMatchObject({ told: 'not-known' });
  });
});
