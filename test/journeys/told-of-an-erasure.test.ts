import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aShop, says, sure, use } from '../given/a-shop.ts';
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
});
