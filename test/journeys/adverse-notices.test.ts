import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProblem } from '../../src/vocabulary/problems.ts';
import { ADA, aCustomer, BEN, sure } from '../given/a-shop.ts';
import { aBank, decline, declined, end, looked, step } from '../given/review/a-review.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const CARA = 'customer:44';
const when = '2027-01-15T17:00:00.000Z';

const inColorado = async (service: RunningService, subject: string): Promise<void> => {
  await aCustomer(service, subject);
  sure(
    await service.call('PUT', `/v1/subjects/${subject}`, {
      json: { regimes: ['US-CO'], ageBand: 'adult', language: 'en' },
      scope: 'consent',
    }),
  );
};
const post = (service: RunningService, more: object = {}) =>
  service.call('POST', '/v1/automated-decisions', { json: declined({ decidedAt: when, ...more }), scope: 'decide' });
const noticeOf = async (service: RunningService, id: string) =>
  sure(await service.call('GET', `/v1/automated-decisions/${id}`, { scope: 'decide' })).body.adverseNotice;
const due = async (service: RunningService, query = '') =>
  sure(await service.call('GET', `/v1/adverse-notices${query}`, { scope: 'requests', sub: 'officer' })).body;

/** As the sender of messages settles it. */
const settled = async (
  service: RunningService,
  message: string,
  how: { readonly channel: 'email' | 'file'; readonly code?: string },
): Promise<void> => {
  const caller = { principal: 'sender', actor: { id: 'act_sender', role: 'system' as const }, scopes: [] };
  const done = await service.house.record(
    'message.settle',
    { message, tries: 1, ...how },
    { caller, requestId: 'settle' },
  );
  if (isProblem(done)) throw new Error(JSON.stringify(done));
};

