/**
 * Every kind of storage fault, injected into the running service under load: nothing acknowledged is lost, nobody is
 * told that nothing was recorded, no answer is a 500, `/readyz` is true within two seconds, and the return is measured.
 * Source: docs/promises.md F42 to F46; decision 0052.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarks } from '../../scripts/verify/mark.ts';
import { postgresRows } from '../../scripts/verify/postgres-rows.ts';
import { sqliteRows } from '../../scripts/verify/sqlite-rows.ts';
import { trusted } from '../../scripts/verify/trust.ts';
import { verifyLog } from '../../scripts/verify/verify-log.ts';
import { isWrong } from '../../scripts/verify/wrong.ts';
import { readAddress } from '../../src/address.ts';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { type Cluster, startCluster } from '../given/postgres-cluster.ts';
import { callableAt } from '../given/prove/callable.ts';
import {
  type Fault,
  failingCalls,
  filled,
  hasStrace,
  limited,
  postmasterOf,
  standingStill,
} from '../given/prove/injected.ts';
import { build, type Environment, type Spawned, spawnService } from '../given/prove/spawned.ts';
import { declareForUses, expectHonest, expectOneEach, loadWithUses, untilReadyIs } from '../given/store/keyed-load.ts';

const CALLERS = 8;
const NOTICED_MS = 2000;
const LASTS_MS = 1500;
const BACK_MS = 2000;

const folders: string[] = [];
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-storage-'));
  folders.push(folder);
  return folder;
};

beforeAll(build);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Subject {
  readonly environment: Environment;
  readonly folder: string;
  readonly databaseUrl?: string;
}

/** Load, the fault for a while, load; then a new start, every key again, and the verifier. */
async function survives(
  { environment, folder, databaseUrl }: Subject,
  name: string,
  begin: (service: Spawned) => Promise<Fault> | Fault,
): Promise<void> {
  const service = await spawnService(environment);
  const speaking = await callableAt(service.url, environment);
  await declareForUses(speaking);
  const load = loadWithUses(speaking, CALLERS);
  await pause(500);
  const fault = await begin(service);
  const noticed = await untilReadyIs(speaking, 503, NOTICED_MS);
  await pause(LASTS_MS);
  // It stays true for as long as the fault lasts.
  expect((await speaking.call('GET', '/readyz')).status).toBe(503);
  await fault.end();
  const back = await untilReadyIs(speaking, 200, BACK_MS);
  await pause(500);
  const sent = await load.end();
  await service.stop();
  expectHonest(sent);
  const kept = sent.filter(({ told }) => told.status === 201).length;
  const slowest = Math.max(...sent.map(({ took }) => took));
  process.stdout.write(
    `${name}: ${sent.length} uses, ${kept} acknowledged, noticed after ${noticed.toFixed(0)} ms, back after ${back.toFixed(0)} ms, slowest answer ${slowest.toFixed(0)} ms\n`,
  );
  expect(kept).toBeGreaterThan(0);
  const again = await spawnService(environment);
  await expectOneEach(await callableAt(again.url, environment), sent);
  await again.stop();
  expect(await findings(folder, databaseUrl)).toEqual([]);
}

async function findings(folder: string, databaseUrl: string | undefined): Promise<readonly string[]> {
  const trust = trusted({ vkeys: [], dataFolder: join(folder, 'data') });
  const marks = readMarks(join(folder, 'witness'));
  if (isWrong(trust) || isWrong(marks)) return ['nothing to trust'];
  const source =
    databaseUrl === undefined ? await sqliteRows(join(folder, 'data', 'candor.db')) : await postgresRows(databaseUrl);
  try {
    return (await verifyLog(source, trust, marks)).findings.map(({ place, what }) => `${place}: ${what}`);
  } finally {
    await source.close();
  }
}

function onSqlite(folder = aFolder()): Subject {
  return {
    folder,
    environment: { CANDOR_DATA_DIR: join(folder, 'data'), CANDOR_WITNESS_DIR: join(folder, 'witness') },
  };
}

