/**
 * The floor of everything that writes: rows of the same bytes put into one table of a file with the same safety.
 * Flow:    rows → here → better-sqlite3.
 * Promise: WAL, synchronous FULL, one transaction a group, as the ledger commits; nothing is computed.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { freshFolder } from './a-house.ts';

interface BareInserts {
  /** Inserts so many rows of so many bytes, so many in one transaction. */
  run(rows: number, wish: { readonly bytes: number; readonly group: number }): number;
  close(): void;
}

export function bareInserts(): BareInserts {
  const folder = freshFolder();
  const database = new Database(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table rows (n integer primary key, body blob)');
  const insert = database.prepare('insert into rows (body) values (?)');
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  return {
    run(rows, { bytes, group }) {
      const body = randomBytes(bytes);
      for (let done = 0; done < rows; done += group) {
        begin.run();
        for (let at = done; at < Math.min(done + group, rows); at += 1) insert.run(body);
        commit.run();
      }
      return rows;
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What one fact of a kind takes in the ledger's own row: the entry and its sealed content. */
export function bytesOfFact(folder: string, kind: string): number {
  const database = new Database(join(folder, 'candor.db'), { readonly: true });
  const found = database
    .prepare('select avg(length(entry) + length(payload)) as bytes from entries where kind = ?')
    .get(kind) as { bytes: number | null };
  database.close();
  return Math.ceil(found.bytes ?? 0);
}
