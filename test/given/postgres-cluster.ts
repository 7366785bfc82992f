/**
 * Starts a throw-away PostgreSQL and stops it again, whatever happens to the process that asked.
 * Flow:    postgres-setup (one a run), test/prove (its own) → here → a running server behind a Unix socket.
 * Promise: no port is opened and nothing stays behind: the server ends and its folder goes as soon as the pipe to
 *          its keeper closes, even when this process is killed with -9.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, findBinaries, who } from './postgres-binaries.ts';

export interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Durability is left as in production, so that a service that refuses unsafe settings needs no exception; where the
 * files lie in memory (files-in-memory.ts), it costs nothing.
 */
const SETTINGS = { listen_addresses: '', max_connections: 200, shared_buffers: '64MB', log_min_messages: 'fatal' };

/** The keeper holds the server as its child and waits for the end of its own standard input. */
const KEEPER = 'folder=$1; shift; "$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$folder"';

/** Undefined when this machine has no PostgreSQL at all; throws when it has one that does not start. */
export async function startCluster(): Promise<Cluster | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  const binaries = findBinaries();
  return binaries && (await start(binaries));
}

/** One of its own, whatever server the run was given, with more settings: its files are read, too. */
export async function startOwnCluster(settings: Settings): Promise<Cluster> {
  const binaries = findBinaries();
  if (binaries === undefined) throw new Error('There is no PostgreSQL on this machine.');
  return start(binaries, settings);
}

type Settings = Readonly<Record<string, string | number>>;

async function start(binaries: Binaries, more: Settings = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-postgres-'));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  chmodSync(folder, 0o700);
  initialise(binaries, folder);
  const settings = { ...SETTINGS, ...more, unix_socket_directories: folder };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries.folder, 'postgres'), '-D', join(folder, 'data'), ...flags];
  const keeper = spawn('/bin/sh', ['-c', `exec 2>"$1/log"; ${KEEPER}`, 'keeper', folder, ...command], {
    ...who,
    ...placed(folder),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  keeper.unref();
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    keeper.ref();
    keeper.stdin.end();
    await gone;
    for (const rest of [folder, binaries.copy]) if (rest) rmSync(rest, { recursive: true, force: true });
  };
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  try {
    await answering(url);
  } catch (cause) {
    const log = readFileSync(join(folder, 'log'), 'utf8');
    await stop();
    throw new Error(`PostgreSQL did not start: ${log}`, { cause });
  }
  return { url, stop };
}

function initialise(binaries: Binaries, folder: string): void {
  const options = [
    '-D',
    join(folder, 'data'),
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    // An erasure ends the piece of the log that it wrote to; a small piece is made and filled sooner.
    '--wal-segsize=1',
  ];
  const made = spawnSync(join(binaries.folder, 'initdb'), options, { ...who, ...placed(folder), encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`);
}

const placed = (folder: string) => ({
  cwd: folder,
  env: { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C' },
});

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (attempt > 500) throw error;
      await pause(20);
    }
  }
}
