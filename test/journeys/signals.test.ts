import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aShop, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const on = { 'sec-gpc': '1' };
const said = {
  en: [/Global Privacy Control/, /Should your yes count here all the same\?/],
  de: [/als Ihr Nein zum Verkauf/, /Soll Ihr Ja hier trotzdem zählen\?/],
  fr: [/votre refus de la vente/, /Votre oui doit-il quand même compter ici/],
  es: [/su negativa a que se vendan/, /¿Debe contar aquí su sí a pesar de todo\?/],
} as const;

describe.each(engines)('the privacy signal of a browser over %s', (engine) => {
  let service: RunningService;
  let number = 100;
  let self = '';
  let purpose = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    await declared();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    service.clock.wind(60_000);
    number += 1;
    purpose = 'partner-offers';
    self = `customer:${number}`;
    await lives('US-CA');
  });

  const lives = async (...regimes: string[]) =>
    sure(await service.call('PUT', `/v1/subjects/${self}`, { json: { regimes }, scope: 'consent' }));
  async function declared(): Promise<void> {
    const words = (en: string) => ({ en });
    const registry = { scope: 'registry', sub: 'officer' };
    const purpose = {
      name: words('Partner offers'),
      description: words('Shops that we work with get your interests.'),
      kind: 'sharing',
      dataCategories: ['messages'],
      legalBasis: { US: 'opt-out', EU: 'consent' },
      saleOrShare: true,
      defaultNotice: 'partner-notice',
    };
    sure(await service.call('PUT', '/v1/purposes/partner-offers', { json: purpose, ...registry }));
    const onYes = { ...purpose, name: words('Partner news'), legalBasis: { US: 'consent', EU: 'consent' } };
    sure(await service.call('PUT', '/v1/purposes/partner-news', { json: onYes, ...registry }));
    const notice = {
      ...(examples.find(({ endpoint }) => endpoint === 'putNotice')?.body as object),
      purposes: ['partner-offers', 'partner-news'],
    };
    sure(await service.call('PUT', '/v1/notices/partner-notice', { json: notice, ...registry }));
    const system = examples.find(({ endpoint }) => endpoint === 'putAiSystem')?.body as object;
    const json = { ...system, purposes: ['support-drafts', 'partner-offers', 'partner-news'] };
    sure(await service.call('PUT', '/v1/ai-systems/support-assistant', { json, ...registry }));
  }
  const question = (context?: object) => ({
    subject: self,
    aiSystem: 'support-assistant',
    purpose,
    ...(context === undefined ? {} : { context }),
  });
  const check = async (headers: Record<string, string> = {}, context?: object): Promise<Told> =>
    sure(await service.call('POST', '/v1/checks', { json: question(context), scope: 'use', headers }));
  const reasonOf = async (...asked: Parameters<typeof check>) => (await check(...asked)).body.reason;
  const limits = async () => (await service.call('GET', '/v1/me/limits', { self })).body.items;
  const yes = (headers = {}) =>
    service.call('POST', '/v1/me/consents', { json: { purpose, state: 'given' }, self, headers });
  const csrfOf = ({ text }: Told): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';

  it('is recorded once from a page that the person reads, with its evidence, and stops the next sale', async () => {
    expect(await reasonOf()).toBe('opt-out-not-exercised');
    const cookie = await signedIn(service, self);
    const page = sure(await service.call('GET', '/me/choices', { headers: { ...cookie, ...on } }));
    expect(page.text).toMatch(said.en[0]);
    expect(page.headers.get('vary')).toBe('Sec-GPC');
    expect(await reasonOf()).toBe('opted-out');
    for (const path of ['/me', '/me/choices', '/me/ledger', '/me/requests'])
      sure(await service.call('GET', path, { headers: { ...cookie, ...on } }));
    const all = await limits();
    expect(all).toMatchObject([{ kind: 'opt-out-sale-share', purpose: null, state: 'set', source: 'gpc' }]);
    const proof = await service.call('GET', '/v1/me/data', { self });
    expect(proof.text).toMatch(/Sec-GPC: 1; GET \/me\/choices; 2026-11-02T/);
  });

  it('is recorded from a call of the person, and the answer to it already says so', async () => {
    const told = sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    expect(told.body.signal.words).toMatch(said.en[0]);
    expect(told.headers.get('vary')).toBe('Sec-GPC');
    expect(await reasonOf()).toBe('opted-out');
    expect(sure(await service.call('GET', '/v1/me/limits', { self, headers: on })).body.items).toHaveLength(1);
  });

  it.each(['0', '', 'true', '1, 0', '11', '01'])('says nothing when it is %j', async (value) => {
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: { 'sec-gpc': value } }));
    expect(await limits()).toEqual([]);
    expect(await reasonOf({ 'sec-gpc': value })).toBe('opt-out-not-exercised');
  });

  it.each([[['EU']], [['US-VA']], [['UK', 'BR']]])(
    'is no act under a law that does not know it: %j',
    async (regimes) => {
      await lives(...regimes);
      sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
      expect(await limits()).toEqual([]);
    },
  );

  it.each([[['US-CO']], [['EU', 'US-TX']], [['US-DE']]])(
    'is one under any of the laws that know it: %j',
    async (regimes) => {
      await lives(...regimes);
      sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
      expect(await limits()).toHaveLength(1);
    },
  );

  it('counts on a check and on a use, alone and in a batch, also beside a member that denies it', async () => {
    expect(await reasonOf(on)).toBe('opted-out');
    expect(await reasonOf(on, { gpc: false })).toBe('opted-out');
    expect(await reasonOf({}, { gpc: true })).toBe('opted-out');
    expect(await reasonOf()).toBe('opt-out-not-exercised');
    expect((await check(on)).headers.get('vary')).toBe('Sec-GPC');
    expect((await check()).headers.get('vary')).toBe('Sec-GPC');
    const items = [question(), question({ gpc: false }), { ...question(), context: 7 }];
    for (const [path, status] of [
      ['/v1/checks/batch', 200],
      ['/v1/uses/batch', 200],
    ] as const) {
      const told = await service.call('POST', path, { json: { items }, scope: 'use', headers: on });
      expect(told.status).toBe(status);
      expect(
        told.body.results.map((result: { reason?: string; code?: string }) => result.reason ?? result.code),
      ).toEqual(['opted-out', 'opted-out', 'validation-failed']);
    }
    const use = await service.call('POST', '/v1/uses', { json: question(), scope: 'use', headers: on });
    expect([use.status, use.body.reason]).toEqual([201, 'opted-out']);
    expect(await limits()).toEqual([]);
  });

  it('is part of what an idempotency key stands for', async () => {
    const headers = { 'idempotency-key': `use-${number}` };
    const use = (more = {}) =>
      service.call('POST', '/v1/uses', { json: question(), scope: 'use', headers: { ...headers, ...more } });
    expect((await use()).body.allowed).toBe(true);
    expect((await use(on)).status).toBe(422);
  });

  it('goes before a yes from before it, and the page asks which of the two counts, in four languages', async () => {
    purpose = 'partner-news';
    sure(await yes());
    service.clock.wind(1000);
    expect(await reasonOf()).toBe('consent-given');
    const cookie = await signedIn(service, self);
    sure(await service.call('GET', '/me', { headers: { ...cookie, ...on } }));
    expect(await reasonOf()).toBe('opted-out');
    for (const [language, sentences] of Object.entries(said)) {
      const page = sure(await service.call('GET', `/me/choices?language=${language}`, { headers: cookie }));
      for (const sentence of sentences) expect(page.text).toMatch(sentence);
    }
    service.clock.wind(1000);
    const csrf = csrfOf(await service.call('GET', '/me/choices', { headers: { ...cookie, ...on } }));
    const form = { csrf, action: 'agree', purpose };
    expect((await service.call('POST', '/me/choices', { headers: { ...cookie, ...on }, form })).status).toBe(303);
    expect((await check()).body.allowed).toBe(true);
    expect((await check(on)).body.allowed).toBe(true);
    const after = sure(await service.call('GET', '/me/choices?language=en', { headers: { ...cookie, ...on } }));
    expect(after.text).not.toMatch(said.en[1]);
    expect((await check()).body.allowed).toBe(true);
    expect(await limits()).toHaveLength(1);
  });

  it('a yes in the very request that brings the first signal is no answer to it', async () => {
    purpose = 'partner-news';
    sure(await yes(on));
    expect(await reasonOf()).toBe('opted-out');
    service.clock.wind(1000);
    sure(await yes(on));
    expect((await check()).body.allowed).toBe(true);
  });

  it('without one on record no yes helps against one in the question', async () => {
    purpose = 'partner-news';
    sure(await yes());
    service.clock.wind(1000);
    expect(await reasonOf(on)).toBe('opted-out');
  });

  it('does not come back by itself once the person switched sale and sharing on again', async () => {
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    service.clock.wind(1000);
    const json = { kind: 'opt-out-sale-share', state: 'lifted' };
    sure(await service.call('POST', '/v1/me/limits', { json, self, headers: on }));
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    expect((await check(on)).body.allowed).toBe(true);
    sure(await service.call('POST', '/v1/me/limits', { json: { ...json, state: 'set' }, self }));
    expect(await reasonOf()).toBe('opted-out');
  });

  it('that a service reports again while it stands does not undo a yes given since', async () => {
    const json = { kind: 'opt-out-sale-share', state: 'set', source: 'gpc' };
    const report = () => service.call('POST', `/v1/subjects/${self}/limits`, { json, scope: 'consent' });
    sure(await report());
    expect(await reasonOf()).toBe('opted-out');
    service.clock.wind(1000);
    sure(await yes());
    service.clock.wind(1000);
    sure(await report());
    expect((await check()).body.allowed).toBe(true);
  });

  it('changes nothing where the person had opted out by a button, unless they said yes since', async () => {
    const json = { kind: 'opt-out-sale-share', state: 'set' };
    sure(await service.call('POST', '/v1/me/limits', { json, self }));
    service.clock.wind(1000);
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    expect(await limits()).toHaveLength(1);
    sure(await yes());
    service.clock.wind(1000);
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    expect(await limits()).toHaveLength(2);
    expect(await reasonOf()).toBe('opted-out');
  });

  it('of one person is nobody else’s', async () => {
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    expect((await service.call('GET', '/v1/me/limits', { self: BEN })).body.items).toEqual([]);
    expect((await service.call('GET', '/v1/me/limits', { self: ADA })).body.items).toEqual([]);
  });

  it('outlives a restart', async () => {
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    service = await service.again();
    expect(await reasonOf()).toBe('opted-out');
    sure(await service.call('GET', '/v1/me/ai-use', { self, headers: on }));
    expect(await limits()).toHaveLength(1);
  });
});
