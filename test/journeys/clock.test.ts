import { afterEach, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { ADA, aShop, check, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

describe.each(engines)('a clock over %s', (engine) => {
  let service: RunningService;
  afterEach(() => service.stop());

  it.each([
    ['ahead', 25 * HOUR],
    ['back', -25 * HOUR],
  ])(
    'that jumped %s by more than a day permits and records nothing, says so, and is accepted by a start',
    async (way, by) => {
      service = await aService({ engine });
      await aShop(service);
      sure(await says(service, 'given'));
      const size = await service.house.ledger.size(0);
      service.clock.jump(by);
      for (const told of [await check(service), await use(service), await says(service, 'withdrawn')]) {
        expect(told.status).toBe(503);
        expect(told.body).toMatchObject({ code: 'clock-in-doubt' });
      }
      const batch = await service.call('POST', '/v1/uses/batch', {
        json: { items: [{ subject: ADA, aiSystem: 'support-assistant', purpose: 'support-drafts' }] },
        scope: 'use',
      });
      expect([batch.body.code, batch.body.results?.[0]?.code]).toContain('clock-in-doubt');
      const ready = await service.call('GET', '/readyz');
      expect([ready.status, ready.body.status]).toEqual([503, 'not-ready']);
      expect(ready.body.notes[0]).toContain(`jumped ${way} by 25 hours`);
      expect((await service.call('GET', '/livez')).status).toBe(200);
      service.clock.jump(-by);
      expect((await check(service)).status).toBe(503);
      service.clock.jump(by);
      expect(await service.house.ledger.size(0)).toBe(size);

      service = await service.again();
      expect((await service.call('GET', '/readyz')).body.status).toBe('ready');
      expect(sure(await check(service)).body.allowed).toBe(true);
    },
  );

  it('that is set by less than a day is believed, and time in the ledger still never goes back', async () => {
    service = await aService({ engine });
    await aShop(service);
    const first = sure(await says(service, 'given')).body.at;
    service.clock.jump(-23 * HOUR);
    const second = sure(await says(service, 'withdrawn')).body.at;
    expect(second >= first).toBe(true);
    expect((await service.call('GET', '/readyz')).body.status).toBe('ready');
  });

  it('that is set back lets no expired choice stand again', async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    service.clock.wind(400 * 24 * HOUR);
    const late = (await check(service)).body;
    sure(await says(service, 'withdrawn', 'customer:43'));
    service.clock.jump(-20 * HOUR);
    const early = (await check(service)).body;
    expect([early.allowed, early.reason]).toEqual([late.allowed, late.reason]);
    expect(service.house.now()).toBeGreaterThanOrEqual(Date.parse('2026-11-02T09:00:00.000Z') + 400 * 24 * HOUR);
  });
});

describe.skipIf(!engines.includes('postgresql'))('a node of a database', () => {
  let service: RunningService | undefined;
  afterEach(async () => {
    await service?.stop();
    service = undefined;
  });
  const apartBy = (ms: number) => ({ ...windUpClock(Date.now() + ms), yields: true });

  it('records at the time of the database and not at its own', async () => {
    const before = Date.now();
    service = await aService({ engine: 'postgresql', clock: apartBy(-4 * MINUTE) });
    await aShop(service);
    const at = Date.parse(sure(await says(service, 'given')).body.at);
    expect(at).toBeGreaterThanOrEqual(before - 1000);
    expect(at).toBeLessThanOrEqual(Date.now() + 1000);
  });

  it.each([
    ['ahead of', 6 * MINUTE],
    ['behind', -6 * MINUTE],
  ])('whose clock is six minutes %s the database is not ready from its start on', async (way, by) => {
    service = await aService({ engine: 'postgresql', clock: apartBy(by) });
    const ready = await service.call('GET', '/readyz');
    expect([ready.status, ready.body.status]).toEqual([503, 'not-ready']);
    expect(ready.body.notes[0]).toContain(`6 minutes ${way} the clock of the database`);
    expect((await check(service)).body).toMatchObject({ code: 'clock-in-doubt' });
  });

  it('whose clock goes astray between two batches records nothing of the second', async () => {
    const clock = apartBy(0);
    service = await aService({ engine: 'postgresql', clock });
    await aShop(service);
    const size = await service.house.ledger.size(0);
    clock.wind(10 * MINUTE);
    expect((await says(service, 'given')).body).toMatchObject({ code: 'clock-in-doubt' });
    expect(await service.house.ledger.size(0)).toBe(size);
    expect((await service.call('GET', '/readyz')).body.status).toBe('not-ready');
  });
});
