/**
 * What a consent covers and until when, and the ages of children.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  docs/design.md 7 (consent).
 */
import { ADA, asked, declared, notice, on, optOut, person, purpose, says, system } from './kit.ts';
import { days, type EvaluationCase } from './steps.ts';

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
    [
      ...on('consent', { consentValidity: 'P10D' }),
      person(),
      says('given', days(1)),
      purpose(days(2), { consentValidity: 'P999D', material: false }),
    ],
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
    [
      ...on('consent'),
      person(),
      says('given', days(1)),
      purpose(days(2), { retention: { en: 'one year' }, material: false }),
    ],
    { allowed: true },
  ),
  asked(
    'a new kind of data is material whatever the publisher says',
    [
      ...on('consent'),
      person(),
      says('given', days(1)),
      purpose(days(2), { dataCategories: ['purchases', 'income'], material: false }),
    ],
    { reason: 'notice-outdated' },
    { dataCategories: ['purchases'] },
  ),
  asked(
    'a new third party is material whatever the publisher says',
    [
      ...declared({ notice: { controllers: ['We'] } }),
      person(),
      says('given', days(1)),
      notice(days(2), { controllers: ['We', 'They'], material: false }),
    ],
    { reason: 'notice-outdated' },
  ),
  asked(
    'a version that is not yet in force ends nothing, and the answer says when it will',
    [
      ...on('consent'),
      person(),
      says('given', days(1)),
      purpose(days(2), { retention: { en: 'one year' }, effectiveFrom: days(60) }),
    ],
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
    [
      ...declared({ purpose: { legalBasis: { EU: 'explicit-consent' } }, notice: { explicit: true } }),
      person(),
      says('given', days(1), { method: 'signed' }),
    ],
    { allowed: true, reason: 'consent-given', basis: 'explicit-consent' },
  ),
  asked(
    'a stopped AI system goes on when it is let go on',
    [
      ...on('contract'),
      person(),
      {
        command: 'ai-system.suspend',
        by: 'officer',
        at: days(1),
        input: { key: 'chooser' },
        expect: { suspended: true },
      },
      { command: 'ai-system.resume', by: 'officer', at: days(2), input: { key: 'chooser' } },
    ],
    { allowed: true },
  ),
];

const selling = { legalBasis: { US: 'opt-out' }, saleOrShare: true };
const sells = (more: object = {}) => declared({ purpose: { ...selling, ...more } });
const teenager = person({ ageBand: '13-15', regimes: ['US-CA'] });

const children: readonly EvaluationCase[] = [
  asked(
    'a child of fifteen needs a parent in the Union',
    [...on('consent'), person({ ageBand: '13-15' }), says('given', days(1))],
    {
      reason: 'minor-without-parent',
    },
  ),
  asked(
    'but not in a Member State that says thirteen',
    [...on('consent'), person({ ageBand: '13-15', regimes: ['EU-SE'] }), says('given', days(1))],
    {
      allowed: true,
    },
  ),
  asked(
    'the yes of a parent counts',
    [
      ...on('consent'),
      person({ ageBand: '13-15' }),
      says('given', days(1), {
        by: 'service',
        occurredAt: days(1),
        givenBy: 'parent',
        authorisation: { evidence: 'checked by post' },
      }),
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
  asked(
    'an age band moves on when it ends',
    [...on('consent'), person({ ageBand: '13-15', ageBandUntil: days(20) }), says('given', days(1))],
    {
      allowed: true,
      assumptions: ['age-band-moved-on'],
    },
  ),
  asked(
    'and until then the answer says when',
    [...on('consent'), person({ ageBand: '13-15', ageBandUntil: days(20) }), says('given', days(1))],
    { reason: 'minor-without-parent', until: days(20) },
    { at: days(19) },
  ),
  asked(
    'the data of a child is not sold without a yes',
    [...optOut({ saleOrShare: true }), person({ ageBand: '13-15', regimes: ['US-CA'] })],
    {
      reason: 'minor-opt-in-needed',
    },
  ),
  asked(
    'from thirteen the child itself can say it',
    [
      ...optOut({ saleOrShare: true }),
      person({ ageBand: '13-15', regimes: ['US-CA'] }),
      says('given', days(1), { expect: { effect: 'consent' } }),
    ],
    { allowed: true, reason: 'opt-out-not-exercised' },
  ),
  asked(
    'below that a parent must',
    [...optOut({ saleOrShare: true }), person({ ageBand: 'under-13', regimes: ['US-CA'] }), says('given', days(1))],
    {
      reason: 'minor-opt-in-needed',
    },
  ),
  asked(
    'a yes to a sale that has run out sells nothing',
    [...sells({ consentValidity: 'P10D' }), teenager, says('given', days(1), { expect: { effect: 'consent' } })],
    { reason: 'minor-opt-in-needed' },
    { at: days(11) },
  ),
  asked(
    'and until then the answer says when',
    [...sells({ consentValidity: 'P10D' }), teenager, says('given', days(1), { expect: { effect: 'consent' } })],
    { allowed: true, until: days(11) },
    { at: days(10) },
  ),
  asked(
    'nor does one to an older version of the purpose',
    [
      ...sells(),
      teenager,
      says('given', days(1), { expect: { effect: 'consent' } }),
      purpose(days(2), { ...selling, retention: { en: 'one year' } }),
    ],
    { reason: 'minor-opt-in-needed' },
  ),
  asked(
    'nor one to other kinds of data',
    [
      ...sells({ dataCategories: ['purchases', 'income'] }),
      teenager,
      says('given', days(1), { dataCategories: ['income'], expect: { effect: 'consent' } }),
    ],
    { reason: 'minor-opt-in-needed' },
    { dataCategories: ['purchases'] },
  ),
];

export const coverageCases: readonly EvaluationCase[] = [...consents, ...children];
