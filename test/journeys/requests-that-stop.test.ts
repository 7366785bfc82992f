import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestKind } from '../../src/vocabulary/request.ts';
import { aCustomer, signedIn, sure } from '../given/a-shop.ts';
import { aMandate } from '../given/request/a-mandate.ts';
import { aService, dailyEngine, type RunningService, type Told } from '../given/service.ts';

/** What each kind stops: a purpose that it covers, its basis, and the reason with which the next use is refused. */
const kinds = {
  objection: ['advice', 'objected'],
  'objection-marketing': ['offers', 'objected'],
  restriction: ['advice', 'restricted'],
  'optout-sale-share': ['resale', 'opted-out'],
  'limit-sensitive': ['health-hints', 'opted-out'],
  'optout-admt': ['scoring', 'opted-out'],
  'optout-profiling': ['scoring', 'opted-out'],
  'consent-withdrawal': ['helping', 'withdrawn'],
} as const satisfies Partial<Record<RequestKind, readonly [string, string]>>;
type StoppingKind = keyof typeof kinds;
const stopping = Object.keys(kinds) as StoppingKind[];

const purpose = (key: string, basis: string, more: object = {}) => ({
  name: { en: key },
  description: { en: `What ${key} is for.` },
  kind: 'service',
  legalBasis: { EU: basis, US: basis },
  dataCategories: ['messages'],
  ...more,
});
const purposes = {
  advice: purpose('advice', 'legitimate-interests'),
  offers: purpose('offers', 'legitimate-interests', { forMarketing: true }),
  resale: purpose('resale', 'legitimate-interests', { saleOrShare: true }),
  'health-hints': purpose('health-hints', 'legitimate-interests', { sensitive: true, specialCategory: { EU: 'h' } }),
  scoring: purpose('scoring', 'legitimate-interests', { significant: true }),
  helping: purpose('helping', 'consent', { defaultNotice: 'helping-notice' }),
  banking: purpose('banking', 'contract'),
  hints: { ...purpose('hints', 'legitimate-interests'), legalBasis: { US: 'opt-out' } },
  scores: {
    ...purpose('scores', 'legitimate-interests', { significant: true }),
    legalBasis: { US: 'opt-out' },
    optOutExceptions: [{ regime: 'US-CA', code: 'ca-admt-human-appeal', evidence: 'A desk decides.' }],
  },
};

async function aHouse(service: RunningService): Promise<void> {
  const put = async (path: string, json: object) =>
    sure(await service.call('PUT', path, { json, scope: 'registry', sub: 'officer' }));
  for (const [key, body] of Object.entries(purposes)) await put(`/v1/purposes/${key}`, body);
  await put('/v1/notices/helping-notice', {
    title: { en: 'Help' },
    body: { en: 'We use your messages to help you.' },
    purposes: ['helping'],
  });
  await put('/v1/ai-systems/helper', {
    name: { en: 'Helper' },
    purposes: Object.keys(purposes),
    dataCategories: ['messages'],
    humanOversight: { mode: 'before-effect', description: { en: 'Staff look.' } },
  });
}

