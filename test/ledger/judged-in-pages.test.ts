/**
 * Somebody about whom very much is recorded is held against the ledger in many small moments, while life goes on.
 * Source: decision 0050.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWalk } from '../../src/jobs/watch-views.ts';
import { type JudgedStep, judgeAll, judgeSome } from '../../src/ledger/audit/judge.ts';
import { ADA, aShop, BEN, question, says, sure } from '../given/a-shop.ts';
import { aService, dailyEngine, type RunningService } from '../given/service.ts';
import { mend, rowsOf, type Tampering, tamper } from '../given/tamper/rows.ts';

const USES = 240;
const PAGE = 20;

describe.each(dailyEngine)('a person with many entries over %s', (engine) => {
  let service: RunningService;
  let subject: string;
  const room = () => ({ store: service.house.store, keyring: service.house.keyring, page: PAGE });
  const uses = async (count: number, who = ADA): Promise<void> => {
    const items = Array.from({ length: count }, () => question(who));
    sure(await service.call('POST', '/v1/uses/batch', { json: { items }, scope: 'use' }));
  };
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const who of [ADA, BEN]) sure(await says(service, 'given', who));
    sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'access' }, self: ADA }));
    await uses(USES);
    await uses(3, BEN);
    ({ subject } = sure(await service.call('GET', `/v1/subjects/${ADA}`, { scope: 'consent' })).body);
    await service.house.walk.stop();
  }, 60_000);
  afterAll(() => service.stop());

  it('is judged in so many moments that others get a turn after every few entries', async () => {
    let turns = 0;
    const turn = async (): Promise<void> => {
      turns += 1;
    };
    expect(await judgeAll({ ...room(), turn })).toMatchObject({ differences: [], people: 2 });
    expect(turns).toBeGreaterThan(USES / PAGE);
  });

  it('is not accused of what is recorded between two of these moments', async () => {
    let turns = 0;
    const turn = async (): Promise<void> => {
      turns += 1;
      await uses(2);
      if (turns % 3 === 0) sure(await says(service, turns % 2 === 0 ? 'given' : 'withdrawn', ADA));
      if (turns === 5) sure(await service.call('POST', '/v1/me/requests', { json: { kind: 'objection' }, self: ADA }));
      if (turns > 400) throw new Error('It never ends.');
    };
    expect((await judgeAll({ ...room(), turn })).differences).toEqual([]);
    expect(turns).toBeGreaterThan(USES / PAGE);
  });

  it('is named wherever a row of theirs was changed, added or taken away', async () => {
    const rows = (await rowsOf(service, 'uses')).filter((row) => row['subject'] === subject);
    const numbered = rows.toSorted((one, other) => Number(one['n']) - Number(other['n']));
    for (const at of [0, PAGE - 1, PAGE, rows.length >> 1, rows.length - 1]) {
      const row = numbered[at]!;
      const key = `${subject} ${String(row['n'])}`;
      const cases: readonly (readonly [string, string, Tampering])[] = [
        ['changed', key, of(row, { ...row, system: 'another' })],
        ['missing', key, of(row, undefined)],
        ['extra', `${subject} -${String(at + 1)}`, of(undefined, { ...row, n: -1 - at })],
        ['extra', `${subject} ${100_000 + at}`, of(undefined, { ...row, n: 100_000 + at })],
      ];
      for (const [what, named, each] of cases) {
        await tamper(service, each);
        const { differences } = await judgeAll(room());
        expect(differences).toContainEqual(expect.objectContaining({ table: 'uses', key: named, what }));
        await mend(service, each);
      }
    }
    expect((await judgeAll(room())).differences).toEqual([]);
  }, 60_000);

  it('who is erased between two moments is accused of nothing', async () => {
    let turns = 0;
    const turn = async (): Promise<void> => {
      turns += 1;
      if (turns > 1) return;
      const erased = await service.call('POST', `/v1/subjects/${BEN}/erasure`, {
        json: {},
        scope: 'admin',
        sub: 'officer',
      });
      expect([200, 201, 202]).toContain(erased.status);
    };
    const found: JudgedStep = await judgeSome({ ...room(), page: 1, turn }, before(await subjects(), subject), 2);
    expect(found.differences).toEqual([]);
    expect(turns).toBeGreaterThan(0);
  });

  const subjects = async (): Promise<readonly string[]> =>
    (await rowsOf(service, 'people')).map((row) => String(row['subject'])).sort();
  const before = (all: readonly string[], who: string): string | undefined => all[all.indexOf(who) - 1];
  const of = (was: Tampering['before'], is: Tampering['after']): Tampering => ({
    table: 'uses',
    name: 'uses',
    words: 'uses',
    before: was,
    after: is,
  });
});

describe('the walk of a running service', () => {
  it('is stopped in the middle of a person about whom very much is recorded', async () => {
    let pages = 0;
    const walk = startWalk({
      judge: async (_after, _limit, turn) => {
        for (; pages < 1_000; pages += 1) await turn?.();
        return { differences: [], after: undefined, people: 1 };
      },
      report: { note: () => undefined } as never,
      everyMs: 0,
      now: () => 0,
    });
    while (pages < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await walk.stop();
    expect(pages).toBeLessThan(1_000);
    expect(walk.lastRound()).toBeUndefined();
  });
});
