import { describe, expect, it } from 'vitest';
import { myChoices } from '../../../src/answers/consent/my-choices.ts';
import { decisionRecord } from '../../../src/answers/decision/decision-record.ts';
import { entryAnswer, namesIn } from '../../../src/answers/ledger/person-ledger.ts';
import { readerOf } from '../../../src/answers/reader.ts';
import type { AiUseAnswer } from '../../../src/answers/use/ai-use-answer.ts';
import { aiUseMaterial } from '../../../src/answers/use/ai-use-material.ts';
import { aiUseAnswer } from '../../../src/answers/use/assemble.ts';
import { tallyUses } from '../../../src/answers/use/tally.ts';
import { aiUsePage } from '../../../src/pages/ai-use/page.tsx';
import { choicesPage } from '../../../src/pages/choices-page.tsx';
import { isOfKind } from '../../../src/views/of-kind.ts';
import { useRow } from '../../../src/views/use/use-row.ts';
import { runCase } from '../../given/evaluation/run-case.ts';
import type { World } from '../../given/evaluation/world.ts';
import { signedIn } from '../../given/pages.ts';
import { ADA, declared, limits, person, says, told, uses } from '../../suites/evaluation-cases/kit.ts';
import { type CommandStep, days, type Step } from '../../suites/evaluation-cases/steps.ts';

const now = Date.parse(days(30));
const reader = readerOf('en', 'UTC');

function answerOf(world: World, audience: 'person' | 'officer' = 'person'): AiUseAnswer {
  const about = world.facts.filter(({ subject }) => subject !== undefined);
  const decisions = about.filter(isOfKind('decision.recorded')).map(decisionRecord);
  return aiUseAnswer(
    aiUseMaterial({
      registry: world.registry,
      person: world.person(ADA),
      subject: ADA,
      defaultRegime: 'EU',
      now,
      audience,
      language: 'en',
      timeZone: 'UTC',
      holidays: [],
      tallies: tallyUses(
        about.flatMap((fact) => useRow(fact) ?? []),
        'UTC',
      ),
      systemsReporting: [],
      recordsSince: Date.parse(days(0)),
      decisions,
      decisionCount: decisions.length,
      looks: [],
      checkpoint: null,
      entries: about.length,
    }),
  );
}

const worldWith = (...steps: readonly Step[]): World => runCase(told('', [...declared(), person(), ...steps]));

const text = (en: string) => ({ en });
const declined: CommandStep = {
  command: 'decision.record',
  by: 'service',
  at: days(9),
  input: {
    subject: ADA,
    aiSystem: 'chooser',
    purpose: 'offers',
    decidedAt: days(5),
    what: text('Loan application'),
    outcome: text('declined'),
    adverse: true,
    aiRole: 'sole',
    output: { value: 0.5639, scale: text('0 to 1'), rule: text('declined above 0.5') },
    inputs: [{ name: 'amount', label: text('Amount'), value: 10, category: 'purchases', source: text('application') }],
    factors: [
      {
        code: 'amount-against',
        label: text('Amount'),
        value: 10,
        direction: 'against',
        weight: 1,
        method: 'linear-contribution',
      },
    ],
    counterfactuals: [],
    modelVersion: 'm1',
    humanInvolvement: { role: text('none') },
  },
};

