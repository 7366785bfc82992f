/**
 * What an answer had to assume, each assumption alone: nobody is told that something is known which is not.
 * Source:  docs/design.md 7.
 */
import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate, evaluateAsOf } from '../../src/evaluation/evaluate.ts';
import type { Act, PersonState } from '../../src/evaluation/person.ts';
import { applyRegistryFact } from '../../src/evaluation/publish.ts';
import { questionOf } from '../../src/evaluation/question.ts';
import { emptyRegistry, type Registry } from '../../src/evaluation/registry.ts';
import { personWith, subject } from '../given/evaluation/person.ts';
import { aRegistry, chooser, published } from '../given/evaluation/registry.ts';

const NOW = 50_000;
/** When the rules about age are law. */
const LATER = Date.parse('2026-06-01T00:00:00.000Z');
const ask = (whom: string = subject) => questionOf({ subject: whom, aiSystem: chooser, purpose: 'offers' }, 'EU');
const onContract = aRegistry({ legalBasis: { EU: 'contract' } });
const onConsent = aRegistry({ legalBasis: { EU: 'consent' } });
const texts = { en: 'Offers' };

const place = (n: number, at: number) => ({ id: `act_${n}`, n, log: 0, index: n, at, dated: true });
const described = (n: number, more: object = {}): Act =>
  ({ ...place(n, 1_000), what: 'described', regimes: ['EU'], ageBand: 'adult', ...more }) as Act;
const given = (n: number, at: number, occurredAt: number): Act =>
  ({
    ...place(n, at),
    occurredAt,
    what: 'given',
    purpose: 'offers',
    purposeVersion: 1,
    by: 'self',
    effect: 'consent',
    explicit: false,
  }) as Act;
const unknown: PersonState = { found: 'unknown', suppressions: [] };
const erased: PersonState = { found: 'erased', suppressions: [], mark: { at: 1, keep: [] } };

/** Purpose and AI system, each published at its own time. */
const declaredAt = (purpose: number, system: number): Registry =>
  [
    {
      ...published('purpose.published', 0, {
        key: 'offers',
        name: texts,
        description: texts,
        kind: 'ai-inference',
        legalBasis: { EU: 'contract' },
        dataCategories: ['purchases'],
        effectiveFrom: '1970-01-01T00:00:00.000Z',
      }),
      at: purpose,
    },
    {
      ...published('ai-system.published', 1, {
        key: chooser,
        name: texts,
        purposes: ['offers'],
        dataCategories: ['purchases'],
        effectiveFrom: '1970-01-01T00:00:00.000Z',
      }),
      at: system,
    },
  ].reduce(applyRegistryFact, emptyRegistry);

describe('what is assumed', () => {
  it('nothing about somebody whose law and age are known', () => {
    expect(evaluate(onContract, personWith([described(1)]), ask(), NOW).assumptions).toEqual([]);
  });

  it.each<[string, Evaluation]>([
    [
      'the law of the house, where theirs is not known',
      evaluate(onContract, personWith([described(1, { regimes: [] })]), ask(), NOW),
    ],
    [
      'and where the question is refused before anything of theirs is looked at',
      evaluate(emptyRegistry, personWith([described(1, { regimes: [] })]), ask(), NOW),
    ],
  ])('%s', (_title, { assumptions }) => {
    expect(assumptions).toEqual(['default-regime']);
  });

  it('nothing where the question is refused and their law is known', () => {
    expect(evaluate(emptyRegistry, personWith([described(1)]), ask(), NOW).assumptions).toEqual([]);
  });

  it('nothing about whoever was erased: what was known is gone', () => {
    expect(evaluate(onContract, erased, ask(), NOW)).toMatchObject({
      assumptions: [],
      subject: null,
      reason: 'erased',
    });
  });

  it('that nobody is known, and the law of the house with it', () => {
    const answer = evaluate(onContract, unknown, ask('customer:1'), NOW);
    expect(answer).toMatchObject({ subject: null, assumptions: ['no-facts-about-this-person', 'default-regime'] });
  });

  it('an age, where a rule asks for one and none is known; not where no rule does', () => {
    const ageless = personWith([described(1, { ageBand: undefined })]);
    const online = aRegistry({ legalBasis: { EU: 'consent' }, onlineService: true });
    expect(evaluate(online, ageless, ask(), LATER).assumptions).toEqual(['age-unknown']);
    expect(evaluate(onContract, ageless, ask(), LATER).assumptions).toEqual([]);
  });

  it('an age where one of two laws asks for it', () => {
    const ageless = personWith([described(1, { ageBand: undefined, regimes: ['UK', 'EU'] })]);
    const online = aRegistry({ legalBasis: { UK: 'contract', EU: 'consent' }, onlineService: true });
    expect(evaluate(online, ageless, ask(), LATER).assumptions).toEqual(['age-unknown']);
  });

  it('the next age, where the recorded one has run out', () => {
    const young = (until: number) => personWith([described(1, { ageBand: '16-17', ageBandUntil: until })]);
    expect(evaluate(onContract, young(NOW), ask(), NOW).assumptions).toEqual(['age-band-moved-on']);
    expect(evaluate(onContract, young(NOW + 1), ask(), NOW).assumptions).toEqual([]);
  });

  it.each([
    [10_000, 10_000, []],
    [NOW, NOW, []],
    [NOW + 1, 10_000, ['declared-afterwards']],
    [10_000, NOW + 1, ['declared-afterwards']],
  ])(
    'that a use was declared already, where the purpose was published at %i and the AI system at %i',
    (purpose, system, expected) => {
      const answer = evaluateAsOf(declaredAt(purpose, system), personWith([described(1)]), ask(), NOW);
      expect(answer.assumptions).toEqual(expected);
      expect(evaluate(declaredAt(purpose, system), personWith([described(1)]), ask(), NOW).assumptions).toEqual([]);
    },
  );

  it.each([
    [NOW - 1, []],
    [NOW, []],
    [NOW + 1, ['recorded-afterwards']],
  ])('that a yes of before counts, where it was recorded at %i', (at, expected) => {
    const person = personWith([described(1), given(2, at, 2_000)]);
    const answer = evaluateAsOf(onConsent, person, ask(), NOW);
    expect([answer.reason, answer.assumptions]).toEqual(['consent-given', expected]);
    expect(evaluate(onConsent, person, ask(), NOW + 5).assumptions).toEqual([]);
  });
});

describe('what an answer cites', () => {
  it('names one thing once, however many laws rest on it', () => {
    const both = aRegistry({ legalBasis: { EU: 'consent', UK: 'consent' } });
    const person = personWith([described(1, { regimes: ['EU', 'UK'] }), given(2, 2_000, 2_000)]);
    expect(evaluate(both, person, ask(), NOW).evidence.map(({ id }) => id)).toEqual(['act_2']);
  });

  it('and everything that the laws of a person rest on, where they rest on different things', () => {
    const mixed = aRegistry({ legalBasis: { EU: 'consent', UK: 'contract' } });
    const person = personWith([described(1, { regimes: ['EU', 'UK'] }), given(2, 2_000, 2_000)]);
    expect(evaluate(mixed, person, ask(), NOW).evidence.map(({ id }) => id)).toEqual(['act_2', 'fact_0']);
  });
});
