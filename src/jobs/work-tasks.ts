/**
 * Works the tasks of connected systems: opens them for requests of access, runs what is due, and ends an erasure when
 * all systems are done.
 * Flow:    views (what is due) → here → connectors → commands/task; the house's own erasure comes last.
 * Promise: nothing stands in this process alone: a run is a lease in the ledger, so a process that is killed leaves a
 *          task that somebody takes up again. A request is never ended here over a task that is not done.
 * Source:  decision 0101.
 */
import type { ErasedInSystem, FoundInSystem, PersonNames, SystemWork } from '../connectors/system-work.ts';
import type { House } from '../ports/house.ts';
import type { Recorded, Sender } from '../ports/records.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import { systemsOpen, type TaskRow } from '../views/request/task-row.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { isProblem } from '../vocabulary/problems.ts';
import type { NamedSystem } from '../vocabulary/task.ts';
import { lastWaitFor } from './last-wait.ts';

export interface WorkingTasks {
  readonly house: Pick<House, 'record' | 'erase' | 'requestsWithTasks' | 'identifiersOf' | 'now' | 'status'>;
  readonly systems: readonly NamedSystem[];
  /** The way to a system; nothing for one that is no longer connected, or that a person works. */
  workOf(system: string, of: { readonly request: string }): SystemWork | undefined;
  readonly sender: Sender;
  /** Whether another process could be running a task now. */
  readonly isAlone: boolean;
}

const AT_ONCE = 4;
const PAGE = 200;
const EVER = 8_640_000_000_000_000;

async function namesOf({ house }: WorkingTasks, subject: string): Promise<PersonNames> {
  const all = (await house.identifiersOf(subject)).map(foldIdentifier);
  const under = (scheme: string) =>
    all.filter((each) => each.startsWith(`${scheme}:`)).map((each) => each.slice(scheme.length + 1));
  return { customer: under('customer'), email: under('email'), phone: under('phone') };
}

const bodyOf = (recorded: Exclude<Recorded, { code: string }>): { readonly state?: string; readonly lease?: string } =>
  JSON.parse(Buffer.from((recorded as { bytes: Uint8Array }).bytes).toString('utf8'));

/** One task, from its lease to its end. */
async function work(working: WorkingTasks, { id: request, subject }: RequestRow, task: TaskRow): Promise<void> {
  const { house, sender } = working;
  const { system } = task;
  const begun = await house.record('task.move', { request, system, move: 'begin' }, sender);
  if (isProblem(begun) || subject === undefined) return;
  const { state, lease = '' } = bodyOf(begun);
  if (state !== 'running') return;
  const way = working.workOf(system, { request });
  const person = await namesOf(working, subject);
  const answer =
    way === undefined ? notConnected : await (task.work === 'access' ? way.access(person) : way.erase(person));
  if ('failed' in answer) {
    const { failed: code, details, isLasting } = answer;
    await house.record('task.move', { request, system, move: 'fail', lease, code, details, isLasting }, sender);
    return;
  }
  await house.record('task.end', { request, system, by: 'connector', lease, ...resultOf(answer) }, sender);
}

const notConnected = { failed: 'not-connected', isLasting: true, details: [] } as const;

function resultOf(answer: FoundInSystem | ErasedInSystem) {
  if ('kept' in answer) return { tables: answer.tables, kept: answer.kept };
  const tables = answer.tables.map(({ name, rows }) => ({ name, rows: rows.length }));
  if (tables.length === 0) return { tables };
  return { tables, bytes: Buffer.from(JSON.stringify(answer.tables)).toString('base64') };
}

/** Every system is done: the house itself is the last. */
async function endErasure(
  { house, sender }: WorkingTasks,
  { id: request, subject, tasks = [] }: RequestRow,
): Promise<void> {
  if (subject === undefined) return;
  const keep = tasks.find((task) => task.keep !== undefined)?.keep;
  await house.erase(subject, { sender, request, ...(keep === undefined ? {} : { keep }) });
}

const isDue =
  (now: number) =>
  (task: TaskRow): boolean =>
    task.kind !== 'manual' && task.state !== 'done' && task.state !== 'parked' && (task.until ?? task.openedAt) <= now;

type Piece = readonly [name: string, run: () => Promise<unknown>];

/** What is to be done for one request now. */
function piecesFor(working: WorkingTasks, row: RequestRow): readonly Piece[] {
  const { house, systems, sender } = working;
  const tasks = row.tasks ?? [];
  const isMissing = systemsOpen(row, systems).some(({ state }) => state === 'none');
  // An erasure gets its tasks when it is decided; one that is decided gets those of systems that came later, too.
  if (isMissing && (row.kind === 'access' || tasks.length > 0))
    return [[row.id, () => house.record('task.open', { request: row.id, systems }, sender)]];
  if (row.kind === 'erasure' && tasks.length > 0 && tasks.every(({ state }) => state === 'done'))
    return [[row.id, () => endErasure(working, row)]];
  return tasks.filter(isDue(house.now())).map((task) => [`${row.id} ${task.system}`, () => work(working, row, task)]);
}

/** Runs that a process before this one left: nobody else can be at them. */
async function takeBack({ house, sender }: WorkingTasks): Promise<void> {
  for (const { id: request, tasks = [] } of await house.requestsWithTasks({ before: EVER, limit: PAGE }))
    for (const { system, state, lease } of tasks)
      if (state === 'running' && lease !== undefined)
        await house.record(
          'task.move',
          { request, system, move: 'fail', lease, code: 'broken-off', details: [], isLasting: false },
          sender,
        );
}

/** One round, to its end; tells how much there was to do. */
export async function workTasks(working: WorkingTasks): Promise<number> {
  const due = await working.house.requestsWithTasks({ before: working.house.now(), limit: PAGE });
  const pieces = due.flatMap((row) => piecesFor(working, row));
  await Promise.all(pieces.map(([, run]) => run()));
  return pieces.length;
}

interface Rounds {
  readonly everyMs?: number;
  /** Told a fixed code. */
  readonly report: (code: 'tasks-stand-still') => void;
}

/** Looks every moment, until it is stopped; what a stop leaves is taken up at the next start. */
export function startTasks(working: WorkingTasks, { everyMs = 500, report }: Rounds): { stop(): Promise<void> } {
  const running = new Map<string, Promise<unknown>>();
  let isBusy = false;
  let isEnding = false;
  let isTakenBack = !working.isAlone;
  const fails = (): void => void (isEnding || report('tasks-stand-still'));
  const look = async (): Promise<void> => {
    if (working.house.status().state !== 'ready') return;
    if (!isTakenBack) await takeBack(working);
    isTakenBack = true;
    const due = await working.house.requestsWithTasks({ before: working.house.now(), limit: PAGE });
    for (const [name, run] of due.flatMap((row) => piecesFor(working, row))) {
      if (isEnding || running.size >= AT_ONCE) return;
      if (running.has(name)) continue;
      running.set(
        name,
        run()
          .catch(fails)
          .finally(() => running.delete(name)),
      );
    }
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    look()
      .catch(fails)
      .finally(() => {
        isBusy = false;
      });
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      isEnding = true;
      await lastWaitFor(Promise.all(running.values()));
    },
  };
}
