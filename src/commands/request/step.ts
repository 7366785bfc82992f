/**
 * One step in the life of a request: verify, extend, pause, resume, deny, fulfil, cancel, appeal.
 * Flow:    http, pages → here → step-facts.ts (what is recorded) → facts `request.*`.
 * Promise: a step that does not fit the state is refused and leaves no trace; a last day moves only by a recorded
 *          extension or a new appeal; data is never handed out or refused before it is known who asks.
 * Source:  docs/design.md 8.1; docs/law.md 2.7, 3.3, 3.4; docs/promises.md I15.
 */

import type { Instant, NewFact } from '../../facts/fact.ts';
import { foldRequest, type RequestRow } from '../../views/request/request-row.ts';
import { showRequest } from '../../views/request/request-shown.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import type { Caller, Command, CommandRule, Decided, State } from '../command.ts';
import { drawsForMessage, tell, type Words, type WrittenMessage } from '../message/tell.ts';
import { notNow, unfit } from '../refusal.ts';
import { shownDenial } from './shown-denial.ts';
import { factOf } from './step-facts.ts';
import type { StepRequest } from './step-input.ts';
import { stepsFrom, stepsOfSelf, transitions } from './transitions.ts';

const draws = { fact: 'fact', ...drawsForMessage } as const;

/** Another person's request is the same 404 as a missing one. */
function visible(row: RequestRow, state: State, caller: Caller): boolean {
  if (caller.self !== undefined) {
    const self = state.person(caller.self);
    return self.found === 'known' && self.subject === row.subject;
  }
  return !caller.scopes.includes('agent') || row.openedBy?.id === caller.actor.id;
}

const unknownDecision = unfit('/withheld', 'unknown-decision', {
  message: 'There is no such automated decision about this person.',
  fix: 'Name one of theirs, or none to mean all of them.',
});

const decisionsIn = (input: StepRequest): readonly string[] =>
  input.step === 'fulfil' ? (input.withheld ?? []).flatMap(({ decision }) => decision ?? []) : [];

function decide(
  state: State,
  command: Command<StepRequest, typeof draws>,
  now: Instant,
): Decided<RequestRow> | Problem {
  const { input, caller, ids } = command;
  const row = state.request(input.request);
  if (row === undefined || !visible(row, state, caller)) return problem('not-found');
  if (row.subject === undefined) return problem('subject-erased');
  if (caller.self !== undefined && !stepsOfSelf.has(input.step))
    return notNow('This step is taken by those who answer the request.');
  if (transitions[row.state][input.step] === undefined) {
    const possible = stepsFrom(row.state);
    return notNow(
      possible.length === 0
        ? 'The request is closed.'
        : `The request is ${row.state}; possible now: ${possible.join(', ')}.`,
    );
  }
  const unknown = decisionsIn(input).find((id) => state.fact(id)?.subject !== row.subject);
  if (unknown !== undefined) return unknownDecision;
  const recorded = factOf(row, input, now);
  if (isProblem(recorded)) return recorded;
  const fact: NewFact = { id: ids.fact, subject: row.subject, ...recorded };
  const after = foldRequest(row, { ...fact, at: now, actor: caller.actor });
  if (after === undefined) throw new Error('a step always leaves a row');
  const told = tellAnswer(state, command, row);
  return {
    facts: [fact, ...(told === undefined ? [] : [told.fact])],
    result: after,
    effects: told === undefined ? [] : [told.effect],
    main: fact.id,
  };
}

/** An explanation that is ready is told, because nobody looks at a page every day. */
function tellAnswer(
  state: State,
  { input, ids }: Command<StepRequest, typeof draws>,
  row: RequestRow,
): WrittenMessage | undefined {
  if (input.step !== 'fulfil' || row.kind !== 'ai-explanation' || row.subject === undefined) return undefined;
  const person = state.person(row.subject);
  if (person.found !== 'known') return undefined;
  const values = ({ day }: Words) => ({ day: day(row.receivedAt) });
  return tell(person, {
    id: ids.message,
    template: 'explanation-ready',
    about: row.id,
    href: `/me/requests/${row.id}`,
    values,
  });
}

export const stepRequest: CommandRule<StepRequest, RequestRow, typeof draws> = {
  kind: 'request.step',
  draws: () => draws,
  keys: (input, caller) => ({
    requests: [input.request],
    facts: decisionsIn(input),
    ...(caller.self === undefined ? {} : { people: [caller.self] }),
  }),
  decide,
  reply: (row, entry) => ({
    status: 200,
    body: { ...showRequest(row), ...shownDenial(row), ...defined({ entry }) },
  }),
};
