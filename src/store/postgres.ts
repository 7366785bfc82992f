/**
 * The engine for several nodes: PostgreSQL through `pg`, one lock per log.
 * Flow:    ledger/batch, house → here → the database server.
 * Promise: READ COMMITTED, the log's lock as a statement of its own before any read; unsafe server settings refuse to
 *          start; a lost connection never ends the process.
 * Source:  docs/design.md 4; docs/promises.md finding 10, rule 3.
 */
import { join } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { actorAfter, actorIn, actorIs, anyOf, holdsBytes, postgresKit } from '../../schema/kit.ts';
import { tablesOf } from '../../schema/tables.ts';
import { root } from '../root.ts';
import type { Trace } from '../vocabulary/trace.ts';
import { asUnavailable } from './faults.ts';
import { refuseNewer } from './newer-schema.ts';
import { type Connections, isBroken, openConnections } from './postgres-connections.ts';
import { type Maintenance, retireLog, vacuum, vacuumStatistics, withMaintenance } from './postgres-files.ts';
import { readersGone } from './postgres-readers.ts';
import {
  ask,
  type Db,
  type PreparedStatement,
  type QueryTools,
  type Steps,
  type StoreStep,
  type TableName,
} from './query.ts';
import { postgresInsert, shapeOf } from './statements.ts';
import { type Locks, type Store, type StoreClock, Unavailable } from './store.ts';

const tables = tablesOf(postgresKit);
const shapes = new Map((Object.keys(tables) as TableName[]).map((name) => [name, shapeOf(tables, name)]));
/** Two-number advisory locks: the log's number, and the registry of that log. */
const LOCKS = { log: 0x63616e64, registry: 0x63616e65, migration: 0x63616e66 } as const;
const RETRIED = new Set(['40001', '40P01', '23505']);
/** The server or the way to it ended the connection; of an answer to a commit nothing is known then. */
const BROKEN_OFF = new Set(['connection-lost', '57P01', '57P02', 'ECONNRESET', 'EPIPE']);
const WRITE_AGAIN = 5;
const READ_AGAIN = 2;
/** A little more than the server lets a statement run, for one whose answer never comes. */
const LONGEST_STATEMENT_MS = 12_000;
const REFUSED = { fsync: 'on', full_page_writes: 'on' } as const;

type StepRunner = (step: StoreStep) => Promise<unknown>;

/** Answers the steps of one connection; prepared statements live as long as it does. */
function makeStepRunner(client: pg.PoolClient, clock: StoreClock): StepRunner {
  const db = drizzle(client);
  // The driver's own result of a write differs from engine to engine, and nobody reads it.
  const tools: QueryTools = {
    db: db as unknown as Db,
    t: tables,
    any: anyOf.postgresql,
    holds: holdsBytes.postgresql,
    actorIs: actorIs.postgresql,
    actorAfter: actorAfter.postgresql,
    actorIn,
  };
  const prepared = new Map<string, PreparedStatement>();
  return async (step) => {
    if (step.do === 'wait') return step.value;
    if (step.do === 'now') return timeIn(client, clock);
    if (step.do === 'ask') {
      let statement = prepared.get(step.query.name);
      if (statement === undefined) {
        statement = step.query.build(tools).prepare(step.query.name);
        prepared.set(step.query.name, statement);
      }
      return statement.execute(step.params);
    }
    const shape = shapes.get(step.table);
    if (shape === undefined) throw new Unavailable('unknown-table');
    const values = shape.columns.map(({ member }) => step.rows.map((row) => row[member] ?? null));
    return client.query({ name: `put ${step.table} ${step.over}`, text: postgresInsert(shape, step.over), values });
  };
}

/** The server's own time at this step, so that all nodes go by one clock. */
async function timeIn(client: pg.PoolClient, clock: StoreClock): Promise<number> {
  if (!clock.yields) return clock.now();
  const { rows } = await client.query<{ now: number }>({
    name: 'now',
    text: 'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
  });
  const now = rows[0]?.now ?? 0;
  if (!clock.acceptsServerTime(now)) throw new Unavailable('clock-in-doubt');
  return now;
}

