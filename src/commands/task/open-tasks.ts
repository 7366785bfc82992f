/**
 * A request reaches every connected system: each gets a task, once.
 * Flow:    work-tasks (access), composed/erasing (an erasure that was decided), http (a correction or a restriction
 *          that was decided) → here → facts `task.opened`.
 * Promise: nothing of a person is looked for before it is sure who asks, and nobody is told of what could not be
 *          answered; a system that has a task for this request gets no second one.
 * Source:  GDPR 12(6), 15 to 19; decision 0101; decision 0106.
 */
import type { Keep } from '../../evaluation/keeps.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { Accepted } from '../../facts/task.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import { isTaskWork, isToldWork, type NamedSystem, type TaskWork } from '../../vocabulary/task.ts';
import type { Command, CommandRule, State } from '../command.ts';
import { notNow, timeOf } from '../refusal.ts';
import { stepDraws, stepRequest } from '../request/step.ts';
import { notSureEnough } from '../request/step-facts.ts';
import type { StepRequest } from '../request/step-input.ts';

/** More systems than anybody connects. */
const MOST_SYSTEMS = 100;
const draws = { tasks: Array<string>(MOST_SYSTEMS).fill('fact'), ...stepDraws } as const;

type Answer = StepRequest & { readonly step: 'fulfil' };

interface OpenTasks {
  readonly request: string;
  readonly systems: readonly NamedSystem[];
  /** What an erasure keeps, as it was decided. */
  readonly keep?: readonly Keep[];
  /** What is answered once every system was told. */
  readonly answer?: Answer;
}

interface OpenedTasks {
  readonly request: string;
  readonly opened: number;
  /** When it was decided, of an answer that waits for systems. */
  readonly begunAt?: Instant;
}

type Opening = Command<OpenTasks, typeof draws>;

/** Nobody is told of an answer that could not be given. */
function rehearsed(state: State, { input, caller, ids, requestId }: Opening, now: Instant): Problem | undefined {
  const { answer } = input;
  if (answer === undefined) return notNow('It is not decided yet what the systems are told.');
  const command = { kind: stepRequest.kind, input: { ...answer, systems: [] }, caller, ids, requestId };
  const decided = stepRequest.decide(state, command, now);
  return isProblem(decided) ? decided : undefined;
}

function refused(state: State, command: Opening, now: Instant): Problem | (RequestRow & { readonly subject: string }) {
  const row = state.request(command.input.request);
  if (row === undefined) return problem('not-found');
  const { subject, kind } = row;
  if (subject === undefined || state.person(subject).found !== 'known') return problem('subject-erased');
  if (!isTaskWork(kind) || !isOpenRequest(row.state)) return notNow('Nothing is asked of connected systems for it.');
  const wrong = isToldWork(kind) ? rehearsed(state, command, now) : notSureEnough(row, now);
  return wrong ?? { ...row, subject };
}

const acceptedIn = ({ reason, code, withheld, rectified }: Answer): Accepted => ({
  ...defined({ reason, code }),
  ...(withheld === undefined ? {} : { withheld: withheld.map((each) => ({ ...each })) }),
  ...(rectified === undefined ? {} : { rectified: rectified.map((each) => ({ ...each, told: [...each.told] })) }),
});

export const openTasks: CommandRule<OpenTasks, OpenedTasks, typeof draws> = {
  kind: 'task.open',
  draws: () => draws,
  keys: ({ request, answer }, caller) =>
    answer === undefined ? { requests: [request] } : stepRequest.keys(answer, caller),
  decide: (state, command, now) => {
    const row = refused(state, command, now);
    if (isProblem(row)) return row;
    const { input, ids } = command;
    const { keep = [], answer } = input;
    const missing = input.systems.filter(({ key }) => !(row.tasks ?? []).some(({ system }) => system === key));
    const facts = missing.slice(0, MOST_SYSTEMS).map(
      (system, at): NewFact => ({
        id: ids.tasks[at] ?? '',
        kind: 'task.opened',
        subject: row.subject,
        payload: {
          v: 1,
          request: row.id,
          system: system.key,
          name: system.name,
          work: row.kind as TaskWork,
          kind: system.kind,
          ...(keep.length === 0 ? {} : { keep: keep.map((each) => ({ ...each })) }),
          ...(answer === undefined ? {} : { accepted: acceptedIn(answer) }),
        },
      }),
    );
    const decidedAt = answer === undefined ? {} : { begunAt: now };
    return { facts, result: { request: row.id, opened: facts.length, ...decidedAt } };
  },
  reply: ({ request, opened, begunAt }) =>
    begunAt === undefined
      ? { status: 200, body: { opened } }
      : {
          status: 202,
          body: { underWay: request, request, begunAt: timeOf(begunAt), look: `/v1/requests/${request}/tasks` },
        },
};
