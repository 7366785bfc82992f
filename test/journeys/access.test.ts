import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../scripts/verify/verify-bundle.ts';
import { parseVkey, type Vkey } from '../../scripts/verify/vkey.ts';
import { ADA, aShop, says, sure, use } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

describe.each(engines)('a request for a copy from intake to package over %s', (engine) => {
  let service: RunningService;
  let id = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    sure(await says(service, 'given'));
    sure(await use(service));
  });
  afterAll(() => service.stop());

  const step = (name: string, json: object): Promise<Told> =>
    service.call('POST', `/v1/requests/${id}/${name}`, {
      json: { reason: 'as the law asks', ...json },
      scope: 'requests',
      sub: 'officer',
    });
  const pack = (): Promise<Told> =>
    service.call('GET', `/v1/requests/${id}/package`, { scope: 'requests', sub: 'officer' });

  it('the customer asks and is told until when an answer comes, and by which rule', async () => {
    const { body } = sure(
      await service.call('POST', '/v1/me/requests', {
        json: { kind: 'access', message: 'Please send me a copy.' },
        self: ADA,
      }),
    );
    ({ id } = body);
    expect(body).toMatchObject({
      kind: 'access',
      state: 'received',
      receivedAt: '2026-11-02T09:00:00.000Z',
      secret: expect.any(String),
    });
    expect(body.dueAt.slice(0, 10)).toBe('2026-12-02');
    expect(body.clock.words).toMatch(/\S/);
    const { items } = (await service.call('GET', '/v1/requests?state=received', { scope: 'requests' })).body;
    expect(items.map((each: { id: string }) => each.id)).toContain(id);
  });

  it('there is no package before the answer', async () => {
    expect([(await pack()).status, (await pack()).body.code]).toEqual([409, 'invalid-transition']);
  });

  it('whoever answers is told what the answer must hold and by which law; the customer is not bothered with it', async () => {
    const { checklist } = sure(await service.call('GET', `/v1/requests/${id}`, { scope: 'requests' })).body;
    expect(checklist).toContainEqual({
      field: 'purposes',
      words: 'What it is used for.',
      requiredBy: ['GDPR 15(1)(a)'],
    });
    const { items } = sure(await service.call('GET', '/v1/me/requests', { self: ADA })).body;
    expect(items[0]).not.toHaveProperty('checklist');
  });

  it('who asks is made sure, the prolongation is used once, and the answer is given', async () => {
    expect(sure(await step('verify', { level: 'reasonable' })).body).toMatchObject({ verification: 'reasonable' });
    const due = (await service.call('GET', `/v1/requests/${id}`, { scope: 'requests' })).body.dueAt;
    const extended = sure(await step('extend', { code: 'complexity' })).body;
    expect(Date.parse(extended.dueAt)).toBeGreaterThan(Date.parse(due));
    expect((await step('extend', { code: 'complexity' })).status).toBe(409);
    service.clock.wind(86_400_000);
    expect(sure(await step('fulfil', {})).body).toMatchObject({ id, state: 'fulfilled' });
    expect((await step('fulfil', {})).body.code).toBe('invalid-transition');
  });

  it('the package holds data, the answer about AI use, a letter and evidence that a stranger can check', async () => {
    const { body } = sure(await pack());
    expect(body).toMatchObject({ request: id, kind: 'access', data: { subject: expect.stringMatching(/^sub_/) } });
    expect(body.aiUse.systems[0].uses).toMatchObject({ allowed: 1 });
    const keys = [parseVkey((await service.house.ledger.vkey(0)) ?? '') as Vkey];
    const verdict = verifyBundle(Buffer.from(JSON.stringify(body.evidence)), { keys, source: 'the test' });
    expect(verdict.findings).toEqual([]);
    expect(verdict.size).toBe(body.treeSize);
    const page = await service.call('GET', `/v1/requests/${id}/package`, {
      scope: 'requests',
      headers: { accept: 'text/html' },
    });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('it is the same package later, whatever happened since', async () => {
    const first = (await pack()).text;
    service.clock.wind(3 * 86_400_000);
    sure(await says(service, 'withdrawn'));
    sure(await use(service));
    expect(JSON.parse((await pack()).text)).toEqual(JSON.parse(first));
    expect((await pack()).text).toBe(first);
  });
});
