/**
 * Whoever owns the database and has none of the keys: reads and writes every table, past every trigger.
 * Flow:    tests → here → candor.db or PostgreSQL, by a connection of its own.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { RunningService } from '../service.ts';

type Row = Readonly<Record<string, unknown>>;

export interface Owner {
  rows(statement: string): Promise<readonly Row[]>;
  /** How many rows it changed. */
  run(statement: string, values?: readonly unknown[]): Promise<number>;
  /** Every row of the table as it is now, to be put back later. */
  copy(table: string, where?: string): Promise<Copy>;
}

export interface Copy {
  /** Takes out what stands there now, and puts the rows of that day back. */
  putBack(): Promise<void>;
}

const guarded = ['logs', 'entries', 'checkpoints', 'tiles', 'covered'];

async function onSqlite<T>(file: string, work: (db: Database.Database) => T): Promise<T> {
  const db = new Database(file);
  try {
    for (const name of db.prepare<[], string>("select name from sqlite_master where type = 'trigger'").pluck().all())
      db.exec(`drop trigger "${name}"`);
    return work(db);
  } finally {
    db.close();
  }
}

async function onPostgres<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const table of guarded) await client.query(`alter table "${table}" disable trigger user`);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** `databaseUrl` only where there is one. */
export function ownerOf(service: Pick<RunningService, 'engine' | 'dataDir'>, databaseUrl: string): Owner {
  const file = join(service.dataDir, 'candor.db');
  const isFile = service.engine === 'sqlite';
  const numbered = (statement: string): string => {
    let at = 0;
    return statement.replace(/\?/g, () => `$${++at}`);
  };
  const owner: Owner = {
    rows: (statement) =>
      isFile
        ? onSqlite(file, (db) => db.prepare<[], Row>(statement).all())
        : onPostgres(databaseUrl, async (client) => (await client.query<Row>(statement)).rows),
    run: (statement, values = []) =>
      isFile
        ? onSqlite(file, (db) => db.prepare(statement).run([...values]).changes)
        : onPostgres(
            databaseUrl,
            async (client) => (await client.query(numbered(statement), [...values])).rowCount ?? 0,
          ),
    async copy(table, where = '1 = 1') {
      const rows = await owner.rows(`select * from "${table}" where ${where}`);
      return {
        async putBack() {
          await owner.run(`delete from "${table}" where ${where}`);
          for (const row of rows) {
            const names = Object.keys(row);
            const places = names.map(() => '?').join(', ');
            await owner.run(
              `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${places})`,
              Object.values(row),
            );
          }
        },
      };
    },
  };
  return owner;
}
