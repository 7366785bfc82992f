import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../openapi/examples.ts';
import { ADA, aShop, atTheConsole, BEN, check, says, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const body = (endpoint: string) => examples.find((each) => each.endpoint === endpoint)?.body as Record<string, unknown>;
const texts = (word: string) => ({ en: word, de: word });

describe.each(engines)('what a person is told about a decision over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());

  const publish = async (changes: object): Promise<void> => {
    const json = { ...body('putAiSystem'), ...changes };
    sure(await service.call('PUT', '/v1/ai-systems/support-assistant', { json, scope: 'registry', sub: 'officer' }));
    service.clock.wind(1000);
  };
  const decided = async (changes: object) => {
    const decidedAt = new Date(service.clock.now()).toISOString();
    const json = { ...body('postDecision'), subject: ADA, use: undefined, decidedAt, ...changes };
    return sure(await service.call('POST', '/v1/automated-decisions', { json, scope: 'decide' })).body;
  };
  const told = async (id: string, language = 'en') =>
    sure(await service.call('GET', `/v1/automated-decisions/${id}/explanation?language=${language}`, { self: ADA }))
      .body.layers;
  const against = (code: string, changes: object = {}) => ({
    code,
    label: texts(code),
    direction: 'against',
    value: 1,
    ...changes,
  });
  const change = (name: string, changes: object = {}) => ({
    name,
    label: texts(name),
    from: 'a',
    to: 'b',
    outcome: texts('another outcome'),
    ...changes,
  });
  const adverse = { adverse: true, outcome: texts('declined') };

  it.each(['$$5', "$'", '$&', '$1 and $$', '{value}'])('the value %s is told exactly as it was sent', async (value) => {
    const reasons = [
      {
        code: 'plan-against',
        text: { en: 'Your plan {value} counted, {value} it was.', de: 'Ihr Tarif {value} zählte, {value} war es.' },
      },
    ];
    await publish({ reasonCatalogue: { languages: ['en'], reasons } });
    const sent = { ...adverse, factors: [against('plan-against', { value })], counterfactuals: [] };
    const { id } = await decided(sent);
    const [, second] = await told(id);
    expect(second.reasons[0].words).toBe(`Your plan ${value} counted, ${value} it was.`);
    await publish({});
  });

  it('the same reason sent four times fills one place, and the others are told', async () => {
    const codes = ['income', 'income', 'income', 'income', 'length', 'history', 'savings'];
    const { id, quality } = await decided({ ...adverse, factors: codes.map((code) => against(code)) });
    const [, second] = await told(id);
    expect(second.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'income',
      'length',
      'history',
      'savings',
    ]);
    expect(quality).toContain('repeated-reason');
  });

  it('values read as people write them, in the language of the reader', async () => {
    const values = {
      inquiries: '',
      share: 0.1 + 0.2,
      rate: 1e-7,
      since: '2026-05-01',
      part: '12.5%',
      sum: 'EUR 1200.50',
    };
    const factors = Object.entries(values).map(([code, value]) => against(code, { value }));
    const inputs = Object.entries(values).map(([name, value]) => ({
      name,
      label: texts(name),
      value,
      category: 'messages',
    }));
    const { id } = await decided({ ...adverse, factors, inputs });
    const words = async (language: string) =>
      (await told(id, language))[2].factors.map((factor: { words: string }) =>
        factor.words.replaceAll(/[\u00a0\u202f]/g, ' '),
      );
    expect(await words('en')).toEqual([
      'inquiries counted against you.',
      'share (0.3) counted against you.',
      'rate (0.0000001) counted against you.',
      'since (1 May 2026) counted against you.',
      'part (12.5%) counted against you.',
      'sum (€1,200.50) counted against you.',
    ]);
    expect(await words('de')).toEqual([
      'inquiries hat gegen Sie gezählt.',
      'share (0,3) hat gegen Sie gezählt.',
      'rate (0,0000001) hat gegen Sie gezählt.',
      'since (1. Mai 2026) hat gegen Sie gezählt.',
      'part (12,5 %) hat gegen Sie gezählt.',
      'sum (1.200,50 €) hat gegen Sie gezählt.',
    ]);
  });

  it.each([
    'native-country',
    'Geburtsland',
    'pays de naissance',
    'estado_civil',
    'maritalStatus',
    'Religionszugehörigkeit',
    'origin',
  ])('nobody is told to change their %s, and they are told why it is left out', async (name) => {
    const { id, quality } = await decided({
      ...adverse,
      factors: [against('income')],
      counterfactuals: [change(name)],
    });
    expect(quality).toContain('unchangeable-counterfactual');
    for (const language of ['en', 'de', 'fr', 'es']) {
      const [, second] = await told(id, language);
      expect(second.counterfactual).toBeNull();
      expect(second.counterfactualWords).toContain(name);
      expect(second.counterfactualWords).not.toContain('another outcome');
    }
  });

  it('what the AI system declares decides: what can be changed is held out, what cannot is not, whatever it is called', async () => {
    await publish({
      inputs: [
        { name: 'health_club_membership', changeable: true },
        { name: 'seniority', changeable: false },
        { name: 'district', protected: true },
      ],
    });
    const names = ['health-club-membership', 'seniority', 'district'];
    const { id } = await decided({
      ...adverse,
      factors: [against('income')],
      counterfactuals: names.map((name) => change(name)),
    });
    const layers = await told(id);
    const shown = layers[3].counterfactuals as { name: string; offered: boolean; heldBack: string | null }[];
    expect(shown.map(({ name, offered, heldBack }) => [name, offered, heldBack])).toEqual([
      ['health-club-membership', true, null],
      ['seniority', false, 'unchangeable'],
      ['district', false, 'protected'],
    ]);
    expect(layers[1].counterfactual.name).toBe('health-club-membership');
    await publish({});
  });

  it('what would have led to the same result is kept, warned about and not shown', async () => {
    const counterfactuals = [change('income', { outcome: { en: 'Declined.' } }), change('savings', { from: 5, to: 5 })];
    const { id, quality } = await decided({ ...adverse, factors: [against('income')], counterfactuals });
    expect(quality).toContain('counterfactual-changes-nothing');
    const layers = await told(id);
    expect(layers[1].counterfactual).toBeNull();
    expect(layers[1].counterfactualWords).toMatch(/income.*the result would have been the same.*savings/);
    expect(JSON.stringify(layers[3].record)).toContain('Declined.');
  });
});

