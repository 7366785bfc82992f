/** What the ledger audit asks goes through an index, however long the ledger is: told by the plans of the engines. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorIs, anyOf, holdsBytes, postgresKit, sqliteKit } from '../../schema/kit.ts';
import { tablesOf } from '../../schema/tables.ts';
import { statements } from '../../src/ledger/search/queries.ts';
import type { Db } from '../../src/store/query.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { aFilledDatabase } from '../given/postgres.ts';
import { engines } from '../given/service.ts';

type Named = Pick<(typeof statements)['newest'], 'ofKind' | 'ofSubject' | 'ofActor' | 'usesOfSystem'>;
type Statement = Named[keyof Named];

/** What a statement is asked with; a list of names, because a plan is made for any of them. */
const values: Readonly<Record<string, unknown>> = {
  fromLog: 0,
  fromIndex: 0,
  toLog: 1,
  toIndex: 10,
  limit: 50,
  kind: 'use.allowed',
  subject: 'sub_1',
  system: 'assistant',
  who: Buffer.from(`act_${'0'.repeat(26)}`),
};

const indexes: Readonly<Record<keyof Named, string>> = {
  ofKind: 'entries_kind',
  ofSubject: 'entries_subject_n',
  ofActor: 'entries_actor',
  usesOfSystem: 'uses_system',
};
const asked = (['newest', 'oldest'] as const).flatMap((order) =>
  (Object.keys(indexes) as (keyof Named)[]).map((name) => ({ order, name, index: indexes[name] })),
);

/** The parameters in their order: a placeholder stands for its name. */
const bound = (params: readonly unknown[]): unknown[] =>
  params.map((each) =>
    typeof each === 'object' && each !== null && 'name' in each ? values[String(each.name)] : each,
  );

async function sqlitePlans() {
  const folder = mkdtempSync(join(tmpdir(), 'candor-plans-'));
  await openSqlite(folder, { now: () => 0, yields: false, acceptsServerTime: () => true }).close();
  const database = new Database(join(folder, 'candor.db'), { readonly: true });
  const tools = {
    db: drizzle(database) as unknown as Db,
    t: tablesOf(sqliteKit),
    any: anyOf.sqlite,
    holds: holdsBytes.sqlite,
    actorIs: actorIs.sqlite,
  };
  return {
    async planOf(statement: Statement): Promise<string> {
      const { sql, params } = statement.build(tools).toSQL();
      const rows = database.prepare(`explain query plan ${sql}`).all(...bound(params)) as { readonly detail: string }[];
      return rows.map(({ detail }) => detail).join('\n');
    },
    async close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function postgresPlans() {
  const { url, drop } = await aFilledDatabase();
  const client = new pg.Client(url);
  await client.connect();
  // An empty table is read as a whole sooner; what is asked here is whether an index could serve in this order.
  for (const way of ['seqscan', 'bitmapscan', 'sort']) await client.query(`set enable_${way} = off`);
  const tools = {
    db: drizzlePostgres(client) as unknown as Db,
    t: tablesOf(postgresKit),
    any: anyOf.postgresql,
    holds: holdsBytes.postgresql,
    actorIs: actorIs.postgresql,
  };
  return {
    async planOf(statement: Statement): Promise<string> {
      const { sql, params } = statement.build(tools).toSQL();
      const { rows } = await client.query(`explain ${sql}`, bound(params));
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    },
    async close() {
      await client.end();
      await drop();
    },
  };
}

describe.each(engines)('a search of the ledger over %s', (engine) => {
  let plans: Awaited<ReturnType<typeof sqlitePlans>>;
  beforeAll(async () => {
    plans = await (engine === 'sqlite' ? sqlitePlans() : postgresPlans());
  });
  afterAll(() => plans.close());

  it.each(asked)('$name, the $order first, goes through $index and sorts nothing', async ({ order, name, index }) => {
    const plan = await plans.planOf(statements[order][name]);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/\bSCAN\b|Seq Scan|B-TREE|Sort/);
  });
});
