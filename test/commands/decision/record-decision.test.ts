import { describe, expect, it } from 'vitest';
import { runCase } from '../../given/evaluation/run-case.ts';
import { ADA, declared, person, purpose, says, told, uses } from '../../suites/evaluation-cases/kit.ts';
import { type CommandStep, days } from '../../suites/evaluation-cases/steps.ts';

const text = (en: string) => ({ en });
const decision = {
  subject: ADA,
  aiSystem: 'chooser',
  purpose: 'offers',
  decidedAt: days(5),
  what: text('Loan'),
  outcome: text('declined'),
  adverse: true,
  aiRole: 'sole',
  output: { value: 0.7, scale: text('0 to 1'), rule: text('declined above 0.5') },
  inputs: [{ name: 'amount', label: text('Amount'), value: 10, category: 'purchases', source: text('application') }],
  factors: [{ code: 'amount-against', label: text('Amount'), direction: 'against', weight: 1 }],
  counterfactuals: [],
  modelVersion: 'm1',
  humanInvolvement: { role: text('none') },
};
const decides = (more: object, expected: object, problem?: string): CommandStep => ({
  command: 'decision.record',
  by: 'service',
  at: days(9),
  input: { ...decision, ...more },
  ...(problem === undefined ? { expect: expected as never } : { problem }),
});
const base = [...declared({ purpose: { legalBasis: { EU: 'contract' } } }), person()];

describe('an automated decision', () => {
  it('is kept exactly as reported, with what it lacks', () => {
    const world = runCase(
      told('', [...base, decides({}, { covered: true, reason: 'contract', quality: ['no-counterfactuals'] })]),
    );
    const { subject, ...report } = decision;
    expect(world.facts.at(-1)).toMatchObject({
      kind: 'decision.recorded',
      payload: { ...report, covered: true, reason: 'contract', quality: ['no-counterfactuals'] },
    });
  });
  it('is judged as of the moment it was made', () => {
    runCase(
      told('', [
        ...base,
        purpose(days(7), { legalBasis: { EU: 'consent' } }),
        decides({}, { covered: true }),
        decides({ decidedAt: days(8) }, { covered: false, reason: 'never-asked' }),
      ]),
    );
  });
  it('is not covered where it used a kind of data that nobody declared', () => {
    const inputs = [{ name: 'blood', label: text('Blood type'), value: 'A', category: 'blood' }];
    runCase(
      told('', [
        ...base,
        decides(
          { inputs },
          {
            covered: false,
            reason: 'use-not-declared',
            quality: ['no-counterfactuals', 'no-input-source', 'input-category-not-declared', 'reason-without-value'],
          },
        ),
      ]),
    );
  });
  it('may name the use it rests on, which then speaks for it', () => {
    const world = runCase(
      told('', [...declared(), person(), says('given', days(1)), uses(days(2)), says('withdrawn', days(4))]),
    );
    const use = world.facts.find(({ kind }) => kind === 'use.allowed')?.id;
    const steps = [...declared(), person(), says('given', days(1)), uses(days(2)), says('withdrawn', days(4))];
    runCase(
      told('', [
        ...steps,
        decides({}, { covered: false, reason: 'withdrawn' }),
        decides({ use }, { covered: true, reason: 'consent-given' }),
      ]),
    );
  });
  it('cannot name a use of somebody else', () => {
    const world = runCase(told('', [...base, uses(days(2), { subject: 'customer:bob' })]));
    const use = world.facts.at(-1)?.id;
    runCase(told('', [...base, uses(days(2), { subject: 'customer:bob' }), decides({ use }, {}, 'validation-failed')]));
  });
  it('about an erased person is gone, and leaves one fact without them', () => {
    const world = runCase(told('', [...base, { erase: ADA, at: days(8) }, decides({}, {}, 'subject-erased')]));
    expect(world.facts.at(-1)).toMatchObject({
      kind: 'decision.reported',
      payload: { v: 1, aiSystem: 'chooser', purpose: 'offers', day: days(5).slice(0, 10), when: 'before-erasure' },
    });
    expect(JSON.stringify(world.facts.at(-1)?.payload)).not.toContain('Loan');
  });
  it('makes an unknown person known', () => {
    runCase(
      told('', [
        ...declared({ purpose: { legalBasis: { EU: 'contract' } } }),
        decides({}, { subject: expect.stringMatching(/^sub_/), covered: true }),
      ]),
    );
  });
});
