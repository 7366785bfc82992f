/**
 * One company with a shop on a real PostgreSQL and a branch on a real MariaDB, the same people in both, connected to a
 * service.
 * Flow:    test/prove → here → shop/shop.ts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mariadb } from '../mariadb.ts';
import { aDatabase } from '../postgres.ts';
import { mapsFolder, mariadbShop, markOf, postgresShop, type Shop } from '../shop/shop.ts';
import type { Environment } from './spawned.ts';

const branch = [
  '  - key: branch',
  '    name: Branch',
  '    kind: mariadb',
  '    read: branch-read',
  '    erase: branch-erase',
  '    datasets: [shop_database]',
  '    ignored: [orders.packed_by]',
  '',
].join('\n');

export async function twoShops(mariadb: Mariadb, people: number) {
  const folder = await mkdtemp(join(tmpdir(), 'candor-two-shops-'));
  const database = await aDatabase();
  const shops = {
    shop: await postgresShop(database.url, people),
    branch: await mariadbShop(mariadb, 'branch', people),
  };
  const { maps, secrets } = await mapsFolder(folder, shops.shop, (text) => text + branch);
  await writeFile(join(secrets, 'branch-read'), shops.branch.readUrl);
  await writeFile(join(secrets, 'branch-erase'), shops.branch.eraseUrl);
  const data = join(folder, 'data');
  const environment: Environment = {
    CANDOR_DATA_DIR: data,
    CANDOR_DATA_MAPS: maps,
    CANDOR_SYSTEM_SECRETS: secrets,
  };
  return {
    ...shops,
    data,
    environment,
    /** Puts another content in the place of a secret until it is told to take it back. */
    async otherSecret(name: string, change: (url: string) => string) {
      const file = join(secrets, name);
      const before = await readFile(file, 'utf8');
      await writeFile(file, change(before));
      return () => writeFile(file, before);
    },
    async close() {
      await shops.shop.close();
      await shops.branch.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type TwoShops = Awaited<ReturnType<typeof twoShops>>;

/** The lines of a dump by the program that makes backups of such a database. */
export function dumpedBy({ readUrl, engine }: Pick<Shop, 'readUrl' | 'engine'>): readonly string[] {
  const url = new URL(readUrl);
  const mariadb = [
    '--no-defaults',
    `--socket=${url.searchParams.get('socketPath') ?? ''}`,
    `--user=${url.username}`,
    `--password=${url.password}`,
    '--single-transaction',
    '--skip-lock-tables',
    url.pathname.slice(1),
  ];
  const ran =
    engine === 'postgresql'
      ? spawnSync('pg_dump', ['--data-only', readUrl], { encoding: 'utf8' })
      : spawnSync('mariadb-dump', mariadb, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  // Person 1 is erased by no test, so a dump without them is none.
  if (!ran.stdout.includes(markOf(1))) throw new Error('The dump holds nothing.');
  return ran.stdout.split('\n');
}
