/**
 * Requests under the acts of Florida, Washington and Nevada, which cover some companies or some data only.
 * Flow:    here → request-kinds.ts.
 * Promise: what such an act does not give is said to be missing, and never read from the common model of the states.
 * Source:  docs/law.md 3.7; the state acts named in the rows.
 */
import { defined } from '../../vocabulary/defined.ts';
import type { RequestKind } from '../../vocabulary/request.ts';
import type { DeadlineRule } from '../rules.ts';
import type { KindRow } from './row.ts';

interface Gives {
  readonly rule: DeadlineRule;
  readonly from: string;
  readonly source: string;
  readonly right?: false;
  readonly unverified?: true;
  readonly checklist?: string;
}

const row = (kinds: readonly RequestKind[], regime: string, gives: Gives): KindRow => ({
  kinds,
  regimes: [regime],
  rule: gives.rule,
  who: ['subject', 'parent', 'agent'],
  verification: [gives.unverified === true ? 'none' : 'reasonable'],
  right: gives.right ?? true,
  effectiveFrom: gives.from,
  source: gives.source,
  checked: 'memory',
  ...defined({ checklist: gives.checklist }),
});

const standard: DeadlineRule = { code: 'CAL_DAYS', n: 45, longest: 90 };
const florida: DeadlineRule = { code: 'CAL_DAYS', n: 45, longest: 60 };
const nevadaSale: DeadlineRule = { code: 'CAL_DAYS', n: 60, longest: 90 };

/** What neither Washington nor Nevada gives, though the common model does. */
const notThere: readonly RequestKind[] = ['rectification', 'portability', 'optout-profiling'];

const floridaRows: readonly KindRow[] = [
  row(['access', 'access-categories', 'portability'], 'US-FL', {
    rule: florida,
    from: '2024-07-01',
    source: 'Fla. Stat. 501.705, 501.706',
    checklist: 'us-access',
  }),
  row(['rectification'], 'US-FL', {
    rule: florida,
    from: '2024-07-01',
    source: 'Fla. Stat. 501.705, 501.706',
    checklist: 'us-correct',
  }),
  row(['erasure'], 'US-FL', {
    rule: florida,
    from: '2024-07-01',
    source: 'Fla. Stat. 501.705, 501.706',
    checklist: 'erasure',
  }),
  row(['optout-sale-share', 'optout-profiling'], 'US-FL', {
    rule: florida,
    from: '2024-07-01',
    source: 'Fla. Stat. 501.705, 501.706',
    unverified: true,
    checklist: 'us-opt-out',
  }),
];

const washington = 'My Health My Data Act, RCW 19.373.040';
const washingtonRows: readonly KindRow[] = [
  row(['access', 'access-categories'], 'US-WA', {
    rule: standard,
    from: '2024-03-31',
    source: washington,
    checklist: 'us-access',
  }),
  row(['third-party-list'], 'US-WA', {
    rule: standard,
    from: '2024-03-31',
    source: washington,
    checklist: 'us-third-parties',
  }),
  row(['erasure'], 'US-WA', {
    rule: standard,
    from: '2024-03-31',
    source: `${washington} (backups within six months)`,
    checklist: 'erasure',
  }),
  row(['dsr-appeal'], 'US-WA', {
    rule: { code: 'CAL_DAYS', n: 45 },
    from: '2024-03-31',
    source: `${washington}(1)(h)`,
    checklist: 'us-appeal',
  }),
  row([...notThere, 'optout-sale-share'], 'US-WA', {
    rule: standard,
    from: '2023-01-01',
    source: `${washington} gives no such right; policy default`,
    right: false,
  }),
];

const nevada = 'SB 370 (2023), NRS 603A.400–.550';
const nevadaRows: readonly KindRow[] = [
  row(['optout-sale-share'], 'US-NV', {
    rule: nevadaSale,
    from: '2021-10-01',
    source: 'NRS 603A.345',
    unverified: true,
    checklist: 'us-opt-out',
  }),
  row(['access', 'access-categories'], 'US-NV', {
    rule: standard,
    from: '2024-03-31',
    source: nevada,
    checklist: 'us-access',
  }),
  row(['third-party-list'], 'US-NV', {
    rule: standard,
    from: '2024-03-31',
    source: nevada,
    checklist: 'us-third-parties',
  }),
  row(['erasure'], 'US-NV', { rule: standard, from: '2024-03-31', source: nevada, checklist: 'erasure' }),
  row(['dsr-appeal'], 'US-NV', {
    rule: { code: 'CAL_DAYS', n: 45 },
    from: '2024-03-31',
    source: nevada,
    checklist: 'us-appeal',
  }),
  row(notThere, 'US-NV', {
    rule: standard,
    from: '2021-10-01',
    source: `${nevada} gives no such right; policy default`,
    right: false,
  }),
  // Before SB 370 only the sale could be stopped.
  row(['access', 'access-categories', 'third-party-list', 'erasure', 'dsr-appeal'], 'US-NV', {
    rule: standard,
    from: '2021-10-01',
    source: 'NRS 603A.300–.360 gives no such right; policy default',
    right: false,
  }),
];

export const usNarrowRows: readonly KindRow[] = [...floridaRows, ...washingtonRows, ...nevadaRows];
