/**
 * The embedded engine: one writing process per data folder, one writer connection, readers beside it.
 * Flow:    ledger/batch, house → here → candor.db.
 * Promise: every connection MUST have read back its safety settings; no await between BEGIN and COMMIT.
 * Source:  docs/design.md 4; docs/promises.md findings 1, 3, rule 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { anyOf, postgresKit, sqliteKit } from '../../schema/kit.ts';
import { tablesOf } from '../../schema/tables.ts';
import { root } from '../root.ts';
import type { Db, NamedValues, Query, QueryTools, Steps, StoreStep, TableName } from './query.ts';
import { type PreparedQuery, preparedPut, preparedQuery } from './sqlite-prepared.ts';
import { shapeOf } from './statements.ts';
import { type Store, type StoreClock, Unavailable } from './store.ts';

const settings: readonly (readonly [name: string, value: string, readBack: unknown])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
];

function connect(file: string, reader: boolean, readonly = false): Database.Database {
  const connection = new Database(file, { readonly });
  for (const [name, value, expected] of settings) {
    connection.pragma(`${name} = ${value}`);
    if (connection.pragma(name, { simple: true }) !== expected) throw new Unavailable(`setting-${name}`);
  }
  // A page that changes in every batch is then copied back once in many, and not once in each.
  connection.pragma(`wal_autocheckpoint = ${8 * 1024}`);
  connection.pragma(`cache_size = ${reader ? -65_536 : -32_768}`);
  connection.pragma(`mmap_size = ${256 * 1024 * 1024}`);
  connection.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
  if (reader) connection.pragma('query_only = ON');
  return connection;
}

/** The kernel frees it when the process dies, however it dies. */
function takeFolder(folder: string): Database.Database {
  const lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    const isHeld = cause instanceof Database.SqliteError && cause.code === 'SQLITE_BUSY';
    throw isHeld ? new Unavailable('data-folder-in-use', cause) : asUnavailable(cause);
  }
  writeFileSync(join(folder, 'lock.pid'), `${process.pid}\n`);
  return lock;
}

/** Answers the steps of one connection. */
function makeStepRunner(connection: Database.Database, clock: StoreClock) {
  // SQLite's builder makes the same statements of the same tables; its types name another dialect.
  const tools: QueryTools = { db: drizzle(connection) as unknown as Db, t: tablesOf(sqliteKit), any: anyOf.sqlite };
  const shapes = tablesOf(postgresKit);
  const prepared = new Map<string, PreparedQuery>();
  const puts = new Map<string, (rows: readonly NamedValues[]) => void>();
  const query = (wanted: Query<unknown, unknown>, params: NamedValues): unknown => {
    let ask = prepared.get(wanted.name);
    if (ask === undefined) {
      ask = preparedQuery(connection, wanted, tools);
      prepared.set(wanted.name, ask);
    }
    return ask(params);
  };
  const put = (table: TableName, over: boolean) => {
    const name = `${table}${over ? '+' : ''}`;
    const known = puts.get(name);
    if (known !== undefined) return known;
    const made = preparedPut(connection, shapeOf(shapes, table), over);
    puts.set(name, made);
    return made;
  };
  return {
    query,
    step(step: StoreStep): unknown {
      if (step.do === 'ask') return query(step.query, step.params);
      if (step.do === 'put') return put(step.table, step.over)(step.rows);
      if (step.do === 'now') return clock.now();
      if (step.value instanceof Promise) throw new Unavailable('promise-inside-a-batch');
      return step.value;
    },
  };
}

function runSteps<T>(steps: Steps<T>, answer: (step: StoreStep) => unknown): T {
  let next = steps.next();
  while (next.done !== true) {
    let result: unknown;
    try {
      result = answer(next.value);
    } catch (fault) {
      next = steps.throw(fault);
      continue;
    }
    next = steps.next(result);
  }
  return next.value;
}

const asUnavailable = (fault: unknown): unknown =>
  fault instanceof Database.SqliteError ? new Unavailable(fault.code, fault) : fault;

/** For commands that look beside a running service: takes no lock, migrates nothing, and sees one state at a time. */
export function openSqliteReader(folder: string, clock: StoreClock): Pick<Store, 'read' | 'close'> {
  const connection = connect(join(folder, 'candor.db'), true, true);
  const { step } = makeStepRunner(connection, clock);
  return {
    async read(steps) {
      connection.exec('BEGIN');
      try {
        return runSteps(steps(), step);
      } catch (fault) {
        throw asUnavailable(fault);
      } finally {
        connection.exec('COMMIT');
      }
    },
    close: async () => void connection.close(),
  };
}

export function openSqlite(folder: string, clock: StoreClock): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeFolder(folder);
  const file = join(folder, 'candor.db');
  const writer = connect(file, false);
  migrate(drizzle(writer), { migrationsFolder: join(root, 'schema/migrations/sqlite') });
  const reader = connect(file, true);
  const [writing, reading] = [makeStepRunner(writer, clock), makeStepRunner(reader, clock)];
  const [begin, commit, rollback] = [
    writer.prepare('BEGIN IMMEDIATE'),
    writer.prepare('COMMIT'),
    writer.prepare('ROLLBACK'),
  ];
  return {
    dialect: 'sqlite',
    async read(steps) {
      try {
        return runSteps(steps(), reading.step);
      } catch (fault) {
        throw asUnavailable(fault);
      }
    },
    one<P extends object, Row>(query: Query<P, Row>, params: P) {
      try {
        // The rows have the members of their query; by the fastest way nothing looks at them in between.
        return reading.query(query, params as NamedValues) as readonly Row[];
      } catch (fault) {
        throw asUnavailable(fault);
      }
    },
    async write(steps) {
      try {
        begin.run();
        const result = runSteps(steps(), writing.step);
        commit.run();
        return result;
      } catch (fault) {
        if (writer.inTransaction) rollback.run();
        throw asUnavailable(fault);
      }
    },
    async scrub() {
      const [state] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      if (state?.busy !== 0) throw new Unavailable('log-file-still-read');
    },
    async close() {
      reader.close();
      writer.close();
      lock.close();
    },
  };
}
