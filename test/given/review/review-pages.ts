/**
 * The pages of a second look in every state, from made-up answers.
 * Flow:    given/pages.ts → here → pages/reviews.
 */
import { type MyReview, myReview } from '../../../src/answers/review/my-review.ts';
import type { FactOf } from '../../../src/facts/fact.ts';
import type { FactKind, PayloadOf } from '../../../src/facts/facts.ts';
import { contestPage } from '../../../src/pages/reviews/contest-page.tsx';
import { reviewsPage } from '../../../src/pages/reviews/list-page.tsx';
import { reviewPage } from '../../../src/pages/reviews/review-page.tsx';
import type { ReviewRow } from '../../../src/views/review/review-row.ts';
import { reader, signedIn } from '../pages.ts';

const DECISION = 'dec_00000000000000000000000001';
const REVIEW = 'rev_00000000000000000000000001';
const what = 'Loan application';
const inputs = [
  { place: 0, label: 'Income a month', value: '1200' },
  { place: 1, label: 'Payments that came late in the last twelve months', value: '2' },
];

const row: ReviewRow = {
  id: REVIEW,
  subject: 'sub_00000000000000000000000001',
  decision: DECISION,
  aiSystem: 'credit-limit',
  purpose: 'loans',
  why: 'contested',
  state: 'open',
  regimes: ['EU'],
  openedAt: Date.parse('2026-11-02T09:00:00Z'),
  openedBy: 'self',
  dueAt: Date.parse('2026-12-02T22:59:59Z'),
  clock: { rule: 'EU_MONTHS(1,3)', source: 'GDPR 12(3)', words: 'one month' },
  reviewers: 1,
  training: ['credit-limit'],
  corrections: ['income'],
  evidence: ['file_00000000000000000000000001'],
  hasStatement: true,
  seats: {},
};
const ended: ReviewRow = {
  ...row,
  state: 'concluded',
  outcome: 're-run',
  qualifies: false,
  closedAt: Date.parse('2026-11-09T09:00:00Z'),
  conclusion: 'fact_1',
};

// A page reads no more of a fact than these members of its payload.
const fact = <K extends FactKind>(_kind: K, payload: Partial<PayloadOf<K>>): FactOf<K> =>
  ({ payload: { v: 1, ...payload } }) as unknown as FactOf<K>;
const opened = fact('review.opened', {
  statement: 'My income is higher since May.',
  corrections: [{ name: 'income', value: 2400 }],
  evidence: [...row.evidence],
});
const concluded = fact('review.concluded', {
  reasons: 'The payslip of May shows 2,400 EUR a month, so the decision is made again with it.',
  corrected: [{ name: 'income', from: 1200, to: 2400 }],
  qualifies: false,
  limbs: { understands: true, analyses: false, mayChange: true },
  lacks: ['too-fast'],
  evidence: [],
});

const shown = (review: MyReview): string =>
  reviewPage({ review, what, labels: { income: 'Income a month' }, languageFallback: false }, signedIn);

export const reviewPages = (): Readonly<Record<string, string>> => ({
  contest: contestPage({ decision: DECISION, what, inputs }, signedIn),
  'contest-error': contestPage(
    { decision: DECISION, what, inputs, statement: 'I typed this', error: 'The content is not what the type says.' },
    signedIn,
  ),
  'contest-open': contestPage({ decision: DECISION, what, inputs: [], open: REVIEW }, signedIn),
  'review-open': shown(myReview({ row, opened }, reader)),
  'review-ended': shown(myReview({ row: ended, opened, concluded }, reader)),
  reviews: reviewsPage(
    {
      items: [
        { ...myReview({ row: ended, opened, concluded }, reader), what },
        { ...myReview({ row, opened }, reader), what },
      ],
      next: 'abc',
    },
    signedIn,
  ),
  'reviews-empty': reviewsPage({ items: [], next: null }, signedIn),
});
