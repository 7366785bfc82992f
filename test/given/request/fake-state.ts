/** A state in memory: enough of the batch runner for deciding commands and folding what they record. */
import { type Caller, type Command, type CommandRule, drawIds, type State } from '../../../src/commands/command.ts';
import type { OpenRequest } from '../../../src/commands/request/open.ts';
import { openRequest } from '../../../src/commands/request/open.ts';
import { stepRequest } from '../../../src/commands/request/step.ts';
import type { StepRequest } from '../../../src/commands/request/step-input.ts';
import type { ErasedPerson, KnownPerson, PersonState } from '../../../src/evaluation/person.ts';
import { emptyStanding } from '../../../src/evaluation/person.ts';
import { emptyRegistry } from '../../../src/evaluation/registry.ts';
import type { NewFact } from '../../../src/facts/fact.ts';
import { schemaOf } from '../../../src/facts/facts.ts';
import type { Calendar } from '../../../src/law/clock.ts';
import { foldRequest, type RequestRow, requestOf } from '../../../src/views/request/request-row.ts';
import { isProblem, type Problem } from '../../../src/vocabulary/problems.ts';

export const berlin: Calendar = { timeZone: 'Europe/Berlin', holidays: ['DE', 'GB-EAW', 'US'] };
export const officer: Caller = {
  principal: 'olga',
  actor: { id: 'staff_olga', role: 'officer' },
  scopes: ['requests'],
};
export const selfOf = (identifier: string): Caller => ({
  principal: identifier,
  actor: { id: 'self', role: 'self' },
  scopes: ['self'],
  self: identifier,
});

export const known = (subject: string, regimes: readonly string[]): KnownPerson => ({
  found: 'known',
  subject,
  standing: { ...emptyStanding, regimes },
  suppressions: [],
});
export const erased: ErasedPerson = { found: 'erased', mark: { at: 0, keep: [] }, suppressions: [] };

export interface Fake {
  readonly people: Map<string, PersonState>;
  readonly rows: Map<string, RequestRow>;
  readonly facts: NewFact[];
  now: number;
  state(): State;
  run<I, R>(
    rule: CommandRule<I, R>,
    input: I,
    caller: Caller,
  ): { result: R; body: Record<string, unknown>; effects: readonly unknown[] } | Problem;
  open(input: Omit<OpenRequest, 'calendar'>, caller: Caller): RequestRow | Problem;
  step(input: Taken, caller?: Caller): RequestRow | Problem;
}
export interface Taken {
  readonly request: string;
  readonly step: StepRequest['step'];
  readonly reason?: string;
  readonly code?: string;
}

const never = (): never => {
  throw new Error('not loaded');
};

export function fake(people: Record<string, PersonState> = {}): Fake {
  let drawn = 0;
  const self: Fake = {
    people: new Map(Object.entries(people)),
    rows: new Map(),
    facts: [],
    now: Date.parse('2026-11-25T10:00:00.000Z'),
    state: () => ({
      registry: emptyRegistry,
      defaultRegime: 'EU',
      timeZone: 'Europe/Berlin',
      person: (identifier) => self.people.get(identifier) ?? { found: 'unknown', suppressions: [] },
      request: (id) => self.rows.get(id),
      review: never,
      reviewsOf: never,
      fact: never,
      breachNotes: never,
      webhook: never,
    }),
    run: (rule, input, caller) => {
      const ids = drawIds(rule.draws(input), (prefix) => `${prefix}_${(drawn++).toString().padStart(26, '0')}`);
      const command: Command<typeof input> = { kind: rule.kind, input, caller, ids, requestId: 'r' };
      const decided = rule.decide(self.state(), command, self.now);
      if (isProblem(decided)) return decided;
      for (const fact of decided.facts) {
        // The batch runner trusts the commands, so the tests of commands hold every payload against its schema.
        schemaOf(fact.kind, fact.subject !== undefined)?.parse(fact.payload);
        self.facts.push(fact);
        const id = requestOf(fact);
        const row =
          id === undefined ? undefined : foldRequest(self.rows.get(id), { ...fact, at: self.now, actor: caller.actor });
        if (row !== undefined) self.rows.set(row.id, row);
      }
      const { body } = rule.reply(decided.result, { log: 1, index: 0, leafHash: '', checkpoint: '' });
      return { result: decided.result, body: body as Record<string, unknown>, effects: decided.effects ?? [] };
    },
    open: (input, caller) => {
      const done = self.run(openRequest, { ...input, calendar: berlin }, caller);
      return isProblem(done) ? done : done.result.row;
    },
    step: (input, caller = officer) => {
      const done = self.run(stepRequest, { ...input, treeSize: 7, calendar: berlin } as StepRequest, caller);
      return isProblem(done) ? done : done.result;
    },
  };
  return self;
}

export const rowOf = (answer: RequestRow | Problem): RequestRow => {
  if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};
export const problemOf = (answer: RequestRow | Problem): string => (isProblem(answer) ? answer.problem : 'no problem');
