/**
 * Requests under the CCPA and its regulations.
 * Flow:    here → request-kinds.ts.
 * Promise: the clock starts at receipt, never at verification, and opting out is never verified.
 * Source:  Cal. Civ. Code 1798.100–.135; 11 CCR 7020–7028, 7060–7063, 7220–7222; docs/law.md 3.2, 3.3, 3.9.
 */
import { defined } from '../../vocabulary/defined.ts';
import type { RequestKind, VerificationLevel } from '../../vocabulary/request.ts';
import type { Certainty } from '../dated.ts';
import type { KindRow } from './row.ts';

interface Answered {
  readonly source: string;
  readonly verification: readonly VerificationLevel[];
  readonly checklist: string;
  readonly from?: string;
  readonly checked?: Certainty;
  readonly recipients?: 'by-kind';
  readonly onlyWithHumanAppeal?: true;
}

/** Acknowledged in 10 business days, answered in 45 days, 90 with notice and reason inside the first 45. */
const answered = (kind: RequestKind, row: Answered): KindRow => ({
  kinds: [kind],
  regimes: ['US-CA'],
  rule: { code: 'CAL_DAYS', n: 45, longest: 90 },
  ack: { code: 'BUS_DAYS', n: 10 },
  who: ['subject', 'agent', 'parent'],
  verification: row.verification,
  checklist: row.checklist,
  right: true,
  effectiveFrom: row.from ?? '2023-03-29',
  source: `${row.source}; 11 CCR 7021`,
  checked: row.checked ?? 'law',
  ...defined({ recipients: row.recipients, onlyWithHumanAppeal: row.onlyWithHumanAppeal }),
});

const optOut = (
  kind: RequestKind,
  row: { source: string; from: string; right?: boolean; checked?: Certainty },
): KindRow => ({
  kinds: [kind],
  regimes: ['US-CA'],
  rule: { code: 'BUS_DAYS', n: 15 },
  who: kind === 'optout-sale-share' ? ['anyone', 'agent', 'signal'] : ['anyone', 'agent'],
  verification: ['none'],
  checklist: 'ca-opt-out',
  right: row.right ?? true,
  effectiveFrom: row.from,
  source: row.source,
  checked: row.checked ?? 'memory',
});

export const californiaRows: readonly KindRow[] = [
  answered('access', {
    source: 'Cal. Civ. Code 1798.110; 11 CCR 7024',
    verification: ['reasonably-high', 'account-reauth'],
    checklist: 'ca-know',
  }),
  answered('access-categories', {
    source: 'Cal. Civ. Code 1798.110; 11 CCR 7024',
    verification: ['reasonable'],
    checklist: 'ca-know',
  }),
  answered('portability', {
    source: 'Cal. Civ. Code 1798.130(a)(3)(B)',
    verification: ['reasonably-high', 'account-reauth'],
    checklist: 'ca-know',
    checked: 'memory',
  }),
  answered('third-party-list', {
    source: 'Cal. Civ. Code 1798.110, 1798.115 (categories)',
    recipients: 'by-kind',
    verification: ['reasonable'],
    checklist: 'ca-know',
    checked: 'memory',
  }),
  answered('rectification', {
    source: '11 CCR 7023',
    verification: ['reasonable', 'reasonably-high'],
    checklist: 'ca-correct',
  }),
  answered('erasure', {
    source: 'Cal. Civ. Code 1798.105; 11 CCR 7022',
    verification: ['reasonable', 'reasonably-high'],
    checklist: 'ca-delete',
  }),
  answered('sensitive-accuracy-check', {
    source: '11 CCR 7023 (2026)',
    verification: ['reasonable'],
    checklist: 'ca-correct',
    from: '2026-01-01',
    checked: 'memory',
  }),
  answered('ai-explanation', {
    source: '11 CCR 7222',
    verification: ['reasonably-high', 'account-reauth'],
    checklist: 'ai-use',
    from: '2027-01-01',
  }),
  answered('human-review', {
    source: '11 CCR 7221(b)(1)',
    onlyWithHumanAppeal: true,
    verification: ['reasonable'],
    checklist: 'human-review',
    from: '2027-01-01',
  }),
  optOut('optout-sale-share', { source: 'Cal. Civ. Code 1798.120; 11 CCR 7026', from: '2020-01-01' }),
  optOut('limit-sensitive', { source: 'Cal. Civ. Code 1798.121; 11 CCR 7027', from: '2023-01-01' }),
  // Before the duty begins the same clock is kept, so that nobody who asks early waits longer.
  optOut('optout-admt', {
    source: 'policy default: the clock of 11 CCR 7221 before its first day',
    from: '2023-01-01',
    right: false,
    checked: 'our-choice',
  }),
  optOut('optout-admt', { source: '11 CCR 7221', from: '2027-01-01', checked: 'law' }),
];
