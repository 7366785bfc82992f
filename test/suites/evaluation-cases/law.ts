/**
 * Several bodies of law at once, every ground with its duties, and decisions by a machine alone.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  docs/design.md 7.
 */
import { asked, declared, on, person, says } from './kit.ts';
import { days, type EvaluationCase } from './steps.ts';

const grounds = ['contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests'].map(
  (basis) =>
    asked(`${basis} allows without a consent`, [...on(basis), person()], {
      allowed: true,
      reason: basis,
      basis,
      bases: [{ regime: 'EU', basis, reason: basis }],
      obligations: [{ type: 'show-ai-notice' }],
    }),
);

const regimes: readonly EvaluationCase[] = [
  asked(
    'the basis of a Member State comes before that of the Union',
    [...declared({ purpose: { legalBasis: { EU: 'contract', 'EU-DE': 'consent' } } }), person({ regimes: ['EU-DE'] })],
    { allowed: false, reason: 'never-asked', basis: 'consent' },
  ),
  asked(
    'a Member State without its own basis takes that of the Union',
    [...on('contract'), person({ regimes: ['EU-DE'] })],
    {
      allowed: true,
      bases: [{ regime: 'EU-DE', basis: 'contract', reason: 'contract' }],
    },
  ),
  asked(
    'Québec never takes the basis of Canada',
    [...declared({ purpose: { legalBasis: { CA: 'consent' } } }), person({ regimes: ['CA-QC'] })],
    {
      allowed: false,
      reason: 'no-legal-basis',
    },
  ),
  asked(
    'all bodies of law must allow',
    [...declared({ purpose: { legalBasis: { EU: 'contract', UK: 'consent' } } }), person({ regimes: ['EU', 'UK'] })],
    {
      allowed: false,
      reason: 'never-asked',
      bases: [
        { regime: 'EU', basis: 'contract', reason: 'contract' },
        { regime: 'UK', basis: 'consent', reason: 'never-asked' },
      ],
    },
  ),
  asked(
    'where all allow, each says why',
    [
      ...declared({ purpose: { legalBasis: { EU: 'consent', US: 'opt-out' } } }),
      person({ regimes: ['EU', 'US-TX'] }),
      says('given', days(1)),
    ],
    {
      allowed: true,
      reason: 'consent-given',
      bases: [
        { regime: 'EU', basis: 'consent', reason: 'consent-given' },
        { regime: 'US-TX', basis: 'opt-out', reason: 'opt-out-not-exercised' },
      ],
    },
  ),
  asked(
    'the first row decides, not the first body of law',
    [...declared({ purpose: { legalBasis: { EU: 'consent' } } }), person({ regimes: ['EU', 'BR'] })],
    {
      allowed: false,
      reason: 'no-legal-basis',
    },
  ),
  asked(
    'the context adds a body of law',
    [...on('contract'), person()],
    { allowed: false, reason: 'no-legal-basis' },
    { context: { regime: 'UK' } },
  ),
  asked(
    'the context never takes one away',
    [...declared({ purpose: { legalBasis: { EU: 'consent', UK: 'contract' } } }), person()],
    { allowed: false, reason: 'never-asked' },
    { context: { regime: 'UK' } },
  ),
  asked('nobody said under which law the person stands', [...on('contract'), person({ regimes: [] })], {
    allowed: true,
    assumptions: ['default-regime'],
  }),
  asked(
    'a wider basis does not hold where the narrower law wants a yes for sensitive data',
    [...declared({ purpose: { legalBasis: { US: 'opt-out' }, sensitive: true } }), person({ regimes: ['US-TX'] })],
    { allowed: false, reason: 'no-legal-basis' },
  ),
  asked(
    'and holds where it does not',
    [...declared({ purpose: { legalBasis: { US: 'opt-out' }, sensitive: true } }), person({ regimes: ['US-CA'] })],
    {
      allowed: true,
      reason: 'opt-out-not-exercised',
    },
  ),
];

const decides = { kind: 'automated-decision' };

