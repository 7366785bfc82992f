/**
 * Rows of a SQLite ledger, opened read-only with node's own SQLite, so that not even the driver is shared with the
 * server.
 * Flow:    open-source → here → stored-log.
 * Promise: never writes beside the file; all reads of one check see one state of the file. On a disk that can only be
 *          read it is read as it is, or where its log holds changes in a copy that is removed.
 */
import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { copyLedger } from './copied-ledger.ts';
import type { Row, Rows } from './stored-log.ts';

export async function sqliteRows(file: string): Promise<Rows> {
  const { DatabaseSync } = await quietly(() => import('node:sqlite'));
  const open = (place: string | URL): DatabaseSync => {
    const database = new DatabaseSync(place, { readOnly: true });
    try {
      database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 268435456; BEGIN');
      // Only the first read says whether it can be read.
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      return database;
    } catch (fault) {
      database.close();
      throw fault;
    }
  };
  try {
    return { ...rowsOf(open(file)), beside: { file } };
  } catch (fault) {
    if (!isUnwritable(fault)) throw fault;
  }
  return isLogEmpty(file) ? rowsOf(open(asItIs(file))) : copied(file, open);
}

const rowsOf = (database: DatabaseSync): Rows => ({
  rows: async (statement) => database.prepare(statement).all() as Row[],
  close: async () => database.close(),
});

/**
 * Beside a database with a write-ahead log each reader keeps an index, for which there must be a place that can be
 * written.
 */
function isUnwritable(fault: unknown): boolean {
  const code = fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) & 0xff : 0;
  return code === CANNOT_OPEN || code === READ_ONLY;
}
const [READ_ONLY, CANNOT_OPEN] = [8, 14];

function isLogEmpty(file: string): boolean {
  const log = `${file}-wal`;
  return !existsSync(log) || statSync(log).size === 0;
}

/** Without the index: good where nothing is in the log and nobody can write. */
function asItIs(file: string): URL {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  return url;
}

/** What stands in the log counts, so it is read in a copy of both. */
function copied(file: string, open: (place: string) => DatabaseSync): Rows {
  const copy = copyLedger(file);
  try {
    const { rows, close } = rowsOf(open(copy.file));
    return { rows, close: () => close().finally(copy.drop) };
  } catch (fault) {
    copy.drop();
    throw fault;
  }
}

/** node warns once that its SQLite is experimental; a person who checks evidence does not need to hear that. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return await load();
  } finally {
    process.emitWarning = warn;
  }
}
