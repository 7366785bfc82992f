/**
 * Where a row says "or": each alternative alone, and none.
 * Flow:    here → test/suites/evaluation-cases.ts; test/evaluation/alternatives.test.ts says what is still missing.
 */
import { ADA, asked, declared, limits, notice, on, person, purpose, says, system } from './kit.ts';
import { days, type EvaluationCase, type Step } from './steps.ts';

const allowed = { allowed: true };
const refused = (reason: string) => ({ allowed: false, reason });

const machine = (more: object) =>
  declared({
    purpose: { legalBasis: { EU: 'contract', UK: 'contract' }, significant: true, sensitive: true, ...more },
    notice: { explicit: true },
  });
const explicitly: Step = says('given', days(2), { method: 'checkbox' });
const gateway = (code: string) => ({ EU: code, UK: code });

const decisions: readonly EvaluationCase[] = [
  asked(
    'in the Union a machine decides on health data with explicit consent as its condition',
    [...machine({ art22: gateway('contract'), specialCategory: gateway('a') }), person(), explicitly],
    allowed,
  ),
  asked(
    'in the Union a machine decides on health data in a substantial public interest',
    [...machine({ art22: gateway('contract'), specialCategory: gateway('g') }), person()],
    allowed,
  ),
  asked(
    'in the Union a machine decides on health data on no other condition',
    [...machine({ art22: gateway('contract'), specialCategory: gateway('h') }), person()],
    refused('no-automated-decision-ground'),
  ),
  asked(
    'in the Kingdom explicit consent is enough as the condition',
    [...machine({ specialCategory: gateway('a') }), person({ regimes: ['UK'] }), explicitly],
    allowed,
  ),
  asked(
    'in the Kingdom explicit consent is enough as the gateway',
    [
      ...machine({ art22: gateway('explicit-consent'), specialCategory: gateway('h') }),
      person({ regimes: ['UK'] }),
      explicitly,
    ],
    allowed,
  ),
  asked(
    'in the Kingdom a contract is enough in a substantial public interest',
    [...machine({ art22: gateway('contract'), specialCategory: gateway('g') }), person({ regimes: ['UK'] })],
    allowed,
  ),
  asked(
    'in the Kingdom a contract alone is not',
    [...machine({ art22: gateway('contract'), specialCategory: gateway('h') }), person({ regimes: ['UK'] })],
    refused('no-automated-decision-ground'),
  ),
];

const sale = (basis: object, more: object = {}) =>
  declared({ purpose: { legalBasis: basis, saleOrShare: true, ...more } });
const teenager = (regime: string, ageBand = '13-15') => person({ regimes: [regime], ageBand });

const children: readonly EvaluationCase[] = [
  asked('no sale asks no teenager', [...sale({ US: 'opt-out' }, { saleOrShare: false }), teenager('US-CA')], allowed),
  asked('a sale on a contract asks no teenager', [...sale({ US: 'contract' }), teenager('US-CA')], allowed),
  asked('a sale asks a teenager', [...sale({ US: 'opt-out' }), teenager('US-CA')], refused('minor-opt-in-needed')),
  asked('a law without an age asks no teenager', [...sale({ CH: 'opt-out' }), teenager('CH')], allowed),
  asked(
    'in Maryland no yes of a teenager permits a sale',
    [...sale({ US: 'opt-out' }), teenager('US-MD', '16-17'), says('given', days(2), { method: 'checkbox' })],
    refused('minor-opt-in-needed'),
  ),
];

const declaring: readonly EvaluationCase[] = [
  asked(
    'a kind of data that the AI system does not read',
    [...declared({ purpose: { legalBasis: { EU: 'contract' }, dataCategories: ['purchases', 'location'] } }), person()],
    refused('use-not-declared'),
    { dataCategories: ['location'] },
  ),
  asked('a kind of data that the purpose does not name', [...on('contract'), person()], refused('use-not-declared'), {
    dataCategories: ['health'],
  }),
];