const machine: readonly EvaluationCase[] = [
  asked('in the Union a machine decides only through a gateway', [...on('contract', decides), person()], {
    reason: 'no-automated-decision-ground',
  }),
  asked('contract is a gateway', [...on('contract', { ...decides, art22: { EU: 'contract' } }), person()], {
    allowed: true,
    obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }],
  }),
  asked(
    'a human who decides before anything takes effect needs none',
    [
      ...declared({
        purpose: { legalBasis: { EU: 'contract' }, ...decides },
        system: { humanOversight: { mode: 'before-effect' } },
      }),
      person(),
    ],
    {
      allowed: true,
      obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }, { type: 'human-review-before-effect' }],
    },
  ),
  asked(
    'a human who looks afterwards is not enough',
    [
      ...declared({
        purpose: { legalBasis: { EU: 'contract' }, ...decides },
        system: { humanOversight: { mode: 'after-the-fact' } },
      }),
      person(),
    ],
    { reason: 'no-automated-decision-ground' },
  ),
  asked(
    'sensitive data needs 9(2)(a) or (g)',
    [
      ...on('contract', { ...decides, sensitive: true, specialCategory: { EU: 'h' }, art22: { EU: 'contract' } }),
      person(),
    ],
    { reason: 'no-automated-decision-ground' },
  ),
  asked(
    '9(2)(g) will do',
    [
      ...on('contract', { ...decides, sensitive: true, specialCategory: { EU: 'g' }, art22: { EU: 'contract' } }),
      person(),
    ],
    {
      allowed: true,
    },
  ),
  asked(
    'the gateway of explicit consent asks for one',
    [...on('contract', { ...decides, art22: { EU: 'explicit-consent' } }), person()],
    {
      reason: 'never-asked',
    },
  ),
  asked(
    'and takes it',
    [
      ...declared({
        purpose: { legalBasis: { EU: 'contract' }, ...decides, art22: { EU: 'explicit-consent' } },
        notice: { explicit: true },
      }),
      person(),
      says('given', days(1), { method: 'checkbox' }),
    ],
    { allowed: true, reason: 'contract' },
  ),
  asked(
    'but only an explicit one',
    [
      ...declared({
        purpose: { legalBasis: { EU: 'contract' }, ...decides, art22: { EU: 'explicit-consent' } },
        notice: { explicit: true },
      }),
      person(),
      says('given', days(1)),
    ],
    { reason: 'not-explicit' },
  ),
  asked(
    'in the Kingdom a machine may decide',
    [...declared({ purpose: { legalBasis: { UK: 'contract' }, ...decides } }), person({ regimes: ['UK'] })],
    {
      allowed: true,
    },
  ),
  asked(
    'but not with sensitive data outside 22B',
    [
      ...declared({
        purpose: { legalBasis: { UK: 'contract' }, ...decides, sensitive: true, specialCategory: { UK: 'g' } },
      }),
      person({ regimes: ['UK'] }),
    ],
    { reason: 'no-automated-decision-ground' },
  ),
  asked(
    'contract and substantial public interest are inside',
    [
      ...declared({
        purpose: {
          legalBasis: { UK: 'contract' },
          ...decides,
          sensitive: true,
          specialCategory: { UK: 'g' },
          art22: { UK: 'contract' },
        },
      }),
      person({ regimes: ['UK'] }),
    ],
    { allowed: true },
  ),
  asked(
    'and never on a recognised legitimate interest',
    [
      ...declared({ purpose: { legalBasis: { UK: 'recognised-legitimate-interests' }, ...decides } }),
      person({ regimes: ['UK'] }),
    ],
    { reason: 'no-automated-decision-ground' },
  ),
  asked(
    'condition (a) asks for an explicit consent beside the basis',
    [...on('contract', { sensitive: true, specialCategory: { EU: 'a' } }), person()],
    {
      reason: 'never-asked',
    },
  ),
];

export const lawCases: readonly EvaluationCase[] = [...grounds, ...regimes, ...machine];
