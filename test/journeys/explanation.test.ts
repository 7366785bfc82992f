import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, BEN, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const both = (en: string, de: string) => ({ en, de });
const purpose = {
  name: { en: 'Deciding on loans' },
  description: { en: 'An AI system estimates how likely a loan is to be repaid.' },
  kind: 'automated-decision',
  legalBasis: { EU: 'contract', US: 'contract' },
  art22: { EU: 'contract' },
  dataCategories: ['loan-request'],
};
const system = {
  name: both('Credit scoring', 'Kreditprüfung'),
  purposes: ['credit-decision'],
  dataCategories: ['loan-request'],
  benefits: both('You get an answer within a minute.', 'Sie bekommen in einer Minute eine Antwort.'),
  limitations: both('It is wrong in about one of four cases.', 'In etwa einem von vier Fällen liegt es falsch.'),
};
const reasonCatalogue = {
  reasons: [
    {
      code: 'duration-against',
      text: both('The loan would run for {value} months.', 'Der Kredit würde {value} Monate laufen.'),
    },
    {
      code: 'age-against',
      text: both('Your age counted against you.', 'Ihr Alter hat gegen Sie gezählt.'),
      protected: true,
      unchangeable: true,
    },
  ],
  terms: [
    both('Loan', 'Kredit'),
    both('declined', 'abgelehnt'),
    both('approved', 'bewilligt'),
    both('Length of the loan', 'Laufzeit'),
    both('application', 'Antrag'),
  ],
};
const decision = (subject: string, more: object = {}) => ({
  subject,
  aiSystem: 'credit-scoring',
  purpose: 'credit-decision',
  decidedAt: '2026-11-02T08:59:00.000Z',
  what: 'Loan',
  outcome: 'declined',
  adverse: true,
  aiRole: 'sole',
  output: { value: 'no' },
  inputs: [
    { name: 'duration', label: 'Length of the loan', value: 48, category: 'loan-request', source: 'application' },
  ],
  factors: [
    {
      code: 'duration-against',
      label: 'Length of the loan',
      direction: 'against',
      weight: 0.8,
      method: 'linear-contribution',
    },
  ],
  counterfactuals: [
    { name: 'duration', label: 'Length of the loan', from: 48, to: 24, outcome: 'approved', feasible: true },
  ],
  modelVersion: 'm1',
  humanInvolvement: { role: 'none' },
  ...more,
});

