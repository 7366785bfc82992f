/**
 * Several bodies of law at once, every ground and its duties, and the ages of children.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  DESIGN section 7, rows 5 to 14.
 */
import { ADA, asked, declared, limits, notice, person, purpose, says, system } from './kit.ts';
import { days, type EvaluationCase } from './steps.ts';

const on = (basis: string, more: object = {}) => declared({ purpose: { legalBasis: { EU: basis }, ...more } });
const grounds = ['contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interests'].map((basis) =>
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
  asked('a Member State without its own basis takes that of the Union', [...on('contract'), person({ regimes: ['EU-DE'] })], {
    allowed: true,
    bases: [{ regime: 'EU-DE', basis: 'contract', reason: 'contract' }],
  }),
  asked('Québec never takes the basis of Canada', [...declared({ purpose: { legalBasis: { CA: 'consent' } } }), person({ regimes: ['CA-QC'] })], {
    allowed: false,
    reason: 'no-legal-basis',
  }),
  asked('all bodies of law must allow', [...declared({ purpose: { legalBasis: { EU: 'contract', UK: 'consent' } } }), person({ regimes: ['EU', 'UK'] })], {
    allowed: false,
    reason: 'never-asked',
    bases: [
      { regime: 'EU', basis: 'contract', reason: 'contract' },
      { regime: 'UK', basis: 'consent', reason: 'never-asked' },
    ],
  }),
  asked(
    'where all allow, each says why',
    [...declared({ purpose: { legalBasis: { EU: 'consent', US: 'opt-out' } } }), person({ regimes: ['EU', 'US-TX'] }), says('given', days(1))],
    {
      allowed: true,
      reason: 'consent-given',
      bases: [
        { regime: 'EU', basis: 'consent', reason: 'consent-given' },
        { regime: 'US-TX', basis: 'opt-out', reason: 'opt-out-not-exercised' },
      ],
    },
  ),
  asked('the first row decides, not the first body of law', [...declared({ purpose: { legalBasis: { EU: 'consent' } } }), person({ regimes: ['EU', 'BR'] })], {
    allowed: false,
    reason: 'no-legal-basis',
  }),
  asked('the context adds a body of law', [...on('contract'), person()], { allowed: false, reason: 'no-legal-basis' }, { context: { regime: 'UK' } }),
  asked(
    'the context never takes one away',
    [...declared({ purpose: { legalBasis: { EU: 'consent', UK: 'contract' } } }), person()],
    { allowed: false, reason: 'never-asked' },
    { context: { regime: 'UK' } },
  ),
  asked('nobody said under which law the person stands', [...on('contract'), person({ regimes: [] })], { allowed: true, assumptions: ['default-regime'] }),
  asked(
    'a wider basis does not hold where the narrower law wants a yes for sensitive data',
    [...declared({ purpose: { legalBasis: { US: 'opt-out' }, sensitive: true } }), person({ regimes: ['US-TX'] })],
    { allowed: false, reason: 'no-legal-basis' },
  ),
  asked('and holds where it does not', [...declared({ purpose: { legalBasis: { US: 'opt-out' }, sensitive: true } }), person({ regimes: ['US-CA'] })], {
    allowed: true,
    reason: 'opt-out-not-exercised',
  }),
];

const restrictions: readonly EvaluationCase[] = [
  asked('a restriction stops even a contract', [...on('contract'), person(), limits('restriction', days(1))], { reason: 'restricted' }),
  asked('a legal obligation alone does not open restricted data', [...on('legal-obligation'), person(), limits('restriction', days(1))], {
    reason: 'restricted',
  }),
  asked('a claim does', [...on('contract', { allowedWhenRestricted: 'legal-claims' }), person(), limits('restriction', days(1))], { allowed: true }),
  asked(
    'a consent from before the restriction does not',
    [...on('consent', { allowedWhenRestricted: 'consent' }), person(), says('given', days(1)), limits('restriction', days(2))],
    { reason: 'restricted' },
  ),
  asked(
    'a consent from after it does, where the purpose says so',
    [...on('consent', { allowedWhenRestricted: 'consent' }), person(), limits('restriction', days(1)), says('given', days(2))],
    { allowed: true },
  ),
  asked('and not where the purpose does not', [...on('consent'), person(), limits('restriction', days(1)), says('given', days(2))], { reason: 'restricted' }),
  asked(
    'a restriction of one kind of data leaves the others',
    [
      ...declared({ purpose: { legalBasis: { EU: 'contract' }, dataCategories: ['purchases', 'income'] } }),
      person(),
      limits('restriction', days(1), { dataCategories: ['income'] }),
    ],
    { allowed: true },
    { dataCategories: ['purchases'] },
  ),
  asked(
    'and stops that kind',
    [
      ...declared({ purpose: { legalBasis: { EU: 'contract' }, dataCategories: ['purchases', 'income'] } }),
      person(),
      limits('restriction', days(1), { dataCategories: ['income'] }),
    ],
    { reason: 'restricted' },
    { dataCategories: ['purchases', 'income'] },
  ),
];

