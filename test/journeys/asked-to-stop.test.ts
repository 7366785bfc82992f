/** A node that is asked to stop: it says so at once, and goes on answering until proxies have turned to another. */
import { describe, expect, it } from 'vitest';
import { question } from '../given/a-shop.ts';
import { aService, dailyEngine } from '../given/service.ts';

describe.each(dailyEngine)('a node that is asked to stop, over %s', (engine) => {
  it('says on /readyz that it stops, and goes on answering and recording for as long as CANDOR_STOP_AFTER says', async () => {
    const service = await aService({ engine, variables: { CANDOR_STOP_AFTER: 'PT3S' } });
    const use = () => service.call('POST', '/v1/uses', { scope: 'use', json: question('customer:1') });
    expect((await use()).status).toBe(201);
    const begun = performance.now();
    const stopped = service.stop().then(() => performance.now() - begun);
    const ready = await service.call('GET', '/readyz');
    expect([ready.status, ready.body.status]).toEqual([503, 'stopping']);
    const used = await use();
    expect([used.status, used.headers.get('connection')]).toEqual([201, 'close']);
    expect(await stopped).toBeGreaterThan(2990);
    await expect(service.call('GET', '/livez')).rejects.toThrow();
  });
});
