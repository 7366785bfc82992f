/** The same ledger in PostgreSQL is judged the same, although counts come as text there and bytes as buffers. */
import { rmSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { postgresRows } from '../../../scripts/verify/postgres-rows.ts';
import { verifyLog } from '../../../scripts/verify/verify-log.ts';
import { aDatabase, hasPostgres } from '../../given/postgres.ts';
import { aLedger, aSubject } from '../../given/verify/a-ledger.ts';
import { storeLedgers } from '../../given/verify/a-stored-ledger.ts';

const TABLES = ['logs', 'entries', 'checkpoints', 'tiles', 'covered'];

describe.skipIf(!hasPostgres)('a ledger in PostgreSQL', () => {
  it('is good as it stands, and bad where somebody touched it', async () => {
    const ledger = aLedger();
    ledger.add({ kind: 'purpose.published' });
    for (let at = 1; at < 600; at += 1) {
      ledger.add({ kind: 'use.allowed', subject: aSubject(at % 5), sealed: at % 2 === 0 });
      if (at % 7 === 0) ledger.sign();
    }
    ledger.add({ kind: 'payload.expired', payload: { v: 1, covers: [{ log: 0, from: 3, to: 4 }] } });
    ledger.sign();
    const database = await aDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const judge = async () => {
      const source = await postgresRows(database.url);
      const verdict = await verifyLog(source, { keys: [ledger.signer.vkey], source: 'the test' });
      await source.close();
      return verdict;
    };
    try {
      await copy(storeLedgers(ledger), client);
      expect(await judge()).toMatchObject({ findings: [], logs: [{ size: 601, tiles: 2, people: 5 }] });
      await client.query(`UPDATE entries SET leaf_hash = decode(repeat('00', 32), 'hex') WHERE "index" = 77`);
      expect((await judge()).findings[0]?.place).toContain('log 0 index 77');
    } finally {
      await client.end();
      await database.drop();
    }
  });
});

async function copy({ database, folder }: ReturnType<typeof storeLedgers>, client: pg.Client): Promise<void> {
  for (const table of TABLES) {
    const { sql } = database.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(table) as { sql: string };
    await client.query(sql.replaceAll(/\binteger\b/g, 'bigint').replaceAll(/\bblob\b/g, 'bytea'));
    for (const row of database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]) {
      const places = Object.keys(row).map((_, at) => `$${at + 1}`);
      await client.query(`INSERT INTO ${table} VALUES (${places.join(', ')})`, Object.values(row));
    }
  }
  database.close();
  rmSync(folder, { recursive: true });
}