const objections: readonly EvaluationCase[] = [
  ...['legitimate-interests', 'public-task'].map((basis) =>
    asked(`an objection stops ${basis}`, [...on(basis), person(), limits('objection', days(1))], { reason: 'objected' }),
  ),
  asked(
    'an objection stops a recognised legitimate interest',
    [...declared({ purpose: { legalBasis: { UK: 'recognised-legitimate-interests' } } }), person({ regimes: ['UK'] }), limits('objection', days(1))],
    { reason: 'objected' },
  ),
  asked('an objection does not stop a contract', [...on('contract'), person(), limits('objection', days(1))], { allowed: true }),
  asked('an objection stops marketing on any basis', [...on('contract', { kind: 'marketing' }), person(), limits('objection', days(1))], {
    reason: 'objected',
  }),
  asked(
    'an objection to another purpose does not count',
    [...on('legitimate-interests'), purpose(days(0), {}, 'other'), person(), limits('objection', days(1), { purpose: 'other' })],
    { allowed: true },
  ),
  asked(
    'a later own yes answers an objection',
    [...on('legitimate-interests'), person(), limits('objection', days(1)), says('given', days(2), { expect: { effect: 'consent' } })],
    { allowed: true },
  ),
  asked(
    'a yes of an agent does not',
    [
      ...on('legitimate-interests'),
      person(),
      limits('objection', days(1)),
      says('given', days(2), {
        by: 'service',
        occurredAt: days(2),
        givenBy: 'agent',
        authorisation: { evidence: 'letter' },
        expect: { effect: 'none', warnings: ['limit-stands'] },
      }),
    ],
    { reason: 'objected' },
  ),
  asked(
    'nor after a no that acted as one',
    [
      ...on('legitimate-interests'),
      person(),
      says('refused', days(1)),
      says('given', days(2), {
        by: 'service',
        occurredAt: days(2),
        givenBy: 'agent',
        authorisation: { evidence: 'letter' },
        expect: { effect: 'none', warnings: ['limit-stands'] },
      }),
    ],
    { allowed: false },
  ),
  asked(
    'a yes without a time does not',
    [
      ...on('legitimate-interests'),
      person(),
      limits('objection', days(1)),
      says('given', days(2), { by: 'service', expect: { effect: 'none', warnings: ['occurred-at-needed', 'limit-stands'] } }),
    ],
    { reason: 'objected' },
  ),
  asked(
    'an objection after that yes counts again',
    [...on('legitimate-interests'), person(), limits('objection', days(1)), says('given', days(2)), limits('objection', days(3))],
    { reason: 'objected' },
  ),
  asked(
    'an objection that arrives late counts, even where a yes was said after it',
    [
      ...on('legitimate-interests'),
      person(),
      limits('objection', days(1)),
      says('given', days(5)),
      limits('objection', days(6), { by: 'service', occurredAt: days(2) }),
    ],
    { reason: 'objected' },
  ),
  asked(
    'a yes where nothing rests on consent is refused',
    [...on('legitimate-interests'), person(), says('given', days(1), { problem: 'consent-not-the-basis' })],
    { allowed: true },
  ),
  asked(
    'a no on a legitimate interest acts as the objection',
    [...on('legitimate-interests'), person(), says('refused', days(1), { expect: { effect: 'objection' } })],
    { reason: 'objected' },
  ),
  asked(
    'a no on a contract changes nothing and says why',
    [...on('contract'), person(), says('withdrawn', days(1), { expect: { effect: 'none', warnings: ['rests-on-contract'] } })],
    { allowed: true },
  ),
  asked(
    'a no on a legal obligation changes nothing and says why',
    [...on('legal-obligation'), person(), says('refused', days(1), { expect: { effect: 'none', warnings: ['rests-on-legal-obligation'] } })],
    { allowed: true },
  ),
];