describe.each(engines)('a no that arrives late over %s', (engine) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
  });
  afterAll(() => service.stop());
  const imported = (state: string, occurredAt: string, subject = ADA) =>
    service.call('POST', '/v1/consents', {
      json: {
        subject,
        purpose: 'support-drafts',
        state,
        occurredAt,
        ...(state === 'given' ? { notice: { key: 'support-notice' } } : {}),
      },
      scope: 'consent',
    });
  const followUps = async () => sure(await service.call('GET', '/v1/follow-ups', { scope: 'requests' })).body.items;

  it('undoes a consent that is younger, says so, and is listed until the person is asked again', async () => {
    sure(await says(service, 'given', BEN));
    sure(await says(service, 'withdrawn', BEN));
    expect(await followUps()).toEqual([]);
    sure(await says(service, 'given', ADA));
    const before = new Date(service.clock.now() - 86_400_000).toISOString();
    const { body: late } = sure(await imported('withdrawn', before));
    expect(late.warnings).toContain('newer-consent-undone');
    expect((await check(service)).body).toMatchObject({ allowed: false, reason: 'withdrawn' });
    expect(await followUps()).toMatchObject([
      { why: 'newer-consent-undone', subject: late.subject, purpose: 'support-drafts', saidAt: before },
    ]);
    const headers = await atTheConsole(service, 'mara');
    expect((await service.call('GET', '/console', { headers })).text).toContain(late.subject);
    expect((await service.call('GET', '/v1/follow-ups', { scope: 'use' })).status).toBe(403);
    service.clock.wind(1000);
    sure(await says(service, 'given', ADA));
    expect(await followUps()).toEqual([]);
    expect((await service.call('GET', '/console', { headers })).text).not.toContain(late.subject);
  });

  it('a no that is younger than the consent undoes it without a warning', async () => {
    service.clock.wind(1000);
    const { body: no } = sure(await imported('withdrawn', new Date(service.clock.now()).toISOString()));
    expect(no.warnings).toEqual([]);
  });
});
