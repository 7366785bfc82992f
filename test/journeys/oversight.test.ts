import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, BEN, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, end, looked, step } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const HOUR = 3_600_000;

describe.each(engines)('stopping an AI system over %s', (engine) => {
  let service: RunningService;
  const decisions: string[] = [];
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    for (const [at, subject] of [ADA, BEN, ADA, BEN].entries()) {
      service.clock.wind(HOUR);
      const decidedAt = new Date(service.house.now()).toISOString();
      decisions.push(
        await decline(service, { subject, decidedAt, adverse: at !== 3, outcome: at === 3 ? 'accepted' : 'declined' }),
      );
    }
  });
  afterAll(() => service.stop());

  const affected = (query = '') =>
    service.call('GET', `/v1/ai-systems/loan-check/affected${query}`, { scope: 'registry', sub: 'officer' });
  const reopen = (json: object = {}) =>
    service.call('POST', '/v1/ai-systems/loan-check/reviews', { json, scope: 'registry', sub: 'officer' });

  it('says who stopped it, why, and from when on its results are doubted', async () => {
    const affectedSince = new Date(service.house.now() - 2.5 * HOUR).toISOString();
    const reason = { en: 'It counted income twice.' };
    sure(
      await service.call('POST', '/v1/ai-systems/loan-check/suspension', {
        json: { reason, affectedSince },
        scope: 'registry',
        sub: 'officer',
      }),
    );
    const { suspended } = (await service.call('GET', '/v1/ai-systems/loan-check', { scope: 'registry' })).body;
    expect(suspended).toMatchObject({ reason, affectedSince, by: { id: service.house.actorOf('officer') } });
    const feed = (await service.call('GET', '/v1/changes', { scope: 'use' })).body;
    expect(JSON.stringify(feed)).toContain('ai-system-suspended');
  });

  it('lists the decisions since then, page by page, and none before', async () => {
    const all = sure(await affected()).body;
    expect(all.items.map(({ decision }: { decision: string }) => decision).sort()).toEqual(decisions.slice(1).sort());
    expect(all.items[0]).toMatchObject({ effect: 'effective', review: null, subject: expect.stringMatching(/^sub_/) });
    const first = sure(await affected('?limit=2')).body;
    const rest = sure(await affected(`?limit=2&after=${first.next}`)).body;
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(rest.next).toBeNull();
    expect((await service.call('GET', '/v1/ai-systems/nothing-here/affected', { scope: 'registry' })).status).toBe(404);
  });

  it('puts them before people with one command, which may be sent again', async () => {
    const adverse = sure(await reopen({ adverseOnly: true })).body;
    expect(adverse).toEqual({ opened: 2, alreadyOpen: 0, erased: 0, own: 0, total: 2 });
    expect(sure(await reopen()).body).toEqual({ opened: 1, alreadyOpen: 2, erased: 0, own: 0, total: 3 });
    const { items } = (await service.call('GET', '/v1/reviews', { scope: 'reviews' })).body;
    expect(items.map(({ why }: { why: string }) => why)).toEqual(['stop-list', 'stop-list', 'stop-list']);
    const told = (await service.call('GET', '/v1/me/messages', { self: BEN })).body.items;
    expect(told[0]).toMatchObject({ template: 'review-opened' });
  });

  it('counts what people did with them', async () => {
    const [{ id }] = (await service.call('GET', '/v1/reviews', { scope: 'reviews' })).body.items;
    await looked(service, id);
    sure(await step(service, id, { step: 'conclude', body: end('changed', { newOutcome: { en: 'accepted' } }) }));
    const { body } = await service.call('GET', '/v1/reports/oversight', { scope: 'reports', sub: 'officer' });
    expect(body.systems).toHaveLength(1);
    expect(body.systems[0]).toMatchObject({
      aiSystem: 'loan-check',
      activity: { decisions: 4, adverse: 3, adverseRate: 0.75, refusalRate: null },
      reviews: {
        opened: 3,
        open: 2,
        concluded: 1,
        overrideRate: 1,
        ownViewAgreementRate: 0,
        meaningful: 1,
        secondsMedian: 90,
      },
    });
    expect(body.systems[0].reviews.reviewers).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/sub_|customer:|nina/);
  });

  it('is for those who oversee, and for nobody else', async () => {
    expect((await service.call('GET', '/v1/reports/oversight', { scope: 'use' })).status).toBe(403);
    expect((await service.call('GET', '/v1/ai-systems/loan-check/affected', { self: ADA })).status).toBe(403);
    expect(
      (await service.call('POST', '/v1/ai-systems/loan-check/reviews', { json: {}, scope: 'reviews' })).status,
    ).toBe(403);
    expect((await contest(service, decisions[0] ?? '')).status).toBe(201);
  });

  it('is refused as a whole while the clock is in doubt, so that nobody is counted as erased who is not', async () => {
    service.clock.jump(25 * HOUR);
    const { status, body } = await reopen();
    expect([status, body.code]).toEqual([503, 'clock-in-doubt']);
  });
});