describe.each(dailyEngine)('a request that says no, over %s', (engine) => {
  let service: RunningService;
  let count = 0;
  beforeAll(async () => {
    service = await aService({ engine });
    await aHouse(service);
  });
  afterAll(() => service.stop());

  async function somebody(regime = 'EU'): Promise<string> {
    count += 1;
    const subject = `customer:no-${count}`;
    await aCustomer(service, subject);
    sure(
      await service.call('PUT', `/v1/subjects/${subject}`, {
        json: { regimes: [regime], ageBand: 'adult', language: 'en' },
        scope: 'consent',
      }),
    );
    for (const key of ['helping'])
      sure(await service.call('POST', '/v1/me/consents', { json: { purpose: key, state: 'given' }, self: subject }));
    service.clock.wind(1000);
    return subject;
  }
  const check = async (subject: string, about: string) =>
    (
      await service.call('POST', '/v1/checks', {
        json: { subject, aiSystem: 'helper', purpose: about, dataCategories: ['messages'] },
        scope: 'use',
      })
    ).body;
  const own = (subject: string, json: object): Promise<Told> =>
    service.call('POST', '/v1/me/requests', { json, self: subject });
  const step = (id: string, name: string, json: object = {}): Promise<Told> =>
    service.call('POST', `/v1/requests/${id}/${name}`, { json, scope: 'requests', sub: 'olga' });
  const ledger = async (subject: string): Promise<readonly { kind: string }[]> =>
    (await service.call('GET', '/v1/me/ledger?limit=100', { self: subject })).body.items;

  const channels = {
    self: (subject: string, json: object) => own(subject, json),
    staff: (subject: string, json: object) =>
      service.call('POST', '/v1/requests', { json: { ...json, subject }, scope: 'requests', sub: 'olga' }),
    agent: (subject: string, json: object) =>
      service.call('POST', '/v1/requests', {
        json: { ...json, subject, mandate: aMandate },
        scope: 'agent',
        sub: 'agency',
      }),
    page: async (subject: string, json: object) => {
      const { cookie } = await signedIn(service, subject);
      const form = await service.call('GET', '/me/requests/new', { headers: { cookie } });
      const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
      return service.call('POST', '/me/requests', {
        form: { csrf, ...(json as Record<string, string>) },
        headers: { cookie, origin: service.url },
      });
    },
  } as const;

  const everyWay = stopping.flatMap((kind) =>
    Object.keys(channels).flatMap((channel) => ['EU', 'US-CA'].map((regime) => [kind, channel, regime] as const)),
  );

  it.each(everyWay)('%s by %s under %s stops the next use', async (kind, channel, regime) => {
    const subject = await somebody(regime);
    const [about, reason] = kinds[kind];
    expect(await check(subject, about)).toMatchObject({ allowed: true });
    const told = await channels[channel as keyof typeof channels](subject, { kind });
    expect([200, 201]).toContain(told.status);
    expect(await check(subject, about)).toMatchObject({ allowed: false, reason });
    expect(await check(subject, 'banking')).toMatchObject({ allowed: kind !== 'restriction' });
    if (channel === 'page') expect(told.text).toContain('What has stopped');
    else expect(told.body.stopped).toHaveLength(1);
  });

  it.each(stopping)('%s can name one purpose, and the rest goes on', async (kind) => {
    const subject = await somebody();
    const [about, reason] = kinds[kind];
    const told = sure(await own(subject, { kind, purpose: about }));
    expect(told.body.stopped).toMatchObject([{ purpose: about }]);
    expect(await check(subject, about)).toMatchObject({ allowed: false, reason });
    for (const other of ['advice', 'banking'].filter((key) => key !== about))
      expect(await check(subject, other)).toMatchObject({ allowed: true });
  });

  const limiting = stopping.filter((kind) => kind !== 'consent-withdrawal');
  it.each(limiting)('%s is not recorded twice, and says since when it stands', async (kind) => {
    const subject = await somebody();
    const first = sure(await own(subject, { kind })).body;
    service.clock.wind(60_000);
    const second = sure(await own(subject, { kind })).body;
    const acts = (await ledger(subject)).filter(
      ({ kind: fact }) => fact === 'limit.set' || fact === 'consent.withdrawn',
    );
    expect(acts).toHaveLength(1);
    expect(second.stopped).toEqual([{ ...first.stopped[0], already: true }]);
  });

  const hoursAgo = (hours: number): string => new Date(service.clock.now() - hours * 3_600_000).toISOString();
  const saidYes = (subject: string, hours: number): Promise<Told> =>
    service.call('POST', '/v1/consents', {
      json: { subject, purpose: 'helping', state: 'given', occurredAt: hoursAgo(hours) },
      scope: 'consent',
    });
  async function aStranger(): Promise<string> {
    count += 1;
    const subject = `customer:never-asked-${count}`;
    await aCustomer(service, subject);
    return subject;
  }

  it.each([
    ['everything is taken back', { kind: 'consent-withdrawal' }],
    ['this use is taken back', { kind: 'consent-withdrawal', purpose: 'helping' }],
    ['this use is objected to', { kind: 'objection', purpose: 'helping' }],
  ])('a yes from before that a service reports late does not count where %s', async (_what, json) => {
    const subject = await aStranger();
    const told = sure(await own(subject, json)).body;
    expect(told.stopped.filter(({ kind }: { kind: string }) => kind === 'consent')).toHaveLength(
      json.kind === 'consent-withdrawal' && 'purpose' in json ? 1 : 0,
    );
    service.clock.wind(60_000);
    sure(await saidYes(subject, 1));
    expect(await check(subject, 'helping')).toMatchObject({ allowed: false, reason: 'withdrawn' });
  });

  it.each(['US', 'US-TX', 'US-CA'])('an objection stops what goes on in %s for want of an opt-out', async (regime) => {
    for (const json of [{ kind: 'objection' }, { kind: 'objection', purpose: 'hints' }]) {
      const subject = await somebody(regime);
      expect(await check(subject, 'hints')).toMatchObject({ allowed: true, reason: 'opt-out-not-exercised' });
      sure(await own(subject, json));
      expect(await check(subject, 'hints')).toMatchObject({ allowed: false, reason: 'opted-out' });
    }
  });

  const letterOf = async (subject: string, json: object): Promise<string> => {
    const { id } = sure(await own(subject, json)).body;
    const headers = { ...(await signedIn(service, subject)), accept: 'text/html', 'accept-language': 'en' };
    return sure(await service.call('GET', `/me/requests/${id}`, { headers })).text;
  };

  it('a letter does not say that something stopped which goes on, and says on what it rests', async () => {
    const subject = await somebody();
    const letter = await letterOf(subject, { kind: 'objection', purpose: 'banking' });
    expect(await check(subject, 'banking')).toMatchObject({ allowed: true });
    expect(letter).not.toContain('What has stopped');
    expect(letter).toContain('“banking” goes on all the same: Needed for your contract.');
  });

  it('an opt-out to which the company has an exception is said to go on, and only there', async () => {
    const subject = await somebody('US-CA');
    expect(await check(subject, 'scores')).toMatchObject({ allowed: true });
    expect(await letterOf(subject, { kind: 'optout-admt' })).toContain('“scores” goes on all the same');
    expect(await check(subject, 'scores')).toMatchObject({ allowed: true });
    const texan = await somebody('US-TX');
    expect(await letterOf(texan, { kind: 'optout-admt' })).not.toContain('“scores” goes on');
    expect(await check(texan, 'scores')).toMatchObject({ allowed: false, reason: 'opted-out' });
  });

  it.each(['.', '…', '- -', 'Done', 'OK.', 'erledigt', 'Fait !'])(
    'a complaint is not answered by “%s”, nor is more time taken with it',
    async (reason) => {
      const { id } = sure(await own(await somebody(), { kind: 'complaint' })).body;
      for (const name of ['fulfil', 'extend']) expect((await step(id, name, { reason })).status).toBe(422);
      expect((await step(id, 'fulfil', { reason: 'We no longer write on Sundays.' })).status).toBe(200);
    },
  );

  it.each([
    ['5', '5'],
    ['12 Elm Street', ' 12  Elm Street '],
  ])('a correction of “%s” to “%s” corrects nothing', async (from, to) => {
    const { id } = sure(await own(await somebody(), { kind: 'rectification' })).body;
    const told = await step(id, 'fulfil', { rectified: [{ what: 'Value', from, to, told: [] }] });
    expect([told.status, told.body.errors?.[0]?.code]).toEqual([422, 'same-value']);
  });

  it('a yes from between two requests that take everything back does not count, and one from after them does', async () => {
    const subject = await aStranger();
    const early = { kind: 'consent-withdrawal', subject, receivedAt: hoursAgo(5) };
    sure(await service.call('POST', '/v1/requests', { json: early, scope: 'requests', sub: 'olga' }));
    sure(await own(subject, { kind: 'consent-withdrawal' }));
    sure(await saidYes(subject, 3));
    expect(await check(subject, 'helping')).toMatchObject({ allowed: false });
    service.clock.wind(60_000);
    sure(
      await service.call('POST', '/v1/me/consents', { json: { purpose: 'helping', state: 'given' }, self: subject }),
    );
    expect(await check(subject, 'helping')).toMatchObject({ allowed: true });
  });

  it.each(stopping)('%s is confirmed by its answer, which needs no words', async (kind) => {
    const subject = await somebody();
    const { id } = sure(await own(subject, { kind })).body;
    expect((await step(id, 'fulfil')).body).toMatchObject({ state: 'fulfilled' });
    const { body } = await service.call('GET', `/v1/requests/${id}/package`, { scope: 'requests', sub: 'olga' });
    expect(JSON.stringify(body.letter)).toContain('This has counted since 2 November 2026.');
  });

  it('an objection that is refused is lifted with its ground, and the person is told', async () => {
    const subject = await somebody();
    const { id } = sure(await own(subject, { kind: 'objection' })).body;
    const denied = await step(id, 'deny', { code: 'art21-compelling-grounds', reason: 'Fraud would go unseen.' });
    expect(denied.body).toMatchObject({ state: 'denied' });
    expect(await check(subject, 'advice')).toMatchObject({ allowed: true });
    const kindsOfFacts = (await ledger(subject)).map(({ kind }) => kind);
    // The no is said once, before what it lifts is lifted.
    expect(kindsOfFacts.slice(0, 4)).toEqual(['limit.lifted', 'request.denied', 'message.written', 'message.written']);
    const { items } = sure(await service.call('GET', '/v1/me/messages', { self: subject })).body;
    expect(items.map(({ template }: { template: string }) => template)).toEqual(['limit-lifted', 'request-received']);
  });

  it.each(['objection-marketing', 'consent-withdrawal'] as const)('%s cannot be refused', async (kind) => {
    const subject = await somebody();
    const { id } = sure(await own(subject, { kind })).body;
    const told = await step(id, 'deny', { code: 'art12-5-excessive', reason: 'Too often.' });
    expect([told.status, told.body.errors[0].code]).toEqual([422, 'never-refused']);
    expect(await check(subject, kinds[kind][0])).toMatchObject({ allowed: false });
  });

  it('a limit that stood before is not lifted by refusing a later request', async () => {
    const subject = await somebody();
    sure(await service.call('POST', '/v1/me/limits', { json: { kind: 'objection', state: 'set' }, self: subject }));
    const { id } = sure(await own(subject, { kind: 'objection' })).body;
    sure(await step(id, 'deny', { code: 'art21-compelling-grounds', reason: 'Fraud would go unseen.' }));
    expect(await check(subject, 'advice')).toMatchObject({ allowed: false, reason: 'objected' });
  });

  it('calling the request off leaves the limit, and answering what the person lifted is refused', async () => {
    const subject = await somebody();
    const { id } = sure(await own(subject, { kind: 'objection' })).body;
    const other = sure(await own(subject, { kind: 'objection' })).body.id;
    sure(await step(other, 'cancel', { reason: 'They wrote twice.' }));
    expect(await check(subject, 'advice')).toMatchObject({ allowed: false });
    service.clock.wind(1000);
    sure(await service.call('POST', '/v1/me/limits', { json: { kind: 'objection', state: 'lifted' }, self: subject }));
    expect((await step(id, 'fulfil')).status).toBe(409);
  });

  it.each(['', ' ', '\u00A0', '\u200B', '\u2060\n', '\u3164'])(
    'a step whose words are %j is refused',
    async (reason) => {
      const subject = await somebody();
      const { id } = sure(await own(subject, { kind: 'complaint' })).body;
      for (const name of ['fulfil', 'pause', 'extend', 'cancel'])
        expect([name, (await step(id, name, { reason })).status]).toEqual([name, 422]);
    },
  );

  it('a correction ends only with what was corrected, from what, to what, and who was told', async () => {
    const subject = await somebody();
    const { id } = sure(await own(subject, { kind: 'rectification' })).body;
    expect((await step(id, 'fulfil', { reason: 'done' })).status).toBe(422);
    const rectified = [{ what: 'Street', from: 'Oak Lane 1', to: 'Oak Lane 7', told: ['Example Hosting'] }];
    expect((await step(id, 'fulfil', { rectified })).body).toMatchObject({ state: 'fulfilled' });
    const { body } = await service.call('GET', `/v1/requests/${id}/package`, { scope: 'requests', sub: 'olga' });
    for (const words of ['Street', 'Oak Lane 1', 'Oak Lane 7', 'Example Hosting'])
      expect(JSON.stringify(body.letter)).toContain(words);
  });
});
