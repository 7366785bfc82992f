import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, end, looked, step } from '../given/review/a-review.ts';
import { aService, dailyEngine, engines, type RunningService } from '../given/service.ts';

const SHOWN = 20;

describe.each(engines)('more decisions than one answer shows, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    const first = await decline(service);
    const review = sure(await contest(service, first)).body.id;
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('upheld') }));
    for (let more = 0; more < SHOWN; more += 1) await decline(service);
  }, 60_000);
  afterAll(() => service.stop());

  const numbers = async (path: string) => sure(await service.call('GET', path, { self: ADA })).body;

  it('counts a check of the oldest one, which is no longer among the newest that are shown', async () => {
    const answer = await numbers('/v1/me/ai-use');
    expect(answer.automatedDecisions).toHaveLength(SHOWN);
    expect(answer.numbers).toMatchObject({ decisions: SHOWN + 1, decisionsCheckedByAPerson: 1 });
    const rest = await numbers(`/v1/me/ai-use?cursor=${encodeURIComponent(answer.next)}`);
    expect(rest.automatedDecisions).toHaveLength(1);
    expect(rest.numbers).toMatchObject({ decisions: SHOWN + 1, decisionsCheckedByAPerson: 1 });
  });

  it('are explained in a letter that says how many of them it explains', async () => {
    const { id } = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind: 'ai-explanation' }, self: ADA }),
    ).body;
    const act = (name: string, json: object) =>
      service.call('POST', `/v1/requests/${id}/${name}`, {
        json: { reason: 'as the law asks', ...json },
        scope: 'requests',
        sub: 'officer',
      });
    sure(await act('verify', { level: 'session' }));
    sure(await act('fulfil', {}));
    const { letter, explanations } = sure(
      await service.call('GET', `/v1/requests/${id}/package`, { scope: 'requests', sub: 'officer' }),
    ).body;
    expect(explanations).toHaveLength(SHOWN);
    expect(letter.sections[0].title).toBe(`This letter explains the newest ${SHOWN} of ${SHOWN + 1} decisions`);
  }, 30_000);
});

/** Decisions are looked through in pages of so many. */
const PAGE = 200;

describe.each(dailyEngine)('more decisions than one page of a stop, over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    const all = Array.from({ length: 2 * PAGE + 5 }, (_, at) => at % 3 !== 0);
    for (let from = 0; from < all.length; from += 45)
      await Promise.all(all.slice(from, from + 45).map((adverse) => decline(service, { adverse })));
  }, 120_000);
  afterAll(() => service.stop());

  const reopen = async (json: object) =>
    sure(await service.call('POST', '/v1/ai-systems/loan-check/reviews', { json, scope: 'registry', sub: 'officer' }))
      .body;

  it('all those against people are put before a human where only they are asked for, and the others after them', async () => {
    expect(await reopen({ adverseOnly: true })).toMatchObject({ opened: 270, alreadyOpen: 0, total: 270 });
    expect(await reopen({})).toMatchObject({ opened: 135, alreadyOpen: 270, total: 405 });
    const waiting = new Set<string>();
    for await (const { decision } of service.house.everyReview()) waiting.add(decision);
    expect(waiting.size).toBe(405);
  }, 60_000);
});
