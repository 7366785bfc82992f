import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../src/store/postgres.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { clock, type StorePlace } from '../given/store/place.ts';
import { storeSuite } from '../suites/store.suite.ts';

async function asked<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function aPlace(): Promise<StorePlace> {
  const { url, drop } = await aDatabase();
  return {
    open: () => openPostgres(url, clock()),
    say: (statement) => asked(url, async (client) => void (await client.query(statement))),
    drop,
  };
}

const emptied = (table: string) => ({
  does: `empty the table ${table}`,
  says: () => `truncate ${table}`,
  because: 'only PostgreSQL can empty a table without a trigger on its rows seeing it',
});

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  storeSuite({
    name: 'PostgreSQL',
    refusal: 'P0001',
    aPlace,
    differences: {
      cheats: ['logs', 'entries', 'checkpoints', 'tiles', 'covered'].map(emptied),
      refusedText: [
        { text: 'a\u0000b', because: 'PostgreSQL keeps no NUL in text, and no identifier or code may hold one' },
      ],
    },
  });

  it('scrubbing leaves out no table, so that nothing of an erased person waits in old pages', async () => {
    const { url, drop } = await aDatabase();
    const store = await openPostgres(url, clock());
    try {
      await store.scrub();
      const { rows } = await asked(url, (client) =>
        client.query(`select relname from pg_stat_user_tables where schemaname = 'public' and vacuum_count = 0`),
      );
      expect(rows).toEqual([]);
    } finally {
      await store.close();
      await drop();
    }
  });
});
