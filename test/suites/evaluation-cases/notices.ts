/**
 * The notice before a machine decides: where it has to be on record, what counts as shown, and what outdates it.
 * Flow:    here → ../evaluation-cases.ts.
 * Source:  docs/design.md 7; 11 CCR 7220; decision 0006.
 */
import { defined } from '../../../src/vocabulary/defined.ts';
import { ADA, asked, declared, limits, notice, person, purpose, says, system, told, uses } from './kit.ts';
import { type CommandStep, days, type EvaluationCase } from './steps.ts';

type Body = Readonly<Record<string, unknown>>;

/** The first days of 2027, and the last one before. */
const inForce = days(310);
const lastDay = days(305);
const start = '2027-01-01T00:00:00.000Z';

const decides = {
  kind: 'automated-decision',
  legalBasis: { US: 'opt-out', EU: 'contract' },
  art22: { EU: 'contract' },
};
const bank = (more: { readonly purpose?: Body; readonly system?: Body } = {}) => [
  ...declared({ purpose: { ...decides, ...more.purpose }, ...defined({ system: more.system }) }),
  person({ regimes: ['US-CA'] }),
];

const shown = (
  at: string,
  more: Body & { readonly by?: CommandStep['by']; readonly problem?: string } = {},
): CommandStep => {
  const { by = 'service', problem, covers = {}, ...input } = more;
  const covered = {
    aiSystem: 'chooser',
    aiSystemVersion: 1,
    purpose: 'offers',
    purposeVersion: 1,
    ...(covers as Body),
  };
  return {
    command: 'notice.show',
    by,
    at,
    input: {
      subject: ADA,
      covers: [covered],
      language: 'en',
      hash: 'x'.repeat(44),
      how: 'page',
      acknowledged: false,
      ...input,
    },
    ...defined({ problem }),
  };
};

const refused = { allowed: false, reason: 'notice-not-shown' };
const allowed = { allowed: true, reason: 'opt-out-not-exercised' };
const at = { at: inForce };

const owed: readonly EvaluationCase[] = [
  asked(
    'from 2027 California wants a notice on record before a machine decides',
    bank(),
    { ...refused, evidence: [{ kind: 'ai-system.published' }] },
    at,
  ),
  asked(
    'until then it does not, and the answer says until when',
    bank(),
    { ...allowed, until: start },
    { at: lastDay },
  ),
  asked('on the first millisecond of 2027 it does', bank(), refused, { at: start }),
  asked(
    'a notice that was shown is cited, and the duty to show it stays',
    [...bank(), shown(days(1))],
    {
      ...allowed,
      evidence: [{ kind: 'purpose.published' }, { kind: 'notice.shown' }],
      obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }],
      until: null,
    },
    at,
  ),
  asked(
    'another body of law does not ask for it',
    [...declared({ purpose: decides }), person({ regimes: ['US-TX'] })],
    allowed,
    at,
  ),
  asked(
    'one that the person stands under, too, does',
    [...declared({ purpose: decides }), person({ regimes: ['EU', 'US-CA'] })],
    {
      ...refused,
      bases: [
        { regime: 'EU', reason: 'contract' },
        { regime: 'US-CA', reason: 'notice-not-shown' },
      ],
    },
    at,
  ),
  asked(
    'so does one that the question adds',
    [...declared({ purpose: decides }), person({ regimes: ['EU'] })],
    refused,
    {
      ...at,
      context: { regime: 'US-CA' },
    },
  ),
  asked('nobody known was shown anything', declared({ purpose: decides }), refused, {
    ...at,
    subject: 'customer:nobody',
    context: { regime: 'US-CA' },
  }),
  asked('what decides nothing of weight needs none', bank({ purpose: { significant: false } }), allowed, at),
  asked(
    'nor does what a human decides before it takes effect',
    bank({ system: { humanOversight: { mode: 'before-effect' } } }),
    allowed,
    at,
  ),
  asked(
    'a human who looks afterwards is not enough',
    bank({ system: { humanOversight: { mode: 'after-the-fact' } } }),
    refused,
    at,
  ),
  asked('insurance is not in the list of California', bank({ purpose: { decisionKind: 'insurance' } }), allowed, at),
  asked('a loan is', bank({ purpose: { decisionKind: 'financial' } }), refused, at),
  asked(
    'data outside of the act needs none, where that is published',
    bank({ purpose: { optOutExceptions: [{ regime: 'US-CA', code: 'ca-exempt-data', evidence: 'file 7' }] } }),
    allowed,
    at,
  ),
  asked(
    'an exception to opting out is no exception to the notice',
    bank({ purpose: { optOutExceptions: [{ regime: 'US-CA', code: 'ca-admt-human-appeal', evidence: 'file 7' }] } }),
    refused,
    at,
  ),
  asked(
    'somebody who opted out is told that, not that the notice is missing',
    [...bank(), limits('opt-out-admt', days(2))],
    { reason: 'opted-out' },
    at,
  ),
  asked(
    'a consent is asked for only after the notice',
    [
      ...declared({ purpose: { ...decides, legalBasis: { US: 'consent' } } }),
      person({ regimes: ['US-CA'] }),
      says('given', days(1)),
    ],
    refused,
    at,
  ),
];

