/**
 * A database of the company as a connected system: read with one account, erased with another.
 * Flow:    systems/read-maps (plan), whoever works a request → here → postgres.ts, mariadb.ts.
 * Promise: one transaction a run: whatever ends it in between, a kill, a lost connection or a fault, leaves everything
 *          as it was. The credential is read for each run, so that one that was changed or withdrawn counts at once.
 * Source:  decision 0100.
 */
import type { MaskChance } from '../../systems/masks.ts';
import type { DataPlan } from '../../systems/plan.ts';
import { taskRunMs } from '../../vocabulary/task.ts';
import {
  type ConnectedFault,
  type ErasedInSystem,
  type FoundInSystem,
  fault,
  lastingFault,
  type PersonNames,
  type SecretOf,
  SystemTrouble,
  type SystemWork,
} from '../system-work.ts';
import type { Database } from './database.ts';
import { eraseRows } from './erase-rows.ts';
import { mariadbRun } from './mariadb.ts';
import { postgresRun } from './postgres.ts';
import { type Bounds, readRows } from './read-rows.ts';
import { type LiveSchema, readSchema, unfitFor } from './schema.ts';

export interface SqlSetup {
  readonly plan: DataPlan;
  readonly secret: SecretOf;
  readonly chance: () => MaskChance;
  /** Of each statement. */
  readonly timeoutMs?: number;
  /** Of a whole run. */
  readonly runMs?: number;
  readonly bounds?: Bounds;
}

const TIMEOUT_MS = 30_000;
const BOUNDS: Bounds = { rows: 100_000, bytes: 16 * 1024 * 1024 };

/** A run that takes longer than somebody waits for it changes nothing: whoever comes after it may have begun. */
function untilLate(database: Database, runMs: number): Database {
  const end = performance.now() + runMs;
  const inTime =
    <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      if (performance.now() > end) throw new SystemTrouble(fault('timeout'));
      return work(...given);
    };
  const { rows, change, commit } = database;
  return { ...database, rows: inTime(rows), change: inTime(change), commit: inTime(commit) };
}

/** Nothing is made final under a credential that was withdrawn or replaced in the meantime. */
async function stillKnown({ secret, name, url }: { secret: SecretOf; name: string; url: string }): Promise<void> {
  const now = await secret(name);
  if (typeof now !== 'string') throw new SystemTrouble(now);
  if (now !== url) throw new SystemTrouble(fault('secret-replaced', [name]));
}

interface Run {
  readonly database: Database;
  readonly live: LiveSchema;
}

async function inDatabase<T>(
  { plan, secret, timeoutMs = TIMEOUT_MS, runMs = taskRunMs }: SqlSetup,
  isReadOnly: boolean,
  work: (run: Run) => Promise<T>,
): Promise<T | ConnectedFault> {
  const { system } = plan;
  const name = isReadOnly ? system.read : system.erase;
  const url = await secret(name);
  if (typeof url !== 'string') return url;
  const open = system.kind === 'postgresql' ? postgresRun : mariadbRun;
  let database: Database | undefined;
  try {
    const opened = untilLate(await open({ url, isReadOnly, timeoutMs }), runMs);
    database = { ...opened, commit: () => stillKnown({ secret, name, url }).then(opened.commit) };
    const live = await readSchema(database, system.schema);
    return await work({ database, live });
  } catch (thrown) {
    if (thrown instanceof SystemTrouble) return thrown.told;
    throw thrown;
  } finally {
    await database?.close();
  }
}

/** Where map and database disagree; nothing of a person is read. */
export const checkSystem = (setup: SqlSetup): Promise<readonly string[] | ConnectedFault> =>
  inDatabase(setup, true, async ({ live }) => unfitFor(setup.plan, live));

export function sqlSystem(setup: SqlSetup): SystemWork {
  const { plan, bounds = BOUNDS } = setup;
  const reading = (person: PersonNames, { database, live }: Run) => {
    const unfit = unfitFor(plan, live);
    if (unfit.length > 0) throw new SystemTrouble(lastingFault('map-unfit', unfit.slice(0, 20)));
    return { database, plan, live, person, bounds };
  };
  const access = async (person: PersonNames): Promise<FoundInSystem | ConnectedFault> => {
    if (isNameless(plan, person)) return nameless;
    return inDatabase(setup, true, async (run): Promise<FoundInSystem> => {
      const found = await readRows({ ...reading(person, run), locks: false });
      await run.database.commit();
      return { tables: [...found].flatMap(([name, { rows }]) => (rows.length === 0 ? [] : [{ name, rows }])) };
    });
  };
  return {
    access,
    // Which column holds what was wrong, and what stops a use of it, somebody has to say who knows the database.
    async tell(person) {
      const found = await access(person);
      if ('failed' in found) return found;
      const names = found.tables.map(({ name }) => name);
      return names.length === 0 ? { told: true } : lastingFault('by-hand', names.slice(0, 20));
    },
    async erase(person, beforeFinal) {
      if (isNameless(plan, person)) return nameless;
      return inDatabase(setup, false, async (run): Promise<ErasedInSystem> => {
        const asked = { ...reading(person, run), locks: true };
        const found = await readRows(asked);
        const tables = await eraseRows({ ...asked, found, chance: setup.chance() });
        const erased = { tables, kept: keptWith(plan, found) };
        const refused = await beforeFinal?.(erased);
        if (refused !== undefined) throw new SystemTrouble(refused);
        await run.database.commit();
        return erased;
      });
    },
  };
}

/** Nobody can be looked for by a name that they do not have; that is not the same as having found nothing. */
const isNameless = ({ reads }: DataPlan, person: PersonNames): boolean =>
  !reads.some(({ identities }) => identities.some(({ scheme }) => person[scheme].length > 0));
const nameless: ConnectedFault = lastingFault('no-identity');

const keptWith = ({ kept }: DataPlan, found: Awaited<ReturnType<typeof readRows>>) =>
  kept
    .filter(({ collection }) => (found.get(collection)?.rows.length ?? 0) > 0)
    .map(({ collection: name, reason }) => ({ name, reason }));