describe('over SQLite', () => {
  for (const call of [
    'fsync,fdatasync:error=EIO',
    'pwrite64:error=EIO',
    'pwrite64:error=ENOSPC',
    'pwrite64:error=EROFS',
  ])
    it.skipIf(!hasStrace)(`the disk says ${call}`, () =>
      survives(onSqlite(), call, ({ pid }) => failingCalls(pid, call)),
    );

  for (const call of ['pwrite64:error=EIO', 'pwrite64:error=ENOSPC', 'fsync:error=EIO'])
    it.skipIf(!hasStrace)(`the mark alone says ${call}`, () => {
      const subject = onSqlite();
      const mark = join(subject.folder, 'witness', 'mark-0');
      return survives(subject, `mark ${call}`, ({ pid }) => failingCalls(pid, call, mark));
    });

  it('no file may grow any more', () =>
    survives(onSqlite(), 'limit of files', ({ pid }) => limited(pid, 'fsize', 4096)));

  it('no file is left to open: connections that stand are answered, new ones wait, and nothing ends', async () => {
    const { environment } = onSqlite();
    const service = await spawnService(environment);
    const speaking = await callableAt(service.url, environment);
    await declareForUses(speaking);
    const load = loadWithUses(speaking, CALLERS);
    await pause(500);
    const open = readdirSync(`/proc/${service.pid}/fd`).length;
    const limit = limited(service.pid, 'nofile', open);
    const knocks = Array.from({ length: 200 }, async () => {
      const answer = await fetch(`${service.url}/livez`, { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
      return answer?.status;
    });
    const heard = await Promise.all(knocks);
    await limit.end();
    const sent = await load.end();
    expect(new Set(heard.filter((status) => status !== undefined))).not.toContain(500);
    expectHonest(sent);
    await untilReadyIs(speaking, 200, BACK_MS);
    await expectOneEach(speaking, sent);
    await service.stop();
  });

  for (const [what, place] of [
    ['data folder', ['data']],
    ['witness folder', ['witness']],
    ['keystore', ['data', 'keys.db']],
  ] as const)
    it(`the ${what} is moved away and comes back`, () => {
      const subject = onSqlite();
      const path = join(subject.folder, ...place);
      return survives(subject, `${what} moved`, () => {
        renameSync(path, `${path}.away`);
        return { end: async () => renameSync(`${path}.away`, path) };
      });
    });

  // Room for the write-ahead log to grow until it is copied back, twice; what is full at the end starts no more.
  it.skipIf(process.getuid?.() !== 0)('the disk is full to the last byte', async () => {
    const folder = aFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { encoding: 'utf8' });
    expect(mounted.stderr).toBe('');
    try {
      await survives(onSqlite(folder), 'full disk', () => filled(folder));
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  });
});

describe.skipIf(!hasPostgres)('over PostgreSQL', () => {
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.stop());

  const subject = (databaseUrl: string): Subject => {
    const folder = aFolder();
    return {
      ...onSqlite(folder),
      environment: { ...onSqlite(folder).environment, DATABASE_URL: databaseUrl },
      databaseUrl,
    };
  };

  it('the whole server stands still', async () => {
    const url = cluster?.url ?? '';
    const pid = await postmasterOf(url);
    await survives(subject(url), 'PostgreSQL stopped', () => standingStill(pid));
  });

  it.skipIf(!hasStrace)('the mark alone says EIO', async () => {
    const { url, drop } = await aDatabase();
    const one = subject(url);
    const mark = join(one.folder, 'witness', 'mark-0');
    await survives(one, 'PostgreSQL, mark EIO', ({ pid }) => failingCalls(pid, 'pwrite64:error=EIO', mark));
    await drop();
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the outputs of the process', () => {
  it('on a full disk end nothing: it answers on, and counts the lines that it could not write', async () => {
    const metricsPort = await freePort();
    const { folder, environment } = onSqlite();
    mkdirSync(folder, { recursive: true });
    const full = openSync('/dev/full', 'w');
    const service = await spawnService(
      { ...environment, LOG_LEVEL: 'debug', METRICS_PORT: String(metricsPort) },
      { printing: { output: full, address: () => readAddress(join(folder, 'data')) } },
    );
    const speaking = await callableAt(service.url, environment);
    await declareForUses(speaking);
    const load = loadWithUses(speaking, CALLERS);
    await pause(1500);
    const sent = await load.end();
    expect(sent.every(({ told }) => told.status === 201)).toBe(true);
    // A line that is on its way to the disk is counted when the disk has said no.
    const lost = async (): Promise<number> => {
      const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      return Number(/^candor_log_lines_lost (\d+)$/m.exec(metrics)?.[1] ?? 0);
    };
    await expect.poll(lost, { timeout: 5_000 }).toBeGreaterThanOrEqual(sent.length);
    await service.stop();
    closeSync(full);
  });

  it('without room for its address it answers nevertheless, and tells where it is', async () => {
    const { folder, environment } = onSqlite();
    // A folder in the place of the file is as good as a full disk, and needs no rights.
    mkdirSync(join(folder, 'data', 'address'), { recursive: true });
    const service = await spawnService(environment);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    await service.stop();
  });

  it('one that cannot start ends and says so, whatever of it is open already', async () => {
    const { environment } = onSqlite();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(spawnService({ ...environment, PORT: `${port}` })).rejects.toThrow(/ended with 1: .*could not start/);
    taken.close();
  });
});
