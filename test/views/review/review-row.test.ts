import { describe, expect, it } from 'vitest';
import type { RecordedFact } from '../../../src/facts/fact.ts';
import { foldReview, type ReviewRow, reviewOf } from '../../../src/views/review/review-row.ts';
import { everyFact, FREE_TEXT, factsOf } from '../../given/facts.ts';
import { carriesEveryMember } from '../../suites/carrying-fold.ts';

const fullest = (kind: string): RecordedFact => factsOf(kind, { id: 'rev_1' })[0]!;
const folded = (facts: readonly RecordedFact[]): ReviewRow =>
  facts.reduce<ReviewRow | undefined>(foldReview, undefined)!;
const seated = folded([fullest('review.opened'), ...factsOf('review.assigned')]);
const full = foldReview(seated, fullest('review.concluded'))!;
const steps = ['review.assigned', 'review.evidence-viewed', 'review.view-noted', 'review.second-opinion'];
const ends = ['review.concluded', 'review.cancelled'];
const concluded = ['review.concluded'];

describe('the row of a review', () => {
  carriesEveryMember<ReviewRow>({
    fold: foldReview,
    changedBy: {
      id: [],
      subject: [],
      decision: [],
      aiSystem: [],
      purpose: [],
      why: [],
      regimes: [],
      openedAt: [],
      openedBy: [],
      dueAt: [],
      clock: [],
      reviewers: [],
      firstDecider: [],
      training: [],
      corrections: [],
      evidence: [],
      hasStatement: [],
      state: [...steps, ...ends],
      seats: steps,
      closedAt: ends,
      outcome: concluded,
      qualifies: concluded,
      limbs: concluded,
      lacks: concluded,
      shownBy: concluded,
      seconds: concluded,
      secondsCounted: concluded,
      remarks: concluded,
      request: [],
      conclusion: concluded,
    },
    begins: ['review.opened'],
    facts: everyFact(),
    full,
  });

  it('a step on one seat leaves the other seat as it is', () => {
    const onFirst = ['review.evidence-viewed', 'review.view-noted'].flatMap((kind) => factsOf(kind));
    for (const fact of onFirst) expect(foldReview(seated, fact)?.seats.second).toEqual(seated.seats.second);
    expect(foldReview(seated, fullest('review.second-opinion'))?.seats.first).toEqual(seated.seats.first);
  });

  it('a reviewer keeps what was seen and noted through every later step', () => {
    const kinds = ['review.evidence-viewed', 'review.view-noted', 'review.evidence-viewed', 'review.second-opinion'];
    const row = kinds.map(fullest).reduce<ReviewRow>((before, fact) => foldReview(before, fact)!, seated);
    expect(row.seats.first).toMatchObject({ seen: ['inputs', 'statement'], view: 'change', reviewer: 'act_ann' });
    expect(row.seats.first?.facts).toHaveLength(4);
    expect([row.seats.second?.opinion, row.state]).toEqual(['changed', 'second-opinion']);
  });

  it('a step of a seat that nobody sits on changes nothing', () => {
    const open = folded([fullest('review.opened')]);
    for (const kind of ['review.evidence-viewed', 'review.view-noted', 'review.second-opinion'])
      expect(foldReview(open, fullest(kind))).toEqual(open);
  });

  it('has no row where its beginning is gone', () => {
    for (const fact of everyFact())
      expect([fact.kind, foldReview(undefined, fact) !== undefined]).toEqual([
        fact.kind,
        fact.kind === 'review.opened',
      ]);
  });

  it('belongs to the review that began it or that a step names', () => {
    const owners = everyFact().map((fact) => [fact.kind, reviewOf(fact) !== undefined]);
    expect(owners).toEqual(owners.map(([kind]) => [kind, String(kind).startsWith('review.')]));
  });

  it('keeps no word of the person or the reviewer', () => {
    for (const fact of everyFact()) expect(JSON.stringify(foldReview(full, fact))).not.toContain(FREE_TEXT);
  });
});
