/**
 * Rows of a SQLite ledger, opened read-only with node's own SQLite, so that not even the driver is shared with the
 * server.
 * Flow:    open-source → here → stored-log.
 * Promise: never writes; all reads of one check see one state of the file.
 */
import type { Row, Rows } from './stored-log.ts';

export async function sqliteRows(file: string): Promise<Rows> {
  const { DatabaseSync } = await quietly(() => import('node:sqlite'));
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 268435456; BEGIN');
  return {
    rows: async (statement) => database.prepare(statement).all() as Row[],
    close: async () => database.close(),
  };
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
