/**
 * Cleans the files of a PostgreSQL server as far as SQL can, and says where remains of what was deleted may still lie.
 * Flow:    postgres (the tables), keystore-postgres (the keys) → here → the server's files.
 * Promise: a connection of its own without the time limits of a request, so that a large table is cleaned to its end;
 *          what this role may not do is no fault, and is said by what stays.
 * Source:  docs/decisions/0056-what-an-engine-keeps.md.
 */
import pg from 'pg';
import type { Trace } from '../vocabulary/trace.ts';

const NOT_ALLOWED = '42501';
/** Nobody may be kept from their keys or rows for longer by a rewriting that waits. */
const LOCK_WAIT = '200ms';

export interface Maintenance {
  say(statement: string): Promise<void>;
  rows<Row extends pg.QueryResultRow>(statement: string): Promise<readonly Row[]>;
}

export async function withMaintenance<T>(url: string, work: (on: Maintenance) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    options: '-c synchronous_commit=on -c statement_timeout=0 -c lock_timeout=0',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work({
      say: async (statement) => void (await client.query(statement)),
      rows: async <Row extends pg.QueryResultRow>(statement: string) => (await client.query<Row>(statement)).rows,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Dead rows and their places in every index; `analyze`, because statistics hold values, too. */
export const vacuum = ({ say }: Maintenance, table: string): Promise<void> =>
  say(`VACUUM (ANALYZE, INDEX_CLEANUP ON) ${table}`);

/**
 * The server's own table of statistics, of which `analyze` leaves the rows before: a page of it that is touched later
 * goes into the log whole. A role that does not own the database is passed over with a warning.
 */
export const vacuumStatistics = ({ say }: Maintenance): Promise<void> => say('VACUUM pg_catalog.pg_statistic');

/** The table written anew, so that nothing of its old file is left; false where it is too large or in use. */
export async function rewrite({ say, rows }: Maintenance, table: string, mostBytes: number): Promise<boolean> {
  const [size] = await rows<{ bytes: number }>(`SELECT pg_total_relation_size('${table}')::float8 AS bytes`);
  if (size === undefined || size.bytes > mostBytes) return false;
  await say(`SET lock_timeout = '${LOCK_WAIT}'`);
  try {
    await say(`VACUUM (FULL) ${table}`);
    return true;
  } catch {
    return false;
  } finally {
    await say('RESET lock_timeout');
  }
}

/** Ends the piece of the log that holds what was deleted, and lets the server drop or reuse every piece before. */
export async function retireLog(on: Maintenance): Promise<Trace['until'] | undefined> {
  const isRetired = (await allowed(on, 'SELECT pg_switch_wal()')) && (await allowed(on, 'CHECKPOINT'));
  const [server] = await on.rows<{ copies: boolean; reuses: boolean }>(`
    SELECT current_setting('archive_mode') <> 'off'
        OR EXISTS (SELECT FROM pg_replication_slots)
        OR EXISTS (SELECT FROM pg_stat_replication) AS copies,
      current_setting('wal_recycle') = 'on' OR current_setting('wal_keep_size') <> '0' AS reuses`);
  if (server?.copies !== false) return 'archived';
  return isRetired && !server.reuses ? undefined : 'written-over';
}

async function allowed({ say }: Maintenance, statement: string): Promise<boolean> {
  try {
    await say(statement);
    return true;
  } catch (fault) {
    if ((fault as { readonly code?: unknown }).code !== NOT_ALLOWED) throw fault;
    return false;
  }
}
