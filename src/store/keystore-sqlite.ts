/**
 * Keeps wrapped keys in a SQLite file of their own.
 * Flow:    house → here → keyring.
 * Promise: every write is synced when it returns; after `destroy` neither the file nor its write-ahead log holds the
 *          bytes.
 * Source:  docs/design.md 4 and 6; sqlite.org/pragma.html.
 */
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { KeyStore, MasterCount, StoredKey } from '../seal/keys.ts';
import type { Trace } from '../vocabulary/trace.ts';
import { asUnavailable } from './faults.ts';
import { holdSqlite } from './held-file.ts';
import { overwritesDeleted, unusedPagesHolding } from './sqlite-files.ts';
import { Unavailable, type Watchable } from './store.ts';

const TABLE = `
  create table if not exists keys (
    id text primary key,
    "use" text not null,
    subject text,
    period text,
    master integer not null,
    wrapped blob not null,
    created_at integer not null
  ) strict;
  create unique index if not exists keys_of_subject on keys (subject, period) where "use" = 'data';
  create index if not exists keys_of_use on keys ("use") where "use" <> 'data';
`;
const ROW = `id, "use", subject, period, master, wrapped, created_at as createdAt`;

/** Each is set and read back, because some builds and reopened files fall back in silence. */
const SETTINGS = {
  journal_mode: 'wal',
  synchronous: 2,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  busy_timeout: 2000,
};

/** `readOnly`: for commands beside a server, also where nothing can be written. */
export function openSqliteKeyStore(file: string, { readOnly = false } = {}): KeyStore & Watchable {
  const db = readOnly ? openedToRead(file) : opened(file);
  const all = db.prepare<[string], StoredKey>(`select ${ROW} from keys where "use" = ? order by created_at, id`);
  const load = db.prepare<[string], StoredKey>(
    `select ${ROW} from keys where "use" = 'data' and id in (select value from json_each(?))`,
  );
  const ofSubjects = db.prepare<[string, string], StoredKey>(
    `select ${ROW} from keys where "use" = 'data' and period = ? and subject in (select value from json_each(?))`,
  );
  const insert = db.prepare<[StoredKey]>(
    `insert into keys (id, "use", subject, period, master, wrapped, created_at)
     select @id, @use, @subject, @period, @master, @wrapped, @createdAt
     where @master >= coalesce((select master from keys where "use" = 'check'), 0) on conflict do nothing`,
  );
  const subjects = db
    .prepare<[], string>(`select distinct subject from keys where "use" = 'data' order by subject`)
    .pluck();
  return {
    files: holdSqlite(file, 'keystore'),
    trouble: () => undefined,
    all: async (use) => told(() => all.all(use)),
    load: (ids) => told(() => load.all(JSON.stringify(ids))),
    ofSubjects: (people, period) => told(() => ofSubjects.all(period, JSON.stringify(people))),
    add: (keys) =>
      told(() => committed(db, () => keys.filter((key) => insert.run(key).changes > 0).map(({ id }) => id))),
    destroy: (subject) => told(() => destroyed(db, subject)),
    scrub: async () => told(() => remainsIn(db, file)),
    subjects: async () => told(() => subjects.all()),
    ...wrappings(db),
    remove: (ids) => told(() => removed(db, ids)),
    async close() {
      db.close();
    },
  };
}

/** Also beside a service that holds the file open: each page is one short commit. */
function wrappings(db: Database.Database): Pick<KeyStore, 'wrappedBefore' | 'rewrap' | 'masters'> {
  const before = db.prepare<[number, string, number], StoredKey>(
    `select ${ROW} from keys where master < ? and id > ? order by id limit ?`,
  );
  const change = db.prepare<[number, Uint8Array, string, Uint8Array]>(
    'update keys set master = ?, wrapped = ? where id = ? and wrapped = ?',
  );
  const masters = db.prepare<[], MasterCount>('select master, count(*) as keys from keys group by master order by 1');
  return {
    wrappedBefore: async (master, after, limit) => told(() => before.all(master, after, limit)),
    rewrap: async (keys) =>
      told(() =>
        committed(db, () => {
          for (const { key, was } of keys) change.run(key.master, key.wrapped, key.id, was);
        }),
      ),
    masters: async () => told(() => masters.all()),
  };
}

function destroyed(db: Database.Database, subject: string): number {
  const whose = `where "use" = 'data' and subject = ?`;
  committed(db, () =>
    db.prepare<[string]>(`update keys set wrapped = randomblob(length(wrapped)) ${whose}`).run(subject),
  );
  const { changes } = committed(db, () => db.prepare<[string]>(`delete from keys ${whose}`).run(subject));
  truncateLog(db);
  return changes;
}

function removed(db: Database.Database, ids: readonly string[]): void {
  const spoil = db.prepare<[string]>('update keys set wrapped = randomblob(length(wrapped)) where id = ?');
  const drop = db.prepare<[string]>('delete from keys where id = ?');
  for (const change of [spoil, drop])
    committed(db, () => {
      for (const id of ids) change.run(id);
    });
  if (ids.length > 0) truncateLog(db);
}

function remainsIn(db: Database.Database, file: string): readonly Trace[] {
  truncateLog(db);
  const isClean = overwritesDeleted(db) && unusedPagesHolding(file) === 0;
  return isClean ? [] : [{ where: 'keystore-files', what: ['wrapped-keys'], until: 'written-over' }];
}

/** A fault of the file as the code that everybody understands. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (fault) {
    throw asUnavailable(fault);
  }
}

function opened(file: string): Database.Database {
  // SQLite gives its side files the rights of the main one, so that one must be the owner's alone from the start.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Database(file);
  try {
    for (const [name, value] of Object.entries(SETTINGS)) {
      db.pragma(`${name} = ${value}`);
      const found: unknown = db.pragma(name, { simple: true });
      if (found !== value)
        throw new Error(`The keystore refuses to open: ${name} is ${String(found)} and must be ${value}.`);
    }
    db.exec(TABLE);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

function openedToRead(file: string): Database.Database {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    db.prepare('select 1 from keys limit 1').get();
    return db;
  } catch (fault) {
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
    const isUnwritable = fault instanceof Database.SqliteError && /^SQLITE_(?:CANTOPEN|READONLY)/.test(fault.code);
    if (!isUnwritable || (log?.size ?? 0) > 0 || !existsSync(file)) throw asUnavailable(fault);
    return inMemory(file);
  }
}

/**
 * A reader keeps an index beside the file, for which there is no place on a disk that can only be read. Nothing is in
 * the log, so the file says everything; in memory it needs no log, and its header says so.
 */
function inMemory(file: string): Database.Database {
  const bytes = readFileSync(file);
  bytes.fill(WITHOUT_LOG, ...VERSIONS);
  return new Database(bytes, { readonly: true });
}
/** Where the header of a SQLite file says which versions may write and read it. */
const VERSIONS = [18, 20] as const;
const WITHOUT_LOG = 1;

function committed<T>(db: Database.Database, work: () => T): T {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (cause) {
    try {
      if (db.inTransaction) db.exec('rollback');
    } catch {
      // The fault that led here says more.
    }
    throw cause;
  }
}

/**
 * A busy reader keeps old pages in the log without an error, so the flag is looked at; destroying again is harmless.
 */
function truncateLog(db: Database.Database): void {
  const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (state?.busy !== 0) throw new Unavailable('keystore-log-still-read');
}
