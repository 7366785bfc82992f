/**
 * Requests under the GDPR and the UK GDPR.
 * Flow:    here → request-kinds.ts.
 * Promise: the two are separate regimes, because the United Kingdom went its own way on 5 February 2026.
 * Source:  GDPR 7, 12–22; UK GDPR 12A, 22A–22D; DPA 2018 s 164A; docs/law.md 3.2, 3.9.
 */
import { defined } from '../../vocabulary/defined.ts';
import type { RequestKind, VerificationLevel } from '../../vocabulary/request.ts';
import type { Certainty } from '../dated.ts';
import type { DeadlineRule } from '../rules.ts';
import type { KindRow, Requester } from './row.ts';

const EU: DeadlineRule = { code: 'EU_MONTHS', n: 1, longest: 3 };
const UK: DeadlineRule = { code: 'UK_MONTHS', n: 1, longest: 3 };
const person: readonly Requester[] = ['subject', 'representative', 'parent'];

interface Right {
  readonly article: string;
  /** Where the United Kingdom has put it, if elsewhere. */
  readonly ukArticle?: string;
  readonly checklist?: string;
  readonly verification?: VerificationLevel;
  readonly checked?: Certainty;
}

/** The same right on both sides of the Channel, each on its own calendar. */
function both(kind: RequestKind, right: Right): readonly KindRow[] {
  const shared = {
    kinds: [kind],
    who: person,
    verification: [right.verification ?? 'doubt-resolved'] as const,
    right: true,
    withoutUndueDelay: true,
    effectiveFrom: '2018-05-25',
    checked: right.checked ?? 'law',
    ...defined({ checklist: right.checklist }),
  };
  return [
    { ...shared, regimes: ['EU'], rule: EU, source: `GDPR ${right.article}, 12(3); Regulation 1182/71 Art 3` },
    { ...shared, regimes: ['UK'], rule: UK, source: `UK GDPR ${right.ukArticle ?? right.article}, 12(3), 12A` },
  ];
}

/** What has to stop the moment it is said. */
const atOnce = (kind: RequestKind, article: string, verification: VerificationLevel): KindRow => ({
  kinds: [kind],
  regimes: ['EU', 'UK'],
  rule: { code: 'IMMEDIATE' },
  who: person,
  verification: [verification],
  right: true,
  effectiveFrom: '2018-05-25',
  source: `GDPR ${article}`,
  checked: 'memory',
});

export const europeRows: readonly KindRow[] = [
  ...both('access', { article: '15', checklist: 'gdpr-access' }),
  ...both('access-categories', { article: '15(1)(b)', checklist: 'gdpr-access' }),
  ...both('third-party-list', { article: '15(1)(c), C-154/21', checklist: 'gdpr-access' }),
  ...both('ai-explanation', {
    article: '15(1)(h), 22',
    ukArticle: '15(1)(h), 22C(2)(a)',
    checklist: 'ai-use',
    checked: 'our-choice',
  }),
  ...both('human-review', {
    article: '22(3)',
    ukArticle: '22C(2)(b)–(d)',
    checklist: 'human-review',
    verification: 'session',
    checked: 'our-choice',
  }),
  ...both('rectification', { article: '16, 19', checklist: 'gdpr-rectification' }),
  ...both('erasure', { article: '17, 19', checklist: 'erasure' }),
  ...both('restriction', { article: '18, 19', checklist: 'gdpr-restriction' }),
  ...both('portability', { article: '20', checklist: 'gdpr-portability' }),
  ...both('objection', { article: '21(1)', checklist: 'gdpr-objection', verification: 'session' }),
  atOnce('objection-marketing', '21(2)–(3)', 'none'),
  atOnce('consent-withdrawal', '7(3)', 'session'),
  {
    kinds: ['complaint'],
    regimes: ['EU'],
    // The right is against the authority and the court; a complaint made to us is answered like any other request.
    rule: EU,
    who: person,
    verification: ['session'],
    right: true,
    effectiveFrom: '2018-05-25',
    source: 'GDPR 77, 79; policy: the month of 12(3)',
    checked: 'our-choice',
  },
  {
    kinds: ['complaint'],
    regimes: ['UK'],
    // The Act gives no number for the answer, only "without undue delay"; the month is ours, the acknowledgement is the
    // law's.
    rule: UK,
    // Thirty days with the day of receipt counted as the first: the safe reading.
    ack: { code: 'CAL_DAYS', n: 29 },
    who: ['subject'],
    verification: ['session'],
    checklist: 'uk-complaint',
    right: true,
    withoutUndueDelay: true,
    effectiveFrom: '2026-06-19',
    source: 'DPA 2018 s 164A',
    checked: 'notes',
  },
];
