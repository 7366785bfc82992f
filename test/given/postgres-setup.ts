/**
 * One PostgreSQL for the whole test run, with two templates that tests copy: one empty, one with the tables.
 * Flow:    vitest (globalSetup) → here → `inject('postgresUrl')` → postgres.ts.
 * Promise: a missing PostgreSQL is never a silent success: it is said loudly, and it is a failure when CI=true.
 */
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../src/store/postgres.ts';
import { isInMemory } from './files-in-memory.ts';
import { startCluster } from './postgres-cluster.ts';
import { clock } from './store/place.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty when the PostgreSQL half is skipped. */
    postgresUrl: string;
    /** The name of the template that has the tables. */
    postgresTables: string;
    /** How a template is copied, as words of `create database`. */
    postgresCopying: string;
  }
}

const SKIPPED =
  'PostgreSQL half SKIPPED: no PostgreSQL found. Install it, run npm ci with optional packages, or set TEST_DATABASE_URL.';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const wanted = (process.env['DIALECTS'] || 'sqlite,postgres').includes('postgres');
  const cluster = wanted ? await startCluster() : undefined;
  if (wanted && cluster === undefined) {
    if (process.env['CI'] === 'true') throw new Error(SKIPPED);
    process.stderr.write(`\n${'!'.repeat(SKIPPED.length)}\n${SKIPPED}\n${'!'.repeat(SKIPPED.length)}\n\n`);
  }
  const tables = `candor_tables_${randomBytes(8).toString('hex')}`;
  if (cluster) await makeTemplates(cluster.url, tables);
  project.provide('postgresUrl', cluster?.url ?? '');
  project.provide('postgresTables', tables);
  project.provide('postgresCopying', cluster ? await copyingOn(cluster.url) : '');
  return async () => {
    // A server that was given lives on.
    if (cluster) await said(cluster.url, `drop database if exists ${tables} with (force)`);
    await cluster?.stop();
  };
}

/**
 * In the empty one the house makes its own tables. The other is filled by the same migrations, once instead of hundreds
 * of times, and anew for each run, for a given server may hold what another revision made.
 */
async function makeTemplates(url: string, tables: string): Promise<void> {
  const like = `template template0 encoding 'UTF8' locale 'C'`;
  const { rowCount } = await said(url, `select 1 from pg_database where datname = 'candor_template'`);
  if (!rowCount) await said(url, `create database candor_template ${like}`);
  await said(url, `create database ${tables} ${like}`);
  const filled = new URL(url);
  filled.pathname = `/${tables}`;
  const store = await openPostgres(filled.href, clock());
  await store.close();
}

/**
 * Copying whole files takes half the work of copying pages through the log, but syncs all files twice: on a disk that
 * is several times as slow.
 */
async function copyingOn(url: string): Promise<string> {
  if (process.env['TEST_DATABASE_URL'] || !isInMemory(tmpdir())) return '';
  const { rows } = await said(url, `select current_setting('server_version_num')::int >= 150000 as chooses`);
  return rows[0]?.chooses === true ? 'strategy file_copy' : '';
}

async function said(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