const optOut = (more: object = {}) => declared({ purpose: { legalBasis: { US: 'opt-out' }, ...more } });
const inTexas = person({ regimes: ['US-TX'] });
const optOuts: readonly EvaluationCase[] = [
  asked('without an opt-out it is allowed', [...optOut(), inTexas], { allowed: true, reason: 'opt-out-not-exercised' }),
  asked('an opt-out of this purpose stops it', [...optOut(), inTexas, limits('opt-out', days(1), { purpose: 'offers' })], { reason: 'opted-out' }),
  asked('a no acts as the opt-out', [...optOut(), inTexas, says('refused', days(1), { expect: { effect: 'opt-out' } })], { reason: 'opted-out' }),
  asked('an opt-out of sale stops a sale', [...optOut({ kind: 'sharing' }), inTexas, limits('opt-out-sale-share', days(1))], { reason: 'opted-out' }),
  asked('and nothing else', [...optOut(), inTexas, limits('opt-out-sale-share', days(1))], { allowed: true }),
  asked(
    'a stored signal is an opt-out of sale',
    [...optOut({ saleOrShare: true }), inTexas, limits('opt-out-sale-share', days(1), { by: 'service', source: 'gpc' })],
    { reason: 'opted-out' },
  ),
  asked('a signal sent with the question is one too', [...optOut({ saleOrShare: true }), inTexas], { reason: 'opted-out' }, { context: { gpc: true } }),
  asked('a signal that is off is none', [...optOut({ saleOrShare: true }), inTexas], { allowed: true }, { context: { gpc: false } }),
  asked(
    'an opt-out of sensitive data stops it',
    [...declared({ purpose: { legalBasis: { US: 'opt-out' }, sensitive: true } }), person({ regimes: ['US-CA'] }), limits('opt-out-sensitive', days(1))],
    { reason: 'opted-out' },
  ),
  asked('an opt-out of automated decisions stops a significant one', [...optOut({ kind: 'automated-decision' }), inTexas, limits('opt-out-admt', days(1))], {
    reason: 'opted-out',
  }),
  asked('an opt-out of profiling stops a significant decision', [...optOut({ significant: true }), inTexas, limits('opt-out-profiling', days(1))], {
    reason: 'opted-out',
  }),
  asked('an opt-out of profiling stops marketing', [...optOut({ kind: 'marketing' }), inTexas, limits('opt-out-profiling', days(1))], { reason: 'opted-out' }),
  asked(
    'a published exception answers an opt-out of automated decisions',
    [
      ...optOut({ significant: true, optOutExceptions: [{ regime: 'US', code: 'human-appeal', evidence: 'appeals desk' }] }),
      inTexas,
      limits('opt-out-admt', days(1)),
    ],
    { allowed: true, obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }, { type: 'offer-human-appeal' }] },
  ),
  asked(
    'only for its own law',
    [
      ...optOut({ significant: true, optOutExceptions: [{ regime: 'US-CA', code: 'human-appeal', evidence: 'appeals desk' }] }),
      inTexas,
      limits('opt-out-admt', days(1)),
    ],
    { reason: 'opted-out' },
  ),
  asked(
    'and never a sale',
    [
      ...optOut({ saleOrShare: true, optOutExceptions: [{ regime: 'US', code: 'human-appeal', evidence: 'appeals desk' }] }),
      inTexas,
      limits('opt-out-sale-share', days(1)),
    ],
    { reason: 'opted-out' },
  ),
  asked('an opt-out bites in Europe too', [...on('contract', { saleOrShare: true }), person(), limits('opt-out-sale-share', days(1))], { reason: 'opted-out' }),
  asked('but not against a legal obligation', [...on('legal-obligation', { saleOrShare: true }), person(), limits('opt-out-sale-share', days(1))], {
    allowed: true,
  }),
  asked(
    'a later own yes for the purpose answers an opt-out',
    [...optOut({ saleOrShare: true }), inTexas, limits('opt-out-sale-share', days(1)), says('given', days(2))],
    { allowed: true },
  ),
];

