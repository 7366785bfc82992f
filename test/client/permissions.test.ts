/**
 * A remembered permission is never older than the bound that the service states, whatever stands in between.
 * Flow:    client/src/permissions → here, over a running service.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPermissions, type Permissions } from '../../client/src/permissions.ts';
import { permissionHeldMs } from '../../src/vocabulary/change.ts';
import { ADA, aCustomer, aShop, BEN, question, says, sure } from '../given/a-shop.ts';
import { aLossyWay, type LossyWay } from '../given/client/a-lossy-way.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';

/** Nobody chooses twice in the same moment. */
function chooses(service: RunningService, ...choice: [state: 'given' | 'withdrawn', subject?: string]) {
  service.clock.wind(1000);
  return says(service, ...choice);
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > withinMs) throw new Error('it did not come about in time');
    await pause(5);
  }
  return performance.now() - began;
}

describe.each(dailyEngine)('a permission that is remembered, over %s', (engine) => {
  let service: RunningService;
  let way: LossyWay;
  let permissions: Permissions;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    sure(await chooses(service, 'given'));
    sure(await chooses(service, 'given', BEN));
    way = await aLossyWay(service.url);
    permissions = openPermissions({
      url: way.url,
      token: () => service.token({ sub: 'support', scope: 'use' }),
      retries: 0,
      // What a busy machine does to the tests is no answer of the service.
      timeoutMs: 15_000,
      deadlineMs: 15_000,
    });
    await until(() => permissions.isListening());
  });
  afterEach(() => {
    permissions.close();
    way.stop();
  });
  const mayI = (subject = ADA) => permissions.mayI(question(subject));
  const remembered = async (subject = ADA): Promise<void> => {
    await until(async () => (await mayI(subject)).remembered);
  };
  /** How long after the withdrawal was acknowledged a yes was still given. */
  const lastYesAfter = async (withdraw: () => Promise<unknown>): Promise<number> => {
    await withdraw();
    const began = performance.now();
    let last = 0;
    while (performance.now() - began < permissionHeldMs + 1500) {
      const { allowed } = await mayI();
      if (!allowed) break;
      last = performance.now() - began;
      await pause(2);
    }
    return last;
  };
  const withdraw = async () => sure(await chooses(service, 'withdrawn'));

  it('is asked for once, and then answered without a call', async () => {
    await remembered();
    const calls = way.checks();
    const began = performance.now();
    for (let each = 0; each < 1000; each += 1) expect((await mayI()).allowed).toBe(true);
    const bounds = Math.floor((performance.now() - began) / permissionHeldMs);
    expect(way.checks() - calls, 'asked again once a bound at most').toBeLessThanOrEqual(1 + bounds);
  });

  it('never remembers a no', async () => {
    await withdraw();
    expect(await mayI()).toMatchObject({ allowed: false, remembered: false });
    expect(await mayI()).toMatchObject({ allowed: false, remembered: false });
  });

  it('is forgotten within moments of a withdrawal, and that of nobody else', async () => {
    await remembered();
    await remembered(BEN);
    await withdraw();
    const took = await until(async () => !(await mayI()).allowed);
    expect(took).toBeLessThan(permissionHeldMs / 2);
    expect(await mayI(BEN)).toMatchObject({ allowed: true, remembered: true });
  });

  it('is forgotten for everybody when an AI system is stopped, and when it is erased', async () => {
    const gone = `customer:gone-${engine}`;
    await aCustomer(service, gone);
    sure(await chooses(service, 'given', gone));
    await remembered(gone);
    sure(await service.call('POST', `/v1/subjects/${gone}/erasure`, { json: {}, scope: 'admin' }));
    await until(async () => !(await mayI(gone)).allowed, permissionHeldMs / 2);
    await remembered(BEN);
    const json = { reason: { en: 'It answered with the data of somebody else.' } };
    const path = '/v1/ai-systems/support-assistant/suspension';
    sure(await service.call('POST', path, { json, scope: 'registry' }));
    await until(async () => !(await mayI(BEN)).allowed, permissionHeldMs / 2);
    sure(await service.call('DELETE', path, { scope: 'registry' }));
  });

  it('ends with the stream: from then on every answer is asked live', async () => {
    await remembered();
    way.silence(true);
    way.cut();
    await until(() => !permissions.isListening(), 1000);
    const calls = way.checks();
    for (let each = 1; each <= 5; each += 1) {
      expect(await mayI()).toMatchObject({ remembered: false });
      expect(way.checks()).toBe(calls + each);
    }
  });

  it('is not used beyond the bound over a connection that is open and dead', async () => {
    await remembered();
    way.silence(true);
    expect(await lastYesAfter(withdraw)).toBeLessThan(permissionHeldMs);
    expect(permissions.isListening()).toBe(false);
  });

  it('is not used beyond the bound where changes are left out: the next heartbeat tells', async () => {
    await remembered();
    way.swallow('changes');
    expect(await lastYesAfter(withdraw)).toBeLessThan(2500);
  });

  it('is not used beyond the bound where a liar leaves changes out and makes up heartbeats', async () => {
    await remembered();
    way.swallow('changes-and-cursors');
    const last = await lastYesAfter(withdraw);
    expect(last).toBeLessThan(permissionHeldMs);
    // The liar was believed for a while, or this test would show nothing.
    expect(last).toBeGreaterThan(500);
  });
});

