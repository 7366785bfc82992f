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
import { anyOf, postgresKit } from '../../schema/kit.ts';
import { tablesOf } from '../../schema/tables.ts';
import { root } from '../root.ts';
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
const REFUSED = { fsync: 'on', full_page_writes: 'on' } as const;

type StepRunner = (step: StoreStep) => Promise<unknown>;

/** Answers the steps of one connection; prepared statements live as long as it does. */
function makeStepRunner(client: pg.PoolClient, clock: StoreClock): StepRunner {
  const db = drizzle(client);
  // The driver's own result of a write differs from engine to engine, and nobody reads it.
  const tools: QueryTools = { db: db as unknown as Db, t: tables, any: anyOf.postgresql };
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
      next = steps.throw(fault);
      continue;
    }
    next = steps.next(result);
  }
  return next.value;
}

const codeOf = (fault: unknown): string | undefined => {
  const error = fault as { code?: unknown; cause?: unknown } | undefined;
  if (typeof error?.code === 'string') return error.code;
  return error?.cause === undefined ? undefined : codeOf(error.cause);
};

/** Our own refusals and faults pass as they are; what the driver says becomes a code without its message. */
function asUnavailable(fault: unknown): unknown {
  if (fault instanceof Unavailable) return fault;
  const code = codeOf(fault);
  return code === undefined ? fault : new Unavailable(code, fault);
}

async function begin(client: pg.PoolClient, locks: Locks): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  await client.query(`SELECT pg_advisory_xact_lock(${LOCKS.log}, ${locks.log})`);
  await client.query(
    `SELECT pg_advisory_xact_lock${locks.registry === 'write' ? '' : '_shared'}(${LOCKS.registry}, ${locks.log})`,
  );
}

async function check(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes')`,
  );
  for (const { name, setting } of rows)
    if (setting !== REFUSED[name as keyof typeof REFUSED]) throw new Unavailable(`unsafe-server-setting-${name}`);
}

/** One node migrates, the others wait and find it done. */
async function migrateOnce(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCKS.migration}, 0)`);
    await migrate(drizzle(client) as NodePgDatabase, { migrationsFolder: join(root, 'schema/migrations/postgresql') });
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCKS.migration}, 0)`).catch(() => undefined);
    client.release();
  }
}

function openPool(url: string): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(20, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    connectionTimeoutMillis: 2_000,
    options:
      '-c synchronous_commit=on -c statement_timeout=10000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=5000',
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function inTransaction<T>(
  pool: pg.Pool,
  start: (client: pg.PoolClient) => Promise<unknown>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await start(client);
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (fault) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
    throw fault;
  }
}

/** One state of the database for all statements of a read. */
const readIn =
  (pool: pg.Pool, runnerOf: (client: pg.PoolClient) => StepRunner): Store['read'] =>
  (steps) =>
    inTransaction(
      pool,
      (client) => client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'),
      (client) => runSteps(steps(), runnerOf(client)),
    ).catch((fault: unknown) => {
      throw asUnavailable(fault);
    });

/** For commands that look beside a running service: migrates nothing. */
export function openPostgresReader(url: string, clock: StoreClock): Pick<Store, 'read' | 'close'> {
  const pool = openPool(url);
  return { read: readIn(pool, keepStepRunners(clock)), close: () => pool.end() };
}

export async function openPostgres(url: string, clock: StoreClock): Promise<Store> {
  const pool = openPool(url);
  const runnerOf = keepStepRunners(clock);
  try {
    await check(pool);
    await migrateOnce(pool);
  } catch (fault) {
    await pool.end();
    throw asUnavailable(fault);
  }
  const attempt = async <T>(steps: () => Steps<T>, locks: Locks, left: number): Promise<T> => {
    try {
      return await inTransaction(
        pool,
        (client) => begin(client, locks),
        (client) => runSteps(steps(), runnerOf(client)),
      );
    } catch (fault) {
      if (left > 0 && RETRIED.has(codeOf(fault) ?? '')) return attempt(steps, locks, left - 1);
      throw asUnavailable(fault);
    }
  };
  return {
    dialect: 'postgresql',
    read: readIn(pool, runnerOf),
    async one(query, params) {
      try {
        const client = await pool.connect();
        try {
          return await runSteps(ask(query, params), runnerOf(client));
        } finally {
          client.release();
        }
      } catch (fault) {
        throw asUnavailable(fault);
      }
    },
    write: (steps, locks) => attempt(steps, locks, 5),
    async scrub() {
      // Every table, read off the schema: a list by hand would forget the next one that holds something of a person.
      for (const table of Object.values(tables)) await pool.query(`VACUUM "${getTableName(table)}"`);
    },
    close: () => pool.end(),
  };
}
