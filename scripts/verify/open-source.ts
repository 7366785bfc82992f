/**
 * Opens the stored ledger that the command line names: a PostgreSQL address, or the SQLite file of a data folder.
 * Flow:    verify → here → sqlite-rows or postgres-rows.
 * Promise: a ledger that cannot be opened is said so in one line, with host and port and without passwords.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { postgresRows } from './postgres-rows.ts';
import { sqliteRows } from './sqlite-rows.ts';
import type { Rows } from './stored-log.ts';
import { whyUnopened, whyUnreached } from './unread.ts';
import { type Wrong, wrong } from './wrong.ts';

export async function openSource(where: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}): Promise<Rows | Wrong> {
  if (where.databaseUrl !== undefined) {
    const url = where.databaseUrl;
    return postgresRows(url).catch((fault: unknown) => wrong(whyUnreached(url, fault)));
  }
  const file = join(where.dataFolder, 'candor.db');
  if (!existsSync(file)) return wrong(`there is no ledger at ${file}`);
  return sqliteRows(file).catch((fault: unknown) => wrong(whyUnopened(file, fault)));
}
