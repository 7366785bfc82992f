/**
 * A fresh PostgreSQL database for a test file.
 * Flow:    postgres-setup (one cluster a run) → here → a test.
 * Promise: no two calls share a database, so test files may run side by side.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import './postgres-setup.ts';

/** False when the PostgreSQL half is skipped; for `describe.skipIf(!hasPostgres)`. */
export const hasPostgres = inject('postgresUrl') !== '';

export interface Database {
  readonly url: string;
  /** Ends every connection that is still open and removes the database. */
  drop(): Promise<void>;
}

/** Empty; the house makes its tables when it first starts there. */
export const aDatabase = (): Promise<Database> => copied('candor_template');

/** With the tables already, for tests of anything but a first start. */
export const aFilledDatabase = (): Promise<Database> => copied(inject('postgresTables'));

async function copied(template: string): Promise<Database> {
  const cluster = inject('postgresUrl');
  if (cluster === '') throw new Error('This test needs PostgreSQL: guard it with describe.skipIf(!hasPostgres).');
  const name = `candor_${randomBytes(8).toString('hex')}`;
  await say(cluster, `create database ${name} template ${template} ${inject('postgresCopying')}`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => say(cluster, `drop database if exists ${name} with (force)`) };
}

async function say(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
