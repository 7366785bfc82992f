import { expect, it } from 'vitest';
import { foldReview, type ReviewRow } from '../../../src/views/review/review-row.ts';
import { reviewerSees } from '../../../src/views/review/reviewer-sees.ts';
import { aFact, factsOf, samples } from '../../given/facts.ts';

const CANARY = 'the-part-of-the-ai';
const decision = aFact('decision.recorded', {
  ...samples['decision.recorded']![0]!,
  outcome: { en: CANARY },
  output: { value: CANARY },
  factors: [{ code: 'canary', label: { en: CANARY }, direction: 'against' }],
  otherFactors: [{ en: CANARY }],
});
const opened = factsOf('review.opened', { id: 'rev_1' })[0]!;
const facts = { decision, opened, files: [] };
const after = (...kinds: readonly string[]): ReviewRow =>
  [opened, ...kinds.map((kind) => factsOf(kind)[0]!)].reduce<ReviewRow | undefined>(foldReview, undefined)!;

it('shows nothing of the result, the output or a factor before an own view is noted', () => {
  const steps = ['review.assigned', 'review.evidence-viewed'];
  for (let taken = 0; taken <= steps.length; taken += 1) {
    const seen = reviewerSees(after(...steps.slice(0, taken)), 'first', facts);
    expect(seen['ai']).toBeNull();
    expect(JSON.stringify(seen)).not.toContain(CANARY);
  }
  expect(JSON.stringify(reviewerSees(after(...steps, 'review.view-noted'), 'first', facts))).toContain(CANARY);
});

it('shows a second reviewer nothing because the first has noted a view', () => {
  const row = after('review.assigned', 'review.evidence-viewed', 'review.view-noted');
  expect(JSON.stringify(reviewerSees(row, 'second', facts))).not.toContain(CANARY);
});
