import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aShop, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { gppOf, tcfOf } from '../given/signal/strings.ts';

const words = (en: string) => ({ en });

describe.each(engines)('signals that a page sends over %s', (engine) => {
  let service: RunningService;
  let self = '';
  let number = 500;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    const registry = { scope: 'registry', sub: 'officer' };
    const purpose = {
      name: words('Partner offers'),
      description: words('Shops that we work with get your interests.'),
      kind: 'sharing',
      dataCategories: ['messages'],
      legalBasis: { US: 'opt-out', EU: 'consent' },
      saleOrShare: true,
    };
    sure(await service.call('PUT', '/v1/purposes/partner-offers', { json: purpose, ...registry }));
    const ads = {
      ...purpose,
      name: words('Ads that fit'),
      legalBasis: { US: 'consent', EU: 'consent' },
      defaultNotice: 'ads-notice',
      tcfPurposes: [3, 4],
    };
    sure(await service.call('PUT', '/v1/purposes/ads', { json: ads, ...registry }));
    const notice = {
      title: words('May we show you ads that fit?'),
      body: words('If you agree, we choose ads by what you read. You can change your mind at any time.'),
      purposes: ['ads'],
    };
    sure(await service.call('PUT', '/v1/notices/ads-notice', { json: notice, ...registry }));
    // A yes of a day counts for what was published before that day.
    service.clock.wind(86_400_000);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    number += 1;
    self = `customer:${number}`;
    await lives('US-CA');
  });

  const lives = async (...regimes: string[]) =>
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes }, scope: 'consent' }));
  const send = (json: object) => service.call('POST', '/v1/me/signals', { json, self });
  const heeded = async (json: object) => sure(await send(json)).body;
  const day = () => new Date(service.clock.now()).toISOString().slice(0, 10);
  const limits = async () => sure(await service.call('GET', '/v1/me/limits', { self })).body.items;
  const choices = async () => sure(await service.call('GET', '/v1/me/consents', { self })).body.items;
  const chooses = (state: string) =>
    service.call('POST', '/v1/me/consents', { json: { purpose: 'ads', state }, self }).then(sure);
  const length = async () => (await service.house.chain(await subject(), { limit: 100 })).items.length;
  const subject = async () =>
    sure(await service.call('GET', `/v1/subjects/${self}`, { scope: 'consent' })).body.subject as string;

  it('the opt-outs of a GPP string are limits, with the string as evidence, once', async () => {
    const gpp = gppOf({ usca: { SaleOptOut: 1, SensitiveDataProcessing: [0, 1, 0, 0, 0, 0, 0, 0, 0] } });
    const first = await heeded({ gpp });
    expect(first.recorded).toMatchObject([
      { signal: 'gpp', limit: 'opt-out-sale-share', state: 'set' },
      { signal: 'gpp', limit: 'opt-out-sensitive', state: 'set' },
    ]);
    expect((await service.house.facts([first.recorded[0].id])).get(first.recorded[0].id)?.payload).toMatchObject({
      source: 'gpp',
      evidence: `gpp: ${gpp}`,
    });
    const before = await length();
    expect(await heeded({ gpp })).toMatchObject({ recorded: [], passedOver: [{ why: 'stands' }, { why: 'stands' }] });
    expect(await length()).toBe(before);
    expect((await limits()).map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'opt-out-sale-share',
      'opt-out-sensitive',
    ]);
  });

  it.each([
    ['usnat', { TargetedAdvertisingOptOut: 1 }],
    ['usnat', { SharingOptOut: 1 }],
    ['usva', { SaleOptOut: 1 }],
    ['usco', { TargetedAdvertisingOptOut: 1 }],
    ['ustx', { SaleOptOut: 1 }],
    ['usmt', { SaleOptOut: 1 }],
  ])('section %s with %o opts out of sale and sharing', async (section, fields) => {
    const { recorded } = await heeded({ gpp: gppOf({ [section]: fields }) });
    expect(recorded).toMatchObject([{ limit: 'opt-out-sale-share' }]);
    const question = {
      subject: self,
      aiSystem: 'support-assistant',
      purpose: 'partner-offers',
      dataCategories: ['messages'],
    };
    const told = sure(await service.call('POST', '/v1/checks', { json: question, scope: 'use' })).body;
    expect(told.allowed).toBe(false);
  });

  it('what a person lifted is not set again by the string that had set it, and is by another', async () => {
    const gpp = gppOf({ usca: { SaleOptOut: 1 } });
    await heeded({ gpp });
    service.clock.wind(1000);
    const json = { kind: 'opt-out-sale-share', state: 'lifted' };
    sure(await service.call('POST', '/v1/me/limits', { json, self }));
    expect(await heeded({ gpp })).toMatchObject({ recorded: [], passedOver: [{ why: 'answered' }] });
    const other = gppOf({ usca: { SaleOptOut: 1, SharingOptOut: 1 } });
    expect((await heeded({ gpp: other })).recorded).toHaveLength(1);
  });

  it('what did not opt out lifts nothing and gives nothing', async () => {
    await heeded({ gpp: gppOf({ usca: { SaleOptOut: 1 } }) });
    const asked = { SaleOptOut: 2, SharingOptOut: 2, SensitiveDataProcessing: [2, 2, 2, 2, 2, 2, 2, 2, 2] };
    expect(await heeded({ gpp: gppOf({ usca: asked }) })).toEqual({ recorded: [], passedOver: [] });
    expect(await limits()).toHaveLength(1);
  });

  it('a TC string decides about the purposes that name TCF purposes, and about nothing else', async () => {
    await lives('EU');
    const tcf = tcfOf(day(), [1, 3, 4]);
    const { recorded } = await heeded({ tcf });
    expect(recorded).toMatchObject([{ signal: 'tcf', purpose: 'ads', state: 'given' }]);
    const fact = (await service.house.facts([recorded[0].id])).get(recorded[0].id);
    expect(fact?.payload).toMatchObject({ evidence: `tcf: ${tcf}`, method: 'api-delegated', effect: 'consent' });
    expect(await heeded({ tcf })).toMatchObject({ recorded: [], passedOver: [{ why: 'stands' }] });
    const half = tcfOf(day(), [1, 3]);
    expect((await heeded({ tcf: half })).recorded).toMatchObject([{ purpose: 'ads', state: 'withdrawn' }]);
    expect(await heeded({ tcf: half })).toMatchObject({ recorded: [], passedOver: [{ why: 'stands' }] });
    expect((await choices()).map(({ purpose, state }: { purpose: string; state: string }) => [purpose, state])).toEqual(
      [
        ['ads', 'withdrawn'],
        ['ads', 'given'],
      ],
    );
  });

  it('a no is never turned into a yes by a string that is older, of that day, spoilt, or of an older form', async () => {
    await lives('EU');
    await chooses('refused');
    const yesterday = new Date(service.clock.now() - 86_400_000).toISOString().slice(0, 10);
    for (const tcf of [tcfOf(day(), [3, 4]), tcfOf(yesterday, [3, 4])])
      expect(await heeded({ tcf })).toMatchObject({ recorded: [], passedOver: [{ purpose: 'ads', why: 'stale' }] });
    service.clock.wind(2 * 86_400_000);
    expect(await heeded({ tcf: tcfOf(day(), [3, 4], 2) })).toMatchObject({ passedOver: [{ why: 'too-old-a-form' }] });
    const spoilt = tcfOf(day(), [3, 4]).slice(0, -20);
    const before = await length();
    const refused = await send({ tcf: spoilt, gpp: gppOf({ usca: { SaleOptOut: 1 } }) });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/tcf', code: 'unreadable' }]);
    expect(refused.text).not.toContain(spoilt);
    expect(await length()).toBe(before);
    expect((await heeded({ tcf: tcfOf(day(), [3, 4]) })).recorded).toMatchObject([{ state: 'given' }]);
  });

  it('a string kept from before does not undo a newer yes, twice', async () => {
    await lives('EU');
    const no = tcfOf(day(), [1]);
    await heeded({ tcf: no });
    service.clock.wind(1000);
    await chooses('given');
    expect(await heeded({ tcf: no })).toMatchObject({ recorded: [], passedOver: [{ why: 'answered' }] });
  });

  it('the signal of the browser counts as the header does, where the law knows it', async () => {
    expect((await heeded({ gpc: true })).recorded).toMatchObject([{ signal: 'gpc', limit: 'opt-out-sale-share' }]);
    expect((await heeded({ gpc: true })).passedOver).toMatchObject([{ signal: 'gpc', why: 'stands' }]);
    const [limit] = await limits();
    expect(limit).toMatchObject({ source: 'gpc' });
    number += 1;
    self = `customer:${number}`;
    await lives('EU');
    expect((await heeded({ gpc: true })).passedOver).toMatchObject([{ signal: 'gpc', why: 'unknown-to-law' }]);
    expect(await heeded({ gpc: false })).toEqual({ recorded: [], passedOver: [] });
    number += 1;
    self = `customer:${number}`;
    await lives('US-CO');
    const gpp = gppOf({ usco: { Gpc: true } });
    expect((await heeded({ gpp })).recorded).toMatchObject([{ signal: 'gpc' }]);
  });

  it('a service tells of its visitor, and nobody else does', async () => {
    const json = { subject: self, gpc: true, gpp: gppOf({ usca: { SaleOptOut: 1 } }) };
    const told = sure(await service.call('POST', '/v1/signals', { json, scope: 'consent' })).body;
    expect(told).toMatchObject({ recorded: [{ signal: 'gpp' }], passedOver: [{ signal: 'gpc', why: 'stands' }] });
    expect((await service.call('POST', '/v1/signals', { json, scope: 'use' })).status).toBe(403);
    expect(
      (await service.call('POST', '/v1/signals', { json: { ...json, gpp: 'x'.repeat(5000) }, scope: 'consent' }))
        .status,
    ).toBe(422);
  });

  it('brings back nobody who was erased', async () => {
    sure(await service.call('POST', `/v1/subjects/${self}/erasure`, { json: {}, scope: 'admin' }));
    const gpp = gppOf({ usca: { SaleOptOut: 1 } });
    expect(await heeded({ gpp, gpc: true })).toEqual({ recorded: [], passedOver: [] });
    const json = { subject: self, gpp };
    expect((await service.call('POST', '/v1/signals', { json, scope: 'consent' })).status).toBe(410);
  });

  it('changes nothing about purposes that name no TCF purpose', async () => {
    await lives('EU');
    sure(await says(service, 'given', self));
    await heeded({ tcf: tcfOf(day(), []) });
    expect((await choices()).find(({ purpose }: { purpose: string }) => purpose === 'support-drafts')?.state).toBe(
      'given',
    );
  });
});
