import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openSqlite } from '../../src/store/sqlite.ts';
import { clock, type StorePlace } from '../given/store/place.ts';
import { storeSuite } from '../suites/store.suite.ts';

async function aPlace(): Promise<StorePlace> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-store-'));
  return {
    open: async () => openSqlite(folder, clock()),
    async say(statement) {
      const connection = new Database(join(folder, 'candor.db'));
      try {
        connection.pragma('recursive_triggers = ON');
        connection.exec(statement);
      } finally {
        connection.close();
      }
    },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

const replaced = (table: string, values: (log: number) => string) => ({
  does: `replace a row of ${table}`,
  says: (log: number) => `insert or replace into ${table} values (${values(log)})`,
  because: 'only SQLite can replace a row without a trigger on update seeing it',
});
const bytes = `x'00', x'00', x'00'`;

storeSuite({
  name: 'SQLite',
  refusal: 'SQLITE_CONSTRAINT_TRIGGER',
  aPlace,
  differences: {
    cheats: [
      replaced('logs', (log) => `${log}, 'other', 'other', 'open', 1`),
      replaced('checkpoints', (log) => `${log}, 4, x'00', 'other'`),
      replaced('tiles', (log) => `${log}, 0, 0, x'00', x'00'`),
      replaced('covered', (log) => `${log}, 4, 9, 'ent_${log}_3', 'expired'`),
      replaced('entries', (log) => `${log}, 0, x'00', 'ent_new', 'k', 1, 'sub_new', 1, ${bytes}, 'k'`),
      replaced('entries', (log) => `${log}, 9, x'00', 'ent_${log}_0', 'k', 1, 'sub_new', 1, ${bytes}, 'k'`),
    ],
    refusedText: [],
    oneProcess: { because: 'a file has one writing process, so that nobody waits for a lock of the file system' },
    neverWaits: { because: 'the writer has one connection, and another batch would slip into this one' },
  },
});
