import { describe, expect, it } from 'vitest';
import { aiUseAnswer } from '../../../src/answers/use/assemble.ts';
import type { DecisionRecorded } from '../../../src/facts/decision.ts';
import type { ReviewRow } from '../../../src/views/review/review-row.ts';
import { defined } from '../../../src/vocabulary/defined.ts';
import { aDecision, someMaterial } from '../../given/ai-use.ts';

const explained = (payload: Partial<DecisionRecorded> = {}) => {
  const [decision] = aiUseAnswer(someMaterial({ decisions: [aDecision(payload)] })).automatedDecisions;
  if (decision === undefined) throw new Error('no decision was explained');
  return decision;
};

describe('the explanation of one automated decision', () => {
  it('shows the values that were used, exactly as they were used, with where they came from', () => {
    expect(explained().inputs[0]).toEqual({
      name: 'duration',
      label: 'Loan duration in months',
      value: '48',
      category: 'loan-request',
      categoryLabel: 'Your loan request',
      source: 'loan application',
    });
  });

  it('orders what counted by how much it weighed, with its direction', () => {
    expect(explained().factors.map(({ rank, code, direction }) => [rank, code, direction])).toEqual([
      [1, 'duration-against', 'against'],
      [2, 'checking-against', 'against'],
      [3, 'rate-for', 'for'],
      [4, 'savings-against', 'against'],
    ]);
    expect(explained().factors[0]?.words).toBe('Loan duration in months (48) counted against you.');
  });

  it('keeps the recorded order where weights are missing, and shows no made-up strength', () => {
    const factors = [
      { code: 'b', label: { en: 'B' }, value: '1', direction: 'for' as const },
      { code: 'a', label: { en: 'A' }, value: '2', direction: 'against' as const, weight: 9 },
    ];
    expect(explained({ factors }).factors.map(({ code, strength }) => [code, strength])).toEqual([
      ['b', 50],
      ['a', 50],
    ]);
  });

  it('calls an approximation an approximation, and an unknown method unknown', () => {
    const by = (method?: string) =>
      explained({
        factors: [{ code: 'a', label: { en: 'A' }, value: '1', direction: 'for', weight: 1, ...defined({ method }) }],
      });
    expect(by('shap')).toMatchObject({
      factorsAreApproximate: true,
      factorsWords: expect.stringContaining('approximation'),
    });
    expect(by('linear-contribution')).toMatchObject({ factorsAreApproximate: false });
    expect(by('crystal-ball')).toMatchObject({
      factorsAreApproximate: null,
      factorsWords: expect.stringContaining('not on record'),
    });
    expect(by()).toMatchObject({ factorsAreApproximate: null });
  });

  it('shows the score with its scale and the rule that was applied', () => {
    expect(explained().output?.words).toBe(
      'The AI system’s result for you was 0.5639. What that means: estimated probability of not repaying, 0 to 1. The rule: declined above 0.5.',
    );
  });

  it('says what would have changed the result, and marks what a person cannot change', () => {
    const { counterfactuals } = explained();
    expect(counterfactuals[0]?.words).toBe(
      'With 38 instead of 48 for “Loan duration in months”, the result would have been: approved.',
    );
    expect(counterfactuals[1]?.words).toContain('law protects it');
    expect(counterfactuals.map(({ name, offered }) => [name, offered])).toEqual([
      ['duration', true],
      ['age', false],
    ]);
  });

  it('says that no counterfactual was recorded instead of finding one', () => {
    const decision = explained({ counterfactuals: [] });
    expect(decision.counterfactuals).toEqual([]);
    expect(decision.counterfactualsWords).toMatch(/^No counterfactual was recorded/);
    expect(decision.notRecorded.map(({ item }) => item)).toContain('counterfactuals');
  });

  it('counts no person without the recorded steps of a review, whatever the deciding service says', () => {
    const alone = {
      solelyAutomated: true,
      humanInvolvement: {
        qualifies: false,
        limbs: { understands: false, analyses: false, mayChange: false },
        evidence: [],
      },
    };
    expect(explained()).toMatchObject({
      ...alone,
      humanInvolvement: { words: 'No person took part before this took effect.' },
    });
    expect(explained({ aiRole: 'advisory', humanInvolvement: { role: { en: 'clerk' } } })).toMatchObject(alone);
    const claimed = explained({ aiRole: 'advisory', humanInvolvement: { role: { en: 'clerk' }, qualifies: true } });
    expect(claimed).toMatchObject(alone);
    expect(claimed.humanInvolvement.words).toMatch(
      /^The service that decided says that a person took part \(Clerk\)\./,
    );
    expect(explained({ humanInvolvement: { role: { en: 'none' }, qualifies: true } })).toMatchObject(alone);
  });

  it('counts a person where a review shows that they could read the result, looked at more and could change it', () => {
    const limbs = { understands: true, analyses: true, mayChange: true };
    const evidence = [{ limb: 'analyses' as const, kind: 'review.concluded', id: 'fact_1' }];
    const review = {
      id: 'rev_1',
      state: 'concluded',
      qualifies: true,
      limbs,
      shownBy: evidence,
      lacks: [],
      closedAt: 1,
    } as unknown as ReviewRow;
    const told = (reviews: readonly ReviewRow[]) =>
      aiUseAnswer(someMaterial({ decisions: [{ ...aDecision(), reviews }] })).automatedDecisions[0];
    expect(told([review])).toMatchObject({
      solelyAutomated: false,
      humanInvolvement: { qualifies: true, limbs, evidence },
    });
    expect(told([{ ...review, qualifies: false, limbs: { ...limbs, analyses: false } }])).toMatchObject({
      solelyAutomated: true,
      humanInvolvement: { qualifies: false },
    });
    expect(told([{ ...review, state: 'open' }])).toMatchObject({ solelyAutomated: true });
  });

  it('says whether a permission was on record, never that it was lawful', () => {
    expect(explained().covered.words).toMatch(/^A permission for this was on record\./);
    expect(explained({ covered: false, reason: 'never-asked' }).covered.words).toMatch(
      /^No permission for this was on record\./,
    );
    expect(JSON.stringify(explained())).not.toMatch(/lawful/i);
  });

  it('links its explanation in four layers', () => {
    const { id, explanation } = explained();
    expect(explanation).toEqual({
      href: `/me/decisions/${id}`,
      api: { method: 'GET', href: `/v1/automated-decisions/${id}/explanation` },
    });
  });

  it('links the rights to this decision', () => {
    const { rights } = explained();
    const id = 'dec_00000000000000000000000001';
    expect(rights[0]).toMatchObject({
      right: 'human-review',
      available: true,
      href: `/me/decisions/${id}/contest`,
      api: {
        method: 'POST',
        href: `/v1/me/automated-decisions/${id}/contest`,
        body: { statement: `About decision ${id}.` },
      },
    });
    expect(rights.find(({ right }) => right === 'rectification')?.href).toBe(
      `/me/requests/new?kind=rectification&about=${id}`,
    );
  });

  it('names everything that was not recorded', () => {
    expect(explained().notRecorded.map(({ item }) => item)).toEqual(['consequences', 'significance', 'futureUse']);
  });
});
