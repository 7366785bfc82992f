/**
 * How far the connected systems have come with one request: rows inside the row of the request.
 * Flow:    facts/task (recorded) → here → request-row.ts → commands/task, work-tasks, answers.
 * Promise: plain JSON without a row of anybody and without free text; whoever comes back with an old lease finds
 *          another one there.
 * Source:  decision 0101.
 */
import type { Keep } from '../../evaluation/keeps.ts';
import type { DecidedFactOf, Instant } from '../../facts/fact.ts';
import type { TaskKept, TaskTable } from '../../facts/task.ts';
import { defined } from '../../vocabulary/defined.ts';
import { timeOf } from '../../vocabulary/instant.ts';
import {
  isOpenRequest,
  type RequestKind,
  type RequestState,
  type VerificationLevel,
} from '../../vocabulary/request.ts';
import {
  isAfterwards,
  isToldWork,
  type NamedSystem,
  type SystemKind,
  type TaskState,
  type TaskWork,
} from '../../vocabulary/task.ts';

interface Noted {
  readonly tables: readonly TaskTable[];
  readonly kept: readonly TaskKept[];
}

export interface TaskRow {
  readonly system: string;
  readonly name: string;
  readonly kind: SystemKind;
  readonly work: TaskWork;
  readonly state: TaskState;
  readonly openedAt: Instant;
  readonly tries: number;
  /** The fact that began the run that goes on. */
  readonly lease?: string;
  /** The end of the lease, or when it is tried again. */
  readonly until?: Instant;
  readonly code?: string;
  readonly details?: readonly string[];
  readonly keep?: readonly Keep[];
  /** The fact that opened it, where the answer stands that was decided. */
  readonly accepted?: string;
  /** What the last run that came so far did, before it was made final: nobody knows whether it was. */
  readonly noted?: Noted;
  readonly doneAt?: Instant;
  readonly by?: 'connector' | 'person';
  readonly tables?: readonly TaskTable[];
  readonly kept?: readonly TaskKept[];
  readonly file?: string;
  /** The fact that ended it, where words of a person are. */
  readonly fact?: string;
}

type TaskFact = DecidedFactOf<'task.opened'> | DecidedFactOf<'task.moved'> | DecidedFactOf<'task.done'>;

/** Members in an order of their own, because an opened payload has another one, and a rebuilt view is the same view. */
const tableRow = ({ name, rows, deleted, masked, shared }: TaskTable): TaskTable => ({
  name,
  ...defined({ rows, deleted, masked, shared }),
});

const keptRow = ({ name, reason }: TaskKept): TaskKept => ({ name, reason });

function next(task: TaskRow, fact: Exclude<TaskFact, { kind: 'task.opened' }>): TaskRow {
  const { system, name, kind, work, openedAt, keep, accepted } = task;
  const same = { system, name, kind, work, openedAt, ...defined({ keep, accepted }) };
  if (fact.kind === 'task.moved') {
    const { to, tries, until, code, details, tables, kept = [] } = fact.payload;
    const noted = tables === undefined ? task.noted : { tables: tables.map(tableRow), kept: kept.map(keptRow) };
    // A note is of the run that goes on, and its lease stays.
    const lease = tables === undefined ? fact.id : task.lease;
    return {
      ...same,
      ...defined({ noted }),
      state: to,
      tries,
      ...(to === 'running' ? defined({ lease }) : {}),
      ...(until === undefined ? {} : { until: Date.parse(until) }),
      ...defined({ code, details }),
    };
  }
  const { by, tables, kept, file } = fact.payload;
  return {
    ...same,
    state: 'done',
    tries: task.tries,
    doneAt: fact.at,
    by,
    ...defined({
      tables: tables?.map(tableRow),
      kept: kept?.map(keptRow),
      file,
    }),
    fact: fact.id,
  };
}

export function foldTasks(tasks: readonly TaskRow[], fact: TaskFact): readonly TaskRow[] {
  const { system } = fact.payload;
  if (fact.kind !== 'task.opened')
    return tasks.map((task) => (task.system === system && task.state !== 'done' ? next(task, fact) : task));
  const { name, kind, work, keep, accepted } = fact.payload;
  const kept = keep?.map(({ purpose, code, until }) => ({ purpose, code, until }));
  const task: TaskRow = {
    system,
    name,
    kind,
    work,
    state: 'waiting',
    openedAt: fact.at,
    tries: 0,
    ...defined({ keep: kept, accepted: accepted === undefined ? undefined : fact.id }),
  };
  return [...tasks, task];
}

/** Later than anything: it waits for a person. */
const NEVER = 8_640_000_000_000_000;

interface WithTasks {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly verification: VerificationLevel;
  readonly receivedAt: Instant;
  readonly tasks?: readonly TaskRow[];
}

const dueOfTask = ({ state, kind, openedAt, until }: TaskRow): Instant => {
  if (state === 'parked' || kind === 'manual') return NEVER;
  return until ?? openedAt;
};

/**
 * When there is something to do for connected systems; null where nothing is open. A request for access is looked at as
 * soon as somebody looked at who asks, and what was decided goes on when all systems are done.
 */
export function tasksDueAt({ kind, state, verification, receivedAt, tasks = [] }: WithTasks): Instant | null {
  if (!isOpenRequest(state)) {
    const after = tasks.filter((task) => isAfterwards(task.work) && task.state !== 'done');
    return after.length === 0 ? null : Math.min(...after.map(dueOfTask));
  }
  if (tasks.length === 0) return kind === 'access' && verification !== 'none' ? receivedAt : null;
  const open = tasks.filter((task) => task.state !== 'done');
  if (open.length > 0) return Math.min(...open.map(dueOfTask));
  return kind === 'erasure' || isToldWork(kind) ? receivedAt : null;
}

/** Systems that have not done what the request needs: those without a task, and those whose task is not done. */
export function systemsOpen(
  { tasks = [] }: Pick<WithTasks, 'tasks'>,
  systems: readonly NamedSystem[],
): readonly { readonly key: string; readonly state: TaskState | 'none' }[] {
  const without = systems.filter(({ key }) => !tasks.some((task) => task.system === key));
  return [
    ...without.map(({ key }) => ({ key, state: 'none' as const })),
    ...tasks.filter(({ state }) => state !== 'done').map(({ system, state }) => ({ key: system, state })),
  ];
}

/** As officers see it. */
export const showTask = (request: string, task: TaskRow) => ({
  request,
  system: task.system,
  name: task.name,
  kind: task.kind,
  work: task.work,
  state: task.state,
  tries: task.tries,
  openedAt: timeOf(task.openedAt),
  ...(task.state === 'failed' && task.until !== undefined ? { nextAt: timeOf(task.until) } : {}),
  ...defined({ code: task.code, details: task.details, by: task.by, tables: task.tables, kept: task.kept }),
  ...(task.doneAt === undefined ? {} : { doneAt: timeOf(task.doneAt) }),
});
