/**
 * Restrictions, objections and opt-outs: what each stops, and what answers it.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  docs/design.md 7 (restriction, objection, opt-out).
 */
import { asked, declared, limits, on, optOut, person, purpose, says } from './kit.ts';
import { days, type EvaluationCase } from './steps.ts';

const restrictions: readonly EvaluationCase[] = [
  asked('a restriction stops even a contract', [...on('contract'), person(), limits('restriction', days(1))], {
    reason: 'restricted',
  }),
  asked(
    'a legal obligation alone does not open restricted data',
    [...on('legal-obligation'), person(), limits('restriction', days(1))],
    {
      reason: 'restricted',
    },
  ),
  asked(
    'a claim does',
    [...on('contract', { allowedWhenRestricted: 'legal-claims' }), person(), limits('restriction', days(1))],
    { allowed: true },
  ),
  asked(
    'a consent from before the restriction does not',
    [
      ...on('consent', { allowedWhenRestricted: 'consent' }),
      person(),
      says('given', days(1)),
      limits('restriction', days(2)),
    ],
    { reason: 'restricted' },
  ),
  asked(
    'a consent from after it does, where the purpose says so',
    [
      ...on('consent', { allowedWhenRestricted: 'consent' }),
      person(),
      limits('restriction', days(1)),
      says('given', days(2)),
    ],
    { allowed: true },
  ),
  asked(
    'and not where the purpose does not',
    [...on('consent'), person(), limits('restriction', days(1)), says('given', days(2))],
    { reason: 'restricted' },
  ),
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

const waitingErasures: readonly EvaluationCase[] = [
  ...['contract', 'legitimate-interests'].map((basis) =>
    asked(`an erasure that waits stops ${basis}`, [...on(basis), person(), limits('erasure-asked', days(1))], {
      reason: 'erasure-asked',
    }),
  ),
  asked(
    'and what a yes allowed',
    [...on('consent'), person(), says('given', days(1)), limits('erasure-asked', days(2))],
    { reason: 'erasure-asked' },
  ),
  ...['legal-obligation', 'public-task', 'vital-interests'].map((basis) =>
    asked(`and leaves ${basis}`, [...on(basis), person(), limits('erasure-asked', days(1))], { allowed: true }),
  ),
  asked(
    'and a claim',
    [...on('contract', { allowedWhenRestricted: 'legal-claims' }), person(), limits('erasure-asked', days(1))],
    { allowed: true },
  ),
];

const objections: readonly EvaluationCase[] = [
  ...['legitimate-interests', 'public-task'].map((basis) =>
    asked(`an objection stops ${basis}`, [...on(basis), person(), limits('objection', days(1))], {
      reason: 'objected',
    }),
  ),
  asked(
    'an objection stops a recognised legitimate interest',
    [
      ...declared({ purpose: { legalBasis: { UK: 'recognised-legitimate-interests' } } }),
      person({ regimes: ['UK'] }),
      limits('objection', days(1)),
    ],
    { reason: 'objected' },
  ),
  asked('an objection does not stop a contract', [...on('contract'), person(), limits('objection', days(1))], {
    allowed: true,
  }),
  asked(
    'an objection stops marketing on any basis',
    [...on('contract', { kind: 'marketing' }), person(), limits('objection', days(1))],
    {
      reason: 'objected',
    },
  ),
  asked(
    'an objection to another purpose does not count',
    [
      ...on('legitimate-interests'),
      purpose(days(0), {}, 'other'),
      person(),
      limits('objection', days(1), { purpose: 'other' }),
    ],
    { allowed: true },
  ),
  asked(
    'a later own yes answers an objection',
    [
      ...on('legitimate-interests'),
      person(),
      limits('objection', days(1)),
      says('given', days(2), { expect: { effect: 'consent' } }),
    ],
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
      says('given', days(2), {
        by: 'service',
        expect: { effect: 'none', warnings: ['occurred-at-needed', 'limit-stands'] },
      }),
    ],
    { reason: 'objected' },
  ),
  asked(
    'an objection after that yes counts again',
    [
      ...on('legitimate-interests'),
      person(),
      limits('objection', days(1)),
      says('given', days(2)),
      limits('objection', days(3)),
    ],
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
    [
      ...on('contract'),
      person(),
      says('withdrawn', days(1), { expect: { effect: 'none', warnings: ['rests-on-contract'] } }),
    ],
    { allowed: true },
  ),
  asked(
    'a no on a legal obligation changes nothing and says why',
    [
      ...on('legal-obligation'),
      person(),
      says('refused', days(1), { expect: { effect: 'none', warnings: ['rests-on-legal-obligation'] } }),
    ],
    { allowed: true },
  ),
];

const inTexas = person({ regimes: ['US-TX'] });

