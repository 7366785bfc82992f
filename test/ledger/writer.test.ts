/**
 * Turns between batches: work of its own and commands wait for each other, and neither for ever.
 * Source: docs/decisions/0055-turns-between-batches.md.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenHouse } from '../../src/house.ts';
import { isProblem } from '../../src/vocabulary/problems.ts';
import { aCanary, aCompany, aPlace, by, officer, PIA, type Place } from '../given/ledger/a-house.ts';
import { engines } from '../given/service.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const use = { subject: PIA, aiSystem: 'support-assistant', purpose: 'support-drafts', language: 'en' };

describe.each(engines)('the queue of the write path over %s', (engine) => {
  let place: Place;
  let house: OpenHouse;
  beforeAll(async () => {
    place = await aPlace(engine);
    house = await place.open();
    await aCompany(house);
    await aCanary(house);
  });
  afterAll(async () => {
    await house.close();
    await place.drop();
  });
  const uses = (): Promise<unknown> => house.record('use.record', use, by(officer));

  it('gives work of its own its turn while commands never cease', async () => {
    let [answered, over] = [0, false];
    const caller = async (): Promise<void> => {
      while (!over && answered < 3_000) {
        await uses();
        answered += 1;
      }
    };
    const load = Promise.all([1, 2, 3, 4].map(caller));
    while (answered < 20) await pause(1);
    const before = answered;
    await house.writer.exclusive(async () => undefined);
    const between = answered - before;
    over = true;
    await load;
    // At most the batch that is under way, and what was answered while the turn was heard of.
    expect(between).toBeLessThanOrEqual(40);
  });

  it('takes commands while turns never cease', async () => {
    let taken = 0;
    const turns = Promise.all(
      Array.from({ length: 150 }, () =>
        house.writer.exclusive(async () => {
          await pause(10);
          taken += 1;
        }),
      ),
    );
    await uses();
    expect(taken).toBeLessThan(75);
    await turns;
  });

  it('lets a turn that somebody waits for pass a long line that nobody waits for, and the line go on', async () => {
    const order: string[] = [];
    const ours = Array.from({ length: 20 }, (_, at) =>
      house.writer.exclusive(async () => void order.push(`ours ${at}`)),
    );
    const theirs = Array.from({ length: 3 }, (_, at) =>
      house.writer.exclusive(async () => void order.push(`awaited ${at}`), 'awaited'),
    );
    await Promise.all([...ours, ...theirs]);
    expect(order.slice(0, 6)).toEqual(['awaited 0', 'ours 0', 'awaited 1', 'ours 1', 'awaited 2', 'ours 2']);
    expect(order).toHaveLength(23);
  });

  it('answers what it recorded, and records it once, whatever goes wrong with those who only count', async () => {
    house.writer.hear(() => {
      throw new Error('nobody counts');
    });
    const before = await house.ledger.size(0);
    const one = await house.record('use.record', use, by(officer));
    const outcomes = await house.recordMany(
      'use.record',
      Array.from({ length: 10 }, () => ({ input: use, sender: by(officer) })),
    );
    house.writer.hear(() => undefined);
    expect([one, ...outcomes].filter(isProblem)).toEqual([]);
    expect((await house.ledger.size(0)) - before).toBe(11);
  });

  it.each(['keys', 'decide'] as const)(
    'records every neighbour once where a fault of ours stops one command at %s',
    async (at) => {
      // Such a command cannot be sent; a fault in a rule would look like it.
      const poisoned = Object.defineProperty({ ...use }, at === 'keys' ? 'subject' : 'purpose', {
        get(): string {
          throw new Error('a fault of ours');
        },
      });
      const before = await house.ledger.size(0);
      let commits = 0;
      house.writer.hear(() => {
        commits += 1;
      });
      const inputs = Array.from({ length: 60 }, (_, nth) => (nth === 37 ? poisoned : use));
      const outcomes = await house.recordMany(
        'use.record',
        inputs.map((input) => ({ input, sender: by(officer) })),
      );
      expect(outcomes.map((each) => ('problem' in each ? each.problem : each.status))).toEqual(
        inputs.map((input) => (input === poisoned ? 'internal' : 201)),
      );
      house.writer.hear(() => undefined);
      // Halved again and again until the one stands alone.
      expect(commits).toBeLessThan(10);
      expect(await house.ledger.size(0)).toBe(before + 59);
      expect(await uses()).toMatchObject({ status: 201 });
    },
  );

  it('goes on after a turn that fails, and tells only whoever asked for it', async () => {
    const fails = house.writer.exclusive(() => Promise.reject(new Error('mine')));
    const next = house.writer.exclusive(async () => 'next');
    await expect(fails).rejects.toThrow('mine');
    expect(await next).toBe('next');
    expect(await uses()).toMatchObject({ status: 201 });
  });
});
