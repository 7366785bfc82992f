/** The plans that an engine makes of our statements, over an empty database of today's schema. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { actorAfter, actorIn, actorIs, anyOf, holdsBytes, postgresKit, sqliteKit } from '../../../schema/kit.ts';
import { tablesOf } from '../../../schema/tables.ts';
import type { Db, QueryTools } from '../../../src/store/query.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { aFilledDatabase } from '../postgres.ts';

interface Planned {
  readonly build: (tools: QueryTools) => { toSQL(): { readonly sql: string; readonly params: readonly unknown[] } };
}

export interface Plans {
  /** Of a statement whose placeholders stand for these values. */
  planOf(statement: Planned, values: Readonly<Record<string, unknown>>): Promise<string>;
  close(): Promise<void>;
}

/** The parameters in their order: a placeholder stands for its name. */
const bound = (params: readonly unknown[], values: Readonly<Record<string, unknown>>): unknown[] =>
  params.map((each) =>
    typeof each === 'object' && each !== null && 'name' in each ? values[String(each.name)] : each,
  );

export async function sqlitePlans(): Promise<Plans> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-plans-'));
  await openSqlite(folder, { now: () => 0, yields: false, acceptsServerTime: () => true }).close();
  const database = new Database(join(folder, 'candor.db'), { readonly: true });
  const tools = {
    db: drizzle(database) as unknown as Db,
    t: tablesOf(sqliteKit),
    any: anyOf.sqlite,
    holds: holdsBytes.sqlite,
    actorIs: actorIs.sqlite,
    actorAfter: actorAfter.sqlite,
    actorIn,
  };
  return {
    async planOf(statement, values) {
      const { sql, params } = statement.build(tools).toSQL();
      const given = bound(params, values).map((each) => (Array.isArray(each) ? JSON.stringify(each) : each));
      const rows = database.prepare(`explain query plan ${sql}`).all(...given) as { readonly detail: string }[];
      return rows.map(({ detail }) => detail).join('\n');
    },
    async close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** An empty table is read as a whole sooner, so the ways that are not to be taken are switched off. */
export async function postgresPlans(
  avoiding: readonly ('seqscan' | 'bitmapscan' | 'sort')[] = ['seqscan', 'bitmapscan'],
): Promise<Plans> {
  const { url, drop } = await aFilledDatabase();
  const client = new pg.Client(url);
  await client.connect();
  for (const way of avoiding) await client.query(`set enable_${way} = off`);
  const tools = {
    db: drizzlePostgres(client) as unknown as Db,
    t: tablesOf(postgresKit),
    any: anyOf.postgresql,
    holds: holdsBytes.postgresql,
    actorIs: actorIs.postgresql,
    actorAfter: actorAfter.postgresql,
    actorIn,
  };
  return {
    async planOf(statement, values) {
      const { sql, params } = statement.build(tools).toSQL();
      const { rows } = await client.query(`explain ${sql}`, bound(params, values));
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    },
    async close() {
      await client.end();
      await drop();
    },
  };
}
