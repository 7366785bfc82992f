import { describe, expect, it } from 'vitest';
import { takeLook } from '../../../src/commands/look/take-look.ts';
import { runCase } from '../../given/evaluation/run-case.ts';
import { callerOf } from '../../given/evaluation/world.ts';
import { ADA, declared, person, told } from '../../suites/evaluation-cases/kit.ts';

const look = (reason: 'support' | 'confidential-aml', subject = ADA) => {
  const world = runCase(told('', [...declared(), person()]));
  const before = world.facts.length;
  world.run(takeLook, { subject, what: 'ai-use', reason }, { caller: callerOf('officer', ''), at: 1_800_000_000_000 });
  return world.facts.slice(before).map(({ kind, subject: about }) => [kind, about?.slice(0, 4)]);
};

describe('a look of staff', () => {
  it('stands among the facts of staff and in the record of the person', () => {
    expect(look('support')).toEqual([
      ['look.taken', undefined],
      ['look.recorded', 'sub_'],
    ]);
  });
  it('for a reason that the law keeps from the person stands only among the facts of staff', () =>
    expect(look('confidential-aml')).toEqual([['look.taken', undefined]]));
  it('at nobody known is recorded all the same', () =>
    expect(look('support', 'customer:nobody')).toEqual([['look.taken', undefined]]));
});
