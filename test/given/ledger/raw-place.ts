/**
 * Houses over engines whose own files can be read: SQLite, PostgreSQL as it is, and PostgreSQL set up so that nothing
 * of an erased person can be opened.
 * Flow:    here → test/ledger/erasure/raw-files.test.ts.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { windUpClock } from '../../../src/clock.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { type OpenHouse, openHouse } from '../../../src/house.ts';
import { startOwnCluster } from '../postgres-cluster.ts';
import { engines } from '../service.ts';
import { filesIn } from './a-house.ts';

type Row = Readonly<Record<string, unknown>>;

export interface RawPlace {
  readonly folder: string;
  config(): Config;
  readonly clock: ReturnType<typeof windUpClock>;
  house(): Promise<OpenHouse>;
  rows(sql: string): Promise<readonly Row[]>;
  /** Rows of the keystore. */
  keys(where: string): Promise<readonly Row[]>;
  /** Writes what memory holds to the files. */
  settle(): Promise<void>;
  /** By the places that a certificate names; `elsewhere` may hold nothing. */
  files(): Promise<Readonly<Record<string, readonly string[]>>>;
  /** Reads, and goes on seeing everything as it was, until it stops. PostgreSQL alone. */
  reader(): Promise<{ stop(): Promise<void> }>;
  /** What the engine does of its own accord when nobody looks. */
  cleanUp(): Promise<void>;
  drop(): Promise<void>;
}

const besides = (file: string): readonly string[] =>
  [file, `${file}-wal`, `${file}-shm`, `${file}-journal`].filter((each) => existsSync(each));

function sqliteRows(file: string, sql: string): readonly Row[] {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare<[], Row>(sql).all();
  } finally {
    db.close();
  }
}

const keysIn = (file: string, where: string): readonly Row[] =>
  sqliteRows(file, `select * from keys where ${where.replace('use', '"use"')}`);

function common(variables: Readonly<Record<string, string>>, folder: string) {
  const config = (): Config => {
    const read = readConfig({
      CANDOR_DATA_DIR: join(folder, 'data'),
      CANDOR_WITNESS_DIR: join(folder, 'witness'),
      ...variables,
    });
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read;
  };
  const clock = windUpClock(Date.parse('2026-11-02T09:00:00.000Z'));
  return { folder, config, clock, house: () => openHouse(config(), clock) };
}

async function onSqlite(): Promise<RawPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-raw-'));
  const [main, keys] = [join(folder, 'data', 'candor.db'), join(folder, 'data', 'keys.db')];
  const mine = [main, keys].flatMap((file) => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]);
  return {
    ...common({}, folder),
    rows: async (sql) => sqliteRows(main, sql),
    keys: async (where) => keysIn(keys, where),
    settle: async () => undefined,
    reader: async () => ({ stop: async () => undefined }),
    cleanUp: async () => undefined,
    files: async () => ({
      'database-files': besides(main),
      'keystore-files': besides(keys),
      elsewhere: filesIn(folder).filter((file) => !mine.includes(file)),
    }),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Server {
  readonly settings?: Readonly<Record<string, string>>;
  /** The keys in a file of their own. */
  readonly keysApart?: boolean;
}

const ask = async (url: string, sql: string): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

async function readingAt(url: string): Promise<{ stop(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin isolation level repeatable read read only');
  await client.query('select count(*) from entries');
  let ended: Promise<void> | undefined;
  return { stop: () => (ended ??= client.end()) };
}

const RELATIONS = `select pg_relation_filepath(c.oid) as path from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'keystore' and c.relkind in ('r', 'i')
  union select pg_relation_filepath(reltoastrelid) from pg_class where oid = to_regclass('keystore.keys')`;

async function onPostgres({ settings = {}, keysApart = false }: Server): Promise<RawPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-raw-'));
  const { url, stop } = await startOwnCluster(settings);
  const keysFile = join(folder, 'apart.db');
  const rows = (sql: string) => ask(url, sql);
  const [server] = await rows(`select current_setting('data_directory') as folder`);
  const data = String(server?.['folder']);
  const variables = { DATABASE_URL: url, ...(keysApart ? { KEYSTORE_URL: `file://${keysFile}` } : {}) };
  return {
    ...common(variables, folder),
    rows,
    keys: async (where) => (keysApart ? keysIn(keysFile, where) : rows(`select * from keystore.keys where ${where}`)),
    settle: async () => void (await rows('checkpoint')),
    reader: () => readingAt(url),
    cleanUp: async () => void (await rows('vacuum analyze')),
    async files() {
      const all = filesIn(data);
      const log = all.filter((file) => file.startsWith(join(data, 'pg_wal')));
      const own = keysApart ? [] : (await rows(RELATIONS)).map(({ path }) => join(data, String(path)));
      const keys = keysApart ? besides(keysFile) : all.filter((file) => own.some((path) => file.startsWith(path)));
      return {
        'database-log': log,
        'database-files': all.filter((file) => !log.includes(file) && !keys.includes(file)),
        'keystore-files': keys,
        elsewhere: filesIn(folder).filter((file) => !keys.includes(file)),
      };
    },
    async drop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Engine {
  readonly name: string;
  /** What the files may hold after an erasure. */
  readonly keeps: readonly string[];
  open(): Promise<RawPlace>;
}

const inFreeSpace = ['database-files: sealed-contents', 'database-files: pseudonyms'];
const inLog = ['database-log: sealed-contents', 'database-log: pseudonyms', 'database-log: wrapped-keys'];
const inIndexPages = 'database-log: pseudonyms';
const unreused = { settings: { wal_recycle: 'off' } };

export const onSqliteFiles: Engine = { name: 'SQLite', keeps: [], open: onSqlite };
const onServers: readonly Engine[] = [
  { name: 'PostgreSQL as it comes', keeps: [...inFreeSpace, ...inLog], open: () => onPostgres({}) },
  {
    name: 'PostgreSQL that reuses no piece of its log',
    keeps: [...inFreeSpace, inIndexPages],
    open: () => onPostgres(unreused),
  },
  {
    name: 'PostgreSQL with the keys in a file apart',
    keeps: [...inFreeSpace, ...inLog.filter((each) => !each.endsWith('wrapped-keys'))],
    open: () => onPostgres({ keysApart: true }),
  },
];
export const rawPlaces: readonly Engine[] = [
  onSqliteFiles,
  ...(engines.includes('postgresql') ? onServers : []),
].filter(({ name }) => name !== 'SQLite' || engines.includes('sqlite'));