function keepStepRunners(clock: StoreClock): (client: pg.PoolClient) => StepRunner {
  const made = new WeakMap<object, StepRunner>();
  return (client) => {
    const known = made.get(client) ?? makeStepRunner(client, clock);
    made.set(client, known);
    return known;
  };
}

async function runSteps<T>(steps: Steps<T>, answer: StepRunner): Promise<T> {
  let next = steps.next();
  while (next.done !== true) {
    let result: unknown;
    try {
      result = await answer(next.value);
    } catch (fault) {
      next = steps.throw(asUnavailable(fault));
      continue;
    }
    next = steps.next(result);
  }
  return next.value;
}

async function begin(client: pg.PoolClient, locks: Locks): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  await client.query(`SELECT pg_advisory_xact_lock(${LOCKS.log}, ${locks.log})`);
  await client.query(
    `SELECT pg_advisory_xact_lock${locks.registry === 'write' ? '' : '_shared'}(${LOCKS.registry}, ${locks.log})`,
  );
}

async function check(connections: Connections): Promise<void> {
  const { rows } = await connections.use((client, wait) =>
    wait(
      client.query<{ name: string; setting: string }>(
        `select name, setting from pg_settings where name in ('fsync', 'full_page_writes')`,
      ),
    ),
  );
  for (const { name, setting } of rows)
    if (setting !== REFUSED[name as keyof typeof REFUSED]) throw new Unavailable(`unsafe-server-setting-${name}`);
}

async function newestIn(
  client: pg.PoolClient,
  wait: <T>(work: Promise<T>) => Promise<T>,
): Promise<number | null | undefined> {
  const table = await wait(
    client.query<{ name: string | null }>("select to_regclass('drizzle.__drizzle_migrations') as name"),
  );
  if (table.rows[0]?.name == null) return undefined;
  const { rows } = await wait(
    client.query<{ at: number | null }>('select max(created_at) as at from drizzle.__drizzle_migrations'),
  );
  return rows[0]?.at;
}

/** One node migrates, the others wait and find it done. */
const migrateOnce = (connections: Connections): Promise<void> =>
  connections.use(async (client, wait) => {
    try {
      await wait(client.query(`SELECT pg_advisory_lock(${LOCKS.migration}, 0)`));
      const migrationsFolder = join(root, 'schema/migrations/postgresql');
      refuseNewer(migrationsFolder, await newestIn(client, wait));
      await wait(migrate(drizzle(client) as NodePgDatabase, { migrationsFolder }));
    } finally {
      await wait(client.query(`SELECT pg_advisory_unlock(${LOCKS.migration}, 0)`)).catch(() => undefined);
    }
  });

function connectTo(url: string): Connections {
  const types = new pg.TypeOverrides();
  types.setTypeParser(20, Number);
  const limits =
    '-c synchronous_commit=on -c statement_timeout=10000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=5000';
  return openConnections(
    { connectionString: url, max: 10, types, query_timeout: LONGEST_STATEMENT_MS, options: limits },
    'database',
  );
}

interface Transaction<T> {
  readonly start: (client: pg.PoolClient) => Promise<unknown>;
  readonly work: (client: pg.PoolClient) => Promise<T>;
}

const inTransaction = <T>(connections: Connections, { start, work }: Transaction<T>): Promise<T> =>
  connections.use(async (client, wait) => {
    let isEnding = false;
    try {
      await wait(start(client));
      const result = await wait(work(client));
      isEnding = true;
      const { command } = await wait(client.query('COMMIT'));
      // What was given up already is ended by COMMIT without a fault.
      if (command !== 'COMMIT') throw new Unavailable('not-committed');
      return result;
    } catch (fault) {
      const told = asUnavailable(fault);
      if (isEnding && !isRefusal(told)) throw new Unavailable('outcome-unknown', told);
      if (!isBroken(told)) await wait(client.query('ROLLBACK'));
      throw told;
    }
  });

