/**
 * Works the tasks of connected systems: opens them for requests of access, runs what is due, and ends an erasure when
 * all systems are done.
 * Flow:    views (what is due) → here → connectors → commands/task; the house's own erasure comes last.
 * Promise: nothing stands in this process alone: a run is a lease in the ledger, so a process that is killed leaves a
 *          task that somebody takes up again. A request is never ended here over a task that is not done.
 * Source:  decision 0101.
 */
import { askAccepted } from '../answers/request/ask-accepted.ts';
import type {
  ConnectedFault,
  ErasedInSystem,
  FoundInSystem,
  PersonNames,
  SystemWork,
} from '../connectors/system-work.ts';
import type { House } from '../ports/house.ts';
import type { DuePlace, DueRequest } from '../ports/reads.ts';
import type { Recorded, Sender } from '../ports/records.ts';
import type { RequestRow } from '../views/request/request-row.ts';
import { systemsOpen, type TaskRow } from '../views/request/task-row.ts';
import { defined } from '../vocabulary/defined.ts';
import { foldIdentifier } from '../vocabulary/identifier.ts';
import { isProblem } from '../vocabulary/problems.ts';
import { isOpenRequest } from '../vocabulary/request.ts';
import { isToldWork, type NamedSystem } from '../vocabulary/task.ts';
import { answerTold, openMissing } from './accepted-answer.ts';
import { lastWaitFor } from './last-wait.ts';
import { startRounds } from './rounds.ts';
import { openPool, type Piece } from './task-pool.ts';
import { followLifted, tellLifted } from './tell-lifted.ts';

/** The request for which a system is asked. */
export type AskedFor = Pick<RequestRow, 'id' | 'receivedAt' | 'regimes'>;

export interface WorkingTasks {
  readonly house: Pick<
    House,
    | 'record'
    | 'erase'
    | 'facts'
    | 'settings'
    | 'ledger'
    | 'requests'
    | 'requestsWithTasks'
    | 'changes'
    | 'newestChange'
    | 'identifiersOf'
    | 'now'
    | 'status'
  >;
  readonly systems: readonly NamedSystem[];
  /** The way to a system; nothing for one that is no longer connected, or that a person works. */
  workOf(system: string, of: AskedFor): SystemWork | undefined;
  readonly sender: Sender;
  /** Whether another process could be running a task now. */
  readonly isAlone: boolean;
}

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
async function work(working: WorkingTasks, row: RequestRow, task: TaskRow): Promise<unknown> {
  const { house, sender } = working;
  const { id: request, subject } = row;
  const { system } = task;
  const begun = await house.record('task.move', { request, system, move: 'begin' }, sender);
  if (isProblem(begun)) return begun;
  const { state, lease = '' } = bodyOf(begun);
  if (state !== 'running' || subject === undefined) return undefined;
  const way = working.workOf(system, row);
  const person = await namesOf(working, subject);
  const whole = (erased: ErasedInSystem) => (way?.isPiecemeal ? withBefore(task, erased) : erased);
  // Written down before the system makes it final: whoever is killed in between could not say any more what was done.
  const noted = async (erased: ErasedInSystem) => {
    const note = { request, system, move: 'note', lease, ...resultOf(whole(erased)) } as const;
    return isProblem(await house.record('task.move', note, sender)) ? brokenOff : undefined;
  };
  const answer = way === undefined ? notConnected : await worked(working, { row, task, way, person, noted });
  if ('failed' in answer) {
    const { failed: code, details, isLasting, againAt } = answer;
    const failed = { code, details, isLasting, ...defined({ againAt }) };
    return house.record('task.move', { request, system, move: 'fail', lease, ...failed }, sender);
  }
  return house.record(
    'task.end',
    { request, system, by: 'connector', lease, ...endOf('kept' in answer ? whole(answer) : answer) },
    sender,
  );
}

interface Run {
  readonly row: RequestRow;
  readonly task: TaskRow;
  readonly way: SystemWork;
  readonly person: PersonNames;
  readonly noted: NonNullable<Parameters<SystemWork['erase']>[1]>;
}

async function worked(working: WorkingTasks, { row, task, way, person, noted }: Run) {
  switch (task.work) {
    case 'access':
      return way.access(person);
    case 'erasure':
      return way.erase(person, noted);
    case 'rectification': {
      const { rectified = [] } = (await askAccepted(working.house, row)) ?? {};
      const corrections = rectified.map(({ what, from, to }) => ({ what, to, ...defined({ from }) }));
      return way.tell(person, { work: task.work, corrections });
    }
    case 'restriction':
    case 'restriction-lifted': {
      const purposes = (row.stopped ?? []).map(({ purpose }) => purpose);
      const named = purposes.filter((purpose) => purpose !== undefined);
      return way.tell(person, { work: task.work, ...(named.length < purposes.length ? {} : { purposes: named }) });
    }
  }
}

