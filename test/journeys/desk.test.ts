import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, another, BEN, refusal, sure } from '../given/a-shop.ts';
import { aBank, contest, decline, declined } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

describe.each(engines)('the support desk over %s', (engine) => {
  let service: RunningService;
  let decision = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    sure(
      await service.call('PUT', `/v1/subjects/${ADA}`, {
        json: { identifiers: ['email:ada@example.org'], language: 'fr' },
        scope: 'consent',
      }),
    );
    decision = await decline(service);
  });
  afterAll(() => service.stop());

  const search = (subject: string) =>
    service.call('POST', '/v1/desk/search', { json: { subject }, scope: 'audit', sub: 'support-1' });

  it('finds a customer by e-mail address, with decisions, playbooks and the way to a reviewer', async () => {
    sure(await contest(service, decision));
    const { body } = sure(await search('email:ada@example.org'));
    expect(body).toMatchObject({ language: 'fr', regimes: ['EU'], handOver: { method: 'POST', href: '/v1/reviews' } });
    expect(body.decisions[0]).toMatchObject({ id: decision, adverse: true, review: expect.stringMatching(/^rev_/) });
    expect(body.reviews).toHaveLength(1);
    expect(body.systems.find(({ key }: { key: string }) => key === 'loan-check').playbook.whatItDoes).toContain(
      'income',
    );
    expect(
      (await service.call('GET', body.decisions[0].explanation, { scope: 'audit', sub: 'support-1' })).status,
    ).toBe(200);
  });

  it('leaves every look in the record of the customer, before anything is shown', async () => {
    const { items } = (await service.call('GET', '/v1/me/ledger?limit=5', { self: ADA })).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('look.recorded');
    expect((await search('email:nobody@example.org')).status).toBe(404);
    expect((await service.call('POST', '/v1/desk/search', { json: { subject: ADA }, scope: 'use' })).status).toBe(403);
  });

  it('takes every search for a look of its own, also under a key that was used before', async () => {
    const looks = async () =>
      (await service.call('GET', '/v1/me/ledger?limit=100', { self: BEN })).body.items.filter(isLook).length;
    const isLook = ({ kind }: { kind: string }): boolean => kind === 'look.recorded';
    const before = await looks();
    for (let times = 0; times < 3; times += 1)
      sure(
        await service.call('POST', '/v1/desk/search', {
          json: { subject: BEN },
          scope: 'audit',
          sub: 'support-2',
          headers: { 'idempotency-key': 'one' },
        }),
      );
    expect(await looks()).toBe(before + 3);
  });

  it('takes no note about something of somebody else', async () => {
    for (const about of [decision, another(decision)]) {
      const told = await service.call('POST', '/v1/desk/notes', {
        json: { subject: BEN, text: 'Called.', about },
        scope: 'requests',
      });
      expect([told.status, told.body.errors?.[0].pointer]).toEqual([422, '/about']);
    }
  });

  it('keeps notes that the next colleague and the customer can read', async () => {
    const note = { subject: ADA, text: 'Called about the loan. Will send a payslip.', about: decision };
    sure(await service.call('POST', '/v1/desk/notes', { json: note, scope: 'requests', sub: 'support-1' }));
    expect((await search(ADA)).body.notes).toEqual([
      expect.objectContaining({ text: note.text, about: decision, by: service.house.actorOf('support-1') }),
    ]);
    const data = (await service.call('GET', '/v1/me/data', { self: ADA })).text;
    expect(data).toContain(note.text);
    expect((await search(BEN)).body.notes).toEqual([]);
    expect(
      (
        await service.call('POST', '/v1/desk/notes', {
          json: { ...note, subject: 'customer:nobody' },
          scope: 'requests',
        })
      ).status,
    ).toBe(404);
  });
});

describe.each(engines)('staff over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
  });
  afterAll(() => service.stop());

  const nina = {
    name: 'Name of a reviewer',
    roles: ['reviewer'],
    training: [{ code: 'loan-check', at: '2026-01-10T00:00:00.000Z' }],
    authority: ['change-outcome'],
  };
  const put = (json: object, scope = 'admin') => service.call('PUT', '/v1/staff/zoe', { json, scope, sub: 'boss' });

  it('are described with role, training and authority, and read back', async () => {
    sure(await put({ ...nina, own: [BEN] }));
    const { body } = sure(await service.call('GET', '/v1/staff/zoe', { scope: 'reviews' }));
    expect(body).toMatchObject({
      id: 'zoe',
      actor: service.house.actorOf('zoe'),
      ...nina,
      active: true,
      own: [expect.stringMatching(/^sub_/)],
    });
    expect((await service.call('GET', '/v1/staff/nobody', { scope: 'reviews' })).status).toBe(404);
  });

  it('are described by whoever is in charge, and by nobody else', async () => {
    for (const scope of ['reviews', 'registry', 'audit']) expect((await put(nina, scope)).status).toBe(403);
    expect((await service.call('PUT', '/v1/staff/zoe', { json: nina, self: ADA })).status).toBe(403);
    expect((await put({ ...nina, power: 'all' })).status).toBe(422);
  });

  it('never decide on themselves, and lose the seat when they leave', async () => {
    const decision = await decline(service, { subject: BEN });
    const { id } = sure(await contest(service, decision, { self: BEN })).body;
    const assign = () =>
      service.call('POST', `/v1/reviews/${id}/assign`, { json: { reviewer: 'zoe' }, scope: 'reviews', sub: 'officer' });
    expect((await assign()).body.code).toBe('separation-of-duty');
    sure(await put({ ...nina, active: false }));
    expect((await assign()).status).not.toBe(200);
  });

  it('are no customers: nobody can ask about them as a subject', async () => {
    expect(
      (
        await service.call('POST', '/v1/checks', {
          json: { subject: 'staff:zoe', aiSystem: 'loan-check', purpose: 'loans' },
          scope: 'use',
        })
      ).status,
    ).toBe(422);
    expect(
      (await service.call('POST', '/v1/desk/search', { json: { subject: 'staff:zoe' }, scope: 'audit' })).status,
    ).toBe(422);
  });

  it('are no customers under their pseudonym either, so that nobody links them to one and lets them decide on themself', async () => {
    sure(await put(nina));
    const { items } = sure(
      await service.call('GET', '/v1/ledger/entries?kind=staff.described&limit=1', { scope: 'audit' }),
    ).body;
    const { subject } = items[0];
    const unknown = another(subject);
    const shown = { aiSystem: 'loan-check', language: 'en', how: 'page', acknowledged: true };
    for (const [method, path, scope, json] of [
      ['GET', (who: string) => `/v1/subjects/${who}`, 'consent', undefined],
      [
        'PUT',
        (who: string) => `/v1/subjects/${who}`,
        'consent',
        { identifiers: ['customer:zoe-at-home'], regimes: ['EU'] },
      ],
      ['POST', () => '/v1/consents', 'consent', { purpose: 'loans', state: 'withdrawn' }],
      ['POST', (who: string) => `/v1/subjects/${who}/limits`, 'consent', { kind: 'objection', state: 'set' }],
      ['POST', () => '/v1/automated-decisions', 'decide', declined()],
      ['POST', () => '/v1/notices/shown', 'use', shown],
    ] as const) {
      const send = (who: string) => {
        const about = json === undefined ? {} : { json: path(who).includes(who) ? json : { ...json, subject: who } };
        return service.call(method, path(who), { scope, ...about });
      };
      const told = await send(subject);
      expect([method, path(''), told.status]).toEqual([method, path(''), 404]);
      expect(refusal(told)).toEqual(refusal(await send(unknown)));
    }
  });
});
