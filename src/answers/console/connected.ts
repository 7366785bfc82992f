/**
 * Connected systems as those who answer requests see them: how each is, and the tasks that are open.
 * Flow:    http → here → ports/reads, answers/request → pages/console.
 * Promise: from recorded facts only, so that it is the same on every node and after every start; codes and counts,
 *          nothing of a person.
 * Source:  decision 0101; decision 0103.
 */
import type { CertifiedSystem } from '../../facts/erasure.ts';
import type { PageQuery, PlacedRequest, Reads } from '../../ports/reads.ts';
import type { TaskRow } from '../../views/request/task-row.ts';
import { defined } from '../../vocabulary/defined.ts';
import { type NamedSystem, taskWaits } from '../../vocabulary/task.ts';
import { askOpenTasks, type ShownTask } from '../request/open-tasks.ts';

export type ConnectedShow = 'open' | 'waits' | 'failing';

export interface ConnectedState extends NamedSystem {
  readonly health: 'works' | 'failing' | 'waits' | 'unasked' | 'gone';
  readonly answeredAt: string | null;
  /** What fails now; the moment is known of what is tried again by itself. */
  readonly failure: { readonly code: string; readonly at: string | null; readonly tries: number } | null;
  readonly open: number;
  readonly waits: number;
}

/** How many open requests are counted at most, how many that ended are looked through, and how many certificates. */
const MOST_OPEN = 5000;
const STEP = 200;
const ENDED = 100;
const CERTIFICATES = 20;

const time = (instant: number): string => new Date(instant).toISOString();

/** Nobody but a person can go on with it. */
const waitsForSomebody = ({ state, kind }: Pick<TaskRow, 'state' | 'kind'>): boolean =>
  state === 'parked' || (kind === 'manual' && state !== 'done');

const isShown: Readonly<Record<ConnectedShow, (task: ShownTask) => boolean>> = {
  open: ({ state }) => state !== 'done',
  waits: waitsForSomebody,
  failing: ({ state }) => state === 'failed',
};

async function openRequests(reads: Reads) {
  const rows: PlacedRequest[] = [];
  for (let found: readonly PlacedRequest[] = []; rows.length < MOST_OPEN; ) {
    found = await reads.requestsAtSystems({ after: rows.at(-1)?.position ?? -1, limit: STEP });
    rows.push(...found);
    if (found.length < STEP) return { rows, countedOf: null };
  }
  return { rows, countedOf: rows.length };
}

/** When a system answered requests that have ended; of people who were erased their certificates say it. */
async function answersOfEnded(reads: Reads): Promise<readonly (readonly [string, number])[]> {
  const { items } = await reads.requests({ state: 'fulfilled', limit: ENDED });
  const kept = items.flatMap(({ tasks = [] }) => answersOf(tasks));
  const erased = items.filter(({ kind, tasks }) => kind === 'erasure' && tasks === undefined).slice(0, CERTIFICATES);
  const certificates = await Promise.all(erased.map(({ id }) => reads.certificate(id)));
  const certified = certificates.flatMap(
    (certificate) => (certificate as { readonly systems?: readonly CertifiedSystem[] } | undefined)?.systems ?? [],
  );
  return [...kept, ...certified.map(({ system, at }) => [system, Date.parse(at)] as const)];
}

const answersOf = (tasks: readonly TaskRow[]) =>
  tasks.flatMap(({ system, doneAt }) => (doneAt === undefined ? [] : [[system, doneAt] as const]));

/** A task that failed waits as long as its tries say, so the moment of the failure follows from the next try. */
const failedAt = ({ state, until, tries }: TaskRow): string | null =>
  state !== 'failed' || until === undefined ? null : time(until - (taskWaits[tries - 1] ?? 0));

/** A system that says that it needs longer does what it was asked. */
const isFailing = ({ state, code }: TaskRow): boolean => state === 'failed' && code !== 'not-ready';

function failureOf(tasks: readonly TaskRow[]): ConnectedState['failure'] {
  const failed = tasks.filter((task) => (isFailing(task) || task.state === 'parked') && task.code !== undefined);
  const [newest] = failed.toSorted((one, other) => (failedAt(other) ?? '').localeCompare(failedAt(one) ?? ''));
  return newest?.code === undefined ? null : { code: newest.code, at: failedAt(newest), tries: newest.tries };
}

interface Asked {
  readonly tasks: readonly TaskRow[];
  readonly answers: readonly (readonly [string, number])[];
  readonly isConnected: boolean;
}

function stateOf({ key, name, kind }: NamedSystem, { tasks, answers, isConnected }: Asked): ConnectedState {
  const open = tasks.filter(({ system, state }) => system === key && state !== 'done');
  const answered = answers.flatMap(([system, at]) => (system === key ? [at] : []));
  const waits = open.filter(waitsForSomebody).length;
  const healthOf = (): ConnectedState['health'] => {
    if (!isConnected) return 'gone';
    if (waits > 0) return 'waits';
    if (open.some(isFailing)) return 'failing';
    return answered.length === 0 ? 'unasked' : 'works';
  };
  return {
    key,
    name,
    kind,
    health: healthOf(),
    answeredAt: answered.length === 0 ? null : time(Math.max(...answered)),
    failure: failureOf(open),
    open: open.length,
    waits,
  };
}

const rank = { waits: 0, failing: 1, gone: 2, works: 3, unasked: 4 } as const;

/** Every system that is connected, and those that were and have something open; what needs somebody first. */
export async function askStates(reads: Reads) {
  const { rows, countedOf } = await openRequests(reads);
  const tasks = rows.flatMap(({ row }) => row.tasks ?? []);
  const answers = [...answersOf(tasks), ...(await answersOfEnded(reads))];
  const connected = reads.settings.systems;
  const isKnown = new Set(connected.map(({ key }) => key));
  const former = new Map(tasks.filter(({ state }) => state !== 'done').map((task) => [task.system, task]));
  const gone = [...former].flatMap(([key, { name, kind }]) => (isKnown.has(key) ? [] : [{ key, name, kind }]));
  const systems = [
    ...connected.map((system) => stateOf(system, { tasks, answers, isConnected: true })),
    ...gone.map((system) => stateOf(system, { tasks, answers, isConnected: false })),
  ];
  return {
    systems: systems.toSorted((one, other) => rank[one.health] - rank[other.health]),
    countedOf,
  };
}

export interface ConnectedWants {
  readonly show: ConnectedShow;
  readonly system?: string;
}

export const isTaskWanted =
  ({ show, system }: ConnectedWants) =>
  (task: ShownTask): boolean =>
    isShown[show](task) && task.system === (system ?? task.system);

export async function askConnected(reads: Reads, { show, system, ...page }: ConnectedWants & PageQuery) {
  const tasks = await askOpenTasks(reads, page, isTaskWanted({ show, ...defined({ system }) }));
  return { ...(await askStates(reads)), ...tasks, show, system: system ?? null };
}
export type ConnectedShown = Awaited<ReturnType<typeof askConnected>>;