const current: readonly EvaluationCase[] = [
  asked(
    'a notice about another AI system is none',
    [...bank(), shown(days(1), { covers: { aiSystem: 'another' } })],
    refused,
    at,
  ),
  asked(
    'nor is one about another purpose',
    [...bank(), shown(days(1), { covers: { purpose: 'another' } })],
    refused,
    at,
  ),
  asked(
    'a material change of the purpose asks for another showing, and the old one is cited',
    [...bank(), shown(days(1)), purpose(days(2), { ...decides, retention: { en: 'one year' } })],
    { ...refused, evidence: [{ kind: 'notice.shown' }] },
    at,
  ),
  asked(
    'one that is not material does not',
    [...bank(), shown(days(1)), purpose(days(2), { ...decides, retention: { en: 'one year' }, material: false })],
    allowed,
    at,
  ),
  asked(
    'a change of the AI system that the notice would tell does',
    [...bank(), shown(days(1)), system(days(2), { logic: { en: 'It adds up.' } })],
    refused,
    at,
  ),
  asked(
    'one that it would not tell does not',
    [...bank(), shown(days(1)), system(days(2), { benefits: { en: 'It is fast.' } })],
    allowed,
    at,
  ),
  asked(
    'what is not in force yet outdates nothing, and the answer says when it will',
    [...bank(), shown(days(1)), system(days(2), { logic: { en: 'It adds up.' }, effectiveFrom: days(320) })],
    { ...allowed, until: days(320) },
    at,
  ),
  asked(
    'a new version shown again counts',
    [
      ...bank(),
      shown(days(1)),
      system(days(2), { logic: { en: 'It adds up.' } }),
      shown(days(3), { covers: { aiSystemVersion: 2 } }),
    ],
    allowed,
    at,
  ),
  asked(
    'a late message about the old version takes nothing away',
    [
      ...bank(),
      system(days(2), { logic: { en: 'It adds up.' } }),
      shown(days(3), { covers: { aiSystemVersion: 2 } }),
      shown(days(4), { occurredAt: days(1), covers: { aiSystemVersion: 1 } }),
    ],
    allowed,
    at,
  ),
  asked(
    'the own notice of the company counts until a material version of it',
    [...bank(), shown(days(1), { notice: { key: 'offers-notice', version: 1 } })],
    allowed,
    at,
  ),
  asked(
    'and not after',
    [
      ...bank(),
      shown(days(1), { notice: { key: 'offers-notice', version: 1 } }),
      notice(days(2), { body: { en: 'We choose with AI.' } }),
    ],
    refused,
    at,
  ),
  asked(
    'a new description of the person leaves what they were shown',
    [...bank(), shown(days(1)), person({ regimes: ['US-CA'], language: 'es' }, days(2))],
    allowed,
    at,
  ),
  told('what has not happened yet was not shown', [
    ...bank(),
    shown(days(1), { occurredAt: days(9), problem: 'validation-failed' }),
  ]),
];

const report = (occurredAt: string, expect: Body) => uses(days(330), { mode: 'report', occurredAt, expect });

const reports: readonly EvaluationCase[] = [
  told('a use before the notice was shown was not covered, one after it was', [
    ...bank(),
    shown(days(312)),
    report(days(311), { covered: false, reason: 'notice-not-shown' }),
    report(days(313), { covered: true, reason: 'opt-out-not-exercised' }),
  ]),
  told('a use before 2027 is not asked for it', [...bank(), report(lastDay, { covered: true })]),
  told('a showing that was recorded late covers, and the answer says that it was', [
    ...bank(),
    shown(days(320), { occurredAt: days(308) }),
    report(days(311), { covered: true, assumptions: ['recorded-afterwards'] }),
  ]),
];

const toldThen: readonly EvaluationCase[] = [
  asked(
    'in Québec the person is told when a machine decides alone',
    [
      ...declared({ purpose: { kind: 'automated-decision', legalBasis: { 'CA-QC': 'legal-obligation' } } }),
      person({ regimes: ['CA-QC'] }),
    ],
    {
      allowed: true,
      obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }, { type: 'tell-of-automated-decision' }],
    },
  ),
  asked(
    'in Switzerland, too',
    [
      ...declared({ purpose: { kind: 'automated-decision', legalBasis: { CH: 'contract' } } }),
      person({ regimes: ['CH'] }),
    ],
    {
      allowed: true,
      obligations: [{ type: 'show-ai-notice' }, { type: 'record-decision' }, { type: 'tell-of-automated-decision' }],
    },
  ),
  ...(['under-13', '16-17', 'adult'] as const).map((ageBand) =>
    asked(
      `a machine alone that decides about somebody in the age band ${ageBand}: a child is warned about`,
      [
        ...declared({
          purpose: { kind: 'automated-decision', legalBasis: { EU: 'contract' }, art22: { EU: 'contract' } },
        }),
        person({ regimes: ['EU-FR'], ageBand }),
      ],
      {
        allowed: true,
        obligations: [
          { type: 'show-ai-notice' },
          { type: 'record-decision' },
          ...(ageBand === 'adult' ? [] : [{ type: 'human-decision-for-child' }]),
        ],
      },
    ),
  ),
];

export const noticeCases: readonly EvaluationCase[] = [...owed, ...current, ...reports, ...toldThen];
