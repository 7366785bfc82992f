import { describe, expect, it } from 'vitest';
import { runCase } from '../../given/evaluation/run-case.ts';
import { declared, notice, person, purpose, says, told } from '../../suites/evaluation-cases/kit.ts';
import { days, type Step } from '../../suites/evaluation-cases/steps.ts';

const base = [...declared(), person()];
const proofAfter = (...steps: readonly Step[]) => runCase(told('', [...base, ...steps])).facts.at(-1)?.payload;

describe('the proof of a consent', () => {
  it('holds the purpose, the notice and the act, and names what nobody stated', () => {
    expect(proofAfter(says('given', days(1)))).toMatchObject({
      purpose: 'offers',
      purposeVersion: 1,
      notice: { key: 'offers-notice', version: 1, language: 'en', fact: expect.stringMatching(/^fact_/) },
      method: 'web-form',
      dataCategories: ['purchases'],
      legalType: 'consent',
      givenBy: 'self',
      channel: 'self',
      effect: 'consent',
      assumed: ['notice', 'notice-version', 'language', 'method', 'data-categories'],
    });
  });

  it('assumes nothing that was stated', () => {
    const stated = {
      notice: { key: 'offers-notice', version: 1 },
      language: 'en',
      method: 'checkbox',
      dataCategories: ['purchases'],
      givenBy: 'self',
      occurredAt: days(1),
    };
    expect(proofAfter(says('given', days(1), { by: 'service', ...stated }))).toMatchObject({
      assumed: [],
      channel: 'service',
      occurredAt: days(1),
      explicit: false,
    });
  });

  it('of a message about the past cites what was in force then', () => {
    const steps = [
      notice(days(5), { body: { en: 'A newer text.' } }),
      purpose(days(5), { retention: { en: 'one year' } }),
    ];
    const then = { notice: { version: 1 }, purposeVersion: 1 };
    expect(proofAfter(...steps, says('given', days(9), { by: 'service', occurredAt: days(3) }))).toMatchObject(then);
    expect(proofAfter(...steps, says('given', days(9), { by: 'service', occurredAt: days(6) }))).toMatchObject({
      notice: { version: 2 },
      purposeVersion: 2,
    });
  });

  it('names the age rule where the person may be a child', () => {
    const child = [...declared(), person({ ageBand: '13-15', regimes: ['EU', 'UK'] })];
    const bases = purpose(days(0), { legalBasis: { EU: 'consent', UK: 'consent' } });
    expect(runCase(told('', [...child, bases, says('given', days(1))])).facts.at(-1)?.payload).toMatchObject({
      ageRule: [{ regime: 'EU', age: 16 }],
    });
  });
});

const full = purpose(days(1), {});
const { defaultNotice, ...rest } = full.input['body'] as Readonly<Record<string, unknown>>;
const withoutNotice: Step = { ...full, input: { key: 'offers', body: rest } };

describe('a consent is turned away', () => {
  const refused = { problem: 'validation-failed' };
  it.each([
    ['without a notice', [withoutNotice, says('given', days(2), refused)]],
    ['on a notice that is not published', [says('given', days(2), { notice: { key: 'another' }, ...refused })]],
    [
      'on a version that is not published',
      [says('given', days(2), { notice: { key: 'offers-notice', version: 2 }, ...refused })],
    ],
    ['on a notice about something else', [notice(days(1), { purposes: ['else'] }), says('given', days(2), refused)]],
    ['in a language that the notice lacks', [says('given', days(2), { language: 'de', ...refused })]],
    [
      'for a kind of data that the purpose does not use',
      [says('given', days(2), { dataCategories: ['health'], ...refused })],
    ],
    ['from a parent without a right', [says('given', days(2), { by: 'service', givenBy: 'parent', ...refused })]],
    [
      'for somebody else by the person',
      [says('given', days(2), { givenBy: 'agent', authorisation: { evidence: 'x' }, ...refused })],
    ],
  ] satisfies readonly (readonly [string, readonly Step[]])[])(
    '%s',
    (_, steps) => void runCase(told('', [...base, ...steps])),
  );

  it('but a no never is, because of a notice', () => {
    runCase(
      told('', [
        ...base,
        says('given', days(1)),
        notice(days(2), { purposes: ['else'] }),
        says('withdrawn', days(3), { expect: { effect: 'consent', notice: null } }),
      ]),
    );
  });
});
