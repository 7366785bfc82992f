/**
 * Opens somebody's PostgreSQL for one run, in one transaction.
 * Flow:    sql-system.ts → here → the server.
 * Promise: a reading run could not write if it tried; numbers keep every digit, and dates come as the database writes
 *          them.
 */
import pg from 'pg';
import type { Row } from '../system-work.ts';
import { type Database, type Opening, troubleOf } from './database.ts';

/** Those that JavaScript holds without loss; all others stay text. */
const asRead = new Set<number>([pg.types.builtins.BOOL, pg.types.builtins.INT2, pg.types.builtins.INT4]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text') =>
    asRead.has(id) ? pg.types.getTypeParser(id, format) : (text: unknown) => text) as typeof pg.types.getTypeParser,
};

export async function postgresRun({ url, isReadOnly, timeoutMs }: Opening): Promise<Database> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + 1000,
    idle_in_transaction_session_timeout: timeoutMs * 4,
    application_name: 'candor',
    types,
  });
  // A connection that is cut between two statements says so here; the next statement tells it.
  client.on('error', () => undefined);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      throw troubleOf(thrown);
    }
  };
  try {
    await client.connect();
    await client.query(
      isReadOnly
        ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
        : 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE',
    );
  } catch (thrown) {
    await client.end().catch(() => undefined);
    throw troubleOf(thrown);
  }
  const ask = ({ text, values }: Parameters<Database['rows']>[0]) =>
    guarded(() => client.query<Row>(text, [...values]));
  return {
    dialect: 'postgresql',
    rows: async (statement) => (await ask(statement)).rows,
    change: async (statement) => (await ask(statement)).rowCount ?? 0,
    commit: async () => void (await guarded(() => client.query('COMMIT'))),
    close: () => client.end().catch(() => undefined),
  };
}
