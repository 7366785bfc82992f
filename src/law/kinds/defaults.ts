/**
 * The policy default for a kind of request that a regime has no rule for: the regime's own general clock.
 * Flow:    here → request-kinds.ts.
 * Promise: every request that is accepted has a last day, also where the law gives no such right: an answer is owed
 *          anyway.
 * Source:  docs/law.md 3.9 (policy defaults), 3.8.
 */
import type { VerificationLevel } from '../../vocabulary/request.ts';
import { forRegime } from '../regimes.ts';
import type { DeadlineRule } from '../rules.ts';
import type { KindRow } from './row.ts';

const general = (regime: string, rule: DeadlineRule, verification: VerificationLevel): KindRow => ({
  kinds: [],
  regimes: [regime],
  rule,
  who: ['subject', 'representative'],
  verification: [verification],
  right: false,
  effectiveFrom: '1970-01-01',
  source: 'policy default: no rule for this kind of request here, so the general clock of this law is kept',
  checked: 'our-choice',
});

const european = general('EU', { code: 'EU_MONTHS', n: 1, longest: 3 }, 'doubt-resolved');

const rows: Readonly<Record<string, KindRow>> = {
  EU: european,
  UK: general('UK', { code: 'UK_MONTHS', n: 1, longest: 3 }, 'doubt-resolved'),
  US: general('US', { code: 'CAL_DAYS', n: 45, longest: 90 }, 'reasonable'),
  'US-IA': general('US-IA', { code: 'CAL_DAYS', n: 90, longest: 135 }, 'reasonable'),
  'US-CA': {
    ...general('US-CA', { code: 'CAL_DAYS', n: 45, longest: 90 }, 'reasonable'),
    ack: { code: 'BUS_DAYS', n: 10 },
  },
  BR: general('BR', { code: 'CAL_DAYS', n: 15 }, 'reasonable'),
  CA: general('CA', { code: 'CAL_DAYS', n: 30, longest: 60 }, 'reasonable'),
  'CA-QC': general('CA-QC', { code: 'CAL_DAYS', n: 30 }, 'reasonable'),
  CH: general('CH', { code: 'CAL_DAYS', n: 30 }, 'reasonable'),
  IN: general('IN', { code: 'CAL_DAYS', n: 30 }, 'reasonable'),
};

/** The general clock of a regime; an unheard-of regime gets the strict European one. */
export const defaultFor = (regime: string): KindRow => forRegime(rows, regime) ?? european;
