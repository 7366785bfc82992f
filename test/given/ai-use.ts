/**
 * Made material for the AI-use answer: a small bank with four AI systems, a year of uses and two credit decisions.
 * Nothing here is about a real person.
 */

import type { DecisionRecord } from '../../src/answers/decision/decision-record.ts';
import type { AiUseMaterial, StandingNow } from '../../src/answers/use/material.ts';
import { publishedNow } from '../../src/answers/use/published.ts';
import { type CountedUse, tallyUses } from '../../src/answers/use/tally.ts';
import { applyRegistryFact } from '../../src/evaluation/publish.ts';
import { type AiSystem, emptyRegistry, type Purpose } from '../../src/evaluation/registry.ts';
import type { DecisionRecorded } from '../../src/facts/decision.ts';
import type { RecordedFact } from '../../src/facts/fact.ts';
import type { DeclaredAiSystem, DeclaredNotice, DeclaredPurpose, DeclaredRecipient } from '../../src/facts/registry.ts';
import { monthBefore } from '../../src/language/dates.ts';

export const now = Date.parse('2026-11-23T09:30:00.000Z');
const at = Date.parse('2025-10-01T08:00:00.000Z');

/** What is published after this one was, folded as every other fact is. */
const published = (area: string, key: string, body: object) => {
  // The givens name the areas and bodies that there are; the registry folds them as it folds what was recorded.
  const fact = {
    id: `fact_${key}`,
    kind: `${area}.published`,
    payload: { v: 1, key, version: 1, ...body },
    log: 1,
    index: 3,
    leafHash: new Uint8Array(),
    at,
    actor: { id: 'act_officer', role: 'officer' },
  } as unknown as RecordedFact;
  const registry = applyRegistryFact(emptyRegistry, fact);
  return publishedNow(registry, now);
};

export const aPurpose = (key: string, body: Partial<DeclaredPurpose> = {}): Purpose =>
  published('purpose', key, {
    name: { en: key },
    description: { en: `What ${key} is for` },
    kind: 'ai-inference',
    legalBasis: { EU: 'consent' },
    dataCategories: ['payments'],
    ...body,
  } satisfies DeclaredPurpose).purposes[0] as Purpose;

export const aSystem = (key: string, body: Partial<DeclaredAiSystem> = {}): AiSystem =>
  published('ai-system', key, {
    name: { en: key },
    purposes: [key],
    dataCategories: ['payments'],
    ...body,
  } satisfies DeclaredAiSystem).systems[0] as AiSystem;

const purposes = [
  aPurpose('fraud-prevention', {
    name: { en: 'Keeps your account safe' },
    legalBasis: { EU: 'legitimate-interests' },
    dataCategories: ['payments', 'device'],
    legitimateInterest: { interest: { en: 'Stopping fraud' } },
  }),
  aPurpose('offers', {
    name: { en: 'Shows things you may like' },
    kind: 'marketing',
    dataCategories: ['purchases', 'account-details'],
  }),
  aPurpose('support-drafts', { name: { en: 'Answers you faster' }, dataCategories: ['messages', 'account-details'] }),
  aPurpose('credit-decision', {
    name: { en: 'Decides on loans' },
    kind: 'automated-decision',
    legalBasis: { EU: 'contract' },
    art22: { EU: 'contract' },
    dataCategories: ['loan-request', 'financial'],
  }),
];

