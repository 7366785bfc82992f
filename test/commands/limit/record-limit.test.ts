import { describe, it } from 'vitest';
import { runCase } from '../../given/evaluation/run-case.ts';
import { declared, limits, person, purpose, told } from '../../suites/evaluation-cases/kit.ts';
import { days, type Step } from '../../suites/evaluation-cases/steps.ts';

const base = [
  ...declared({ purpose: { legalBasis: { EU: 'legitimate-interests' } } }),
  purpose(days(0), { kind: 'marketing' }, 'ads'),
  person(),
];
const run = (...steps: readonly Step[]) => void runCase(told('', [...base, ...steps]));
const lifts = (kind: string, more: Readonly<Record<string, unknown>>) =>
  limits(kind, days(3), { by: 'officer', state: 'lifted', occurredAt: days(2), ...more });

describe('who may lift a limit', () => {
  it('a service may set one and never lift it', () => {
    run(
      limits('restriction', days(1), { by: 'service', expect: { effect: 'set', state: 'set' } }),
      lifts('restriction', { by: 'service', code: 'asked-by-person', problem: 'insufficient-scope' }),
    );
  });
  it('staff have to say why', () =>
    run(limits('restriction', days(1)), lifts('restriction', { problem: 'validation-failed' })));
  it('staff may lift an objection on compelling grounds', () => {
    run(
      limits('objection', days(1), { purpose: 'offers' }),
      lifts('objection', { purpose: 'offers', code: 'compelling-grounds', expect: { effect: 'lifted' } }),
    );
  });
  it.each([
    ['an objection to marketing', 'objection', { purpose: 'ads' }],
    ['an objection to everything', 'objection', {}],
    ['an opt-out', 'opt-out', { purpose: 'offers' }],
    ['an opt-out of sale', 'opt-out-sale-share', {}],
  ] as const)('%s ends only when the person asks for it, and that has to be shown', (_, kind, scope) => {
    run(
      limits(kind, days(1), scope),
      lifts(kind, { ...scope, code: 'compelling-grounds', problem: 'validation-failed' }),
      lifts(kind, { ...scope, code: 'asked-by-person', problem: 'validation-failed' }),
      lifts(kind, { ...scope, code: 'asked-by-person', evidence: 'letter 7', expect: { effect: 'lifted' } }),
    );
  });
  it('what does not stand cannot be lifted, and the answer says so', () =>
    run(
      limits('restriction', days(1), { state: 'lifted', expect: { effect: 'none', warnings: ['nothing-to-lift'] } }),
    ));
  it('a limit has to make sense', () => {
    run(
      limits('opt-out', days(1), { problem: 'validation-failed' }),
      limits('objection', days(1), { purpose: 'unheard-of', problem: 'validation-failed' }),
      limits('objection', days(1), { dataCategories: ['purchases'], problem: 'validation-failed' }),
    );
  });
});