describe.each(engines)('an outcome against somebody in Colorado, on %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    await inColorado(service, ADA);
    await inColorado(service, CARA);
  });
  afterAll(() => service.stop());

  it('before 2027 asks for nothing', async () => {
    const told = sure(await post(service, { decidedAt: '2026-11-02T08:00:00.000Z' }));
    expect(told.body.adverseNotice).toBeNull();
  });

  it('from 2027 writes to them in the same breath, within thirty days, and says until when', async () => {
    service.clock.set(Date.parse('2027-01-15T18:00:00.000Z'));
    const told = sure(await post(service));
    expect(told.body.adverseNotice).toMatchObject({
      dueAt: '2027-02-14T23:59:59.999Z',
      state: 'written',
      message: expect.stringMatching(/^msg_/),
    });
    const { body } = sure(await service.call('GET', '/v1/me/messages', { self: ADA }));
    const [message] = body.items;
    expect(message).toMatchObject({
      template: 'adverse-outcome',
      about: told.body.id,
      href: `/me/decisions/${told.body.id}`,
    });
    for (const words of [
      'Your loan',
      'declined',
      'Loan check',
      'your application and your account',
      'wrong data corrected',
      'a person to look',
    ])
      expect(message.text).toContain(words);
    expect(await noticeOf(service, told.body.id)).toEqual({
      regime: 'US-CO',
      rule: 'CAL_DAYS(30)',
      source: 'C.R.S. 6-1-1704 (SB 26-189)',
      dueAt: '2027-02-14T23:59:59.999Z',
      message: message.id,
      state: 'written',
      late: false,
    });
  });

  it('asks for nothing where the outcome is in their favour, AI had no part, or another law counts', async () => {
    expect(sure(await post(service, { adverse: false })).body.adverseNotice).toBeNull();
    expect(sure(await post(service, { aiRole: 'none' })).body.adverseNotice).toBeNull();
    expect(sure(await post(service, { subject: BEN })).body.adverseNotice).toBeNull();
    expect(sure(await post(service, { aiRole: 'advisory' })).body.adverseNotice).not.toBeNull();
  });

  it('is sent where the mail left, and due where it did not reach them', async () => {
    const [sent, filed, lost] = [
      await decline(service, { decidedAt: when }),
      await decline(service, { decidedAt: when }),
      await decline(service, { decidedAt: when }),
    ];
    await settled(service, (await noticeOf(service, sent)).message, { channel: 'email' });
    await settled(service, (await noticeOf(service, filed)).message, { channel: 'file' });
    await settled(service, (await noticeOf(service, lost)).message, { channel: 'email', code: 'no-address' });
    const states = [];
    for (const id of [sent, filed, lost]) states.push((await noticeOf(service, id)).state);
    expect(states).toEqual(['sent', 'due', 'due']);
    const list = await due(service, '?state=due');
    expect(list.items.map(({ decision }: { decision: string }) => decision)).toEqual([lost, filed]);
    expect(list.items[0]).toMatchObject({ state: 'due', late: false, decidedAt: when });
  });

  it('staff who tell the person in another way say so, once', async () => {
    const { items } = await due(service, '?state=due&limit=1');
    const [{ decision }] = items;
    const given = (): ReturnType<RunningService['call']> =>
      service.call('POST', `/v1/adverse-notices/${decision}/given`, {
        json: { how: 'letter' },
        scope: 'reviews',
        sub: 'officer',
      });
    expect((await given()).status).toBe(201);
    expect((await noticeOf(service, decision)).state).toBe('given');
    expect((await given()).body.code).toBe('invalid-transition');
    const { body: messages } = sure(await service.call('GET', '/v1/me/messages', { self: ADA }));
    expect(messages.items.find(({ about }: { about: string }) => about === decision).state).toBe('sent');
    const { body } = sure(await service.call('GET', '/v1/me/ledger', { self: ADA }));
    expect(JSON.stringify(body)).toContain('We gave you a message in another way.');
  });

  it('what nobody told in time is late', async () => {
    service.clock.set(Date.parse('2027-02-15T00:00:00.000Z'));
    const { items } = await due(service, '?state=due');
    expect(items.every(({ late }: { late: boolean }) => late)).toBe(true);
    expect(items.length).toBeGreaterThan(0);
  });

  it('pages the list and closes it to those who have no business with it', async () => {
    const first = await due(service, '?limit=2');
    const second = await due(service, `?limit=2&cursor=${first.next}`);
    const ids = [...first.items, ...second.items].map(({ decision }: { decision: string }) => decision);
    expect(new Set(ids).size).toBe(4);
    expect((await service.call('GET', '/v1/adverse-notices', { scope: 'decide' })).status).toBe(403);
  });

  it('waits where a human has to look first, and is told when the outcome stands', async () => {
    await aBank(service, { mode: 'before-effect' });
    await inColorado(service, CARA);
    const decided = new Date(service.clock.now()).toISOString();
    const told = sure(await post(service, { subject: CARA, decidedAt: decided }));
    expect(told.body.adverseNotice).toMatchObject({ state: 'pending', message: null });
    expect((await noticeOf(service, told.body.id)).state).toBe('pending');
    const { review } = told.body.effect;
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('upheld') }));
    const { body } = sure(await service.call('GET', '/v1/me/messages', { self: CARA }));
    expect(body.items.map(({ template }: { template: string }) => template)).toContain('adverse-outcome');
    const notice = await noticeOf(service, told.body.id);
    expect(notice).toMatchObject({ state: 'written', dueAt: '2027-03-17T23:59:59.999Z' });
  });

  it('an outcome that did not stand leaves nothing to tell', async () => {
    const decided = new Date(service.clock.now()).toISOString();
    const told = sure(await post(service, { subject: CARA, decidedAt: decided }));
    const { review } = told.body.effect;
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('withdrawn') }));
    expect(await noticeOf(service, told.body.id)).toMatchObject({ state: 'lifted', message: null });
  });

  it('reads in their language, in the words of the company where its services speak English only', async () => {
    sure(
      await service.call('PUT', `/v1/subjects/${BEN}`, {
        json: { regimes: ['US-CO'], ageBand: 'adult', language: 'de' },
        scope: 'consent',
      }),
    );
    const { body: system } = sure(await service.call('GET', '/v1/ai-systems/loan-check', { scope: 'registry' }));
    const { key: _key, version: _version, publishedAt: _at, suspended: _stop, warnings: _care, ...entry } = system;
    const reasonCatalogue = {
      reasons: [{ code: 'low-income', text: { en: 'Your income was {value} a month.' } }],
      languages: ['en'],
      terms: [
        { en: 'declined', de: 'abgelehnt' },
        { en: 'Your loan', de: 'Ihr Kredit' },
      ],
    };
    const json = { ...entry, humanOversight: { mode: 'after-the-fact' }, reasonCatalogue };
    sure(await service.call('PUT', '/v1/ai-systems/loan-check', { json, scope: 'registry', sub: 'officer' }));
    sure(await post(service, { subject: BEN, decidedAt: new Date(service.clock.now()).toISOString() }));
    const { body } = sure(await service.call('GET', '/v1/me/messages', { self: BEN }));
    expect(body.items[0]).toMatchObject({ template: 'adverse-outcome', language: 'de' });
    for (const words of ['Ihr Kredit', 'abgelehnt', 'KI-System', 'Zahlungen'])
      expect(body.items[0].text).toContain(words);
  });

  it('is gone with the person', async () => {
    sure(await service.call('POST', `/v1/subjects/${CARA}/erasure`, { json: {}, scope: 'admin', sub: 'officer' }));
    const { items } = await due(service);
    const subjects = [];
    for (const each of [ADA, BEN])
      subjects.push(sure(await service.call('GET', `/v1/subjects/${each}`, { scope: 'consent' })).body.subject);
    expect(new Set(items.map(({ subject }: { subject: string }) => subject))).toEqual(new Set(subjects));
  });
});

