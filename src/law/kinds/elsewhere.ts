/**
 * Requests in Brazil, Canada, Québec, Switzerland and India, and the withdrawal of consent everywhere.
 * Flow:    here → request-kinds.ts.
 * Promise: Québec stands alone: its rows are never read from Canada's.
 * Source:  LGPD 18–20; PIPEDA Sch. 1 cl. 4.9, s 8; Act P-39.1 ss 12.1, 27–32; FADP 21, 25–32; docs/law.md 3.8,
 *          3.9.
 */
import { defined } from '../../vocabulary/defined.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import type { Certainty } from '../dated.ts';
import type { DeadlineRule } from '../rules.ts';
import type { KindRow } from './row.ts';

interface Place {
  readonly regime: string;
  readonly rule: DeadlineRule;
  readonly from: string;
  readonly source: string;
  readonly checked?: Certainty;
  readonly checklist?: string;
  readonly recipients?: 'by-kind';
}

const row = (kinds: readonly RequestKind[], place: Place): KindRow => ({
  kinds,
  regimes: [place.regime],
  rule: place.rule,
  who: ['subject', 'representative'],
  verification: ['reasonable'],
  right: true,
  effectiveFrom: place.from,
  source: place.source,
  checked: place.checked ?? 'memory',
  ...defined({ checklist: place.checklist, recipients: place.recipients }),
});

const brazil: DeadlineRule = { code: 'CAL_DAYS', n: 15 };
const canada: DeadlineRule = { code: 'CAL_DAYS', n: 30, longest: 60 };
const thirty: DeadlineRule = { code: 'CAL_DAYS', n: 30 };

/** From which day each of these laws has an authority that hears complaints; rights.ts says which. */
const complaintsSince: readonly (readonly [regime: string, from: string])[] = [
  ['BR', '2020-09-18'],
  ['CA', '2004-01-01'],
  ['CA-QC', '2023-09-22'],
  ['CH', '2023-09-01'],
  ['IN', '2027-05-13'],
];

export const elsewhereRows: readonly KindRow[] = [
  row(['access', 'access-categories'], { regime: 'BR', rule: brazil, from: '2020-09-18', source: 'LGPD 19(II)' }),
  row(['rectification', 'erasure', 'portability'], {
    regime: 'BR',
    rule: brazil,
    from: '2020-09-18',
    source: 'LGPD 18; policy: the days of 19(II)',
    checked: 'our-choice',
  }),
  row(['ai-explanation', 'human-review'], {
    regime: 'BR',
    rule: brazil,
    from: '2020-09-18',
    source: 'LGPD 20; policy: the days of 19(II)',
    checked: 'our-choice',
  }),
  // Blocking is a restriction: unnecessary or unlawful data is kept and used for nothing.
  row(['restriction'], {
    regime: 'BR',
    rule: brazil,
    from: '2020-09-18',
    source: 'LGPD 18(IV); policy: the days of 19(II)',
    checked: 'our-choice',
  }),
  row(['third-party-list'], {
    regime: 'BR',
    rule: brazil,
    from: '2020-09-18',
    source: 'LGPD 18(VII); policy: the days of 19(II)',
    checked: 'our-choice',
  }),
  row(['access', 'rectification'], { regime: 'CA', rule: canada, from: '2004-01-01', source: 'PIPEDA s 8(3), (4)' }),
  row(['access', 'rectification'], { regime: 'CA-QC', rule: thirty, from: '2023-09-22', source: 'Act P-39.1, s 32' }),
  row(['ai-explanation', 'human-review'], {
    regime: 'CA-QC',
    rule: thirty,
    from: '2023-09-22',
    source: 'Act P-39.1, s 12.1',
    checked: 'notes',
  }),
  row(['erasure'], {
    regime: 'CA-QC',
    rule: thirty,
    from: '2023-09-22',
    source: 'Act P-39.1, ss 28, 28.1 and 32; CCQ 40',
    checklist: 'erasure',
  }),
  row(['portability'], { regime: 'CA-QC', rule: thirty, from: '2024-09-22', source: 'Act P-39.1, s 27' }),
  row(['access', 'rectification', 'erasure', 'portability'], {
    regime: 'CH',
    rule: thirty,
    from: '2023-09-01',
    source: 'FADP 25–28, 32; DPO 18',
  }),
  row(['ai-explanation'], {
    regime: 'CH',
    rule: thirty,
    from: '2023-09-01',
    source: 'FADP 21(1), 25(2)(f); DPO 18',
    checklist: 'ai-use',
  }),
  row(['human-review'], {
    regime: 'CH',
    rule: thirty,
    from: '2023-09-01',
    source: 'FADP 21(2); policy: the 30 days of DPO 18',
    checked: 'our-choice',
    checklist: 'human-review',
  }),
  row(['third-party-list'], {
    regime: 'CH',
    rule: thirty,
    from: '2023-09-01',
    source: 'FADP 25(2)(g); DPO 18 (recipients or their kinds)',
    recipients: 'by-kind',
  }),
  row(['access', 'rectification', 'erasure'], {
    regime: 'IN',
    rule: thirty,
    from: '2027-05-13',
    source: 'DPDP Act 2023, ss 11, 12; policy: 30 days',
    checked: 'our-choice',
  }),
  ...complaintsSince.map(([regime, from]) =>
    row(['complaint'], {
      regime,
      rule: regime === 'BR' ? brazil : thirty,
      from,
      source: 'complaint to the authority; policy default',
      checked: 'our-choice',
    }),
  ),
  {
    kinds: ['consent-withdrawal'],
    regimes: ['US', 'BR', 'CA', 'CA-QC', 'CH', 'IN'],
    rule: { code: 'IMMEDIATE' },
    who: ['subject'],
    verification: ['session'],
    right: true,
    effectiveFrom: '2018-05-25',
    source: 'policy: at once everywhere (some states allow 15 days, Maryland 30)',
    checked: 'our-choice',
  },
];
