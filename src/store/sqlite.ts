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
import { actorAfter, actorIn, actorIs, anyOf, holdsBytes, postgresKit, sqliteKit } from '../../schema/kit.ts';
import { tablesOf } from '../../schema/tables.ts';
import { root } from '../root.ts';
import type { Trace } from '../vocabulary/trace.ts';
import { asUnavailable } from './faults.ts';
import { type HeldFile, holdFile, holdSqliteLog } from './held-file.ts';
import { takeLock } from './lock-file.ts';
import { refuseNewer } from './newer-schema.ts';
import type { Db, NamedValues, Query, QueryTools, Steps, StoreStep, TableName } from './query.ts';
import { type Checkpoints, checkpointsOf } from './sqlite-checkpoints.ts';
import { overwritesDeleted, unusedPagesHolding } from './sqlite-files.ts';
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
  // Pages are copied back into the file where this says so (sqlite-checkpoints.ts), and nowhere else.
  connection.pragma('wal_autocheckpoint = 0');
  connection.pragma(`cache_size = ${reader ? -65_536 : -32_768}`);
  connection.pragma(`mmap_size = ${256 * 1024 * 1024}`);
  connection.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
  if (reader) connection.pragma('query_only = ON');
  return connection;
}

/**
 * A trigger can take a statement back, so SQLite puts each page aside before a statement changes it. In memory: a
 * temporary file for it is a third of what an insert costs, and lies where nobody cleans it up. Only once migrations
 * have run, which sort whole tables.
 */
function keepAsideInMemory(writer: Database.Database): void {
  writer.pragma('temp_store = MEMORY');
  if (writer.pragma('temp_store', { simple: true }) !== IN_MEMORY) throw new Unavailable('setting-temp_store');
}
const IN_MEMORY = 2;

function takeFolder(folder: string): Database.Database {
  const lock = takeLock(join(folder, 'lock.db'));
  writeFileSync(join(folder, 'lock.pid'), `${process.pid}\n`);
  return lock;
}