const optOuts: readonly EvaluationCase[] = [
  asked('without an opt-out it is allowed', [...optOut(), inTexas], { allowed: true, reason: 'opt-out-not-exercised' }),
  asked(
    'an opt-out of this purpose stops it',
    [...optOut(), inTexas, limits('opt-out', days(1), { purpose: 'offers' })],
    { reason: 'opted-out' },
  ),
  asked(
    'a no acts as the opt-out',
    [...optOut(), inTexas, says('refused', days(1), { expect: { effect: 'opt-out' } })],
    { reason: 'opted-out' },
  ),
  asked(
    'an opt-out of sale stops a sale',
    [...optOut({ kind: 'sharing' }), inTexas, limits('opt-out-sale-share', days(1))],
    { reason: 'opted-out' },
  ),
  asked('and nothing else', [...optOut(), inTexas, limits('opt-out-sale-share', days(1))], { allowed: true }),
  asked(
    'a stored signal is an opt-out of sale',
    [
      ...optOut({ saleOrShare: true }),
      inTexas,
      limits('opt-out-sale-share', days(1), { by: 'service', source: 'gpc' }),
    ],
    { reason: 'opted-out' },
  ),
  asked(
    'a signal sent with the question is one too',
    [...optOut({ saleOrShare: true }), inTexas],
    { reason: 'opted-out' },
    { context: { gpc: true } },
  ),
  asked(
    'a signal that is off is none',
    [...optOut({ saleOrShare: true }), inTexas],
    { allowed: true },
    { context: { gpc: false } },
  ),
  asked(
    'an opt-out of sensitive data stops it',
    [
      ...declared({ purpose: { legalBasis: { US: 'opt-out' }, sensitive: true } }),
      person({ regimes: ['US-CA'] }),
      limits('opt-out-sensitive', days(1)),
    ],
    { reason: 'opted-out' },
  ),
  asked(
    'an opt-out of automated decisions stops a significant one',
    [...optOut({ kind: 'automated-decision' }), inTexas, limits('opt-out-admt', days(1))],
    {
      reason: 'opted-out',
    },
  ),
  asked(
    'an opt-out of profiling stops a significant decision',
    [...optOut({ significant: true }), inTexas, limits('opt-out-profiling', days(1))],
    {
      reason: 'opted-out',
    },
  ),
  asked(
    'an opt-out of profiling stops marketing',
    [...optOut({ kind: 'marketing' }), inTexas, limits('opt-out-profiling', days(1))],
    { reason: 'opted-out' },
  ),
  asked(
    'a published exception answers an opt-out of automated decisions',
    [
      ...optOut({
        significant: true,
        optOutExceptions: [{ regime: 'US', code: 'human-appeal', evidence: 'appeals desk' }],
      }),
      inTexas,
      limits('opt-out-admt', days(1)),
    ],
    {
      allowed: true,
      obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }, { type: 'offer-human-appeal' }],
    },
  ),
  asked(
    'only for its own law',
    [
      ...optOut({
        significant: true,
        optOutExceptions: [{ regime: 'US-CA', code: 'human-appeal', evidence: 'appeals desk' }],
      }),
      inTexas,
      limits('opt-out-admt', days(1)),
    ],
    { reason: 'opted-out' },
  ),
  asked(
    'and never a sale',
    [
      ...optOut({
        saleOrShare: true,
        optOutExceptions: [{ regime: 'US', code: 'human-appeal', evidence: 'appeals desk' }],
      }),
      inTexas,
      limits('opt-out-sale-share', days(1)),
    ],
    { reason: 'opted-out' },
  ),
  asked(
    'an opt-out bites in Europe too',
    [...on('contract', { saleOrShare: true }), person(), limits('opt-out-sale-share', days(1))],
    { reason: 'opted-out' },
  ),
  asked(
    'but not against a legal obligation',
    [...on('legal-obligation', { saleOrShare: true }), person(), limits('opt-out-sale-share', days(1))],
    {
      allowed: true,
    },
  ),
  asked(
    'a later own yes for the purpose answers an opt-out',
    [...optOut({ saleOrShare: true }), inTexas, limits('opt-out-sale-share', days(1)), says('given', days(2))],
    { allowed: true },
  ),
];

const yes = says('given', days(2), { expect: { effect: 'consent' } });
const noSale = [inTexas, limits('opt-out-sale-share', days(1))];

/** A yes makes an exception from an earlier no, for as far as it reaches. */
const exceptions: readonly EvaluationCase[] = [
  asked(
    'an own yes answers an opt-out until it runs out, and the answer says when',
    [...optOut({ saleOrShare: true, consentValidity: 'P10D' }), ...noSale, yes],
    { allowed: true, until: days(12) },
    { at: days(11) },
  ),
  asked(
    'then the opt-out counts again',
    [...optOut({ saleOrShare: true, consentValidity: 'P10D' }), ...noSale, yes],
    { reason: 'opted-out' },
    { at: days(12) },
  ),
  asked(
    'a yes to an older version answers no opt-out',
    [
      ...optOut({ saleOrShare: true }),
      ...noSale,
      yes,
      purpose(days(3), { legalBasis: { US: 'opt-out' }, saleOrShare: true, retention: { en: 'one year' } }),
    ],
    { reason: 'opted-out' },
  ),
  asked(
    'nor does one to other kinds of data',
    [
      ...optOut({ saleOrShare: true, dataCategories: ['purchases', 'income'] }),
      ...noSale,
      says('given', days(2), { dataCategories: ['income'], expect: { effect: 'consent' } }),
    ],
    { reason: 'opted-out' },
    { dataCategories: ['purchases'] },
  ),
  asked(
    'restricted data that a yes had opened is closed when it runs out',
    [
      ...optOut({ allowedWhenRestricted: 'consent', consentValidity: 'P10D' }),
      inTexas,
      limits('restriction', days(1)),
      yes,
    ],
    { reason: 'restricted' },
    { at: days(12) },
  ),
];

export const limitCases: readonly EvaluationCase[] = [
  ...restrictions,
  ...waitingErasures,
  ...objections,
  ...optOuts,
  ...exceptions,
];
