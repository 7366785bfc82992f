/** Both engines of the keystore, each opened on a fresh place that can be reopened and looked into as bytes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { KeyStore } from '../../../src/seal/keys.ts';
import { openPostgresKeyStore } from '../../../src/store/keystore-postgres.ts';
import { openSqliteKeyStore } from '../../../src/store/keystore-sqlite.ts';
import { aDatabase, hasPostgres } from '../postgres.ts';

export interface Place {
  open(): Promise<KeyStore>;
  /** Does something behind the keystore's back. */
  tamper(sql: string): Promise<void>;
  /** Whether the bytes stand anywhere at rest where the engine lets us look. */
  holds(bytes: Uint8Array): Promise<boolean>;
  remove(): Promise<void>;
}

async function sqlitePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-keys-'));
  const file = join(folder, 'keys.db');
  return {
    open: async () => openSqliteKeyStore(file),
    async tamper(sql) {
      const db = new Database(file);
      db.exec(sql);
      db.close();
    },
    holds: async (bytes) =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(Buffer.from(bytes))),
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

async function postgresPlace(): Promise<Place> {
  const database = await aDatabase();
  const asked = async (sql: string, values: unknown[] = []): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return await client.query(sql, values);
    } finally {
      await client.end();
    }
  };
  return {
    open: () => openPostgresKeyStore(database.url),
    async tamper(sql) {
      await asked(sql.replaceAll(' keys ', ' keystore.keys '));
    },
    holds: async (bytes) =>
      (await asked('select 1 from keystore.keys where wrapped = $1', [Buffer.from(bytes)])).rowCount !== 0,
    remove: () => database.drop(),
  };
}

export const engines: readonly (readonly [string, boolean, () => Promise<Place>])[] = [
  ['SQLite', true, sqlitePlace],
  ['PostgreSQL', hasPostgres, postgresPlace],
];