/** Answers the steps of one connection. */
function makeStepRunner(connection: Database.Database, clock: StoreClock) {
  // SQLite's builder makes the same statements of the same tables; its types name another dialect.
  const tools: QueryTools = {
    db: drizzle(connection) as unknown as Db,
    t: tablesOf(sqliteKit),
    any: anyOf.sqlite,
    holds: holdsBytes.sqlite,
    actorIs: actorIs.sqlite,
    actorAfter: actorAfter.sqlite,
    actorIn,
  };
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

/** Where the disk fails while the commit is written, its frames may stand in the log all the same. */
function asUncommitted(fault: unknown): unknown {
  const told = asUnavailable(fault);
  return told instanceof Unavailable && told.code.startsWith('SQLITE_IOERR')
    ? new Unavailable('outcome-unknown', told)
    : told;
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (fault) {
    throw asUnavailable(fault);
  }
}

/** Begins, works and commits; after a fault nothing is left open. */
function committer(writer: Database.Database, committed: () => void): <T>(work: () => T) => T {
  const [begin, commit, rollback] = [
    writer.prepare('BEGIN IMMEDIATE'),
    writer.prepare('COMMIT'),
    writer.prepare('ROLLBACK'),
  ];
  const end = (): void => {
    try {
      commit.run();
    } catch (fault) {
      throw asUncommitted(fault);
    }
  };
  return (work) => {
    try {
      begin.run();
      const result = work();
      end();
      committed();
      return result;
    } catch (fault) {
      try {
        if (writer.inTransaction) rollback.run();
      } catch {
        // The fault that led here says more; SQLite has given the transaction up, or does at the next begin.
      }
      throw asUnavailable(fault);
    }
  };
}

/** SQLite counts for each connection the commits of all others; beside this one there is only a reader. */
function foreignWritesOf(writer: Database.Database): () => number {
  const version = writer.prepare<[], number>('pragma data_version').pluck();
  let known = version.get();
  let count = 0;
  return () => {
    const found = version.get();
    if (found !== known) count += 1;
    known = found;
    return count;
  };
}

/** The database, and the lock, without which another process would write here, too. */
const heldFiles = (folder: string, file: string, held: HeldFile) => [
  held,
  ...holdSqliteLog(file, 'database'),
  holdFile(join(folder, 'lock.db'), 'lock of the data folder', { mayShrink: true }),
];

/** As far as indexes are built anew in a moment in which nobody notices that they wait. */
const MOST_REBUILT = 16 * 1024 * 1024;

/**
 * SQLite overwrites a row that is deleted, but not the copies that it left behind when it moved rows between the pages
 * of an index. An index that is built anew holds what is there now.
 */
function rebuildIndexes(writer: Database.Database): boolean {
  const [pages, bytes] = ['page_count', 'page_size'].map((name) => Number(writer.pragma(name, { simple: true })));
  if ((pages ?? 0) * (bytes ?? 0) > MOST_REBUILT) return false;
  writer.exec('REINDEX');
  return true;
}

function scrubbed(writer: Database.Database, file: string, checkpoints: Checkpoints): readonly Trace[] {
  const isRebuilt = rebuildIndexes(writer);
  if (!checkpoints.all()) throw new Unavailable('log-file-still-read');
  const isClean = overwritesDeleted(writer) && unusedPagesHolding(file) === 0;
  const what: Trace['what'] = isClean ? (isRebuilt ? [] : ['pseudonyms']) : ['sealed-contents', 'pseudonyms'];
  return what.length === 0 ? [] : [{ where: 'database-files', what, until: 'written-over' }];
}

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

function migrateOnce(writer: Database.Database): void {
  const migrationsFolder = join(root, 'schema/migrations/sqlite');
  const has = writer.prepare<[], unknown>("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  const newest =
    has === undefined
      ? undefined
      : writer.prepare<[], { at: number | null }>('select max(created_at) as at from __drizzle_migrations').get();
  refuseNewer(migrationsFolder, newest?.at);
  migrate(drizzle(writer), { migrationsFolder });
}

export function openSqlite(folder: string, clock: StoreClock): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeFolder(folder);
  const file = join(folder, 'candor.db');
  const writer = connect(file, false);
  try {
    migrateOnce(writer);
    keepAsideInMemory(writer);
  } catch (fault) {
    writer.close();
    lock.close();
    throw fault;
  }
  const reader = connect(file, true);
  const [writing, reading] = [makeStepRunner(writer, clock), makeStepRunner(reader, clock)];
  // Both connections have read by now, so the side files are there for as long as these are open.
  reader.pragma('user_version');
  const held = holdFile(file, 'database', { holdsActs: true, isOursAlone: true });
  const checkpoints = checkpointsOf(writer, file, held);
  const commits = committer(writer, checkpoints.now);
  let writes = 0;
  const committed: typeof commits = (work) => {
    writes += 1;
    return commits(work);
  };
  return {
    dialect: 'sqlite',
    files: heldFiles(folder, file, held),
    trouble: () => undefined,
    foreignWrites: foreignWritesOf(writer),
    async probe() {
      committed(() => writer.pragma(`user_version = ${Number(writer.pragma('user_version', { simple: true }))}`));
    },
    read: async (steps) => told(() => runSteps(steps(), reading.step)),
    // The rows have the members of their query; by the fastest way nothing looks at them in between.
    one: <P extends object, Row>(query: Query<P, Row>, params: P) =>
      told(() => reading.query(query, params as NamedValues) as readonly Row[]),
    write: async (steps) => committed(() => runSteps(steps(), writing.step)),
    writes: () => writes,
    scrub: async () => told(() => scrubbed(writer, file, checkpoints)),
    async close() {
      reader.close();
      writer.close();
      checkpoints.close();
      lock.close();
    },
  };
}
