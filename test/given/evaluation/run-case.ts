/**
 * Runs a case of the evaluation table over the rules and folds, without a store.
 * Flow:    test/suites/evaluation-cases.ts → here → World.
 */
import { expect } from 'vitest';
import type { CommandRule } from '../../../src/commands/command.ts';
import { recordConsent } from '../../../src/commands/consent/record-consent.ts';
import { recordDecision } from '../../../src/commands/decision/record-decision.ts';
import { recordLimit } from '../../../src/commands/limit/record-limit.ts';
import { showNotice } from '../../../src/commands/notice/show-notice.ts';
import { publishAiSystem, publishNotice, publishPurpose } from '../../../src/commands/registry/publish.ts';
import { resumeAiSystem, suspendAiSystem } from '../../../src/commands/registry/suspend.ts';
import { describeSubject } from '../../../src/commands/subject/describe-subject.ts';
import { recordUse } from '../../../src/commands/use/record-use.ts';
import { shownCheck } from '../../../src/evaluation/shown.ts';
import { isProblem } from '../../../src/vocabulary/problems.ts';
import type { CommandKind, CommandStep, EvaluationCase } from '../../suites/evaluation-cases.ts';
import { callerOf, World } from './world.ts';

const anyRule = <I, R>(rule: CommandRule<I, R>): CommandRule<unknown, unknown> =>
  rule as unknown as CommandRule<unknown, unknown>;

const rules: Readonly<Record<CommandKind, CommandRule<unknown, unknown>>> = {
  'purpose.publish': anyRule(publishPurpose),
  'notice.publish': anyRule(publishNotice),
  'ai-system.publish': anyRule(publishAiSystem),
  'ai-system.suspend': anyRule(suspendAiSystem),
  'ai-system.resume': anyRule(resumeAiSystem),
  'subject.describe': anyRule(describeSubject),
  'consent.record': anyRule(recordConsent),
  'limit.record': anyRule(recordLimit),
  'notice.show': anyRule(showNotice),
  'use.record': anyRule(recordUse),
  'decision.record': anyRule(recordDecision),
};

function runStep(world: World, step: CommandStep): void {
  const subject = typeof step.input['subject'] === 'string' ? step.input['subject'] : '';
  const rule = rules[step.command];
  expect(rule.kind).toBe(step.command);
  const input = step.command === 'use.record' ? { language: 'en', ...step.input } : step.input;
  const done = world.run(rule, input, { caller: callerOf(step.by, subject), at: Date.parse(step.at) });
  if (isProblem(done)) expect(done.problem, `${step.command} at ${step.at}`).toBe(step.problem);
  else {
    expect(step.problem, JSON.stringify(done.body)).toBeUndefined();
    if (step.expect !== undefined) expect(done.body, `${step.command} at ${step.at}`).toMatchObject(step.expect);
  }
}

export function runCase(each: EvaluationCase): World {
  const world = new World();
  for (const step of each.steps) {
    if ('erase' in step)
      world.erase(
        step.erase,
        Date.parse(step.at),
        (step.keep ?? []).map((kept) => ({ ...kept, until: Date.parse(kept.until) })),
      );
    else runStep(world, step);
  }
  if (each.ask !== undefined) {
    const { at, ...body } = each.ask;
    const answer = shownCheck(world.ask(body, Date.parse(at)), { customer: '', officer: '' });
    expect(answer).toMatchObject(each.expect ?? {});
  }
  return world;
}
