/**
 * Rows of a PostgreSQL ledger; the one file of the verifier that needs a package (`pg`, loaded only here and only
 * then).
 * Flow:    open-source → here → stored-log.
 * Promise: never writes; all reads of one check see one snapshot.
 */
import type { Row, Rows } from './stored-log.ts';

export async function postgresRows(url: string): Promise<Rows> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'candor-verify' });
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    rows: async (statement) => (await client.query<Row>(statement)).rows,
    close: async () => client.end(),
  };
}
