import { describe, expect, it } from 'vitest';
import { recordDecision } from '../../../src/commands/decision/record-decision.ts';
import { publishAiSystem } from '../../../src/commands/registry/publish.ts';
import type { ReasonCatalogue } from '../../../src/facts/reason-catalogue.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { runCase } from '../../given/evaluation/run-case.ts';
import { callerOf, type World } from '../../given/evaluation/world.ts';
import { ADA, declared, person, told } from '../../suites/evaluation-cases/kit.ts';
import { days } from '../../suites/evaluation-cases/steps.ts';

const both = (en: string, de: string) => ({ en, de });
const catalogue: ReasonCatalogue = {
  languages: ['en', 'de'],
  reasons: [
    {
      code: 'amount-against',
      text: both('The amount you asked for counted against you.', 'Der gewünschte Betrag hat gegen Sie gezählt.'),
    },
    {
      code: 'region-against',
      text: both('Where you live counted against you.', 'Ihr Wohnort hat gegen Sie gezählt.'),
      unchangeable: true,
    },
  ],
  terms: [
    both('Loan', 'Kredit'),
    both('declined', 'abgelehnt'),
    both('approved', 'bewilligt'),
    both('Amount', 'Betrag'),
    both('application', 'Antrag'),
  ],
};
const decision = {
  subject: ADA,
  aiSystem: 'chooser',
  purpose: 'offers',
  decidedAt: days(5),
  what: { en: 'Loan' },
  outcome: { en: 'declined' },
  adverse: true,
  aiRole: 'sole' as const,
  output: { value: 'no' },
  inputs: [
    { name: 'amount', label: { en: 'Amount' }, value: 10, category: 'purchases', source: { en: 'application' } },
  ],
  factors: [{ code: 'amount-against', label: { en: 'Amount' }, direction: 'against' as const, weight: 1, value: 10 }],
  counterfactuals: [{ name: 'amount', label: { en: 'Amount' }, from: 10, to: 5, outcome: { en: 'approved' } }],
  modelVersion: 'm1',
  humanInvolvement: { role: { en: 'none' } },
};
type Report = typeof decision;

const worldWith = (reasonCatalogue?: ReasonCatalogue): World =>
  runCase(
    told('', [
      ...declared({
        purpose: { legalBasis: { EU: 'contract' } },
        system: reasonCatalogue === undefined ? {} : { reasonCatalogue },
      }),
      person(),
    ]),
  );
const record = (world: World, more: object = {}) =>
  world.run(recordDecision, { ...decision, ...more } as Report, {
    caller: callerOf('service', ADA),
    at: Date.parse(days(9)),
  });
const faults = (more: object): readonly string[] => {
  const done = record(worldWith(catalogue), more);
  return isProblem(done) ? (done.errors ?? []).map(({ code, pointer }) => `${code} ${pointer}`) : ['recorded'];
};
const quality = (more: object): unknown => {
  const done = record(worldWith(), more);
  return isProblem(done) ? done : (done.body as { quality: unknown }).quality;
};

const [factor] = decision.factors;
const cases = [
  [
    'a reason with words that say nothing',
    { factors: [{ ...factor, label: { en: 'Score too low' } }] },
    'vague-reason /factors/0/label/en',
  ],
  ['an outcome against the person without a reason', { factors: [] }, 'reason-missing /factors'],
  [
    'an outcome against the person with reasons for them only',
    { factors: [{ ...factor, direction: 'for' }] },
    'reason-missing /factors',
  ],
  [
    'age held out as the thing to change',
    {
      counterfactuals: [
        { ...decision.counterfactuals[0], name: 'age', label: both('Age in years', 'Alter in Jahren') },
      ],
    },
    'unchangeable-counterfactual /counterfactuals/0/name',
  ],
  [
    'a reason without a value of the person',
    { factors: [{ code: 'region-against', label: both('Home', 'Wohnort'), direction: 'against', weight: 1 }] },
    'reason-without-value /factors/0/value',
  ],
] as const;

