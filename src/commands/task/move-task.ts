/**
 * A task goes from state to state: begun, failed, parked, asked for anew.
 * Flow:    work-tasks, http (POST …/tasks/{system}/retry) → here → fact `task.moved`.
 * Promise: one run at a time: a run is a lease that its own fact names, and whoever comes back with an old one changes
 *          nothing. Nothing is erased of somebody under a legal hold.
 * Source:  decision 0101; GDPR 17(3).
 */
import { standingHolds } from '../../evaluation/holds.ts';
import type { Instant, NewFact } from '../../facts/fact.ts';
import type { TaskKept, TaskTable } from '../../facts/task.ts';
import type { TaskRow } from '../../views/request/task-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { isProblem, type Problem, problem } from '../../vocabulary/problems.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import { isAfterwards, isUntouched, taskLeaseMs, taskWaits } from '../../vocabulary/task.ts';
import type { CommandRule, State } from '../command.ts';
import { notNow, timeOf } from '../refusal.ts';

const draws = { fact: 'fact' } as const;

export interface TaskNamed {
  readonly request: string;
  readonly system: string;
}

type MoveTask = TaskNamed &
  (
    | { readonly move: 'begin' }
    | { readonly move: 'retry' }
    | {
        readonly move: 'note';
        readonly lease: string;
        readonly tables: readonly TaskTable[];
        readonly kept: readonly TaskKept[];
      }
    | {
        readonly move: 'fail';
        readonly lease: string;
        readonly code: string;
        readonly details: readonly string[];
        readonly isLasting: boolean;
        /** It goes on there: it is looked at again then, and that was no try. */
        readonly againAt?: Instant;
      }
  );

interface MovedTask {
  readonly to: 'waiting' | 'running' | 'failed' | 'parked';
  readonly lease: string;
}

interface FoundTask {
  readonly subject: string;
  readonly task: TaskRow;
}

/** The task, where its request is open and its person there. */
export function taskIn(state: State, { request, system }: TaskNamed): FoundTask | Problem {
  const row = state.request(request);
  const theirs = row?.tasks?.filter((each) => each.system === system);
  const task = theirs?.find(({ state: now }) => now !== 'done') ?? theirs?.[0];
  if (row === undefined || task === undefined) return problem('not-found');
  if (row.subject === undefined || state.person(row.subject).found !== 'known') return problem('subject-erased');
  if (!isOpenRequest(row.state) && !isAfterwards(task.work))
    return notNow(`The request is ${row.state}, so nothing more is asked for it.`);
  if (task.state === 'done') return notNow('This system is done.');
  return { subject: row.subject, task };
}

interface Move extends Omit<MovedTask, 'lease'> {
  readonly tries: number;
  readonly until?: Instant;
  readonly code?: string;
  readonly details?: readonly string[];
  readonly tables?: readonly TaskTable[];
  readonly kept?: readonly TaskKept[];
}

const isUnderHold = (state: State, subject: string, now: Instant): boolean => {
  const person = state.person(subject);
  return person.found === 'known' && standingHolds(person.standing, now).length > 0;
};

function begun(state: State, { subject, task }: FoundTask, now: Instant): Move | Problem {
  const isFree =
    task.state === 'waiting' || ((task.state === 'failed' || task.state === 'running') && (task.until ?? 0) <= now);
  if (!isFree || task.kind === 'manual') return notNow(`The task is ${task.state}.`);
  if (task.work === 'erasure' && isUnderHold(state, subject, now))
    return { to: 'parked', tries: task.tries, code: 'legal-hold' };
  return { to: 'running', tries: task.tries + 1, until: now + taskLeaseMs };
}

const whyOf = ({ code, details }: Extract<MoveTask, { move: 'fail' }>) => ({
  code,
  ...(details.length === 0 ? {} : { details }),
});

function moved(
  state: State,
  { input, now }: { readonly input: MoveTask; readonly now: Instant },
): (Move & { subject: string; task: TaskRow }) | Problem {
  const found = taskIn(state, input);
  if (isProblem(found)) return found;
  const { task } = found;
  if (input.move === 'begin') {
    const move = begun(state, found, now);
    return isProblem(move) ? move : { ...move, ...found };
  }
  if (input.move === 'retry') {
    if (task.state !== 'parked' && task.state !== 'failed') return notNow(`The task is ${task.state}.`);
    return { to: 'waiting', tries: 0, ...found };
  }
  if (task.state !== 'running' || task.lease !== input.lease) return notNow('Somebody else has this task by now.');
  if (input.move === 'note') {
    const { tables, kept } = input;
    return { to: 'running', tries: task.tries, ...defined({ until: task.until }), tables, kept, ...found };
  }
  if (input.againAt !== undefined)
    return { to: 'failed', tries: task.tries - 1, until: input.againAt, ...whyOf(input), ...found };
  const wait = input.isLasting ? undefined : taskWaits[task.tries - 1];
  const why = whyOf(input);
  return wait === undefined
    ? { to: 'parked', tries: task.tries, ...why, ...found }
    : { to: 'failed', tries: task.tries, until: now + wait, ...why, ...found };
}

export const moveTask: CommandRule<MoveTask, MovedTask, typeof draws> = {
  kind: 'task.move',
  draws: () => draws,
  keys: ({ request }) => ({ requests: [request] }),
  decide: (state, { input, ids }, now) => {
    const move = moved(state, { input, now });
    if (isProblem(move)) return move;
    const { subject, task, to, tries, until, code, details, tables, kept } = move;
    // A run that finds nothing takes nothing away from what one before it noted.
    if (tables?.every(isUntouched) === true) return { facts: [], result: { to, lease: task.lease ?? '' } };
    const fact: NewFact = {
      id: ids.fact,
      kind: 'task.moved',
      subject,
      payload: {
        v: 1,
        request: input.request,
        system: task.system,
        name: task.name,
        to,
        tries,
        ...(until === undefined ? {} : { until: timeOf(until) }),
        ...defined({ code }),
        ...(details === undefined ? {} : { details: details.map((each) => each.slice(0, 400)) }),
        ...(tables === undefined ? {} : { tables: tables.map((each) => ({ ...each })) }),
        ...(kept === undefined || kept.length === 0 ? {} : { kept: kept.map((each) => ({ ...each })) }),
      },
    };
    return { facts: [fact], result: { to, lease: ids.fact } };
  },
  reply: ({ to, lease }, entry) => ({ status: 200, body: { state: to, lease, ...defined({ entry }) } }),
};
