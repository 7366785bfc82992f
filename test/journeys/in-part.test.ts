import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, aShop, BEN, refusal, says, signedIn, sure } from '../given/a-shop.ts';
import { aService, engines, type RunningService, type Told } from '../given/service.ts';

const decision = (subject: string) => ({
  subject,
  aiSystem: 'support-assistant',
  purpose: 'support-drafts',
  decidedAt: '2026-11-02T08:59:00.000Z',
  what: 'Which team answers',
  outcome: 'returns team',
  adverse: false,
  aiRole: 'advisory',
  output: { value: 0.91, scale: 'sureness', rule: 'secret-threshold' },
  inputs: [{ name: 'topic', label: 'Topic', value: 'secret-input', category: 'messages', source: 'your message' }],
  factors: [
    {
      code: 'topic',
      label: 'secret-factor',
      value: 'a return',
      direction: 'for',
      weight: 0.8,
      method: 'linear-contribution',
    },
  ],
  counterfactuals: [
    { name: 'topic', label: 'Topic', from: 'a return', to: 'a delivery', outcome: 'secret-outcome', feasible: true },
  ],
  modelVersion: 'm1',
  humanInvolvement: { role: 'A person reads every message.' },
});
const officer = { scope: 'requests', sub: 'officer' };

describe.each(engines)('an answer that is given in part over %s', (engine) => {
  let service: RunningService;
  let mine = '';
  let theirs = '';
  beforeAll(async () => {
    service = await aService({ engine });
    await aShop(service);
    for (const person of [ADA, BEN]) sure(await says(service, 'given', person));
    const decide = async (who: string): Promise<string> =>
      sure(await service.call('POST', '/v1/automated-decisions', { json: decision(who), scope: 'decide' })).body.id;
    [mine, theirs] = [await decide(ADA), await decide(BEN)];
  });
  afterAll(() => service.stop());

  const asked = async (kind: string, language = 'en'): Promise<string> => {
    const { id } = sure(await service.call('POST', '/v1/me/requests', { json: { kind, language }, self: ADA })).body;
    sure(
      await service.call('POST', `/v1/requests/${id}/verify`, {
        json: { reason: 'Called back.', level: 'reasonable' },
        ...officer,
      }),
    );
    return id;
  };
  const fulfil = (id: string, json: object): Promise<Told> =>
    service.call('POST', `/v1/requests/${id}/fulfil`, {
      json: { reason: 'The rule is our secret.', ...json },
      ...officer,
    });
  const pack = async (id: string, query = '') =>
    sure(await service.call('GET', `/v1/requests/${id}/package${query}`, officer)).body;

  it('a copy leaves out what was named everywhere, and says what, on which ground and who can decide about it', async () => {
    const id = await asked('access');
    const withheld = [{ item: 'output' }, { item: 'factors', decision: mine }];
    expect(sure(await fulfil(id, { code: 'trade-secret-balance', withheld })).body.denial).toMatchObject({
      code: 'trade-secret-balance',
      inPart: true,
    });
    const body = await pack(id);
    const { aiUse, data, letter } = body;
    expect(aiUse.automatedDecisions[0]).toMatchObject({
      output: null,
      factors: [],
      factorsWords: expect.stringMatching(/left this part out/),
    });
    expect(aiUse.automatedDecisions[0].inputs).toHaveLength(1);
    expect(aiUse.withheld).toEqual([
      {
        item: 'The number or mark that the AI system gave',
        ground: expect.stringMatching(/trade secret/),
        legalRef: 'C-203/22',
        escalation: expect.stringMatching(/\S/),
      },
      expect.objectContaining({ item: 'The reasons that counted (“Which team answers”)' }),
    ]);
    expect(body.withheld.map(({ item }: { item: string }) => item)).toEqual([
      ...aiUse.withheld.map(({ item }: { item: string }) => item),
      'The file with the evidence, because it would show the same',
    ]);
    expect(body.evidence).toBeUndefined();
    expect(data.automatedDecisions ?? data.decisions).toEqual([
      expect.not.objectContaining({ factors: expect.anything() }),
    ]);
    expect(JSON.stringify(body)).not.toMatch(/secret-threshold|secret-factor/);
    expect(JSON.stringify(body)).toMatch(/secret-input/);
    const said = letter.sections.find(({ title }: { title: string }) => title === 'What we left out, and why');
    expect(said.list).toHaveLength(3);
    expect(said.paragraphs).toEqual(
      expect.arrayContaining([
        'The rule is our secret.',
        expect.stringMatching(/trade secret/),
        expect.stringMatching(/C-203\/22/),
      ]),
    );
  });

  it('an explanation leaves out what was named, layer by layer, in the language of the reader', async () => {
    const id = await asked('ai-explanation', 'de');
    sure(
      await fulfil(id, { code: 'trade-secret-balance', withheld: [{ item: 'counterfactuals' }, { item: 'inputs' }] }),
    );
    const body = await pack(id);
    const [explanation] = body.explanations;
    const [, second, third, fourth] = explanation.layers;
    expect([second.counterfactual, fourth.counterfactuals, third.dataUsed]).toEqual([null, [], []]);
    expect(second.counterfactualWords).toMatch(/weggelassen/);
    expect(fourth.record).not.toHaveProperty('inputs');
    expect(third.factors).toHaveLength(1);
    expect(fourth).not.toHaveProperty('checklist');
    const own = await service.call('GET', `/me/requests/${id}`, { headers: await signedIn(service, ADA) });
    expect(own.text).toContain('Was wir weggelassen haben, und warum');
    expect(explanation.withheld).toMatchObject([
      { item: 'Was das Ergebnis geändert hätte' },
      { item: 'Die Daten, die benutzt wurden', legalRef: 'C-203/22' },
    ]);
    expect(explanation.withheld[0].ground).toMatch(/Geschäftsgeheimnis/);
    expect(JSON.stringify(body)).not.toMatch(/secret-outcome|secret-input/);
    expect(body.letter.sections.map(({ title }: { title: string }) => title)).toContain(
      'Was wir weggelassen haben, und warum',
    );
    const page = await service.call('GET', `/v1/requests/${id}/package`, {
      ...officer,
      headers: { accept: 'text/html' },
    });
    expect(page.text).toContain('Was wir weggelassen haben, und warum');
  });

  it('a ground without a part is said, and something outside is named in words', async () => {
    const plain = await asked('access');
    sure(await fulfil(plain, { code: 'art15-4-rights-of-others' }));
    const body = await pack(plain);
    expect(body.withheld).toMatchObject([{ item: 'A part of this answer', legalRef: 'GDPR 15(4), 20(4)' }]);
    expect(body.evidence).toMatchObject({ v: 1 });
    const other = await asked('access');
    sure(
      await fulfil(other, {
        code: 'art15-4-rights-of-others',
        withheld: [{ item: 'other', words: 'A thread with your neighbour' }],
      }),
    );
    expect((await pack(other)).withheld).toMatchObject([{ item: 'A thread with your neighbour' }]);
  });

  it('where nothing is left out, nothing is said to be', async () => {
    const id = await asked('access');
    sure(await fulfil(id, {}));
    const body = await pack(id);
    expect([body.withheld, body.aiUse.withheld]).toEqual([undefined, []]);
    expect(body.letter.sections.map(({ title }: { title: string }) => title)).not.toContain(
      'What we left out, and why',
    );
  });

  it.each([
    { why: 'without a ground', json: { withheld: [{ item: 'output' }] }, at: '/code' },
    {
      why: 'without words for what is no part',
      json: { code: 'trade-secret-balance', withheld: [{ item: 'other' }] },
      at: '/withheld/0/words',
    },
    {
      why: 'the whole explanation',
      json: {
        code: 'trade-secret-balance',
        withheld: ['inputs', 'factors', 'counterfactuals', 'output'].map((item) => ({ item })),
      },
      at: '/withheld',
    },
  ])('is refused $why', async ({ json, at }) => {
    const told = await fulfil(await asked('ai-explanation'), json);
    expect([told.status, told.body.errors?.[0]?.pointer]).toEqual([422, at]);
  });

  it('a decision of somebody else cannot be named, and no other step leaves something out', async () => {
    const id = await asked('access');
    const other = await fulfil(id, { code: 'trade-secret-balance', withheld: [{ item: 'output', decision: theirs }] });
    expect(refusal(other)).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown-decision' }] } });
    const cancel = await service.call('POST', `/v1/requests/${id}/cancel`, {
      json: { reason: 'No.', withheld: [{ item: 'output' }] },
      ...officer,
    });
    expect(refusal(cancel)).toMatchObject({ status: 422, body: { errors: [{ code: 'only-for-fulfil' }] } });
  });
});
