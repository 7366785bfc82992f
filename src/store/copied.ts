/**
 * Copies of the databases, and what a copy says about itself, beside a server that may be writing.
 * Flow:    scripts/backup, scripts/restore → here → files, database server.
 * Promise: each copy is of one moment and a whole file by itself; the running server is not held up.
 * Source:  docs/design.md 6; sqlite.org/backup.html.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';
import pg from 'pg';

interface CopiedLedger {
  /** The newest open log. */
  readonly log: number;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** Nodes with an erasure journal, and how many lines each had at least. */
  readonly nodes: readonly { readonly node: string; readonly lines: number }[];
}

const LOG = `select log, origin from logs where state = 'open' order by log desc limit 1`;
const NEWEST = `select size, root from checkpoints where log = (select max(log) from logs where state = 'open') order by size desc limit 1`;
const NODES = 'select node, lines from nodes order by node';

interface Log {
  readonly log: number | string;
  readonly origin: string;
}
interface Newest {
  readonly size: number | string;
  readonly root: Uint8Array;
}
interface Node {
  readonly node: string;
  readonly lines: number | string;
}

const describeLedger = (log: Log | undefined, newest: Newest | undefined, nodes: readonly Node[]): CopiedLedger => ({
  log: Number(log?.log ?? 0),
  origin: log?.origin ?? '',
  size: Number(newest?.size ?? 0),
  root: Buffer.from(newest?.root ?? []).toString('base64'),
  nodes: nodes.map(({ node, lines }) => ({ node, lines: Number(lines) })),
});

export async function copySqlite(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    // A copy begins anew whenever another connection writes, and would never end while uses run. Under an open reading
    // transaction it stays with one moment, and nobody has to wait.
    source.exec('BEGIN');
    source.prepare('select 1 from sqlite_schema').get();
    await source.backup(to);
  } finally {
    source.close();
  }
  // Without a write-ahead log the copy is one file; the next start turns it on again.
  const copy = new Database(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  chmodSync(to, 0o600);
}

export function ledgerOfSqlite(file: string): CopiedLedger {
  const db = new Database(file, { readonly: true });
  try {
    return describeLedger(
      db.prepare<[], Log>(LOG).get(),
      db.prepare<[], Newest>(NEWEST).get(),
      db.prepare<[], Node>(NODES).all(),
    );
  } finally {
    db.close();
  }
}

/** How many of these people have entries. */
export function presentInSqlite(file: string, subjects: readonly string[]): number {
  const db = new Database(file, { readonly: true });
  try {
    const there = db.prepare<[string], unknown>('select 1 from entries where subject = ? limit 1');
    return subjects.filter((subject) => there.get(subject) !== undefined).length;
  } finally {
    db.close();
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The ledger of one moment, and what reads the database as of that same moment: `snapshot` for pg_dump, which holds as
 * long as the work does.
 */
export const atOneMoment = <T>(url: string, work: (ledger: CopiedLedger, snapshot: string) => Promise<T>): Promise<T> =>
  withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read, read only');
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    const log = await client.query<Log>(LOG);
    const newest = await client.query<Newest>(NEWEST);
    const nodes = await client.query<Node>(NODES);
    const done = await work(describeLedger(log.rows[0], newest.rows[0], nodes.rows), rows[0]?.snapshot ?? '');
    await client.query('commit');
    return done;
  });

/** One that makes or drops a scratch database; its words are of ours alone. */
export const runStatement = (url: string, statement: string): Promise<void> =>
  withClient(url, async (client) => void (await client.query(statement)));

export const presentInPostgres = (url: string, subjects: readonly string[]): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'select count(distinct subject) as count from entries where subject = any($1)',
      [subjects],
    );
    return Number(rows[0]?.count ?? 0);
  });

interface Tool {
  readonly name: 'pg_dump' | 'pg_restore';
  readonly args: readonly string[];
  /** The variables that the program is started with. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The password travels in the environment, because arguments can be read by everybody on the machine. */
function wordsFor(url: string, { args, env }: Tool) {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  const given = password === '' ? env : { ...env, PGPASSWORD: password };
  return { words: [...args, `--dbname=${place.href}`], env: { ...given } };
}

const notFound = ({ name }: Tool): Error =>
  new Error(`${name} was not found. Install the PostgreSQL client programs of your server's version.`);

export function runPostgresTool(url: string, tool: Tool): void {
  const { words, env } = wordsFor(url, tool);
  const done = spawnSync(tool.name, words, { encoding: 'utf8', env });
  if (done.error !== undefined) throw notFound(tool);
  if (done.status !== 0) throw new Error(`${tool.name} failed:\n${done.stderr}`);
}

/** What such a program prints, as it prints it; the end comes only when it ended well. */
export async function* printedByPostgresTool(url: string, tool: Tool): AsyncGenerator<Uint8Array> {
  const { words, env } = wordsFor(url, tool);
  const child = spawn(tool.name, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  ended.catch(() => undefined);
  let said = '';
  child.stderr.on('data', (bytes) => {
    said = `${said}${String(bytes)}`.slice(-4096);
  });
  try {
    yield* child.stdout;
    const [code] = await ended.catch(() => Promise.reject(notFound(tool)));
    if (code !== 0) throw new Error(`${tool.name} failed:\n${said}`);
  } finally {
    child.kill();
  }
}
