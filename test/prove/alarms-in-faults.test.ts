/**
 * Alarms in real faults: a running service, the fault itself, its numbers scraped by a real Prometheus, which judges by
 * the file that we ship; each alarm fires, and falls silent when the fault is over.
 * Source:  docs/runbook.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { sure } from '../given/a-shop.ts';
import { aFreePort } from '../given/http/a-free-port.ts';
import { hasPostgres } from '../given/postgres.ts';
import { type Cluster, startCluster } from '../given/postgres-cluster.ts';
import { type Prometheus, startPrometheus } from '../given/prometheus.ts';
import { callableAt } from '../given/prove/callable.ts';
import { filled, postmasterOf, standingStill } from '../given/prove/injected.ts';
import { build, type Environment, type Spawned, spawnService } from '../given/prove/spawned.ts';
import { aBank, contest, decline, end, looked, step } from '../given/review/a-review.ts';
import { aService } from '../given/service.ts';
import { type Callable, declareForUses, sendUse } from '../given/store/keyed-load.ts';
import { hasTool } from '../given/tool.ts';

const base = mkdtempSync(join(tmpdir(), 'candor-alarmed-'));
const roles = ['full', 'postgresql', 'review'] as const;
type Role = (typeof roles)[number];
let ports: Readonly<Record<Role, number>>;
let prometheus: Prometheus;

/** Waits as long as a busy machine may need; what it is then told is what it would be told at once on another. */
const PATIENCE = { timeout: 90_000, interval: 250 };
const fires = (role: Role, alert: string): Promise<void> =>
  expect.poll(() => prometheus.firing(ports[role]), PATIENCE).toContain(alert);
const silent = (role: Role, alert: string): Promise<void> =>
  expect.poll(() => prometheus.firing(ports[role]), PATIENCE).not.toContain(alert);

const environmentFor = (role: Role, more: Environment = {}): Environment => ({
  CANDOR_DATA_DIR: join(base, role, 'data'),
  CANDOR_WITNESS_DIR: join(base, role, 'witness'),
  CANDOR_MASTER_KEY_FILE: join(base, `${role}.key`),
  METRICS_PORT: String(ports[role]),
  ...more,
});

/** Somebody asks now and then, as everywhere: a fault that nobody meets is none. */
function asking(service: Callable): { stop(): Promise<void> } {
  let isOver = false;
  const going = (async () => {
    while (!isOver) {
      await sendUse(service, crypto.randomUUID()).catch(() => undefined);
      await pause(200);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await going;
    },
  };
}

const isRoot = process.getuid?.() === 0;

describe.skipIf(!hasTool('prometheus'))('alarms', () => {
  beforeAll(async () => {
    build();
    const [full = 0, postgresql = 0, review = 0] = await Promise.all(roles.map(aFreePort));
    ports = { full, postgresql, review };
    prometheus = await startPrometheus(base, Object.values(ports));
  }, 180_000);
  afterAll(async () => {
    await prometheus.stop();
    rmSync(base, { recursive: true, force: true });
  });

  it.skipIf(!isRoot)(
    'a disk that is full',
    async () => {
      const folder = join(base, 'full');
      mkdirSync(folder);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { encoding: 'utf8' });
      expect(mounted.stderr).toBe('');
      try {
        await toldWhile('full', environmentFor('full'), () => filled(folder));
      } finally {
        spawnSync('umount', ['-l', folder]);
      }
    },
    300_000,
  );

  it.skipIf(!hasPostgres)(
    'a database that says nothing',
    async () => {
      const cluster: Cluster | undefined = await startCluster();
      const url = cluster?.url ?? '';
      try {
        const pid = await postmasterOf(url);
        await toldWhile('postgresql', environmentFor('postgresql', { DATABASE_URL: url }), () => standingStill(pid));
      } finally {
        await cluster?.stop();
      }
    },
    300_000,
  );

  it('a review that nobody has made in time', async () => {
    const clock = windUpClock(Date.now() - 100 * DAY_MS);
    const service = await aService({ engine: 'sqlite', clock, variables: { METRICS_PORT: String(ports.review) } });
    await aBank(service);
    const decision = await decline(service, { decidedAt: new Date(clock.now() - DAY_MS).toISOString() });
    const review = sure(await contest(service, decision)).body.id;
    await fires('review', 'CandorReviewOverdue');
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('upheld') }));
    await silent('review', 'CandorReviewOverdue');
    await service.stop();
  }, 300_000);
});

async function toldWhile(
  role: Role,
  environment: Environment,
  begin: (service: Spawned) => { end(): Promise<void> },
): Promise<void> {
  const service = await spawnService(environment);
  const speaking = await callableAt(service.url, environment);
  await declareForUses(speaking);
  const load = asking(speaking);
  const fault = begin(service);
  await fires(role, 'CandorStorageTrouble');
  await fires(role, 'CandorNotReady');
  await fault.end();
  await silent(role, 'CandorStorageTrouble');
  await silent(role, 'CandorNotReady');
  await load.stop();
  await service.stop();
}
