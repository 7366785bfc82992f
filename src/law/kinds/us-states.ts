/**
 * Requests under the other US state laws: the common model, and the states that differ from it.
 * Flow:    here → request-kinds.ts.
 * Promise: 45 days are 45 days: no state's clock moves for a weekend.
 * Source:  docs/law.md 3.2, 3.7, 3.9; the state acts named in the rows.
 */
import { defined } from '../../vocabulary/defined.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import type { Certainty } from '../dated.ts';
import type { DeadlineRule } from '../rules.ts';
import type { KindRow } from './row.ts';

const STANDARD: DeadlineRule = { code: 'CAL_DAYS', n: 45, longest: 90 };
const MODEL = 'the common model of the US state privacy acts (Va. Code 59.1-577)';

interface Differs {
  readonly rule?: DeadlineRule;
  readonly from?: string;
  readonly source?: string;
  readonly checked?: Certainty;
  readonly right?: boolean;
  readonly checklist?: string;
}

const row = (kinds: readonly RequestKind[], regimes: readonly string[], differs: Differs = {}): KindRow => ({
  kinds,
  regimes,
  rule: differs.rule ?? STANDARD,
  who: ['subject', 'parent', 'agent'],
  verification: ['reasonable'],
  right: differs.right ?? true,
  effectiveFrom: differs.from ?? '2023-01-01',
  source: differs.source ?? MODEL,
  checked: differs.checked ?? 'memory',
  ...defined({ checklist: differs.checklist }),
});

const optOuts: KindRow = {
  ...row(['optout-sale-share', 'optout-profiling'], ['US'], { checklist: 'us-opt-out' }),
  who: ['subject', 'agent', 'signal'],
  verification: ['none'],
};

/** How long an appeal may take where the state differs from 60 days without extension. */
const appeals: readonly KindRow[] = [
  row(['dsr-appeal'], ['US'], { rule: { code: 'CAL_DAYS', n: 60 }, checklist: 'us-appeal' }),
  row(['dsr-appeal'], ['US-CO'], {
    rule: { code: 'CAL_DAYS', n: 45, longest: 105 },
    source: 'C.R.S. 6-1-1306(3)',
    from: '2023-07-01',
    checklist: 'us-appeal',
  }),
  row(['dsr-appeal'], ['US-MN'], {
    rule: { code: 'CAL_DAYS', n: 45, longest: 105 },
    source: 'Minn. Stat. 325M.14',
    from: '2025-07-31',
    checklist: 'us-appeal',
  }),
  row(['dsr-appeal'], ['US-OR', 'US-NJ'], {
    rule: { code: 'CAL_DAYS', n: 45 },
    source: 'ORS 646A.576; N.J.S.A. 56:8-166.8',
    checklist: 'us-appeal',
  }),
  row(['dsr-appeal'], ['US-UT'], {
    right: false,
    source: 'Utah Code 13-61 has no appeal; policy default',
    checked: 'our-choice',
  }),
  row(['dsr-appeal'], ['US-CA'], {
    right: false,
    source: 'the CCPA has no general appeal; policy default',
    checked: 'our-choice',
  }),
];

const IOWA: DeadlineRule = { code: 'CAL_DAYS', n: 90, longest: 135 };

/** Iowa takes 90 days and 45 more for every answer; an appeal keeps its 60. */
const iowa: readonly KindRow[] = [
  row(['access', 'access-categories', 'portability'], ['US-IA'], {
    rule: IOWA,
    source: 'Iowa Code 715D.3',
    from: '2025-01-01',
    checklist: 'us-access',
  }),
  row(['erasure'], ['US-IA'], { rule: IOWA, source: 'Iowa Code 715D.3', from: '2025-01-01', checklist: 'erasure' }),
  {
    ...optOuts,
    kinds: ['optout-sale-share'],
    regimes: ['US-IA'],
    rule: IOWA,
    source: 'Iowa Code 715D.3, 715D.4',
    effectiveFrom: '2025-01-01',
  },
  row(['rectification', 'optout-profiling'], ['US-IA'], { rule: IOWA, right: false, source: 'Iowa Code 715D.3' }),
  row(['complaint'], ['US-IA'], {
    rule: IOWA,
    from: '2025-01-01',
    source: 'Iowa Code 715D.8, complaint to the Attorney General; policy default',
    checked: 'our-choice',
  }),
];

/** Rights that some states leave out; the row keeps the clock and says that the right is missing. */
const missing: readonly KindRow[] = [
  row(['rectification', 'optout-profiling'], ['US-UT'], { right: false, source: 'Utah Code 13-61-201' }),
  row(['rectification'], ['US-UT'], { from: '2026-07-01', source: 'Utah Code 13-61-201 as amended' }),
  row(['optout-profiling'], ['US-CA'], {
    right: false,
    source: 'California opts out through 11 CCR 7221 (optout-admt); policy default',
    checked: 'our-choice',
  }),
];

export const usStateRows: readonly KindRow[] = [
  row(['access', 'access-categories', 'portability'], ['US'], { checklist: 'us-access' }),
  row(['rectification'], ['US'], { checklist: 'us-correct' }),
  row(['erasure'], ['US'], { checklist: 'erasure' }),
  ...iowa,
  row(['ai-explanation', 'human-review'], ['US-MN'], {
    from: '2025-07-31',
    source: 'Minn. Stat. 325M.14 subd. 1(g)',
    checked: 'law',
    checklist: 'ai-use',
  }),
  row(['ai-explanation', 'human-review'], ['US-CT'], {
    from: '2026-07-01',
    source: 'Conn. SB 1295 (2025)',
    checked: 'notes',
    checklist: 'ai-use',
  }),
  // The Act names no day for the answer to a request; the notice after an adverse outcome has its own thirty days.
  row(['ai-explanation', 'human-review'], ['US-CO'], {
    from: '2027-01-01',
    source: 'Colo. SB 26-189, C.R.S. 6-1-1704, 1705',
    checked: 'our-choice',
    checklist: 'ai-use',
  }),
  row(['third-party-list'], ['US-OR', 'US-MN'], {
    source: 'ORS 646A.574; Minn. Stat. 325M.14',
    checklist: 'us-third-parties',
  }),
  row(['third-party-list'], ['US-CT'], {
    from: '2026-07-01',
    source: 'Conn. SB 1295 (2025)',
    checked: 'notes',
    checklist: 'us-third-parties',
  }),
  row(['complaint'], ['US'], {
    source: 'state acts, complaint to the Attorney General; policy default',
    checked: 'our-choice',
  }),
  optOuts,
  ...appeals,
  ...missing,
];