const brokenOff: ConnectedFault = { failed: 'broken-off', isLasting: false, details: [] };
const notConnected: ConnectedFault = { failed: 'not-connected', isLasting: true, details: [] };

/** What an earlier run began to do counts, too: this one found only what that one left. */
function withBefore({ noted }: TaskRow, { tables, kept }: ErasedInSystem): ErasedInSystem {
  const before = noted?.tables ?? [];
  const names = [...new Set([...before, ...tables].map(({ name }) => name))];
  const most = (all: ErasedInSystem['tables'], name: string) => all.find((each) => each.name === name)?.deleted ?? 0;
  return { tables: names.map((name) => ({ name, deleted: Math.max(most(before, name), most(tables, name)) })), kept };
}

const resultOf = ({ tables, kept }: ErasedInSystem) => ({ tables, kept });

function endOf(answer: FoundInSystem | ErasedInSystem | { readonly told: true }) {
  if ('told' in answer) return { tables: [] };
  if ('kept' in answer) return resultOf(answer);
  const tables = answer.tables.map(({ name, rows }) => ({ name, rows: rows.length }));
  if (tables.length === 0) return { tables };
  return { tables, bytes: Buffer.from(JSON.stringify(answer.tables)).toString('base64') };
}

/** Every system is done: the house itself is the last. */
async function endErasure(
  { house, sender }: WorkingTasks,
  { id: request, subject, tasks = [] }: RequestRow,
): Promise<unknown> {
  if (subject === undefined) return undefined;
  const keep = tasks.find((task) => task.keep !== undefined)?.keep;
  return house.erase(subject, { sender, request, ...(keep === undefined ? {} : { keep }) });
}

const isDue =
  (now: number) =>
  (task: TaskRow): boolean =>
    task.kind !== 'manual' && task.state !== 'done' && task.state !== 'parked' && (task.until ?? task.openedAt) <= now;

/** What is to be done for one request now. */
function piecesFor(working: WorkingTasks, row: RequestRow): readonly Piece[] {
  const { house, systems } = working;
  const tasks = row.tasks ?? [];
  const worked = tasks.filter(isDue(house.now()));
  const pieces = worked.map((task): Piece => [`${row.id} ${task.system}`, () => work(working, row, task)]);
  if (!isOpenRequest(row.state)) return pieces;
  const isMissing = systemsOpen(row, systems).some(({ state }) => state === 'none');
  // An erasure gets its tasks when it is decided; one that is decided gets those of systems that came later, too.
  if (isMissing && (row.kind === 'access' || tasks.length > 0)) return [[row.id, () => openMissing(working, row)]];
  const isAllDone = tasks.length > 0 && tasks.every(({ state }) => state === 'done');
  if (isAllDone && row.kind === 'erasure') return [[row.id, () => endErasure(working, row)]];
  if (isAllDone && isToldWork(row.kind)) return [[row.id, () => answerTold(working, row)]];
  return pieces;
}

/** Page by page, so that no number of requests hides those behind it. */
async function allDue(house: Pick<House, 'requestsWithTasks'>, before: number): Promise<readonly RequestRow[]> {
  const found: DueRequest[] = [];
  for (let page: readonly DueRequest[] | undefined; page === undefined || page.length === PAGE; ) {
    const after = found.at(-1);
    page = await house.requestsWithTasks({ before, limit: PAGE, ...defined({ after }) });
    found.push(...page);
  }
  return found.map(({ row }) => row);
}

/** Runs that a process before this one left: nobody else can be at them. */
async function takeBack({ house, sender }: WorkingTasks): Promise<void> {
  const all = await allDue(house, EVER);
  for (const { id: request, tasks = [] } of all)
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
  await tellLifted(working);
  const due = await allDue(working.house, working.house.now());
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
  let isEnding = false;
  let isTakenBack = !working.isAlone;
  /** The last request that was looked at; the next look goes on behind it. */
  let seen: DuePlace | undefined;
  const fails = (): void => void (isEnding || report('tasks-stand-still'));
  const pool = openPool(fails);
  const lifted = followLifted(working);
  const look = async (): Promise<void> => {
    if (working.house.status().state !== 'ready') return;
    if (!isTakenBack) await takeBack(working);
    isTakenBack = true;
    await lifted();
    const wants = { before: working.house.now(), limit: PAGE, ...defined({ after: seen }) };
    const due = await working.house.requestsWithTasks(wants);
    pool.forgetRested();
    for (const [name, run] of due.flatMap(({ row }) => piecesFor(working, row)))
      if (!isEnding && !pool.isFull()) pool.begin(name, run);
    // What rests on this page hides nothing on the next one; where more could begin here, it comes first.
    if (!pool.isFull()) seen = due.length < PAGE ? undefined : due.at(-1);
  };
  const rounds = startRounds({ everyMs, run: () => look().catch(fails) });
  return {
    async stop() {
      rounds.end();
      isEnding = true;
      await lastWaitFor(pool.all());
    },
  };
}