describe('a decision of an AI system with a published catalogue of reasons', () => {
  it('is recorded where every reason is in it, in every language served', () => {
    expect(record(worldWith(catalogue))).toMatchObject({ status: 201, body: { quality: ['no-rule'] } });
  });

  it.each(cases)('is refused for %s, with the place and how to mend it', (_, more, fault) => {
    expect(faults(more)).toEqual([fault]);
  });

  it('is refused for a reason that is not in it', () => {
    expect(faults({ factors: [{ ...factor, code: 'height-against' }] })).toEqual([
      'reason-not-in-catalogue /factors/0/code',
    ]);
  });

  it('is refused for what the catalogue marks as unchangeable, too', () => {
    const label = both('Home', 'Wohnort');
    expect(faults({ counterfactuals: [{ ...decision.counterfactuals[0], name: 'region', label }] })).toEqual([
      'unchangeable-counterfactual /counterfactuals/0/name',
    ]);
  });

  it('is refused where somebody who is served could not read it', () => {
    expect(faults({ outcome: { en: 'put off' } })).toEqual(['translation-missing /outcome']);
    expect(faults({ outcome: both('put off', 'vertagt') })).toEqual(['recorded']);
  });

  it('is judged by the version in force when it was made', () => {
    const world = worldWith(catalogue);
    const body = {
      name: { en: 'Chooser' },
      purposes: ['offers'],
      dataCategories: ['purchases'],
      reasonCatalogue: { ...catalogue, reasons: catalogue.reasons.slice(1) },
    };
    world.run(publishAiSystem, { key: 'chooser', body }, { caller: callerOf('officer', ''), at: Date.parse(days(6)) });
    expect(record(world)).toMatchObject({ status: 201 });
    expect(record(world, { decidedAt: days(7) })).toMatchObject({
      problem: 'validation-failed',
      errors: [{ code: 'reason-not-in-catalogue' }],
    });
  });
});

describe('a decision of an AI system without a catalogue', () => {
  it.each(cases)('is recorded for %s, with a warning', (_, more, fault) => {
    expect(quality(more)).toContain(fault.split(' ')[0]);
  });

  it('carries a warning where a text is missing in a language of the AI system', () => {
    expect(quality({ what: { de: 'Kredit' } })).toContain('translation-missing');
    expect(quality({})).toEqual(['no-rule']);
  });
});

describe('a feature that law protects and that counted', () => {
  it('is recorded as it was, with a warning for the company', () => {
    const factors = [
      ...decision.factors,
      { code: 'age-against', label: { en: 'Age in years' }, direction: 'against', weight: 0.5, value: 22 },
    ];
    expect(quality({ factors })).toEqual(['no-rule', 'protected-feature-counted']);
  });
});

describe('a catalogue of reasons', () => {
  const publish = (change: Partial<ReasonCatalogue>, name: Readonly<Record<string, string>> = { en: 'Chooser' }) => {
    const body = {
      name,
      purposes: ['offers'],
      dataCategories: ['purchases'],
      reasonCatalogue: { ...catalogue, ...change },
    };
    const done = worldWith().run(
      publishAiSystem,
      { key: 'chooser', body },
      { caller: callerOf('officer', ''), at: Date.parse(days(6)) },
    );
    return isProblem(done)
      ? (done.errors ?? []).map(({ code, pointer, fix }) => [`${code} ${pointer}`, fix.length > 10])
      : done.status;
  };

  it('is published with its AI system', () => expect(publish({})).toBe(201));

  it.each([
    [
      'code',
      { code: 'score-too-low', text: both('The amount counted against you.', 'Der Betrag hat gegen Sie gezählt.') },
    ],
    [
      'text/en',
      { code: 'amount', text: both('This did not meet our internal criteria.', 'Der Betrag hat gegen Sie gezählt.') },
    ],
    ['text/de', { code: 'amount', text: both('The amount counted against you.', 'Interne Richtlinien') }],
  ])('is refused where its %s says nothing', (place, reason) => {
    expect(publish({ reasons: [reason] })).toEqual([[`vague-reason /reasonCatalogue/reasons/0/${place}`, true]]);
  });

  it('is refused where a reason or a term lacks a language that the company serves', () => {
    expect(publish({ languages: ['en', 'de', 'fr'], terms: [] })).toEqual([
      ['translation-missing /reasonCatalogue/reasons/0/text', true],
      ['translation-missing /reasonCatalogue/reasons/1/text', true],
    ]);
    expect(publish({ terms: [{ en: 'Loan' }] })).toEqual([['translation-missing /reasonCatalogue/terms/0', true]]);
  });

  it('serves the languages of the AI system’s name where it names none', () => {
    const { languages: _, ...rest } = catalogue;
    const body = {
      name: { en: 'Chooser', es: 'Selector' },
      purposes: ['offers'],
      dataCategories: ['purchases'],
      reasonCatalogue: { ...rest, terms: [] },
    };
    const done = worldWith().run(
      publishAiSystem,
      { key: 'chooser', body },
      { caller: callerOf('officer', ''), at: Date.parse(days(6)) },
    );
    expect(done).toMatchObject({ errors: [{ code: 'translation-missing' }, { code: 'translation-missing' }] });
  });

  it('is refused where a code stands twice', () => {
    const [first] = catalogue.reasons;
    expect(publish({ reasons: first === undefined ? [] : [first, first] })).toEqual([
      ['duplicate-code /reasonCatalogue/reasons/1/code', true],
    ]);
  });
});