describe('the answer from what was really recorded', () => {
  it('counts a permitted and a refused use, and says how the choice stands', () => {
    const [system] = answerOf(worldWith(uses(days(1)), says('given', days(2)), uses(days(3)), uses(days(4)))).systems;
    expect(system?.uses).toMatchObject({
      allowed: 2,
      refused: 1,
      refusedBecause: [{ reason: 'never-asked', count: 1 }],
    });
    expect(system?.choice.purposes[0]).toMatchObject({
      state: 'agreed',
      words: 'You agreed on 3 March 2026',
      since: days(2),
    });
    expect(system?.whatYouCanDo[0]?.form).toEqual({ action: 'withdraw', purpose: 'offers' });
  });

  it('says the same as a check of the same moment, after a withdrawal and under a limit', () => {
    for (const step of [says('withdrawn', days(5)), limits('restriction', days(5)), says('refused', days(5))]) {
      const world = worldWith(says('given', days(2)), step);
      const check = world.ask({ subject: ADA, aiSystem: 'chooser', purpose: 'offers' }, now);
      const choice = answerOf(world).systems[0]?.choice.purposes[0];
      expect(choice).toMatchObject({ allowed: check.allowed, reason: check.reason, bases: [{ regime: 'EU' }] });
      expect(choice?.allowed).toBe(false);
    }
  });

  it('explains a recorded decision with its values, and says what nobody recorded', () => {
    const answer = answerOf(worldWith(says('given', days(2)), declined));
    expect(answer.automatedDecisions[0]).toMatchObject({
      headline: 'Loan application: declined, on 6 March 2026',
      aiSystem: { key: 'chooser', name: 'Chooser' },
      inputs: [{ label: 'Amount', value: '10', source: 'application' }],
      factors: [{ direction: 'against', rank: 1 }],
      covered: { covered: true, reason: 'consent-given' },
      solelyAutomated: true,
    });
    expect(answer.automatedDecisions[0]?.counterfactualsWords).toMatch(/^Nobody noted what would have changed/);
  });

  it('gives an unknown person an honest empty answer', () => {
    const answer = answerOf(runCase(told('', declared())));
    expect(answer).toMatchObject({
      subject: ADA,
      regimes: ['EU'],
      regimesAssumed: true,
      numbers: { uses: 0, decisions: 0 },
    });
    expect(answer.noUseRecorded?.systemsNotReporting).toEqual([{ key: 'chooser', name: 'Chooser' }]);
  });

  it('names what the registry entry lacks', () => {
    expect(answerOf(worldWith()).systems[0]?.completeness.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['logic-missing', 'recipients-missing']),
    );
  });
});

describe('the choices from what was really recorded', () => {
  const choicesOf = (world: World) =>
    myChoices({ answer: answerOf(world), registry: world.registry, person: world.person(ADA), now, reader });

  it('shows the text that a yes belongs to, and what can be stopped under the law of the person', () => {
    const choices = choicesOf(worldWith());
    expect(choices.choices[0]).toMatchObject({
      notice: { key: 'offers-notice', version: 1, body: 'May we choose offers for you?' },
      asksForYes: true,
      ways: [{ kind: 'buttons', buttons: [{ fields: { action: 'agree' } }, { fields: { action: 'refuse' } }] }],
    });
    expect(choices.stops).toEqual(['objection']);
    expect(choicesPage(choices, signedIn)).toContain('May we choose offers for you?');
  });

  it('shows a limit that stands, and no longer offers to set it', () => {
    const choices = choicesOf(worldWith(limits('objection', days(4))));
    expect(choices.limits).toEqual([{ kind: 'objection', since: days(4) }]);
    expect(choices.stops).toEqual([]);
  });
});

it('every recorded fact about a person reads as a sentence, and its page shows nothing unnamed', () => {
  const world = worldWith(
    uses(days(1)),
    says('given', days(2)),
    uses(days(3)),
    limits('objection', days(4)),
    limits('objection', days(5), { state: 'lifted' }),
    says('withdrawn', days(6)),
    declined,
  );
  const nameOf = namesIn(world.registry, now, reader);
  const entries = world.facts
    .filter(({ subject }) => subject !== undefined)
    .map((fact) => entryAnswer(fact, reader, nameOf));
  for (const { words, kind } of entries) expect(words, kind ?? '').toMatch(/^[A-Z][^{}]*[.!?]$/);
  expect(entries.map(({ words }) => words).join(' ')).toContain(
    'Chooser used your data for “Offers”. You agreed to this.',
  );
  expect(aiUsePage(answerOf(world), signedIn)).not.toMatch(/undefined|\[object|\bNaN\b|\bnull\b/);
});