/** The server looked at the commit and said no; everything else leaves open whether it is there. */
const isRefusal = (fault: unknown): boolean =>
  fault instanceof Unavailable && (fault.code === 'not-committed' || /^(?:2[0-9A-Z]|40)/.test(fault.code));

/** What may be begun anew: the engine asked for it, or the connection broke before the commit. */
const isRepeatable = (fault: unknown): boolean =>
  fault instanceof Unavailable && (RETRIED.has(fault.code) || BROKEN_OFF.has(fault.code));

/** The same work again, at most so many times. */
async function repeated<T>(work: () => Promise<T>, left: number): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (left === 0 || !isRepeatable(fault)) throw fault;
    return repeated(work, left - 1);
  }
}

/** Every table, read off the schema: a list by hand would forget the next one that holds something of a person. */
async function scrubbed(on: Maintenance, holdsKeys: boolean): Promise<readonly Trace[]> {
  const isUnseen = await readersGone(on);
  for (const table of Object.values(tables)) await vacuum(on, `"${getTableName(table)}"`);
  // What the statistics said before is a deleted row itself.
  const isForgotten = await readersGone(on);
  await vacuumStatistics(on);
  const log = await retireLog(on);
  const rows: Trace['what'] = ['sealed-contents', 'pseudonyms'];
  const all: Trace['what'] = holdsKeys ? ['wrapped-keys', ...rows] : rows;
  // An index divides its pages by ids that were once in it, and a page that is touched may go into the log whole.
  const passed: Trace['what'] = log === undefined && isUnseen && isForgotten ? ['pseudonyms'] : all;
  return [
    // A page is cleaned of its dead rows by taking them off the list; their bytes stay until new rows are put there.
    { where: 'database-files', what: rows, until: 'written-over' },
    { where: 'database-log', what: passed, until: log ?? 'written-over' },
  ];
}

type Transact = <T>(start: (client: pg.PoolClient) => Promise<unknown>, steps: () => Steps<T>) => Promise<T>;

const transactions =
  (connections: Connections, runnerOf: (client: pg.PoolClient) => StepRunner): Transact =>
  (start, steps) =>
    inTransaction(connections, { start, work: (client) => runSteps(steps(), runnerOf(client)) });

/** One state of the database for all statements of a read. */
const readIn =
  (transaction: Transact): Store['read'] =>
  (steps) =>
    repeated(
      () => transaction((client) => client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'), steps),
      READ_AGAIN,
    );

/** For commands that look beside a running service: migrates nothing. */
export function openPostgresReader(url: string, clock: StoreClock): Pick<Store, 'read' | 'close'> {
  const connections = connectTo(url);
  return { read: readIn(transactions(connections, keepStepRunners(clock))), close: connections.close };
}

/** `holdsKeys`: the keystore stands in the same database, and its keys pass through the same log. */
export async function openPostgres(url: string, clock: StoreClock, { holdsKeys = true } = {}): Promise<Store> {
  const connections = connectTo(url);
  const runnerOf = keepStepRunners(clock);
  try {
    await check(connections);
    await migrateOnce(connections);
  } catch (fault) {
    await connections.close();
    throw fault;
  }
  const transaction = transactions(connections, runnerOf);
  return {
    dialect: 'postgresql',
    writes: () => undefined,
    files: connections.files,
    trouble: connections.trouble,
    read: readIn(transaction),
    one: (query, params) =>
      repeated(
        () => connections.use((client, wait) => wait(runSteps(ask(query, params), runnerOf(client)))),
        READ_AGAIN,
      ),
    write: (steps, locks) => repeated(() => transaction((client) => begin(client, locks), steps), WRITE_AGAIN),
    // Several nodes may write.
    foreignWrites: () => 0,
    probe: () =>
      connections.use(async (client, wait) => void (await wait(client.query('select pg_current_xact_id()')))),
    scrub: () =>
      withMaintenance(url, (on) => scrubbed(on, holdsKeys)).catch((fault: unknown) => {
        throw asUnavailable(fault);
      }),
    close: connections.close,
  };
}