describe.each(engines)('what a score and a machine alone ask for, on %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aBank(service);
    sure(
      await service.call('PUT', '/v1/recipients/house-bank', {
        json: { name: { en: 'Example House Bank' }, kind: 'controller' },
        scope: 'registry',
        sub: 'officer',
      }),
    );
  });
  afterAll(() => service.stop());

  it('the person reads by name who was given the score, and who relies on it', async () => {
    const scoreSuppliedTo = [{ recipient: 'house-bank', at: '2026-11-02T08:30:00.000Z', reliedOnStrongly: true }];
    const id = await decline(service, { scoreSuppliedTo });
    const { body } = sure(await service.call('GET', `/v1/automated-decisions/${id}`, { scope: 'decide' }));
    expect(body.scoreSuppliedTo).toEqual(scoreSuppliedTo);
    const { body: use } = sure(await service.call('GET', '/v1/me/ai-use', { self: ADA }));
    expect(use.automatedDecisions[0].scoreSuppliedTo).toMatchObject([
      { name: 'Example House Bank', reliedOnStrongly: true },
    ]);
    const page = sure(await service.call('GET', `/v1/automated-decisions/${id}/explanation`, { self: ADA }));
    expect(JSON.stringify(page.body)).toContain(
      'We gave the result to “Example House Bank”. That was on 2 November 2026. They rely on it when they decide.',
    );
  });

  it('a recipient that nobody published is refused, with a way out', async () => {
    const told = await service.call('POST', '/v1/automated-decisions', {
      json: declined({ scoreSuppliedTo: [{ recipient: 'nobody' }] }),
      scope: 'decide',
    });
    expect(told.status).toBe(422);
    expect(told.body.errors[0]).toMatchObject({
      pointer: '/scoreSuppliedTo/0/recipient',
      code: 'unknown-recipient',
      fix: expect.stringContaining('PUT /v1/recipients'),
    });
  });

  it('where the registry says that the score goes to others, a decision that names nobody is marked', async () => {
    const { body: system } = sure(await service.call('GET', '/v1/ai-systems/loan-check', { scope: 'registry' }));
    const {
      key: _key,
      version: _version,
      publishedAt: _at,
      suspended: _stop,
      entry: _entry,
      warnings: _care,
      ...entry
    } = system;
    sure(
      await service.call('PUT', '/v1/ai-systems/loan-check', {
        json: { ...entry, scoreSuppliedTo: ['house-bank'] },
        scope: 'registry',
        sub: 'officer',
      }),
    );
    service.clock.wind(60_000);
    const decidedAt = new Date(service.clock.now()).toISOString();
    const told = sure(
      await service.call('POST', '/v1/automated-decisions', { json: declined({ decidedAt }), scope: 'decide' }),
    );
    expect(told.body.quality).toContain('no-score-recipients');
    const { body: use } = sure(await service.call('GET', '/v1/me/ai-use', { self: ADA }));
    expect(use.automatedDecisions[0].notRecorded.map(({ item }: { item: string }) => item)).toContain(
      'scoreSuppliedTo',
    );
  });

  it('in Québec a decision by a machine alone warns where the person was not told, and not where they were', async () => {
    const subject = 'customer:qc';
    sure(
      await service.call('PUT', `/v1/subjects/${subject}`, {
        json: { regimes: ['CA-QC'], ageBand: 'adult', language: 'fr' },
        scope: 'consent',
      }),
    );
    const decidedAt = () => new Date(service.clock.now()).toISOString();
    const decide = async (more: object = {}) =>
      sure(
        await service.call('POST', '/v1/automated-decisions', {
          json: declined({ subject, decidedAt: decidedAt(), ...more }),
          scope: 'decide',
        }),
      ).body.quality;
    expect(await decide()).toContain('automation-not-told');
    expect(await decide({ aiRole: 'main' })).not.toContain('automation-not-told');
    const showing = { subject, aiSystem: 'loan-check', language: 'fr', how: 'app', acknowledged: false };
    sure(await service.call('POST', '/v1/notices/shown', { json: showing, scope: 'use' }));
    service.clock.wind(1_000);
    expect(await decide()).not.toContain('automation-not-told');
  });
});
