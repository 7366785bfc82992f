import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clock, windUpClock } from '../../src/clock.ts';
import type { InputOf } from '../../src/commands/commands.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { questionOf } from '../../src/evaluation/question.ts';
import { shownCheck } from '../../src/evaluation/shown.ts';
import type { OpenHouse } from '../../src/house.ts';
import { isProblem, readProblem } from '../../src/vocabulary/problems.ts';
import { callerOf } from '../given/evaluation/world.ts';
import { erased } from '../given/ledger/erased.ts';
import { aService, engines, type RunningService } from '../given/service.ts';
import { type Ask, type CommandStep, type EvaluationCase, evaluationCases } from '../suites/evaluation-cases.ts';
import { apart, type Event, moments } from '../suites/together.ts';

/**
 * What a law makes the company keep is decided by hand, so the house erases the whole person; those cases are rules
 * only.
 */
const keepsSomething = ({ steps }: EvaluationCase): boolean => steps.some((step) => 'keep' in step);
const told = evaluationCases.filter((each) => !keepsSomething(each));

async function runStep(house: OpenHouse, step: CommandStep): Promise<void> {
  const subject = typeof step.input['subject'] === 'string' ? step.input['subject'] : '';
  const named = step.command === 'use.record' ? { language: 'en', ...step.input } : step.input;
  // A case is a body of the API, as loose as the table needs it.
  const input = named as unknown as InputOf<CommandStep['command']>;
  const done = await house.record(step.command, input, { caller: callerOf(step.by, subject), requestId: 'journey' });
  const body = isProblem(done) ? done : JSON.parse(Buffer.from(done.bytes).toString('utf8'));
  const refused = isProblem(body) ? body : readProblem(body);
  if (refused !== undefined)
    expect(refused.problem, `${step.command} at ${step.at}: ${JSON.stringify(body)}`).toBe(step.problem);
  else {
    expect(step.problem, JSON.stringify(body)).toBeUndefined();
    if (step.expect !== undefined) expect(body, `${step.command} at ${step.at}`).toMatchObject(step.expect);
  }
}

async function ask(house: OpenHouse, { at, ...body }: Ask): Promise<unknown> {
  const { registry, people } = await house.see([body.subject]);
  const [person] = people;
  if (person === undefined) throw new Error('nobody seen');
  return shownCheck(evaluate(registry, person, questionOf(body, house.settings.defaultRegime), Date.parse(at)), {
    customer: '',
    officer: '',
  });
}

async function runEvent(house: OpenHouse, event: Event, each: EvaluationCase): Promise<void> {
  if ('ask' in event) expect(await ask(house, event.ask)).toMatchObject(each.expect ?? {});
  else if ('erase' in event.step) {
    const sender = { caller: callerOf('officer', ''), requestId: 'journey' };
    await erased(house, event.step.erase, { sender });
  } else await runStep(house, event.step);
}

/** What went wrong in each case, by its place. */
async function runAll(
  house: OpenHouse,
  cases: readonly EvaluationCase[],
  clock: Clock & { set(at: number): void },
): Promise<ReadonlyMap<number, unknown>> {
  const faults = new Map<number, unknown>();
  const runOwn = async (events: readonly Event[]): Promise<void> => {
    for (const event of events) {
      if (faults.has(event.place)) return;
      await runEvent(house, event, cases[event.place] as EvaluationCase).catch((fault: unknown) =>
        faults.set(event.place, fault),
      );
    }
  };
  for (const { at, events } of moments(cases)) {
    clock.set(at);
    await Promise.all(events.map(runOwn));
  }
  return faults;
}

describe.each(engines)('the evaluation table end to end over %s', (engine) => {
  let service: RunningService;
  let faults: ReadonlyMap<number, unknown> = new Map();
  beforeAll(async () => {
    const clock = windUpClock(Date.parse('2026-01-01T00:00:00.000Z'));
    service = await aService({ engine, clock });
    faults = await runAll(service.house, told.map(apart), clock);
  });
  afterAll(() => service.stop());

  it.each(told.map((each, place) => [each.title, place] as const))('%s', (_title, place) => {
    if (faults.has(place)) throw faults.get(place);
  });
});
