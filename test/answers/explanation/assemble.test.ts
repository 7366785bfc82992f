import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedFactor } from '../../../src/answers/decision/decision-record.ts';
import { explanationAnswer } from '../../../src/answers/explanation/assemble.ts';
import type { DecisionRecorded } from '../../../src/facts/decision.ts';
import type { ReasonCatalogue } from '../../../src/facts/reason-catalogue.ts';
import { aDecision, aSystem, now, someMaterial } from '../../given/ai-use.ts';
import { anExplanation, explanationMaterial } from '../../given/explanation.ts';

const A_DAY = 86_400_000;
const decided = Date.parse('2026-05-27T10:34:58.000Z');

describe('the explanation of a decision', () => {
  it('has four layers in order, the first of one sentence', () => {
    const { layers } = anExplanation();
    expect(layers.map(({ layer }) => layer)).toEqual([1, 2, 3, 4]);
    expect(layers[0].sentence).toBe('An AI system alone decided on 27 May 2026 about “Loan application”: declined.');
  });

  it('gives the reasons that speak for the outcome, the strongest first, each with the person’s own value', () => {
    const [, { reasons }, { factors }] = anExplanation().layers;
    expect(reasons.map(({ rank, code, words }) => [rank, code, words])).toEqual([
      [1, 'duration-against', 'Loan duration in months (48) counted against you.'],
      [2, 'checking-against', 'Checking account (under 200 DM) counted against you.'],
      [4, 'savings-against', 'Savings (under 100 DM) counted against you.'],
    ]);
    expect(factors).toHaveLength(4);
    const [, granted] = anExplanation({ outcome: { en: 'approved' }, adverse: false }).layers;
    expect(granted.reasons.map(({ code }) => code)).toEqual(['rate-for']);
  });

  it('never gives more than four reasons, and always those with the greatest weight', () => {
    const codes = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter}-against`);
    const bare = fc.record({
      code: fc.constantFrom(...codes),
      value: fc.constant('1'),
      direction: fc.constantFrom('for' as const, 'against' as const),
      weight: fc.double({ min: -5, max: 5, noNaN: true }),
      method: fc.constant('rule'),
    });
    const factor = bare.map((each) => ({ ...each, label: { en: each.code } }));
    fc.assert(
      fc.property(fc.array(factor, { maxLength: 12 }), (factors: RecordedFactor[]) => {
        const [, { reasons }] = anExplanation({ factors }).layers;
        // A reason that was sent more than once is told once, where it weighed most.
        const strongest = new Map<string, number>();
        for (const { code, direction, weight } of factors)
          if (direction === 'against') strongest.set(code, Math.max(strongest.get(code) ?? 0, Math.abs(weight ?? 0)));
        const against = [...strongest.values()];
        expect(reasons.length).toBe(Math.min(4, against.length));
        const told = explanationAnswer({
          ...explanationMaterial(aDecision({ factors })),
          about: someMaterial({ audience: 'officer' }),
        }).layers[1].reasons;
        expect(told.map(({ weight }) => Math.abs(weight ?? 0))).toEqual(
          against.sort((one, other) => other - one).slice(0, 4),
        );
      }),
    );
  });

  it('rests on what was recorded alone: without a factor its reason is gone, and no other one changes', () => {
    const all = aDecision().payload.factors;
    for (const gone of all) {
      const rest = all.filter((factor) => factor !== gone);
      const wordsOf = (factors: RecordedFactor[]) =>
        anExplanation({ factors }).layers[1].reasons.map(({ words }) => words);
      expect(wordsOf(rest)).toEqual(
        wordsOf(all).filter((words) => !words.startsWith(String(gone.label.en)) || gone.direction === 'for'),
      );
    }
  });

  it('says so where no reason was recorded, and makes none up', () => {
    const [, { reasons, lead, method }] = anExplanation({ factors: [] }).layers;
    expect({ reasons, method }).toEqual({ reasons: [], method: null });
    expect(lead).toBe('No reason for this result was recorded, and we do not make one up.');
  });

  it('names one thing that would have changed the result, never one the person cannot change', () => {
    const [, { counterfactual, counterfactualWords }] = anExplanation().layers;
    expect(counterfactual?.name).toBe('duration');
    expect(counterfactualWords).toMatch(/^With 38 instead of 48 .* approved\. Nobody promises/);
    const [label, outcome] = [{ en: 'Age in years' }, { en: 'approved' }];
    const age = [{ name: 'age', label, from: '22', to: '41', outcome, feasible: true }];
    const [, onlyAge] = anExplanation({ counterfactuals: age }).layers;
    expect(onlyAge.counterfactual).toBeNull();
    expect(onlyAge.counterfactualWords).toMatch(
      /^Nothing was recorded that we could offer .* “Age in years” is left out: law protects it/,
    );
    expect(anExplanation({ counterfactuals: [] }).layers[1].counterfactualWords).toMatch(
      /^No counterfactual was recorded/,
    );
  });

  it('tells a protected feature that counted, says that it cannot be changed, and asks nobody to', () => {
    const factors = [
      {
        code: 'age-against',
        label: { en: 'Age in years' },
        value: '22',
        direction: 'against' as const,
        weight: 1,
        method: 'rule',
      },
    ];
    const [reason] = anExplanation({ factors }).layers[1].reasons;
    expect(reason).toMatchObject({
      words: 'Age in years (22) counted against you.',
      unchangeable: true,
      note: expect.stringMatching(/^You cannot change this/),
    });
  });

  it('calls an approximation one, and never says “because” of what only counted', () => {
    const by = (method: string) =>
      anExplanation({
        factors: [{ code: 'a-against', label: { en: 'A' }, value: '1', direction: 'against', weight: 1, method }],
      });
    expect(by('shap')).toMatchObject({
      approximation: true,
      layers: [{}, { method: expect.stringContaining('approximation') }, {}, {}],
    });
    expect(by('rule').approximation).toBe(false);
    expect(by('crystal-ball').approximation).toBeNull();
    expect(JSON.stringify(by('shap').layers[1])).not.toMatch(/because/i);
  });

  it('shows weights and methods to officers only', () => {
    const person = JSON.stringify(anExplanation());
    expect(person).not.toMatch(/"weight"|"method":"linear|0\.8353/);
    const officer = explanationAnswer({
      ...explanationMaterial(aDecision()),
      about: someMaterial({ audience: 'officer' }),
    });
    expect(officer.layers[1].reasons[0]).toMatchObject({ weight: 0.8353, method: 'linear-contribution' });
    expect(JSON.stringify(officer.layers[3].record)).toContain('0.8353');
  });

  it('puts the benefits and limits of the AI system side by side, as it was published when it decided', () => {
    const material = explanationMaterial(aDecision());
    const old = {
      ...material.about.published,
      systems: [
        aSystem('credit-scoring', {
          name: { en: 'Old scoring' },
          benefits: { en: 'Fast.' },
          limitations: { en: 'Often wrong.' },
        }),
      ],
    };
    const [, , { system }] = explanationAnswer({ ...material, publishedThen: old }).layers;
    expect(system).toMatchObject({
      name: 'Old scoring',
      benefits: ['Fast.'],
      limitations: ['Often wrong.'],
      changedWords: null,
    });
    const newer = {
      ...material.about.published,
      systems: material.about.published.systems.map((one) => ({ ...one, version: 2 })),
    };
    const [, , changed] = explanationAnswer({ ...material, about: { ...material.about, published: newer } }).layers;
    expect(changed.system?.changedWords).toBe(
      'This is how it was described when it decided, in version 1. The description has changed since.',
    );
  });

  it('gives every way to object, each with a page', () => {
    const [, , { rights }] = anExplanation().layers;
    const kinds = rights.map(({ right }) => right);
    for (const right of [
      'human-review',
      'give-view',
      'contest',
      'rectification',
      'complaint',
      'court',
      'no-retaliation',
      'access',
      'erasure',
    ])
      expect(kinds).toContain(right);
    for (const { href } of rights) expect(href).toMatch(/^\/me\//);
  });

  it('is not flagged where it was recorded in time, and is where it was worked out or recorded later', () => {
    const at = (days: number, payload: Partial<DecisionRecorded> = {}) =>
      explanationAnswer(explanationMaterial({ ...aDecision(payload), at: decided + days * A_DAY }));
    expect(at(6)).toMatchObject({ reconstructed: false, reconstructedBecause: null, reconstructedWords: null });
    expect(at(8)).toMatchObject({
      reconstructed: true,
      reconstructedBecause: 'recorded-late',
      reconstructedWords: expect.stringContaining('4 June 2026'),
    });
    expect(at(0, { reconstructed: true })).toMatchObject({ reconstructed: true, reconstructedBecause: 'reported' });
  });
});

describe('the words of a reason', () => {
  const reasonCatalogue: ReasonCatalogue = {
    reasons: [
      {
        code: 'duration-against',
        text: { en: 'A loan over {value} months is a long one.', de: 'Ein Kredit über {value} Monate ist lang.' },
      },
      {
        code: 'checking-against',
        text: {
          en: 'How you used your checking account counted against you.',
          de: 'Wie Sie Ihr Girokonto genutzt haben, hat gegen Sie gezählt.',
        },
      },
    ],
    terms: [
      { en: 'Loan application', de: 'Kreditantrag' },
      { en: 'declined', de: 'abgelehnt' },
      { en: 'under 200 DM', de: 'unter 200 DM' },
    ],
  };
  const record = { ...aDecision(), catalogue: reasonCatalogue };

  it('are those of the catalogue in force at the time, else of the record, always with the person’s own value', () => {
    const [, { reasons }] = explanationAnswer(explanationMaterial(record)).layers;
    expect(reasons.map(({ words }) => words)).toEqual([
      'A loan over 48 months is a long one.',
      'How you used your checking account counted against you. Your own value: under 200 DM.',
      'Savings (under 100 DM) counted against you.',
    ]);
  });

  it('are in the language of the reader, values included where the company published them', () => {
    const about = someMaterial({ language: 'de', decisions: [] });
    const [first, second] = explanationAnswer(explanationMaterial(record, { about })).layers;
    expect(first).toMatchObject({ what: 'Kreditantrag', outcome: 'abgelehnt' });
    expect(second.reasons.slice(0, 2).map(({ words }) => words)).toEqual([
      'Ein Kredit über 48 Monate ist lang.',
      expect.stringContaining('Wie Sie Ihr Girokonto genutzt haben, hat gegen Sie gezählt.'),
    ]);
    expect(second.reasons[1]?.value).toBe('unter 200 DM');
  });

  it('never turn “nobody took part” into somebody, whatever the company calls “none”', () => {
    const terms = [...(reasonCatalogue.terms ?? []), { en: 'none', de: 'keine' }];
    const about = someMaterial({ language: 'de', decisions: [] });
    const [, , { humanInvolvement }] = explanationAnswer(
      explanationMaterial({ ...aDecision(), catalogue: { ...reasonCatalogue, terms } }, { about }),
    ).layers;
    expect(humanInvolvement.words).toBe('Kein Mensch war beteiligt, bevor die Entscheidung wirksam wurde.');
  });

  it('take the value from the data that was used where the factor names none', () => {
    const factors = [
      {
        code: 'duration-against',
        label: { en: 'Loan duration in months' },
        direction: 'against' as const,
        weight: 1,
        method: 'rule',
      },
    ];
    expect(anExplanation({ factors }).layers[1].reasons[0]?.value).toBe('48');
  });
});

describe('the answer about all decisions of a year together', () => {
  const year = (count: number) =>
    Array.from({ length: count }, (_, place) => aDecision({}, `dec_0000000000000000000000000${place}`));
  const aggregate = (count: number, regimes: readonly string[]) =>
    explanationAnswer(
      explanationMaterial(aDecision(), {
        about: someMaterial({ regimes, decisions: [] }),
        ofTwelveMonths: year(count),
      }),
    ).layers[1].aggregate;

  it('stands only under the law of California, and only above four uses', () => {
    expect(aggregate(4, ['US-CA'])).toBeNull();
    expect(aggregate(5, ['US-CA'])).toMatchObject({ uses: 5, rule: '11 CCR 7222(j)' });
    for (const regime of ['EU', 'UK', 'US', 'US-CO', 'CA-QC']) expect(aggregate(50, [regime]), regime).toBeNull();
    expect(aggregate(5, ['EU', 'US-CA'])).not.toBeNull();
  });

  it('sums up how they went and what counted, and leaves each single explanation as it is', () => {
    const found = aggregate(6, ['US-CA']);
    expect(found?.outcomes).toEqual([
      { outcome: 'Loan application: declined', count: 6, words: 'Loan application: declined: 6 times' },
    ]);
    expect(found?.factors[0]).toMatchObject({ against: 6, for: 0, averageStrength: expect.any(Number) });
    expect(Date.parse(found?.from ?? '')).toBe(Date.parse('2025-11-23T09:30:00.000Z'));
    expect(Date.parse(found?.to ?? '')).toBe(now);
  });

  it('does not count what a person really decided', () => {
    const limbs = { understands: true, analyses: true, mayChange: true };
    const review = { state: 'concluded', qualifies: true, limbs, closedAt: 1 };
    const [first, ...others] = year(5);
    const ofTwelveMonths = [{ ...(first ?? aDecision()), reviews: [review] as never }, ...others];
    const about = someMaterial({ regimes: ['US-CA'], decisions: [] });
    expect(
      explanationAnswer(explanationMaterial(aDecision(), { about, ofTwelveMonths })).layers[1].aggregate,
    ).toBeNull();
  });
});

describe('what people made of a decision since', () => {
  const limbs = { understands: true, analyses: true, mayChange: true };
  const review = (more: object) =>
    ({
      id: 'rev_1',
      why: 'contested',
      state: 'concluded',
      qualifies: true,
      limbs,
      closedAt: Date.parse('2026-06-02T09:00:00.000Z'),
      ...more,
    }) as never;
  const told = (reviews: readonly never[], ends: object = {}) =>
    explanationAnswer(explanationMaterial({ ...aDecision(), reviews, ends: ends as never })).effect;

  it('is silence where nobody looked', () => {
    expect(told([])).toMatchObject({ state: 'effective', review: null, words: null });
  });

  it('waits for a person where it has to', () => {
    const waiting = told([review({ why: 'before-effect', state: 'assigned', closedAt: undefined })]);
    expect(waiting).toMatchObject({
      state: 'pending',
      review: 'rev_1',
      words: 'It has no effect yet: a person looks at it first.',
    });
  });

  it('names the new result and the reasons, as they were recorded', () => {
    const ends = { rev_1: { outcome: { en: 'approved' }, reasons: 'The income was wrong in the file.' } };
    expect(told([review({ outcome: 'changed' })], ends)).toMatchObject({
      state: 'changed',
      words:
        'A person looked at it again and changed it on 2 June 2026. The new result: approved. In their words: The income was wrong in the file.',
    });
  });

  it('says that it stays, and why', () => {
    const ends = { rev_1: { reasons: 'Everything in the file is right.' } };
    expect(told([review({ outcome: 'upheld' })], ends)).toMatchObject({
      state: 'effective',
      review: 'rev_1',
      words:
        'A person looked at it again on 2 June 2026, and it stays as it is. In their words: Everything in the file is right.',
    });
  });
});
