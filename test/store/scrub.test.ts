import pg from 'pg';
import { expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { guardClock } from '../../src/clock-guard.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';

it.skipIf(!hasPostgres)(
  'scrubbing leaves out no table, so that nothing of an erased person waits in old pages',
  async () => {
    const database = await aDatabase();
    const store = await openPostgres(database.url, guardClock(windUpClock(Date.parse('2026-11-02T09:00:00.000Z'))));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await store.scrub();
      const { rows } = await client.query(
        `select relname from pg_stat_user_tables where schemaname = 'public' and vacuum_count = 0`,
      );
      expect(rows).toEqual([]);
    } finally {
      await client.end();
      await store.close();
      await database.drop();
    }
  },
);
