import { describe, expect, it } from 'vitest';
import { runCase } from '../../given/evaluation/run-case.ts';
import { ADA, declared, limits, person, says, told, uses } from '../../suites/evaluation-cases/kit.ts';
import { days } from '../../suites/evaluation-cases/steps.ts';

const base = [...declared(), person(), says('given', days(1))];

describe('a recorded use', () => {
  it('keeps the question, the reason and what decided', () => {
    const world = runCase(told('', [...base, uses(days(2), { reference: 'order 7', context: { regime: 'EU' } })]));
    const [consent, use] = world.facts.slice(-2);
    expect(use).toMatchObject({
      kind: 'use.allowed',
      subject: consent?.subject,
      payload: {
        aiSystem: 'chooser',
        purpose: 'offers',
        dataCategories: ['purchases'],
        reference: 'order 7',
        reason: 'consent-given',
        basis: 'consent',
        evidence: [{ kind: 'consent.given', id: consent?.id }],
        purposeVersion: 1,
        aiSystemVersion: 1,
        notice: { key: 'offers-notice', version: 1 },
      },
    });
    expect(use?.id).toMatch(/^use_/);
  });

  it('that is refused stands in the record of the person, when they are known', () => {
    const world = runCase(told('', [...base, says('withdrawn', days(2)), uses(days(3))]));
    expect(world.facts.at(-1)).toMatchObject({ kind: 'use.refused', payload: { reason: 'withdrawn' } });
    expect(world.facts.at(-1)?.subject).toMatch(/^sub_/);
  });

  it('that is refused about nobody known keeps no trace of who was asked about', () => {
    const world = runCase(told('', [...declared(), uses(days(1), { reference: 'order 7', context: { gpc: true } })]));
    const fact = world.facts.at(-1);
    expect(fact?.payload).toEqual({ v: 1, aiSystem: 'chooser', purpose: 'offers', reason: 'never-asked' });
    expect(fact).not.toHaveProperty('subject');
    expect(fact).not.toHaveProperty('n');
  });

  it('that names undeclared keys does not keep them, because they could hold anything', () => {
    const world = runCase(told('', [uses(days(1), { aiSystem: 'ada-lovelace', purpose: 'ada' })]));
    expect(world.facts.at(-1)?.payload).toEqual({ v: 1, reason: 'unknown-purpose' });
  });

  it('that is reported about an erased person leaves the day and the side of the erasure, and nothing else', () => {
    const after = { mode: 'report', problem: 'subject-erased' };
    const world = runCase(
      told('', [
        ...base,
        { erase: ADA, at: days(5) },
        uses(days(8), { ...after, occurredAt: days(2) }),
        uses(days(8), { ...after, occurredAt: days(6) }),
      ]),
    );
    expect(world.facts.slice(-2).map(({ payload, subject }) => ({ payload, subject }))).toEqual([
      {
        payload: { v: 1, aiSystem: 'chooser', purpose: 'offers', day: days(2).slice(0, 10), when: 'before-erasure' },
        subject: undefined,
      },
      {
        payload: { v: 1, aiSystem: 'chooser', purpose: 'offers', day: days(6).slice(0, 10), when: 'after-erasure' },
        subject: undefined,
      },
    ]);
  });

  it('carries the pseudonym, the explanations and the moment until which it holds', () => {
    const steps = [...declared({ purpose: { consentValidity: 'P1Y' } }), person(), says('given', days(1))];
    const explained = { explanation: { customer: expect.any(String), officer: expect.any(String) } };
    const expected = {
      subject: expect.stringMatching(/^sub_/),
      until: '2027-03-02T08:00:00.000Z',
      evidence: [{ kind: 'consent.given', at: days(1), entry: expect.any(Number) }],
      ...explained,
    };
    runCase(told('', [...steps, uses(days(2), { expect: expected })]));
  });

  it('creates a person only where it is allowed, and binds the identifier to them', () => {
    const world = runCase(
      told('', [
        ...declared({ purpose: { legalBasis: { EU: 'contract' } } }),
        uses(days(1)),
        limits('restriction', days(2)),
        uses(days(3)),
      ]),
    );
    expect(world.facts.slice(3).map(({ kind, n }) => [kind, n])).toEqual([
      ['subject.linked', 1],
      ['use.allowed', 2],
      ['limit.set', 3],
      ['use.refused', 4],
    ]);
  });
});
