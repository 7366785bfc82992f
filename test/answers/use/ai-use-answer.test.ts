import { describe, expect, it } from 'vitest';
import { aiUseAnswer } from '../../../src/answers/use/assemble.ts';
import { aDecision, aPurpose, aSystem, now, someMaterial } from '../../given/ai-use.ts';

const only = (published: Parameters<typeof someMaterial>[0]) => aiUseAnswer(someMaterial(published));

describe('what a person is told about how AI uses their data', () => {
  it('says in one sentence how many systems used their data, how often, and what they agreed to', () => {
    const { summary, numbers } = aiUseAnswer(someMaterial());
    expect(summary).toMatch(
      /^In the last 12 months, 4 AI systems used your data 213 times\. You agreed to 2 uses\. One decision about you used AI/,
    );
    expect(numbers).toMatchObject({
      systems: 4,
      systemsThatUsedYourData: 4,
      uses: 213,
      refused: 1,
      decisions: 1,
      decisionsCheckedByAPerson: 0,
      agreedTo: 2,
    });
  });

  it('shows twelve months of each system, zeros included, and counts each kind of data', () => {
    const { systems, period } = aiUseAnswer(someMaterial());
    const support = systems.find(({ key }) => key === 'support-assistant');
    expect(period.months).toHaveLength(12);
    expect([period.months[0], period.months[11]]).toEqual(['2025-12', '2026-11']);
    expect(support?.uses.byMonth.map(({ allowed }) => allowed)).toEqual([0, 2, 3, 0, 6, 9, 4, 2, 1, 5, 6, 3]);
    expect(support?.uses.byCategory[0]).toMatchObject({ category: 'messages', label: 'Your messages', count: 41 });
  });

  it('says why a use was refused, in words', () => {
    const { systems } = aiUseAnswer(someMaterial());
    const offers = systems.find(({ key }) => key === 'product-suggestions');
    expect(offers?.uses.refusedBecause).toEqual([
      { reason: 'never-asked', count: 1, words: 'You have not been asked about this yet, so it is not allowed.' },
    ]);
  });

  it('says for each system how the choice stands and how to change it, with one form for taking back a yes', () => {
    const { systems } = aiUseAnswer(someMaterial());
    const offers = systems.find(({ key }) => key === 'product-suggestions');
    expect(offers?.choice.words).toBe('You agreed on 4 March 2026');
    expect(offers?.whatYouCanDo[0]).toMatchObject({
      action: 'withdraw',
      form: { action: 'withdraw', purpose: 'offers' },
      way: { api: { method: 'POST', href: '/v1/me/consents', body: { purpose: 'offers', state: 'withdrawn' } } },
    });
    const fraud = systems.find(({ key }) => key === 'fraud-check');
    expect(fraud?.whatYouCanDo[0]).toMatchObject({
      action: 'object',
      way: { api: { href: '/v1/me/limits', body: { kind: 'objection', purpose: 'fraud-prevention', state: 'set' } } },
    });
  });

  it('never offers a yes without the text that belongs to it', () => {
    const refused = someMaterial().standing.map((one) => ({ ...one, allowed: false, reason: 'never-asked' }));
    const agreeing = aiUseAnswer(someMaterial({ standing: refused })).systems.flatMap(({ whatYouCanDo }) =>
      whatYouCanDo.filter(({ action }) => action === 'agree'),
    );
    expect(agreeing).toHaveLength(4);
    expect(agreeing.every(({ form, way }) => form === undefined && way.href.startsWith('/me/choices?purpose='))).toBe(
      true,
    );
  });

  it('says so, where no use was recorded, since when, and which systems never reported', () => {
    const { summary, noUseRecorded } = only({
      tallies: {},
      decisions: [],
      decisionCount: 0,
      systemsReporting: ['fraud-check'],
    });
    expect(summary).toContain('no use of your data by AI was recorded');
    expect(noUseRecorded).toMatchObject({ since: '2025-10-01T08:00:00.000Z' });
    expect(noUseRecorded?.systemsNotReporting.map(({ key }) => key)).toEqual([
      'product-suggestions',
      'support-assistant',
      'credit-scoring',
    ]);
    expect(noUseRecorded?.words).toContain('since 1 October 2025');
  });

  it('says that AI only assists where nothing of weight is decided', () => {
    const { systems, automatedDecisionsWords } = only({
      published: { systems: [aSystem('drafts')], purposes: [aPurpose('drafts')], recipients: [], notices: [] },
      tallies: {},
      decisions: [],
      decisionCount: 0,
      standing: [],
    });
    expect(systems[0]?.reduced).toBe(true);
    expect(automatedDecisionsWords).toBe(
      'Our AI systems only assist. None of them makes an important decision about you.',
    );
  });

  it('says when it had to fall back to another language', () => {
    expect(aiUseAnswer(someMaterial()).languageFallback).toBe(false);
    expect(only({ language: 'pt' }).languageFallback).toBe(true);
    const german = { systems: [aSystem('s', { name: { de: 'Prüfung' } })], purposes: [], recipients: [], notices: [] };
    expect(only({ published: german, tallies: {}, decisions: [] }).systems[0]).toMatchObject({
      name: 'Prüfung',
      languageFallback: true,
    });
  });

  it('is the same for the same record, and survives JSON unchanged', () => {
    const answer = aiUseAnswer(someMaterial());
    expect(aiUseAnswer(someMaterial())).toEqual(answer);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

describe('what law would still ask', () => {
  const gapsOf = (regimes: readonly string[], entry: { purpose?: object; system?: object; at?: number } = {}) => {
    const { purpose = {}, system = {}, at = now } = entry;
    const published = {
      systems: [aSystem('scoring', system)],
      purposes: [
        aPurpose('scoring', {
          kind: 'automated-decision',
          legalBasis: { EU: 'legitimate-interests', UK: 'contract', 'US-CA': 'opt-out' },
          ...purpose,
        }),
      ],
      recipients: [],
      notices: [],
    };
    return (
      only({ regimes, published, now: at, standing: [], tallies: {}, decisions: [] }).systems[0]?.completeness.map(
        ({ code }) => code,
      ) ?? []
    );
  };

  it('names the missing ground of a decision by a machine alone in the EU', () => {
    expect(gapsOf(['EU'])).toContain('art22-gateway-missing');
    expect(gapsOf(['EU-DE'])).toContain('art22-gateway-missing');
    expect(gapsOf(['EU'], { purpose: { art22: { EU: 'contract' } } })).not.toContain('art22-gateway-missing');
    expect(gapsOf(['EU'], { system: { humanOversight: { mode: 'before-effect' } } })).not.toContain(
      'art22-gateway-missing',
    );
    expect(gapsOf(['US-CA'])).not.toContain('art22-gateway-missing');
  });

  it('asks what the laws of this person ask, from the day they ask it', () => {
    expect(gapsOf(['EU'])).toContain('logic-missing');
    expect(gapsOf(['EU'])).not.toContain('alternative-process-missing');
    expect(gapsOf(['US-CA'])).not.toContain('alternative-process-missing');
    expect(gapsOf(['US-CA'], { at: Date.parse('2027-01-02T00:00:00.000Z') })).toContain('alternative-process-missing');
    expect(gapsOf(['EU'], { system: { logic: { en: 'It adds up points.' } } })).not.toContain('logic-missing');
  });

  it('refuses a purpose that names nothing', () => {
    expect(gapsOf(['EU'], { purpose: { name: { en: 'To improve our services' } } })).toContain('purpose-generic');
  });

  it('tags the members of an answer with the rules of every regime of the person', () => {
    const { requiredBy, tags } = only({ regimes: ['EU', 'US-MN'] });
    expect(requiredBy.automatedDecisions.factors).toEqual(['gdpr-15-1-h', 'mn-325m-14-g']);
    expect(requiredBy.systems.logic).toEqual(['gdpr-15-1-h']);
    expect(Object.keys(tags)).toContain('mn-325m-14-g');
    expect(Object.keys(tags)).not.toContain('ccpa-7222-b');
  });
});

describe('the rights of the person', () => {
  const rights = (regimes: readonly string[], decisionCount = 1) => only({ regimes, decisionCount }).rights;

  it('always shows the way to a person, to a copy, a correction, erasure and a complaint', () => {
    for (const regime of ['EU', 'UK', 'US-CA', 'BR', 'CA-QC', 'IN']) {
      const kinds = rights([regime]).map(({ right }) => right);
      expect(kinds).toEqual(
        expect.arrayContaining([
          'human-review',
          'ai-explanation',
          'access',
          'rectification',
          'erasure',
          'complaint',
          'no-retaliation',
        ]),
      );
    }
  });

  it('gives each right a form, the call behind it and the day by which it is answered', () => {
    const access = rights(['EU']).find(({ right }) => right === 'access');
    expect(access).toMatchObject({
      available: true,
      href: '/me/requests/new?kind=access',
      api: { method: 'POST', href: '/v1/me/requests', body: { kind: 'access' } },
      answerWithin: 'If you ask today, we answer by 23 December 2026.',
    });
  });

  it('names authorities over https', () => {
    const complaint = rights(['EU', 'UK']).find(({ right }) => right === 'complaint');
    expect(complaint?.links).toHaveLength(2);
    expect(complaint?.links.every(({ href }) => href.startsWith('https://'))).toBe(true);
  });

  it('shows an American opt-out only to those whose law has it', () => {
    expect(rights(['EU']).map(({ right }) => right)).not.toContain('optout-sale-share');
    expect(rights(['US-CA']).map(({ right }) => right)).toContain('optout-sale-share');
  });

  it('says when there is nothing to look at again', () => {
    expect(rights(['EU'], 0).find(({ right }) => right === 'human-review')).toMatchObject({
      available: false,
      why: expect.stringContaining('You can still ask'),
    });
  });
});

describe('what an officer is told beyond that', () => {
  it('brings the support guide, the weights, and calls that name the subject', () => {
    const person = aiUseAnswer(someMaterial());
    const officer = aiUseAnswer(someMaterial({ audience: 'officer' }));
    expect(person.systems.every((system) => system.supportGuide === undefined)).toBe(true);
    expect(officer.systems.find(({ key }) => key === 'support-assistant')?.supportGuide).toEqual({
      sayThis: 'The assistant only writes drafts.',
      offerThis: 'Offer an answer by a person.',
      whereItFails: 'It misreads irony.',
    });
    expect(person.automatedDecisions[0]?.factors[0]).not.toHaveProperty('weight');
    expect(officer.automatedDecisions[0]?.factors[0]).toMatchObject({ weight: 0.8353, method: 'linear-contribution' });
    expect(officer.rights[0]?.api.body).toMatchObject({ subject: 'sub_0000000000000000000000000a' });
  });

  it('shows each recorded look to the person too', () => {
    expect(aiUseAnswer(someMaterial()).looks[0]?.words).toBe(
      '2 November 2026: our support team looked at your record. Reason: you asked our support.',
    );
  });
});

it('a decision about another day keeps its own words', () => {
  const answer = only({ decisions: [aDecision({ outcome: { en: 'approved' }, adverse: false })] });
  expect(answer.automatedDecisions[0]?.headline).toBe('Loan application: approved, on 27 May 2026');
});
