/**
 * What already happened: judged by what had been declared and chosen until then; and bases changed around a no.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  docs/design.md 7 (`mode: "report"`, choice).
 */
import { asked, declared, limits, person, purpose, says, told, uses } from './kit.ts';
import { days, type EvaluationCase } from './steps.ts';

const base = [...declared(), person()];
const report = (occurredAt: string, expect: Readonly<Record<string, unknown>>) =>
  uses(days(40), { mode: 'report', occurredAt, expect });
const covered = { covered: true, reason: 'consent-given', recorded: true };

const reports: readonly EvaluationCase[] = [
  told('a use between the yes and the no was covered', [
    ...base,
    says('given', days(5)),
    says('withdrawn', days(20)),
    report(days(10), covered),
  ]),
  told('a use before the yes was not', [
    ...base,
    says('given', days(5)),
    report(days(4), { covered: false, reason: 'never-asked' }),
  ]),
  told('a use after the no was not', [
    ...base,
    says('given', days(5)),
    says('withdrawn', days(20)),
    report(days(21), { covered: false, reason: 'withdrawn' }),
  ]),
  told('a late no does not uncover an earlier use', [
    ...base,
    says('given', days(5)),
    says('withdrawn', days(30), { by: 'service', occurredAt: days(20) }),
    report(days(10), covered),
  ]),
  told('but it uncovers a use after it', [
    ...base,
    says('given', days(5)),
    says('withdrawn', days(30), { by: 'service', occurredAt: days(20) }),
    report(days(21), { covered: false, reason: 'withdrawn' }),
  ]),
  told('a yes that was recorded late covers, and the answer says that it was', [
    ...base,
    says('given', days(15), { by: 'service', occurredAt: days(5) }),
    report(days(10), { ...covered, assumptions: ['recorded-afterwards'] }),
  ]),
  told('a limit counts from when it happened', [
    ...base,
    says('given', days(5)),
    limits('restriction', days(30), { by: 'service', occurredAt: days(20) }),
    report(days(19), covered),
    report(days(21), { covered: false, reason: 'restricted' }),
  ]),
  told('a lifted limit does not reach back', [
    ...base,
    says('given', days(5)),
    limits('restriction', days(10)),
    limits('restriction', days(20), { state: 'lifted' }),
    report(days(15), { covered: false, reason: 'restricted' }),
    report(days(21), covered),
  ]),
  told('a stop counts from when it happened', [
    ...base,
    says('given', days(5)),
    { command: 'ai-system.suspend', by: 'officer', at: days(30), input: { key: 'chooser', occurredAt: days(20) } },
    report(days(19), covered),
    report(days(21), { covered: false, reason: 'ai-system-suspended' }),
  ]),
  told('a stop that has ended still stood then', [
    ...base,
    says('given', days(5)),
    { command: 'ai-system.suspend', by: 'officer', at: days(10), input: { key: 'chooser' } },
    { command: 'ai-system.resume', by: 'officer', at: days(20), input: { key: 'chooser' } },
    report(days(15), { covered: false, reason: 'ai-system-suspended' }),
  ]),
  told('what was declared only afterwards is judged by its first version, and the answer says so', [
    ...declared({ purpose: { legalBasis: { EU: 'contract' } } }),
    person(),
    uses(days(1), {
      mode: 'report',
      occurredAt: days(-30),
      expect: { covered: true, reason: 'contract', assumptions: ['declared-afterwards'] },
    }),
  ]),
  told('a use is judged by the version in force then', [
    ...declared({ purpose: { legalBasis: { EU: 'contract' } } }),
    person(),
    purpose(days(10), { legalBasis: { EU: 'consent' } }),
    report(days(5), { covered: true, reason: 'contract' }),
    report(days(15), { covered: false, reason: 'never-asked' }),
  ]),
  told('a version counts from the day it says', [
    ...declared({ purpose: { legalBasis: { EU: 'contract' }, effectiveFrom: days(-100) } }),
    person(),
    purpose(days(10), { legalBasis: { EU: 'consent' }, effectiveFrom: days(20) }),
    report(days(15), { covered: true, reason: 'contract' }),
    report(days(25), { covered: false, reason: 'never-asked' }),
  ]),
  told('a consent that had run out then did not cover', [
    ...declared({ purpose: { consentValidity: 'P10D' } }),
    person(),
    says('given', days(5)),
    report(days(14), covered),
    report(days(15), { covered: false, reason: 'expired' }),
  ]),
  told('an undated replay after a no covers nothing later', [
    ...base,
    says('given', days(5)),
    says('withdrawn', days(10)),
    says('given', days(12), { by: 'service' }),
    report(days(15), { covered: false, reason: 'withdrawn' }),
  ]),
  told('an undeclared purpose covers nothing', [
    ...base,
    uses(days(1), {
      purpose: 'other',
      mode: 'report',
      occurredAt: days(1),
      expect: { covered: false, reason: 'unknown-purpose' },
    }),
  ]),
  told('a report needs its time', [...base, uses(days(1), { mode: 'report', problem: 'validation-failed' })]),
  told('a report about the future is refused', [
    ...base,
    uses(days(1), { mode: 'report', occurredAt: days(5), problem: 'validation-failed' }),
  ]),
  told('a person is judged by what was known about them then', [
    ...declared({ purpose: { legalBasis: { EU: 'contract' } } }),
    person(),
    person({ regimes: ['EU', 'BR'] }, days(20)),
    report(days(10), { covered: true }),
    report(days(21), { covered: false, reason: 'no-legal-basis' }),
  ]),
];

const changed = (basis: string) => purpose(days(20), { legalBasis: { EU: basis } });
const no = says('withdrawn', days(10));
const yes = says('given', days(5));
const bases: readonly EvaluationCase[] = [
  ...['contract', 'legitimate-interests', 'public-task'].map((basis) =>
    asked(`a no stands when the basis becomes ${basis}`, [...base, yes, no, changed(basis)], {
      allowed: false,
      reason: 'withdrawn',
    }),
  ),
  ...['legal-obligation', 'vital-interests'].map((basis) =>
    asked(`but not against ${basis}`, [...base, yes, no, changed(basis)], { allowed: true, reason: basis }),
  ),
  asked(
    'a no said on a contract ends an older yes all the same',
    [
      ...base,
      yes,
      purpose(days(7), { legalBasis: { EU: 'contract' } }),
      says('withdrawn', days(10), { expect: { effect: 'none' } }),
      changed('consent'),
    ],
    { allowed: false, reason: 'never-asked' },
  ),
  asked(
    'a basis that changes before the no makes it an objection',
    [
      ...base,
      yes,
      purpose(days(7), { legalBasis: { EU: 'legitimate-interests' } }),
      says('withdrawn', days(10), { expect: { effect: 'objection' } }),
    ],
    { allowed: false, reason: 'objected' },
  ),
  asked(
    'and it stays a no when the basis changes back',
    [...base, yes, purpose(days(7), { legalBasis: { EU: 'legitimate-interests' } }), no, changed('consent')],
    { allowed: false, reason: 'withdrawn' },
  ),
  asked(
    'a new yes after the change counts',
    [...base, yes, no, changed('legitimate-interests'), says('given', days(25), { expect: { effect: 'consent' } })],
    {
      allowed: true,
      reason: 'legitimate-interests',
    },
  ),
  asked('a refusal stands like a withdrawal', [...base, says('refused', days(10)), changed('contract')], {
    allowed: false,
    reason: 'refused',
  }),
];

export const reportCases: readonly EvaluationCase[] = [...reports, ...bases];