const withoutUnion = (more: object): readonly Step[] => [
  ...declared({ purpose: { legalBasis: { US: 'contract', EU: 'contract' }, ...more } }),
];
const conditions: readonly EvaluationCase[] = [
  asked('health data under no GDPR', [...withoutUnion({ sensitive: true }), person({ regimes: ['US-CA'] })], allowed),
  asked(
    'data about crimes under no GDPR',
    [...declared({ purpose: { legalBasis: { US: 'contract' }, criminalData: true } }), person({ regimes: ['US-CA'] })],
    allowed,
  ),
];

const marketing = { purpose: { legalBasis: { EU: 'contract', US: 'opt-out' }, forMarketing: true } };
const limited: readonly EvaluationCase[] = [
  asked(
    'an objection to marketing stops marketing',
    [...declared(marketing), person(), limits('objection-marketing', days(2))],
    refused('objected'),
  ),
  asked(
    'an objection to marketing stops nothing else that weighs interests',
    [...on('legitimate-interests'), person(), limits('objection-marketing', days(2))],
    allowed,
  ),
  asked(
    'an opt-out of profiling stops what is neither important nor marketing not at all',
    [
      ...declared({ purpose: { legalBasis: { US: 'opt-out' } } }),
      person({ regimes: ['US-VA'] }),
      limits('opt-out-profiling', days(2)),
    ],
    allowed,
  ),
  asked(
    'an opt-out of profiling stops marketing',
    [...declared(marketing), person({ regimes: ['US-VA'] }), limits('opt-out-profiling', days(2))],
    refused('opted-out'),
  ),
  asked(
    'a law that is asked for and known already is asked once',
    [...on('contract'), person()],
    { allowed: true, bases: [{ regime: 'EU' }] },
    { context: { regime: 'EU' } },
  ),
];

const until = '2032-01-01T00:00:00.000Z';
const kept: readonly EvaluationCase[] = (
  [
    ['what the law wants kept serves the law', 'legal-obligation', 'legal-obligation', allowed],
    ['what the law wants kept serves nothing else', 'contract', 'legal-obligation', refused('erased')],
    ['what is kept for claims serves them', 'contract', 'art17-3-e-legal-claims', allowed],
  ] as const
).map(([title, basis, code, expect]) =>
  asked(
    title,
    [...on(basis), person(), { erase: ADA, at: days(5), keep: [{ purpose: 'offers', code, until }] }],
    expect,
  ),
);

const { body } = purpose(days(0), { legalBasis: { EU: 'contract' } }).input as { readonly body: object };
const { defaultNotice: _named, ...unnamed } = body as { readonly defaultNotice?: string };
const withoutNotice: readonly Step[] = [
  { ...purpose(days(0), {}), input: { key: 'offers', body: unnamed } },
  system(days(0)),
  person(),
];
const duties: readonly EvaluationCase[] = [
  asked('no notice is shown where none is published', withoutNotice, { allowed: true, obligations: [] }),
  asked('a notice is shown where one is published', [...withoutNotice, notice(days(1))], {
    allowed: true,
    obligations: [{ type: 'show-ai-notice' }],
  }),
];

const machineInCalifornia = (at: string): readonly Step[] => [
  {
    ...purpose(days(0), {}),
    input: { key: 'offers', body: { ...unnamed, legalBasis: { US: 'contract' }, significant: true } },
  },
  system(days(0)),
  person({ regimes: ['US-CA'] }),
  {
    command: 'notice.show',
    by: 'service',
    at,
    input: {
      subject: ADA,
      covers: [{ aiSystem: 'chooser', aiSystemVersion: 1, purpose: 'offers', purposeVersion: 1 }],
      language: 'en',
      hash: 'x'.repeat(44),
      how: 'page',
      acknowledged: false,
    },
  },
];
const owing: readonly EvaluationCase[] = [
  asked(
    'where the law wants a notice it goes on being shown, also where none is published',
    machineInCalifornia(days(1)),
    { allowed: true, obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }] },
    { at: days(310) },
  ),
  asked(
    'before that day it does not have to be',
    machineInCalifornia(days(1)),
    { allowed: true, obligations: [{ type: 'record-decision' }] },
    { at: days(300) },
  ),
];

export const aloneCases: readonly EvaluationCase[] = [
  ...decisions,
  ...children,
  ...declaring,
  ...conditions,
  ...limited,
  ...kept,
  ...duties,
  ...owing,
];
