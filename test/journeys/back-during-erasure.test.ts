/**
 * Somebody acts while an erasure of them is still being carried out.
 * Source: docs/decisions/0055-turns-between-batches.md; docs/design.md 6.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aCustomer, aShop, BEN, check, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

describe.each(engines)('an own act while the erasure of that person is carried out over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  it('is asked for again in a moment, takes nobody else with it, and brings them back once all is gone', async () => {
    const { keyring } = service.house;
    const { destroy } = keyring;
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    Object.assign(keyring, { destroy: (subject: string) => gate.then(() => destroy(subject)) });
    const hurried = { isHurried: true } as const;
    const erasure = await service.call('POST', `/v1/subjects/${ADA}/erasure`, { json: {}, scope: 'admin', ...hurried });
    expect(erasure.status).toBe(202);
    const returned = { how: 'A new contract.', occurredAt: new Date(service.house.now() + 1000).toISOString() };
    const [own, other] = await Promise.all([says(service, 'given'), says(service, 'given', BEN)]);
    expect([own.status, own.body.code, own.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    expect(other.status).toBe(201);
    const json = { identifier: ADA, returned };
    const recorded = await service.call('POST', '/v1/subjects/lookup', { json, scope: 'admin', sub: 'officer' });
    expect([recorded.status, recorded.body.code], recorded.text).toEqual([503, 'unavailable']);
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'erased' });
    open();
    const look = () => service.call('GET', erasure.body.look, { scope: 'requests', sub: 'officer', ...hurried });
    await expect.poll(async () => (await look()).status, { timeout: 30_000 }).toBe(200);
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'erased' });
    service.clock.wind(1000);
    sure(await says(service, 'given'));
    await aCustomer(service, ADA);
    expect((await check(service)).body).toMatchObject({ allowed: true, reason: 'consent-given' });
  }, 60_000);
});