const decides = { kind: 'automated-decision' };
const machine: readonly EvaluationCase[] = [
  asked('in the Union a machine decides only through a gateway', [...on('contract', decides), person()], { reason: 'no-automated-decision-ground' }),
  asked('contract is a gateway', [...on('contract', { ...decides, art22: { EU: 'contract' } }), person()], {
    allowed: true,
    obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }],
  }),
  asked(
    'a human who decides before anything takes effect needs none',
    [...declared({ purpose: { legalBasis: { EU: 'contract' }, ...decides }, system: { humanOversight: { mode: 'before-effect' } } }), person()],
    { allowed: true, obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }, { type: 'human-review-before-effect' }] },
  ),
  asked(
    'a human who looks afterwards is not enough',
    [...declared({ purpose: { legalBasis: { EU: 'contract' }, ...decides }, system: { humanOversight: { mode: 'after-the-fact' } } }), person()],
    { reason: 'no-automated-decision-ground' },
  ),
  asked(
    'sensitive data needs 9(2)(a) or (g)',
    [...on('contract', { ...decides, sensitive: true, specialCategory: { EU: 'h' }, art22: { EU: 'contract' } }), person()],
    { reason: 'no-automated-decision-ground' },
  ),
  asked('9(2)(g) will do', [...on('contract', { ...decides, sensitive: true, specialCategory: { EU: 'g' }, art22: { EU: 'contract' } }), person()], {
    allowed: true,
  }),
  asked('the gateway of explicit consent asks for one', [...on('contract', { ...decides, art22: { EU: 'explicit-consent' } }), person()], {
    reason: 'never-asked',
  }),
  asked(
    'and takes it',
    [
      ...declared({ purpose: { legalBasis: { EU: 'contract' }, ...decides, art22: { EU: 'explicit-consent' } }, notice: { explicit: true } }),
      person(),
      says('given', days(1), { method: 'checkbox' }),
    ],
    { allowed: true, reason: 'contract' },
  ),
  asked(
    'but only an explicit one',
    [
      ...declared({ purpose: { legalBasis: { EU: 'contract' }, ...decides, art22: { EU: 'explicit-consent' } }, notice: { explicit: true } }),
      person(),
      says('given', days(1)),
    ],
    { reason: 'not-explicit' },
  ),
  asked('in the Kingdom a machine may decide', [...declared({ purpose: { legalBasis: { UK: 'contract' }, ...decides } }), person({ regimes: ['UK'] })], {
    allowed: true,
  }),
  asked(
    'but not with sensitive data outside 22B',
    [...declared({ purpose: { legalBasis: { UK: 'contract' }, ...decides, sensitive: true, specialCategory: { UK: 'g' } } }), person({ regimes: ['UK'] })],
    { reason: 'no-automated-decision-ground' },
  ),
  asked(
    'contract and substantial public interest are inside',
    [
      ...declared({ purpose: { legalBasis: { UK: 'contract' }, ...decides, sensitive: true, specialCategory: { UK: 'g' }, art22: { UK: 'contract' } } }),
      person({ regimes: ['UK'] }),
    ],
    { allowed: true },
  ),
  asked(
    'and never on a recognised legitimate interest',
    [...declared({ purpose: { legalBasis: { UK: 'recognised-legitimate-interests' }, ...decides } }), person({ regimes: ['UK'] })],
    { reason: 'no-automated-decision-ground' },
  ),
  asked('condition (a) asks for an explicit consent beside the basis', [...on('contract', { sensitive: true, specialCategory: { EU: 'a' } }), person()], {
    reason: 'never-asked',
  }),
];