const systems = [
  aSystem('fraud-check', {
    name: { en: 'Fraud check' },
    purposes: ['fraud-prevention'],
    dataCategories: ['payments', 'device'],
    description: {
      en: 'Looks at each card payment and spots ones that do not look like you. It can pause a payment; it cannot close your account.',
    },
    logic: { en: 'It compares each payment with how you usually pay.' },
    benefits: { en: 'Stops most stolen-card payments within a second.' },
    limitations: { en: 'A payment from a new place can look wrong to it.' },
    humanOversight: {
      mode: 'after-the-fact',
      description: { en: 'Our fraud team looks at every paused payment within an hour.' },
    },
    trainingUse: { used: false },
    provider: 'Alder Bank',
    sources: [{ en: 'Your card payments' }],
    retention: { en: 'Thirteen months' },
    recipients: ['card-network'],
  }),
  aSystem('product-suggestions', {
    name: { en: 'Product suggestions' },
    purposes: ['offers'],
    dataCategories: ['purchases', 'account-details'],
    description: {
      en: 'Picks offers to show you in the app. It can be wrong about what you need, and it never changes a price.',
    },
    humanOversight: { mode: 'none' },
  }),
  aSystem('support-assistant', {
    name: { en: 'Support assistant' },
    purposes: ['support-drafts'],
    dataCategories: ['messages', 'account-details'],
    description: {
      en: 'Drafts answers to your messages. Our staff read every draft about money or complaints before it is sent.',
    },
    humanOversight: { mode: 'before-effect' },
    supportGuide: {
      sayThis: { en: 'The assistant only writes drafts.' },
      offerThis: { en: 'Offer an answer by a person.' },
      whereItFails: { en: 'It misreads irony.' },
    },
  }),
  aSystem('credit-scoring', {
    name: { en: 'Credit scoring' },
    purposes: ['credit-decision'],
    dataCategories: ['loan-request', 'financial'],
    description: { en: 'Estimates how likely a loan is to be repaid.' },
    logic: { en: 'It adds up points for and against from your application and your file. Above one half it declines.' },
    benefits: { en: 'The same rule for everybody, and an answer at once.' },
    limitations: {
      en: 'It is right about three times out of four, and knows nothing about plans you did not write down.',
    },
    humanOversight: { mode: 'none' },
    supportGuide: { sayThis: { en: 'A person can look at this again.' } },
  }),
];

/** A decision in the form of the German credit data. */
export const aDecision = (
  payload: Partial<DecisionRecorded> = {},
  id = 'dec_00000000000000000000000001',
): DecisionRecord => ({
  id,
  log: 1,
  index: 4711,
  leafHash: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
  at: Date.parse('2026-05-27T10:35:00.000Z'),
  payload: {
    v: 1,
    aiSystem: 'credit-scoring',
    aiSystemVersion: 1,
    purpose: 'credit-decision',
    purposeVersion: 1,
    decidedAt: '2026-05-27T10:34:58.000Z',
    what: { en: 'Loan application' },
    outcome: { en: 'declined' },
    adverse: true,
    aiRole: 'sole',
    output: {
      value: 0.5639,
      scale: { en: 'estimated probability of not repaying, 0 to 1' },
      rule: { en: 'declined above 0.5' },
    },
    inputs: [
      {
        name: 'duration',
        label: { en: 'Loan duration in months' },
        value: '48',
        category: 'loan-request',
        source: { en: 'loan application' },
      },
      {
        name: 'checking',
        label: { en: 'Checking account' },
        value: 'under 200 DM',
        category: 'financial',
        source: { en: 'customer file' },
      },
      {
        name: 'rate',
        label: { en: 'Instalment as share of income (1 to 4)' },
        value: '2',
        category: 'financial',
        source: { en: 'customer file' },
      },
      {
        name: 'savings',
        label: { en: 'Savings' },
        value: 'under 100 DM',
        category: 'financial',
        source: { en: 'customer file' },
      },
    ],
    factors: [
      {
        code: 'rate-for',
        label: { en: 'Instalment as share of income (1 to 4)' },
        value: '2',
        direction: 'for',
        weight: 0.2712,
        method: 'linear-contribution',
      },
      {
        code: 'duration-against',
        label: { en: 'Loan duration in months' },
        value: '48',
        direction: 'against',
        weight: 0.8353,
        method: 'linear-contribution',
      },
      {
        code: 'savings-against',
        label: { en: 'Savings' },
        value: 'under 100 DM',
        direction: 'against',
        weight: 0.2384,
        method: 'linear-contribution',
      },
      {
        code: 'checking-against',
        label: { en: 'Checking account' },
        value: 'under 200 DM',
        direction: 'against',
        weight: 0.5742,
        method: 'linear-contribution',
      },
    ],
    counterfactuals: [
      {
        name: 'duration',
        label: { en: 'Loan duration in months' },
        from: '48',
        to: '38',
        outcome: { en: 'approved' },
        feasible: true,
      },
      {
        name: 'age',
        label: { en: 'Age in years' },
        from: '22',
        to: '41',
        outcome: { en: 'approved' },
        feasible: false,
      },
    ],
    modelVersion: 'german-credit-logit-1',
    humanInvolvement: { role: { en: 'none' } },
    covered: true,
    reason: 'contract',
    bases: [{ regime: 'EU', basis: 'contract', reason: 'contract' }],
    evidence: [],
    assumptions: [],
    quality: [],
    ...payload,
  },
});

