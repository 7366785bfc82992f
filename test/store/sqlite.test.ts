import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { blank } from '../../src/ledger/erasure/erasure-queries.ts';
import { ask, put } from '../../src/store/query.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { aLog, anEntry, clock, idOf, locks, type StorePlace } from '../given/store/place.ts';
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

/** The files that this process has open and that have no name. */
const namelessFiles = (): readonly string[] =>
  readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${handle}`);
      return file.endsWith('(deleted)') ? [file] : [];
    } catch {
      return [];
    }
  });

describe.runIf(process.platform === 'linux')('what SQLite puts aside while it writes', () => {
  it('stands in no temporary file, where what an erasure empties would lie until it is written over', async () => {
    const place = await aPlace();
    const store = await place.open();
    const log = aLog();
    const before = namelessFiles();
    const payload = Buffer.alloc(3_000, 1);
    const temporary = await store.write(function* () {
      yield* put(
        'entries',
        Array.from({ length: 60 }, (_, index) => anEntry([log, index], { subject: 'sub_1', n: index + 1, payload })),
      );
      yield* put('entries', [anEntry([log, 60], { kind: 'person.erased', subject: null, n: null })]);
      yield* put('covered', [{ log, from: 0, to: 59, fact: idOf(log, 60), what: 'erased' }]);
      yield* ask(blank, { subject: 'sub_1', log, to: 59 });
      return namelessFiles();
    }, locks);
    await store.close();
    await place.drop();
    expect(temporary).toEqual(before);
  });
});
