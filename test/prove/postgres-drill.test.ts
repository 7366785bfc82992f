/**
 * The road by PostgreSQL's own tools: a base backup and the archived log of a running server, the drill over them, a
 * start over what was recovered, and the way on where the end of the log is lost.
 * Source:  docs/postgres-backups.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { hasPostgres } from '../given/postgres.ts';
import { findBinaries, who } from '../given/postgres-binaries.ts';
import { type Cluster, startOwnCluster } from '../given/postgres-cluster.ts';
import { callableAt } from '../given/prove/callable.ts';
import { build, type Environment, spawnService } from '../given/prove/spawned.ts';
import type { Callable } from '../given/store/keyed-load.ts';

const bin = findBinaries()?.folder ?? '';
const isPossible = hasPostgres && process.platform === 'linux' && existsSync(join(bin, 'pg_basebackup'));
const asPostgres = 'uid' in who ? `setpriv --reuid=${who.uid} --regid=${who.gid} --clear-groups` : '';

function ran(environment: Environment, command: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    env: { PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`, ...environment },
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}` };
}
const candor = (environment: Environment, ...words: readonly string[]) =>
  ran(environment, process.execPath, join(root, 'scripts/run.mjs'), ...words);

async function say(url: string, statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Everything up to now lies in the archive. */
async function archived(url: string): Promise<void> {
  const [row] = await say(url, 'select pg_walfile_name(pg_switch_wal()) as name');
  await expect
    .poll(async () => (await say(url, 'select last_archived_wal as name from pg_stat_archiver'))[0]?.['name'], {
      timeout: 60_000,
    })
    .toSatisfy((name) => String(name) >= String(row?.['name']));
}

async function known({ call }: Callable, ...customers: readonly string[]): Promise<void> {
  for (const each of customers) {
    const json = { regimes: ['EU'] };
    const told = await call('PUT', `/v1/subjects/customer:${each}`, { scope: 'admin', json });
    expect(told.status, told.text).toBeLessThan(300);
  }
}

async function erased({ call }: Callable, customer: string): Promise<void> {
  const path = `/v1/subjects/customer:${customer}/erasure`;
  let told = await call('POST', path, { scope: 'admin', json: {} });
  for (const { look } = told.body; told.status === 202; ) told = await call('GET', look, { scope: 'admin' });
  expect(told.status, told.text).toBeLessThan(300);
}
const statusOf = async ({ call }: Callable, customer: string): Promise<number> =>
  (await call('GET', `/v1/subjects/customer:${customer}`, { scope: 'admin' })).status;

describe.skipIf(!isPossible)('by the tools of PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-drill-'));
  const at = (name: string): string => join(folder, name);
  let cluster: Cluster;
  let environment: Environment;
  const drill = (archive: string, scratch: string, more: Environment = {}) =>
    ran(
      { ...environment, AS_POSTGRES: asPostgres, PG_BIN: bin, DRILL_AUTH: 'trust', ...more },
      join(root, 'deploy/postgres-drill.sh'),
      ...[at('base'), archive, scratch],
    );

  beforeAll(async () => {
    build();
    chmodSync(folder, 0o755);
    mkdirSync(at('archive'));
    for (const path of [folder, at('archive')]) if ('uid' in who) chownSync(path, who.uid, who.gid);
    cluster = await startOwnCluster({
      archive_mode: 'on',
      archive_command: `test ! -f ${at('archive')}/%f && cp %p ${at('archive')}/%f`,
      wal_level: 'replica',
    });
    environment = {
      DATABASE_URL: cluster.url,
      CANDOR_DATA_DIR: at('data'),
      CANDOR_WITNESS_DIR: at('witness'),
      CANDOR_MASTER_KEY_FILE: at('master.key'),
      CANDOR_COMPANY: 'Example Bank',
    };
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('nothing is lost with the whole archive; where its end is missing, that is noticed, given up when acknowledged, and nobody comes back who was erased', async () => {
    const service = await spawnService(environment);
    const speaking = await callableAt(service.url, environment);
    await known(speaking, '1', '2', '3');
    const words = ['-d', cluster.url, '-D', at('base'), '--checkpoint=fast', '--wal-method=none'];
    const copied = spawnSync(join(bin, 'pg_basebackup'), words, { ...who, cwd: '/', encoding: 'utf8' });
    expect([copied.status, copied.stderr]).toEqual([0, expect.any(String)]);
    await known(speaking, '4');
    await archived(cluster.url);
    execFileSync('cp', ['-a', at('archive'), at('archive-short')]);
    await known(speaking, '5');
    await erased(speaking, '2');
    await archived(cluster.url);
    await service.stop();
    await archived(cluster.url);

    const told = drill(at('archive'), at('scratch'));
    process.stdout.write(told.said);
    expect([told.code, told.said]).toEqual([0, expect.stringContaining('good: the base backup')]);
    expect(existsSync(at('scratch'))).toBe(false);
    const short = drill(at('archive-short'), at('scratch'));
    expect([short.code, short.said]).toEqual([1, expect.stringMatching(/older state[\s\S]*NOT good/)]);
    await cluster.stop();

    const whole = await recovered(at('archive'), at('whole'));
    const again = await spawnService(whole.environment);
    const heard = await callableAt(again.url, whole.environment);
    const answers = await Promise.all(['1', '2', '3', '4', '5'].map((each) => statusOf(heard, each)));
    expect(answers).toEqual([200, 410, 200, 200, 200]);
    expect((await heard.call('GET', '/readyz')).status).toBe(200);
    await again.stop();
    whole.stop();
    await goesOn();
  }, 400_000);

  async function recovered(archive: string, scratch: string) {
    const kept = drill(archive, scratch, { KEEP: '1' });
    const [, url = ''] = /DATABASE_URL=(\S+)/.exec(kept.said) ?? [];
    expect([url, kept.said]).toEqual([expect.stringContaining('host='), kept.said]);
    const stop = () =>
      spawnSync(join(bin, 'pg_ctl'), ['-D', join(scratch, 'data'), '-m', 'fast', '-w', 'stop'], { ...who, cwd: '/' });
    return { environment: { ...environment, DATABASE_URL: url }, stop };
  }

  /** The way on where the end of the log is lost. */
  async function goesOn(): Promise<void> {
    const short = await recovered(at('archive-short'), at('short'));
    const sealed = await spawnService(short.environment);
    const ready = await fetch(`${sealed.url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('sealed')]);
    await sealed.stop();
    expect(candor(short.environment, 'backup', '--unsealed', at('copy'))).toMatchObject({ code: 0 });
    await say(short.environment.DATABASE_URL, 'create database restored');
    const url = new URL(short.environment.DATABASE_URL);
    url.pathname = '/restored';
    const next = { ...environment, DATABASE_URL: url.href };
    renameSync(at('data'), at('data-before'));
    expect(candor(next, 'restore', at('copy'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('would be lost'),
    });
    const restored = candor(next, 'restore', at('copy'), '--acknowledge');
    expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('Erased again after the backup: 1')]);
    const service = await spawnService(next);
    const heard = await callableAt(service.url, next);
    const answers = await Promise.all(['1', '2', '3', '4', '5'].map((each) => statusOf(heard, each)));
    expect(answers).toEqual([200, 410, 200, 200, 404]);
    await service.stop();
    expect(candor(next, 'verify', '--all')).toMatchObject({ code: 0 });
    short.stop();
  }
});
