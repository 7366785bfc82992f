/**
 * Erased and unknown people: whom a use, a report or a consent creates, and what brings somebody back.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  docs/design.md 6 (the erased mark) and 7.
 */
import type { KeepGround } from '../../../src/vocabulary/hold.ts';
import { ADA, asked, declared, limits, person, says, told, uses } from './kit.ts';
import { days, type EvaluationCase } from './steps.ts';

const base = [...declared(), person()];
const contract = declared({ purpose: { legalBasis: { EU: 'contract' } } });
const erased = { erase: ADA, at: days(10) };
const gone = { allowed: false, reason: 'erased', subject: null, recorded: true };
const keep = (code: KeepGround) => [{ purpose: 'offers', code, until: days(400) }];

const unknown: readonly EvaluationCase[] = [
  asked('an unknown customer is judged under the law of the installation, and the answer says so', contract, {
    allowed: true,
    reason: 'contract',
    subject: null,
    assumptions: ['no-facts-about-this-person', 'default-regime'],
  }),
  asked('nobody who is unknown has agreed to anything', declared(), {
    allowed: false,
    reason: 'never-asked',
    subject: null,
  }),
  asked(
    'an e-mail address that belongs to nobody is refused',
    contract,
    { allowed: false, reason: 'unknown-subject' },
    { subject: 'email:bob@example.org' },
  ),
  asked(
    'a telephone number that belongs to nobody is refused',
    contract,
    { allowed: false, reason: 'unknown-subject' },
    { subject: 'phone:+4930123456' },
  ),
  asked(
    'a pseudonym that nobody bears is refused',
    contract,
    { allowed: false, reason: 'unknown-subject' },
    { subject: 'sub_01h455vb4pex5vsknk084sn02q' },
  ),
  asked(
    'an allowed use makes the unknown customer known',
    [...contract, uses(days(1), { expect: { allowed: true, recorded: true } })],
    {
      allowed: true,
      assumptions: ['default-regime'],
    },
  ),
  asked(
    'a refused use does not',
    [...declared(), uses(days(1), { expect: { allowed: false, reason: 'never-asked', subject: null } })],
    { subject: null },
  ),
  asked('a consent makes the unknown customer known', [...declared(), says('given', days(1), { by: 'service' })], {
    allowed: true,
    reason: 'consent-given',
  }),
  asked('a limit makes the unknown customer known', [...contract, limits('restriction', days(1), { by: 'service' })], {
    allowed: false,
    reason: 'restricted',
  }),
  asked(
    'a report makes the unknown customer known',
    [...contract, uses(days(2), { mode: 'report', occurredAt: days(1), expect: { covered: true } })],
    {
      assumptions: ['default-regime'],
    },
  ),
  asked(
    'a person found by e-mail is the same person',
    [
      ...base,
      {
        ...person(),
        input: { subject: ADA, regimes: ['EU'], ageBand: 'adult', identifiers: ['email:ada@example.org'] },
      },
      says('given', days(1)),
    ],
    { allowed: true },
    { subject: 'email:ada@example.org' },
  ),
  told('an identifier belongs to one person only', [
    ...base,
    { ...person(), input: { subject: 'customer:bob', identifiers: [ADA] }, problem: 'identifier-taken' },
  ]),
];