const consents: readonly EvaluationCase[] = [
  asked(
    'a consent ends with its validity, to the millisecond',
    [...on('consent', { consentValidity: 'P10D' }), person(), says('given', days(1))],
    { reason: 'expired' },
    { at: days(11) },
  ),
  asked(
    'and stands until then, and says until when',
    [...on('consent', { consentValidity: 'P10D' }), person(), says('given', days(1))],
    { allowed: true, until: days(11) },
    { at: days(10) },
  ),
  asked(
    'a new version does not prolong an old yes',
    [...on('consent', { consentValidity: 'P10D' }), person(), says('given', days(1)), purpose(days(2), { consentValidity: 'P999D', material: false })],
    { reason: 'expired' },
    { at: days(12) },
  ),
  asked(
    'a material version of the purpose ends old consents',
    [...on('consent'), person(), says('given', days(1)), purpose(days(2), { retention: { en: 'one year' } })],
    { reason: 'notice-outdated' },
  ),
  asked(
    'one that is not material does not',
    [...on('consent'), person(), says('given', days(1)), purpose(days(2), { retention: { en: 'one year' }, material: false })],
    { allowed: true },
  ),
  asked(
    'a new kind of data is material whatever the publisher says',
    [...on('consent'), person(), says('given', days(1)), purpose(days(2), { dataCategories: ['purchases', 'income'], material: false })],
    { reason: 'notice-outdated' },
    { dataCategories: ['purchases'] },
  ),
  asked(
    'a new third party is material whatever the publisher says',
    [...declared({ notice: { controllers: ['We'] } }), person(), says('given', days(1)), notice(days(2), { controllers: ['We', 'They'], material: false })],
    { reason: 'notice-outdated' },
  ),
  asked(
    'a version that is not yet in force ends nothing, and the answer says when it will',
    [...on('consent'), person(), says('given', days(1)), purpose(days(2), { retention: { en: 'one year' }, effectiveFrom: days(60) })],
    { allowed: true, until: days(60) },
  ),
  asked(
    'a retired AI system may be named by a consent and is refused all the same',
    [...declared(), person(), says('given', days(1)), system(days(2), { status: 'retired' })],
    { reason: 'ai-system-retired' },
  ),
  asked(
    'a consent of one method is explicit only on a notice that was written for it',
    [...on('explicit-consent'), person(), says('given', days(1), { method: 'signed' })],
    { reason: 'not-explicit' },
  ),
  asked(
    'on such a notice it is',
    [...declared({ purpose: { legalBasis: { EU: 'explicit-consent' } }, notice: { explicit: true } }), person(), says('given', days(1), { method: 'signed' })],
    { allowed: true, reason: 'consent-given', basis: 'explicit-consent' },
  ),
  asked(
    'a stopped AI system goes on when it is let go on',
    [
      ...on('contract'),
      person(),
      { command: 'ai-system.suspend', by: 'officer', at: days(1), input: { key: 'chooser' }, expect: { suspended: true } },
      { command: 'ai-system.resume', by: 'officer', at: days(2), input: { key: 'chooser' } },
    ],
    { allowed: true },
  ),
];

const children: readonly EvaluationCase[] = [
  asked('a child of fifteen needs a parent in the Union', [...on('consent'), person({ ageBand: '13-15' }), says('given', days(1))], {
    reason: 'minor-without-parent',
  }),
  asked('but not in a Member State that says thirteen', [...on('consent'), person({ ageBand: '13-15', regimes: ['EU-SE'] }), says('given', days(1))], {
    allowed: true,
  }),
  asked(
    'the yes of a parent counts',
    [
      ...on('consent'),
      person({ ageBand: '13-15' }),
      says('given', days(1), { by: 'service', occurredAt: days(1), givenBy: 'parent', authorisation: { evidence: 'checked by post' } }),
    ],
    { allowed: true },
  ),
  asked(
    'outside of online services the rule does not apply',
    [...on('consent', { onlineService: false }), person({ ageBand: '13-15' }), says('given', days(1))],
    { allowed: true },
  ),
  asked(
    'an unknown age is taken for an adult, and the answer says so',
    [...on('consent'), { ...person(), input: { subject: ADA, regimes: ['EU'] } }, says('given', days(1))],
    { allowed: true, assumptions: ['age-unknown'] },
  ),
  asked('an age band moves on when it ends', [...on('consent'), person({ ageBand: '13-15', ageBandUntil: days(20) }), says('given', days(1))], {
    allowed: true,
    assumptions: ['age-band-moved-on'],
  }),
  asked(
    'and until then the answer says when',
    [...on('consent'), person({ ageBand: '13-15', ageBandUntil: days(20) }), says('given', days(1))],
    { reason: 'minor-without-parent', until: days(20) },
    { at: days(19) },
  ),
  asked('the data of a child is not sold without a yes', [...optOut({ saleOrShare: true }), person({ ageBand: '13-15', regimes: ['US-CA'] })], {
    reason: 'minor-opt-in-needed',
  }),
  asked(
    'from thirteen the child itself can say it',
    [...optOut({ saleOrShare: true }), person({ ageBand: '13-15', regimes: ['US-CA'] }), says('given', days(1), { expect: { effect: 'consent' } })],
    { allowed: true, reason: 'opt-out-not-exercised' },
  ),
  asked('below that a parent must', [...optOut({ saleOrShare: true }), person({ ageBand: 'under-13', regimes: ['US-CA'] }), says('given', days(1))], {
    reason: 'minor-opt-in-needed',
  }),
];

export const lawCases: readonly EvaluationCase[] = [...grounds, ...regimes, ...restrictions, ...objections, ...optOuts, ...machine, ...consents, ...children];
