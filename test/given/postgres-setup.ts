/**
 * One PostgreSQL for the whole test run, with one template that every test file copies.
 * Flow:    vitest (globalSetup) → here → `inject('postgresUrl')` → postgres.ts.
 * Promise: a missing PostgreSQL is never a silent success: it is said loudly, and it is a failure when CI=true.
 */
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty when the PostgreSQL half is skipped. */
    postgresUrl: string;
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
  if (cluster) await makeTemplate(cluster.url);
  project.provide('postgresUrl', cluster?.url ?? '');
  return async () => cluster?.stop();
}

/** Left empty: the house brings its own tables. A given server may hold the template of an earlier run. */
async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'candor_template'`);
  if (!rowCount) await client.query(`create database candor_template template template0 encoding 'UTF8' locale 'C'`);
  await client.end();
}