const erasedCases: readonly EvaluationCase[] = [
  asked('an erased person is refused', [...base, says('given', days(1)), erased], {
    allowed: false,
    reason: 'erased',
    subject: null,
  }),
  asked('whatever the purpose rests on', [...contract, person(), erased], { allowed: false, reason: 'erased' }),
  told('a use about an erased person is refused and recorded about nobody', [
    ...base,
    says('given', days(1)),
    erased,
    uses(days(11), { expect: gone }),
  ]),
  told('a report about an erased person is gone', [
    ...base,
    erased,
    uses(days(11), { mode: 'report', occurredAt: days(5), problem: 'subject-erased' }),
  ]),
  told('a limit about an erased person is gone', [
    ...base,
    erased,
    limits('objection', days(11), { by: 'service', problem: 'subject-erased' }),
  ]),
  told('a description of an erased person is gone', [
    ...base,
    erased,
    { ...person({}, days(11)), problem: 'subject-erased' },
  ]),
  told('a withdrawal that a service sends about an erased person is gone', [
    ...base,
    erased,
    says('withdrawn', days(11), { by: 'service', problem: 'subject-erased' }),
  ]),
  told('a consent without a time does not bring an erased person back', [
    ...base,
    erased,
    says('given', days(11), { by: 'service', problem: 'subject-erased' }),
  ]),
  told('nor one from before the erasure', [
    ...base,
    erased,
    says('given', days(11), { by: 'service', occurredAt: days(9), problem: 'subject-erased' }),
  ]),
  told('nor an import', [
    ...base,
    erased,
    says('given', days(12), { by: 'import', occurredAt: days(11), problem: 'subject-erased' }),
  ]),
  asked(
    'a consent from after the erasure does',
    [...base, erased, says('given', days(12), { by: 'service', occurredAt: days(11), expect: { effect: 'consent' } })],
    { allowed: true, reason: 'consent-given' },
  ),
  asked('an own act does', [...base, erased, says('given', days(11), { expect: { effect: 'consent' } })], {
    allowed: true,
  }),
  asked('an own no brings them back too, and counts', [...base, erased, says('refused', days(11))], {
    allowed: false,
    reason: 'refused',
  }),
  asked(
    'who came back has not agreed to what they had agreed to before',
    [
      ...base,
      says('given', days(1)),
      erased,
      limits('restriction', days(11)),
      limits('restriction', days(12), { state: 'lifted' }),
    ],
    { allowed: false, reason: 'never-asked' },
  ),
  asked(
    'a consent from before the erasure that arrives after the return changes nothing',
    [
      ...base,
      erased,
      limits('restriction', days(11)),
      limits('restriction', days(12), { state: 'lifted' }),
      says('given', days(13), {
        by: 'service',
        occurredAt: days(2),
        expect: { effect: 'none', warnings: ['not-after-erasure'] },
      }),
    ],
    { allowed: false, reason: 'never-asked' },
  ),
  asked(
    'nor does one without a time',
    [
      ...base,
      erased,
      limits('restriction', days(11)),
      limits('restriction', days(12), { state: 'lifted' }),
      says('given', days(13), {
        by: 'service',
        expect: { effect: 'none', warnings: ['occurred-at-needed', 'not-after-erasure'] },
      }),
    ],
    { allowed: false, reason: 'never-asked' },
  ),
  asked(
    'what a law keeps may be used for that law',
    [
      ...declared({ purpose: { legalBasis: { EU: 'legal-obligation' } } }),
      person(),
      { ...erased, keep: keep('art17-3-b-legal-obligation') },
    ],
    { allowed: true, reason: 'legal-obligation' },
  ),
  asked(
    'what is kept for claims may be used for claims',
    [...contract, person(), { ...erased, keep: keep('art17-3-e-legal-claims') }],
    {
      allowed: true,
      reason: 'contract',
    },
  ),
  asked(
    'what is kept for another reason is not used',
    // No edge takes such a code, and a mark that holds one all the same allows nothing.
    [...contract, person(), { ...erased, keep: keep('ca-del-transaction' as KeepGround) }],
    {
      allowed: false,
      reason: 'erased',
    },
  ),
  asked(
    'what is kept does not serve another purpose',
    [
      ...contract,
      person(),
      { ...erased, keep: [{ purpose: 'taxes', code: 'art17-3-b-legal-obligation', until: days(400) }] },
    ],
    { allowed: false, reason: 'erased' },
  ),
  asked(
    'what is kept ends',
    [
      ...contract,
      person(),
      { ...erased, keep: [{ purpose: 'offers', code: 'art17-3-e-legal-claims', until: days(20) }] },
    ],
    {
      allowed: false,
      reason: 'erased',
    },
  ),
];

const marketing = declared({ purpose: { legalBasis: { EU: 'legitimate-interests' }, forMarketing: true } });
const sharing = declared({ purpose: { legalBasis: { 'US-CA': 'opt-out' }, saleOrShare: true } });
const inCalifornia = person({ regimes: ['US-CA'] });
const back = limits('restriction', days(11));
const free = limits('restriction', days(12), { state: 'lifted' });

const suppressed: readonly EvaluationCase[] = [
  asked(
    'an objection to marketing outlives the erasure',
    [...marketing, person(), limits('objection', days(1)), erased, back, free],
    {
      allowed: false,
      reason: 'objected',
    },
  ),
  asked(
    'a no to marketing that acted as an objection does too',
    [...marketing, person(), says('refused', days(1), { expect: { effect: 'objection' } }), erased, back, free],
    { allowed: false, reason: 'objected' },
  ),
  asked(
    'until the person agrees to it themselves',
    [
      ...marketing,
      person(),
      limits('objection', days(1)),
      erased,
      back,
      free,
      says('given', days(13), { expect: { effect: 'consent' } }),
    ],
    { allowed: true, reason: 'legitimate-interests' },
  ),
  asked(
    'or lifts it',
    [
      ...marketing,
      person(),
      limits('objection', days(1)),
      erased,
      back,
      free,
      limits('objection', days(13), { state: 'lifted', expect: { effect: 'lifted' } }),
    ],
    { allowed: true },
  ),
  asked(
    'an opt-out of sale outlives the erasure',
    [...sharing, inCalifornia, limits('opt-out-sale-share', days(1)), erased, back, free, inCalifornia],
    {
      allowed: false,
      reason: 'opted-out',
    },
  ),
  asked(
    'an objection that was not about marketing does not',
    [
      ...declared({ purpose: { legalBasis: { EU: 'legitimate-interests' } } }),
      person(),
      limits('objection', days(1), { purpose: 'offers' }),
      erased,
      back,
      free,
    ],
    { allowed: true },
  ),
];

export const peopleCases: readonly EvaluationCase[] = [...unknown, ...erasedCases, ...suppressed];
