/**
 * From intake to package and certificate over a processor that speaks OpenDSR, on both engines.
 * Source: docs/connected-systems.md; GDPR 15, 17; decision 0142.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA, aShop, sure } from '../given/a-shop.ts';
import { aDataMap, aSureRequest, workRounds } from '../given/connected-tasks.ts';
import { CREDENTIAL, DOMAIN, hasOpenssl, type Processor, startProcessor } from '../given/opendsr/peer.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const clerk = { scope: 'requests', sub: 'officer' };
const DAY = 86_400_000;

describe.skipIf(!hasOpenssl).each(engines)('a request over a processor, over %s', (engine) => {
  let peer: Processor;
  let service: RunningService;
  let map: Awaited<ReturnType<typeof aDataMap>>;
  beforeEach(async () => {
    peer = await startProcessor();
    const about = { key: 'ads', name: 'Ad platform', kind: 'opendsr', url: peer.url, domain: DOMAIN };
    map = await aDataMap([{ ...about, secret: 'ads', identities: ['customer'] }]);
    await writeFile(join(map.folder, 'ads'), CREDENTIAL);
    service = await aService({ engine, variables: map.variables });
    await aShop(service);
  });
  afterEach(async () => {
    await service.stop();
    await peer.stop();
    await map.drop();
  });

  const task = async (id: string) => sure(await service.call('GET', `/v1/requests/${id}/tasks`, clerk)).body.items[0];
  /** Until the processor says that it is expected to be done, and a little longer. */
  const wait = async () => {
    service.clock.wind(DAY);
    await workRounds(service, map.folder);
  };

  it('hands out what the processor found once it is completed, however often it had to be asked', async () => {
    await peer.is({ takesMs: 0 });
    const id = await aSureRequest(service, 'access', ADA);
    await workRounds(service, map.folder);
    for (let day = 0; day < 12; day += 1) await wait();
    // More often than anything that fails is tried, and still not given up.
    expect(await task(id)).toMatchObject({ state: 'failed', code: 'not-ready', details: ['pending'], kind: 'opendsr' });
    await peer.is({ moves: 'completed' });
    await wait();
    expect(await task(id)).toMatchObject({ state: 'done', tables: [{ name: DOMAIN, rows: 1 }] });
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...clerk, isHurried: true }));
    const { systems } = sure(await service.call('GET', `/v1/requests/${id}/package`, clerk)).body;
    expect(systems).toMatchObject([
      { system: 'ads', name: 'Ad platform', tables: [{ rows: [{ processor: DOMAIN }] }] },
    ]);
    expect((await peer.is({})).requests).toHaveLength(1);
  });

  it('erases there before the keys go, and the certificate names the processor and how many', async () => {
    await peer.is({ takesMs: 0 });
    const id = await aSureRequest(service, 'erasure', ADA);
    sure(await service.call('POST', `/v1/requests/${id}/fulfil`, { json: {}, ...clerk, isHurried: true }));
    await workRounds(service, map.folder);
    expect((await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).status).toBe(200);
    await peer.is({ moves: 'completed' });
    await wait();
    await workRounds(service, map.folder);
    const certificate = await vi.waitFor(
      async () => sure(await service.call('GET', `/v1/requests/${id}/certificate`, clerk)).body,
      20_000,
    );
    expect(certificate.systems).toMatchObject([
      { system: 'ads', name: 'Ad platform', by: 'connector', tables: [{ name: DOMAIN, deleted: 3 }] },
    ]);
    expect((await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).status).toBe(410);
  });

  it('is parked where the processor cancelled it, and asked anew when somebody says so', async () => {
    await peer.is({ takesMs: 0 });
    const id = await aSureRequest(service, 'access', ADA);
    await workRounds(service, map.folder);
    await peer.is({ moves: 'cancelled' });
    await wait();
    expect(await task(id)).toMatchObject({ state: 'parked', code: 'cancelled-there' });
    await peer.is({ moves: 'completed' });
    sure(await service.call('POST', `/v1/requests/${id}/tasks/ads/retry`, clerk));
    await workRounds(service, map.folder);
    expect(await task(id)).toMatchObject({ state: 'done' });
  });
});
