import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from './postgres.ts';

describe.skipIf(!hasPostgres)('a PostgreSQL database of one test file', () => {
  it('shares nothing with the next one, and goes even while somebody is connected', async () => {
    const [one, other] = await Promise.all([aDatabase(), aDatabase()]);
    const client = new pg.Client({ connectionString: one.url });
    client.on('error', () => {});
    await client.connect();
    await client.query('create table here (n integer)');
    await one.drop();
    await client.end().catch(() => {});
    expect(await valuesOf(other.url, `select count(*) from pg_tables where tablename = 'here'`)).toEqual(['0']);
    await other.drop();
  });

  it('keeps its promises to the disk, as the server demands in production', async () => {
    const database = await aDatabase();
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(await valuesOf(database.url, `show ${name}`)).toEqual(['on']);
    await database.drop();
  });
});

async function valuesOf(url: string, query: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(query);
  await client.end();
  return rows.flatMap((row) => Object.values(row));
}