describe.each(dailyEngine)('histories of withdrawals with a way that fails, over %s', (engine) => {
  it('give no yes that was withdrawn longer ago than the bound', async () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const service = await aService({ engine });
    await aShop(service);
    const way = await aLossyWay(service.url);
    const permissions = openPermissions({
      url: way.url,
      token: () => service.token({ sub: 'support', scope: 'use' }),
    });
    await until(() => permissions.isListening());
    const random = seeded(seed);
    const withdrawnAt = new Map<string, number>();
    const late: string[] = [];
    let yes = 0;
    let fromMemory = 0;
    const people = await Promise.all(
      Array.from({ length: 6 }, async (_, each) => {
        const subject = `customer:p${each}`;
        await aCustomer(service, subject);
        return subject;
      }),
    );
    let isOver = false;
    const asking = people.map(async (subject) => {
      while (!isOver) {
        const asked = performance.now();
        const since = withdrawnAt.get(subject);
        const { allowed, remembered } = await permissions.mayI(question(subject)).catch(() => ({
          allowed: false,
          remembered: false,
        }));
        if (allowed) yes += 1;
        if (remembered) fromMemory += 1;
        // A live answer is never late at all; a remembered one not beyond the bound.
        const most = remembered ? permissionHeldMs : 0;
        if (allowed && since !== undefined && withdrawnAt.get(subject) === since && asked - since > most)
          late.push(`${subject} ${Math.round(asked - since)} ms, remembered: ${remembered}`);
        await pause(1 + random() * 10);
      }
    });
    try {
      // Longer where a busy machine was cut off so often that there was little to remember.
      const lastsMs = engine === 'sqlite' ? 4000 : 8000;
      const [end, last] = [performance.now() + lastsMs, performance.now() + 40_000];
      const hasSeenLittle = (): boolean => yes <= 20 || fromMemory <= 5;
      while (performance.now() < end || (hasSeenLittle() && performance.now() < last)) {
        const subject = people[Math.floor(random() * people.length)] ?? ADA;
        const act = random();
        if (act < 0.45) {
          withdrawnAt.delete(subject);
          sure(await chooses(service, 'given', subject));
        } else if (act < 0.8) {
          sure(await chooses(service, 'withdrawn', subject));
          withdrawnAt.set(subject, performance.now());
        } else if (act < 0.85) way.cut();
        else way.swallow(act < 0.9 ? 'changes' : act < 0.95 ? 'changes-and-cursors' : 'nothing');
        way.silence(random() < 0.1);
        await pause(random() * 200);
      }
    } finally {
      isOver = true;
      await Promise.all(asking);
      permissions.close();
      way.stop();
      await service.stop();
    }
    expect(late, `seed ${seed}`).toEqual([]);
    expect(yes).toBeGreaterThan(20);
    expect(fromMemory).toBeGreaterThan(5);
  }, 60_000);
});

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