describe.each(engines)('why a decision came out as it did, over %s', (engine) => {
  let service: RunningService;
  let id = '';
  const put = (path: string, json: object) => service.call('PUT', path, { json, scope: 'registry', sub: 'officer' });
  const decide = (subject: string, more: object = {}) =>
    service.call('POST', '/v1/automated-decisions', { json: decision(subject, more), scope: 'decide' });
  const why = (asking: object, query = '', of = id) =>
    service.call('GET', `/v1/automated-decisions/${of}/explanation${query}`, asking);

  beforeAll(async () => {
    service = await aService({ engine });
    sure(await put('/v1/purposes/credit-decision', purpose));
    sure(await put('/v1/ai-systems/credit-scoring', { ...system, reasonCatalogue }));
    for (const subject of [ADA, BEN])
      sure(
        await service.call('PUT', `/v1/subjects/${subject}`, {
          json: { regimes: ['EU'], ageBand: 'adult' },
          scope: 'consent',
        }),
      );
    id = sure(await decide(ADA)).body.id;
  });
  afterAll(() => service.stop());

  it('the person reads it in four layers, with a proof that fits the checkpoint beside it', async () => {
    const { status, body } = await why({ self: ADA });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, reconstructed: false, approximation: false, effect: { state: 'effective' } });
    expect(body.layers.map(({ layer }: { layer: number }) => layer)).toEqual([1, 2, 3, 4]);
    expect(body.layers[1].reasons).toMatchObject([{ words: 'The loan would run for 48 months.', value: '48' }]);
    expect(body.layers[1].counterfactual).toMatchObject({ name: 'duration', to: '24', outcome: 'approved' });
    expect(JSON.stringify(body)).not.toContain('"weight"');
    const { log, index, treeSize, inclusion, leafHash } = body.proof;
    const proof = await service.call('GET', `/v1/ledger/entries/${log}/${index}/proof?treeSize=${treeSize}`, {
      scope: 'audit',
      sub: 'officer',
    });
    expect(proof.body).toMatchObject({ leafHash, proof: inclusion });
    expect(body.proof.checkpoint.split('\n')[1]).toBe(String(treeSize));
  });

  it('in their own language, and says where one is missing', async () => {
    const { body } = await why({ self: ADA }, '?language=de');
    expect(body.layers[1].reasons[0].words).toBe('Der Kredit würde 48 Monate laufen.');
    expect(body.layers[0]).toMatchObject({ what: 'Kredit', outcome: 'abgelehnt' });
    expect((await why({ self: ADA }, '?language=fi')).body.languageFallback).toBe(true);
  });

  it('to anybody else it is the same 404 as a decision that never was', async () => {
    const other = await why({ self: BEN });
    const none = await why({ self: BEN }, '', `${id.slice(0, -2)}${id.endsWith('00') ? '11' : '00'}`);
    expect([other.status, none.status]).toEqual([404, 404]);
    const { requestId: _a, ...told } = other.body;
    const { requestId: _b, ...missing } = none.body;
    expect(told).toEqual(missing);
    expect((await why({ scope: 'decide' })).status).toBe(403);
  });

  it('staff see the weights, and the person sees that they looked', async () => {
    const { status, body } = await why({ scope: 'reviews', sub: 'reviewer' }, '?reason=review');
    expect(status).toBe(200);
    expect(body.layers[1].reasons[0]).toMatchObject({ weight: 0.8, method: 'linear-contribution' });
    const { items } = (await service.call('GET', '/v1/me/ledger', { self: ADA })).body;
    expect(items[0]).toMatchObject({ kind: 'look.recorded' });
    const use = await service.call('GET', '/v1/me/ai-use', { self: ADA });
    expect(use.body.looks[0]).toMatchObject({ what: 'decision', reason: 'review' });
  });

  it('the page says the same', async () => {
    const headers = await signedIn(service, ADA);
    const page = await service.call('GET', `/me/decisions/${id}`, { headers });
    expect(page.status).toBe(200);
    expect(page.text).toContain('The loan would run for 48 months.');
    expect(page.text.match(/<details[^>]*layer/g)).toHaveLength(3);
    const asPage = await why({ self: ADA, headers: { accept: 'text/html' } });
    expect(asPage.text).toContain('It is wrong in about one of four cases.');
  });

  it('a decision with a reason that nobody published is refused, and one that was is told in the words of its day', async () => {
    const refused = await decide(BEN, {
      factors: [{ code: 'score-too-low', label: 'Score too low', direction: 'against', weight: 1 }],
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'reason-not-in-catalogue',
      'vague-reason',
      'vague-reason',
      'reason-without-value',
    ]);
    for (const { fix } of refused.body.errors) expect(fix.length).toBeGreaterThan(10);
    const [first, ...others] = reasonCatalogue.reasons;
    const reworded = {
      ...reasonCatalogue,
      reasons: [
        { ...first, text: both('A long loan counted against you.', 'Ein langer Kredit hat gegen Sie gezählt.') },
        ...others,
      ],
    };
    sure(await put('/v1/ai-systems/credit-scoring', { ...system, reasonCatalogue: reworded }));
    const { body } = await why({ self: ADA });
    expect(body.layers[1].reasons[0].words).toBe('The loan would run for 48 months.');
    expect(body.layers[2].system.changedWords).toContain('version 1');
  });

  it('a catalogue that says nothing or that somebody cannot read is not published', async () => {
    const vague = { reasons: [{ code: 'internal-policy', text: both('Internal policy', 'Interne Richtlinie') }] };
    expect(
      (await put('/v1/ai-systems/credit-scoring', { ...system, reasonCatalogue: vague })).body.errors.map(
        ({ code }: { code: string }) => code,
      ),
    ).toEqual(['vague-reason', 'vague-reason', 'vague-reason']);
    const { reasons } = reasonCatalogue;
    const untranslated = await put('/v1/ai-systems/credit-scoring', {
      ...system,
      reasonCatalogue: { reasons, languages: ['en', 'de', 'pl'] },
    });
    expect(untranslated.status).toBe(422);
    expect(untranslated.body.errors[0]).toMatchObject({
      code: 'translation-missing',
      pointer: '/reasonCatalogue/reasons/0/text',
    });
  });

  it('the package of a request for an explanation holds the same layers as they stood then', async () => {
    const request = sure(
      await service.call('POST', '/v1/me/requests', { json: { kind: 'ai-explanation' }, self: ADA }),
    ).body;
    const step = (name: string) =>
      service.call('POST', `/v1/requests/${request.id}/${name}`, {
        json: { reason: 'done' },
        scope: 'requests',
        sub: 'officer',
      });
    await step('verify');
    sure(await step('fulfil'));
    const { body } = sure(
      await service.call('GET', `/v1/requests/${request.id}/package`, { scope: 'requests', sub: 'officer' }),
    );
    expect(body.explanations).toHaveLength(1);
    expect(body.explanations[0].layers[1].reasons[0].words).toBe('The loan would run for 48 months.');
    expect(body.explanations[0].proof.checkpoint.split('\n')[1]).toBe(String(body.treeSize));
    expect(JSON.stringify(body.letter)).toContain('An AI system alone decided on 2 November 2026');
  });

  it('every way to object works as a page and as a call', async () => {
    const decided = sure(await decide(BEN)).body.id;
    const { layers } = sure(await why({ self: BEN }, '', decided)).body;
    const headers = await signedIn(service, BEN);
    const called = new Set<string>();
    for (const { right, href, api } of layers[2].rights) {
      expect((await service.call('GET', href, { headers })).status, right).toBe(200);
      const call = JSON.stringify(api);
      // Several rights may lead to one and the same second look.
      if (!called.has(call))
        expect((await service.call(api.method, api.href, { self: BEN, json: api.body })).status, right).toBe(201);
      called.add(call);
    }
    const [review] = sure(await service.call('GET', '/v1/me/reviews', { self: BEN })).body.items;
    expect(review).toMatchObject({ decision: decided });
  });

  it('a sum of all decisions stands beside it in California only, from the fifth in twelve months on', async () => {
    const CAL = 'customer:cal';
    sure(
      await service.call('PUT', `/v1/subjects/${CAL}`, {
        json: { regimes: ['US-CA'], ageBand: 'adult' },
        scope: 'consent',
      }),
    );
    const ids: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      const { body } = await why({ self: CAL }, '', ids.at(-1));
      if (nth > 0) expect(body.layers[1].aggregate, `after ${nth}`).toBeNull();
      ids.push(sure(await decide(CAL, { decidedAt: `2026-11-0${1 + (nth % 2)}T08:0${nth}:00.000Z` })).body.id);
    }
    const { body } = await why({ self: CAL }, '', ids.at(-1));
    expect(body.layers[1].aggregate).toMatchObject({
      uses: 5,
      rule: '11 CCR 7222(j)',
      outcomes: [{ outcome: 'Loan: declined', count: 5 }],
    });
    expect(body.layers[1].reasons).toHaveLength(1);
  });
});
