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
import { systemsOpen } from '../../views/request/task-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { isTaskWork, isToldWork, type NamedSystem } from '../../vocabulary/task.ts';
import type { Caller, Command, CommandRule, Decided, State } from '../command.ts';
import { drawsForMessage } from '../message/tell.ts';
import { notNow, unfit } from '../refusal.ts';
import { isLookOwed, mostDecisions, reviewsEndedBy } from './reviews-of-request.ts';
import { shownDenial } from './shown-denial.ts';
import { factOf, isOwnRefusal, withStopped } from './step-facts.ts';
import type { StepRequest } from './step-input.ts';
import { endOfNo } from './step-stops.ts';
import { whyNoStepUpFor } from './step-up.ts';
import { tellAboutRequest } from './told.ts';
import { stepsFrom, stepsOfSelf, transitions } from './transitions.ts';

export const stepDraws = {
  fact: 'fact',
  limit: 'lim',
  called: Array<string>(mostDecisions).fill('fact'),
  ...drawsForMessage,
} as const;

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

/** An answer that leaves out what a system has, or an erasure that one has not done, would say too much. */
function waitsForSystems(row: RequestRow, systems: readonly NamedSystem[]): Problem | undefined {
  if (!isTaskWork(row.kind)) return undefined;
  const open = systemsOpen(row, systems).map(({ key, state }) => `${key} (${state})`);
  return open.length === 0
    ? undefined
    : notNow(`Connected systems are not done: ${open.join(', ')}. See /v1/requests/${row.id}/tasks.`);
}

const decisionsIn = (input: StepRequest): readonly string[] =>
  input.step === 'fulfil' ? (input.withheld ?? []).flatMap(({ decision }) => decision ?? []) : [];

/** Who may take this step of which request, and whether it fits now. */
function stepped(
  state: State,
  { input, caller }: Command<StepRequest, typeof stepDraws>,
): (RequestRow & { subject: string }) | Problem {
  const row = state.request(input.request);
  if (row === undefined || !visible(row, state, caller)) return problem('not-found');
  const { subject } = row;
  if (subject === undefined) return problem('subject-erased');
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
  if (input.step === 'deny' && isToldWork(row.kind) && (row.tasks ?? []).length > 0)
    return notNow('It was accepted, and connected systems are told. It ends by itself when all of them are done.');
  const unsure = input.step === 'fulfil' ? whyNoStepUpFor(caller, row.kind) : undefined;
  if (unsure !== undefined) return unsure;
  if (isOwnRefusal(row, input, caller.actor))
    return notNow('You refused this request: somebody else has to decide about the appeal.');
  if (input.step === 'fulfil' && isLookOwed(state, row))
    return notNow('A person has to look at each decision first: conclude its review, or open one.');
  const waiting = input.step === 'fulfil' ? waitsForSystems(row, input.systems ?? []) : undefined;
  if (waiting !== undefined) return waiting;
  const unknown = decisionsIn(input).find((id) => state.fact(id)?.subject !== subject);
  return unknown === undefined ? { ...row, subject } : unknownDecision;
}

function decide(
  state: State,
  command: Command<StepRequest, typeof stepDraws>,
  now: Instant,
): Decided<RequestRow> | Problem {
  const { input, caller, ids } = command;
  const row = stepped(state, command);
  if (isProblem(row)) return row;
  const recorded = factOf(row, input, now);
  if (isProblem(recorded)) return recorded;
  const no = endOfNo(state, { row, input, caller, ids, now });
  if (isProblem(no)) return no;
  const fact: NewFact = { id: ids.fact, subject: row.subject, ...withStopped(recorded, no.stopped) };
  const result = foldRequest(row, { ...fact, at: now, actor: caller.actor });
  if (result === undefined) throw new Error('a step always leaves a row');
  const ends = input.step === 'cancel' || input.step === 'deny';
  const called = ends ? reviewsEndedBy(state, { row, ids: ids.called }) : [];
  const { step: event, reason, code } = input;
  const afterwards = tellAboutRequest(state, {
    event,
    row: result,
    lifts: no.before.length > 0,
    goesOn: no.after.some(({ kind }) => kind === 'limit.lifted'),
    dueBefore: row.dueAt,
    // Nobody is told their own words.
    ...defined({ reason: caller.self === undefined ? reason : undefined, code }),
    now,
    id: ids.message,
  });
  return {
    facts: [
      ...no.before.map((each) => each.fact),
      fact,
      ...called,
      ...afterwards.map((each) => each.fact),
      // Whoever is told that something may go on reads it before it does.
      ...no.after,
    ],
    result,
    effects: [...no.before, ...afterwards].map(({ effect }) => effect),
    main: fact.id,
  };
}

export const stepRequest: CommandRule<StepRequest, RequestRow, typeof stepDraws> = {
  kind: 'request.step',
  draws: () => stepDraws,
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
