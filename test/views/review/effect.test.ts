import { describe, expect, it } from 'vitest';
import { effectOf } from '../../../src/views/review/effect.ts';
import { involvementOf } from '../../../src/views/review/involvement.ts';
import { foldReview, type ReviewRow } from '../../../src/views/review/review-row.ts';
import { factsOf } from '../../given/facts.ts';

const concluded = [...factsOf('review.opened', { id: 'rev_1' }).slice(0, 1), ...factsOf('review.concluded')].reduce<
  ReviewRow | undefined
>(foldReview, undefined)!;
const { outcome: _outcome, closedAt: _closedAt, limbs: _limbs, ...begun } = concluded;
const aReview = (changes: Partial<ReviewRow>): ReviewRow =>
  changes.state === 'concluded' ? { ...concluded, ...changes } : { ...begun, ...changes };
const decision = { at: 1 };

describe('the effect of a decision', () => {
  it('begins with the decision where nothing waits for a human', () => {
    expect(effectOf(decision, [])).toEqual({ state: 'effective', since: 1 });
    expect(effectOf(decision, [aReview({ state: 'open' })])).toEqual({ state: 'effective', since: 1 });
  });

  it('waits until a review of that kind is concluded, whatever another review says', () => {
    const gate = aReview({ id: 'gate', why: 'before-effect', state: 'open' });
    const other = aReview({ id: 'other', state: 'concluded', outcome: 'changed', closedAt: 5 });
    expect(effectOf(decision, [gate, other])).toEqual({ state: 'pending', since: 1, review: 'gate' });
    const cancelled = { ...gate, state: 'cancelled' as const };
    expect(effectOf(decision, [cancelled])).toMatchObject({ state: 'pending' });
    const settled = aReview({ ...gate, state: 'concluded', outcome: 'upheld', closedAt: 7 });
    expect(effectOf(decision, [gate, settled])).toEqual({ state: 'effective', since: 7, review: 'gate' });
  });

  it('is what the newest review made of it; a later one that leaves it as it is confirms that', () => {
    const changed = aReview({ id: 'one', state: 'concluded', outcome: 'changed', closedAt: 5 });
    const upheld = aReview({ id: 'two', state: 'concluded', outcome: 'upheld', closedAt: 9 });
    const withdrawn = aReview({ id: 'three', state: 'concluded', outcome: 'withdrawn', closedAt: 8 });
    expect(effectOf(decision, [upheld, changed])).toEqual({ state: 'changed', since: 5, review: 'one' });
    expect(effectOf(decision, [withdrawn, upheld, changed])).toEqual({ state: 'withdrawn', since: 8, review: 'three' });
  });
});

describe('the human part of a decision', () => {
  it('is nothing until a review is concluded', () => {
    expect(involvementOf([aReview({ state: 'view-noted' })])).toMatchObject({
      qualifies: false,
      lacks: [],
      evidence: [],
    });
  });

  it('is the newest review that was meaningful, else the newest that ended', () => {
    const good = aReview({ id: 'good', state: 'concluded', closedAt: 5, qualifies: true });
    const fast = aReview({ id: 'fast', state: 'concluded', closedAt: 9, qualifies: false, lacks: ['too-fast'] });
    expect(involvementOf([fast, good])).toMatchObject({ qualifies: true, review: 'good' });
    expect(involvementOf([fast])).toMatchObject({ qualifies: false, lacks: ['too-fast'], review: 'fast' });
  });
});