const standing: readonly StandingNow[] = [
  {
    aiSystem: 'fraud-check',
    purpose: 'fraud-prevention',
    allowed: true,
    reason: 'legitimate-interests',
    bases: [{ regime: 'EU', basis: 'legitimate-interests', reason: 'legitimate-interests' }],
  },
  {
    aiSystem: 'product-suggestions',
    purpose: 'offers',
    allowed: true,
    reason: 'consent-given',
    bases: [{ regime: 'EU', basis: 'consent', reason: 'consent-given' }],
    since: Date.parse('2026-03-04T10:00:00.000Z'),
  },
  {
    aiSystem: 'support-assistant',
    purpose: 'support-drafts',
    allowed: true,
    reason: 'consent-given',
    bases: [{ regime: 'EU', basis: 'consent', reason: 'consent-given' }],
    since: Date.parse('2026-01-12T10:00:00.000Z'),
  },
  {
    aiSystem: 'credit-scoring',
    purpose: 'credit-decision',
    allowed: true,
    reason: 'contract',
    bases: [{ regime: 'EU', basis: 'contract', reason: 'contract' }],
  },
];

/** `counts[k]` uses in the month `k` before November 2026. */
function rowsOf(system: string, counts: readonly number[], categories: readonly string[]): readonly CountedUse[] {
  return counts.flatMap((count, before) => {
    const month = monthBefore('2026-11', before);
    const use = (nth: number): CountedUse => ({
      system,
      outcome: 'allowed',
      reason: 'consent-given',
      categories: nth % 3 === 0 ? categories : categories.slice(0, 1),
      occurredAt: Date.parse(`${month}-${String((nth % 20) + 1).padStart(2, '0')}T12:00:00.000Z`),
    });
    return Array.from({ length: count }, (_, nth) => use(nth));
  });
}

export const someUses = (): readonly CountedUse[] => [
  ...rowsOf('fraud-check', [10, 11, 10, 12, 10, 11, 10, 9, 10, 8, 9, 8], ['payments', 'device']),
  ...rowsOf('product-suggestions', [7, 8, 7, 7, 6, 7, 6, 5], ['purchases', 'account-details']),
  ...rowsOf('support-assistant', [3, 6, 5, 1, 2, 4, 9, 6, 0, 3, 2], ['messages', 'account-details']),
  {
    system: 'product-suggestions',
    outcome: 'refused',
    reason: 'never-asked',
    categories: ['purchases'],
    occurredAt: Date.parse('2026-02-11T12:00:00.000Z'),
  },
  {
    system: 'credit-scoring',
    outcome: 'reported',
    covered: true,
    reason: 'contract',
    categories: ['loan-request', 'financial'],
    occurredAt: Date.parse('2026-05-27T10:34:50.000Z'),
  },
];

/** The material of a person with a year of uses and one declined loan. */
export const someMaterial = (changes: Partial<AiUseMaterial> = {}): AiUseMaterial => ({
  subject: 'sub_0000000000000000000000000a',
  regimes: ['EU'],
  regimesAssumed: false,
  audience: 'person',
  language: 'en',
  timeZone: 'Europe/Berlin',
  holidays: [],
  now,
  published: {
    systems,
    purposes,
    recipients: published('recipient', 'card-network', {
      name: { en: 'Card network' },
      kind: 'processor',
      country: 'DE',
    } satisfies DeclaredRecipient).recipients,
    notices: published('notice', 'welcome', {
      title: { en: 'How we use AI' },
      body: { en: 'We use AI to keep your account safe.' },
      purposes: ['fraud-prevention', 'offers', 'support-drafts'],
    } satisfies DeclaredNotice).notices,
  },
  standing,
  tallies: tallyUses(someUses(), 'Europe/Berlin'),
  systemsReporting: ['fraud-check', 'product-suggestions', 'support-assistant', 'credit-scoring'],
  recordsSince: at,
  decisions: [aDecision()],
  decisionCount: 1,
  looks: [{ at: Date.parse('2026-11-02T14:00:00.000Z'), role: 'support', reason: 'support', what: 'ai-use' }],
  expired: [],
  checkpoint:
    'candor.invalid/0123456789abcdef/1\n4712\nqG0M3R9hm5vK0g2m1Yc1x7m0hXb1b2f0Xr1Qm0Yt5tE=\n\n— candor.invalid/0123456789abcdef/1 AAAAAA==\n',
  entries: 231,
  ...changes,
});
