/**
 * Starts a throw-away MariaDB behind a Unix socket and stops it again, whatever happens to the process that asked.
 * Flow:    test/prove → here → a running server.
 * Promise: no port is opened and nothing stays behind, also when this process is killed: the server ends when the pipe
 *          to its keeper closes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { who } from './postgres-binaries.ts';

export interface Mariadb {
  /** As the account that may do everything; `name` is a database. */
  url(name: string, account?: string): string;
  stop(): Promise<void>;
}

const places = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd', '/usr/bin/mariadbd'];
const server = places.find((path) => existsSync(path));
export const hasMariadb = server !== undefined;

const KEEPER = 'folder=$1; shift; "$@" & server=$!; cat >/dev/null; kill -TERM $server; wait $server; rm -rf "$folder"';

export async function startMariadb(): Promise<Mariadb> {
  if (server === undefined) throw new Error('This test needs MariaDB: guard it with describe.skipIf(!hasMariadb).');
  const folder = mkdtempSync(join(tmpdir(), 'candor-mariadb-'));
  chmodSync(folder, 0o700);
  if ('uid' in who) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const made = spawnSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { ...who, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`MariaDB makes no folder of data: ${made.stdout}${made.stderr}`);
  const settings = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--skip-networking',
    '--innodb-buffer-pool-size=32M',
    '--innodb-log-file-size=16M',
  ];
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', folder, server, ...settings], {
    ...who,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const url = (name: string, account = 'root'): string =>
    `mysql://${account}${account === 'root' ? '' : ':secret-of-an-account'}@localhost/${name}?socketPath=${encodeURIComponent(socket)}`;
  await answering(url(''));
  return {
    url,
    stop: () =>
      new Promise((done) => {
        keeper.on('exit', () => done());
        keeper.stdin.end();
      }),
  };
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const connection = await createConnection(url);
      return await connection.end();
    } catch (error) {
      if (attempt > 1500) throw error;
      await pause(20);
    }
  }
}
