/**
 * Copies the two databases while a server may be writing: the main one first, the keystore second.
 * Flow:    backup → here → files of the backup.
 * Promise: each copy is of one moment; a key that the main copy needs is always in the keystore copy, which is younger.
 * Source:  DESIGN section 6; sqlite.org/backup.html.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Config } from '../../src/config.ts';

export interface Ledger {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly nodes: readonly { readonly node: string; readonly lines: number }[];
}

const LOG = 'select origin from logs where log = 0';
const NEWEST = 'select size, root from checkpoints where log = 0 order by size desc limit 1';
const NODES = 'select node, lines from nodes order by node';

interface Newest {
  readonly size: number | string;
  readonly root: Uint8Array;
}

const described = (origin: string | undefined, newest: Newest | undefined, nodes: readonly { node: string; lines: number | string }[]): Ledger => ({
  origin: origin ?? '',
  size: Number(newest?.size ?? 0),
  root: Buffer.from(newest?.root ?? []).toString('base64'),
  nodes: nodes.map(({ node, lines }) => ({ node, lines: Number(lines) })),
});

async function copyOne(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    await source.backup(to);
    chmodSync(to, 0o600);
  } finally {
    source.close();
  }
}

export async function copySqlite(config: Config, folder: string): Promise<readonly string[]> {
  await copyOne(join(config.dataDir, 'candor.db'), join(folder, 'candor.db'));
  await copyOne(join(config.dataDir, 'keys.db'), join(folder, 'keys.db'));
  return ['candor.db', 'keys.db'];
}

export function ledgerOfSqlite(file: string): Ledger {
  const db = new Database(file, { readonly: true });
  try {
    const origin = db.prepare<[], { origin: string }>(LOG).get()?.origin;
    return described(origin, db.prepare<[], Newest>(NEWEST).get(), db.prepare<[], { node: string; lines: number }>(NODES).all());
  } finally {
    db.close();
  }
}

export async function ledgerOfPostgres(url: string): Promise<Ledger> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [log, newest, nodes] = [await client.query<{ origin: string }>(LOG), await client.query<Newest>(NEWEST), await client.query(NODES)];
    return described(log.rows[0]?.origin, newest.rows[0], nodes.rows as { node: string; lines: string }[]);
  } finally {
    await client.end();
  }
}

/** The password travels in the environment, because arguments can be read by every user of the machine. */
export function runPostgresTool(tool: 'pg_dump' | 'pg_restore', url: string, args: readonly string[]): void {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  const done = spawnSync(tool, [...args, `--dbname=${place.href}`], {
    encoding: 'utf8',
    env: { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) },
  });
  if (done.error !== undefined) throw new Error(`${tool} was not found. Install the PostgreSQL client programs of your server's version.`);
  if (done.status !== 0) throw new Error(`${tool} failed:\n${done.stderr}`);
}

export function dumpPostgres(config: Config, folder: string): readonly string[] {
  const url = config.databaseUrl ?? '';
  runPostgresTool('pg_dump', url, ['--format=custom', '--exclude-schema=keystore', `--file=${join(folder, 'main.dump')}`]);
  runPostgresTool('pg_dump', config.keystoreUrl ?? url, ['--format=custom', '--schema=keystore', `--file=${join(folder, 'keystore.dump')}`]);
  return ['main.dump', 'keystore.dump'];
}
