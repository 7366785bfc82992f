/**
 * An erasure while services go on asking without a pause.
 * Source: docs/decisions/0055-turns-between-batches.md.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCustomer, aShop, BEN, check, question, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { type Ask, eraseUnderLoad } from '../given/under-load.ts';

const officer = { scope: 'requests', sub: 'officer' };

describe.each(engines)('an erasure over %s while services never cease to ask', (engine) => {
  let service: RunningService;
  beforeEach(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given', BEN));
  });
  afterEach(() => service.stop());
  const ask: Ask = ({ method, path, json }) => service.call(method, path, { json, scope: 'admin', isHurried: true });

  it('is answered, and ends, before the load does; every use is answered as ever', async () => {
    const subjects = ['customer:goes'];
    for (const subject of subjects) await aCustomer(service, subject);
    const loaded = await eraseUnderLoad({ nodes: [ask], callers: 8, use: question(BEN), subjects, mostMs: 60_000 });
    expect(loaded.faults).toEqual([]);
    expect(loaded.uses).toBeGreaterThan(8);
    for (const subject of subjects) expect((await check(service, subject)).body).toMatchObject({ reason: 'erased' });
  }, 90_000);

  it('where it takes longer, says where to look, and the certificate is there in the end', async () => {
    await aCustomer(service, 'customer:slow');
    let open: (() => void) | undefined;
    // Nothing else gets its turn meanwhile, as where a table is large or a disk is slow.
    const held = service.house.writer.exclusive(() => new Promise<void>((resolve) => setTimeout(resolve, 50)));
    const { scrub } = service.house.store;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    Object.assign(service.house.store, { scrub: () => gate.then(scrub) });
    await held;
    const answer = await service.call('POST', '/v1/subjects/customer:slow/erasure', {
      json: {},
      scope: 'admin',
      isHurried: true,
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(answer.body.look);
    expect((await check(service, 'customer:slow')).body).toMatchObject({ allowed: false, reason: 'erased' });
    expect((await service.call('GET', answer.body.look, { ...officer, isHurried: true })).status).toBe(202);
    open?.();
    await expect
      .poll(async () => (await service.call('GET', answer.body.look, { ...officer, isHurried: true })).status, {
        timeout: 30_000,
      })
      .toBe(200);
    const nobody = '/v1/erasures/fact_00000000000000000000000000';
    expect((await service.call('GET', nobody, officer)).status).toBe(404);
  }, 60_000);
});
