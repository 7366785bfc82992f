/**
 * Alarms in real faults: a running service, the fault itself, its numbers scraped by a real Prometheus, which judges by
 * the file that we ship; each alarm fires, and falls silent when the fault is over.
 * Source:  docs/runbook.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windUpClock } from '../../src/clock.ts';
import { DAY_MS } from '../../src/vocabulary/instant.ts';
import { sure } from '../given/a-shop.ts';
import { hasPostgres } from '../given/postgres.ts';
import { type Cluster, startCluster } from '../given/postgres-cluster.ts';
import { type Alarmed, alarmed, asking } from '../given/prove/alarmed.ts';
import { callableAt } from '../given/prove/callable.ts';
import { type Fault, failingCalls, filled, hasStrace, postmasterOf, standingStill } from '../given/prove/injected.ts';
import { build, type Environment, type Spawned, spawnService } from '../given/prove/spawned.ts';
import { aBank, contest, decline, end, looked, step } from '../given/review/a-review.ts';
import { aService } from '../given/service.ts';
import { declareForUses } from '../given/store/keyed-load.ts';
import { hasTool } from '../given/tool.ts';

type Role = 'full' | 'hung' | 'postgresql' | 'review';
/** Half a minute for every sync of one file: a disk that hangs and says nothing. */
const HANGING = 'fsync:delay_enter=30000000';

let house: Alarmed<Role>;

const isRoot = process.getuid?.() === 0;

describe.skipIf(!hasTool('prometheus'))('alarms', () => {
  beforeAll(async () => {
    build();
    house = await alarmed(['full', 'hung', 'postgresql', 'review']);
  }, 180_000);
  afterAll(() => house.stop());

  it.skipIf(!isRoot)(
    'a disk that is full',
    async () => {
      const folder = join(house.folder, 'full');
      mkdirSync(folder);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { encoding: 'utf8' });
      expect(mounted.stderr).toBe('');
      try {
        await toldWhile('full', { alerts: blocked, begin: () => filled(folder) });
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
        const more = { DATABASE_URL: url };
        await toldWhile('postgresql', { more, alerts: blocked, begin: () => standingStill(pid) });
      } finally {
        await cluster?.stop();
      }
    },
    300_000,
  );

  it.skipIf(!hasStrace)(
    'a disk of the mark that hangs and says nothing',
    async () => {
      const mark = join(house.folder, 'hung', 'witness', 'mark-0');
      const begin = ({ pid }: Spawned) => failingCalls(pid, HANGING, mark);
      await toldWhile('hung', { alerts: ['CandorMarkStale'], begin });
    },
    300_000,
  );

  it('a review that nobody has made in time', async () => {
    const clock = windUpClock(Date.now() - 100 * DAY_MS);
    const service = await aService({
      engine: 'sqlite',
      clock,
      variables: { METRICS_PORT: String(house.ports.review) },
    });
    await aBank(service);
    const decision = await decline(service, { decidedAt: new Date(clock.now() - DAY_MS).toISOString() });
    const review = sure(await contest(service, decision)).body.id;
    await house.fires('review', 'CandorReviewOverdue');
    await looked(service, review);
    sure(await step(service, review, { step: 'conclude', body: end('upheld') }));
    await house.silent('review', 'CandorReviewOverdue');
    await service.stop();
  }, 300_000);
});

/** What fires where nothing can be recorded. */
const blocked = ['CandorStorageTrouble', 'CandorNotReady'] as const;

interface Staged {
  readonly more?: Environment;
  readonly alerts: readonly string[];
  begin(service: Spawned): Promise<Fault> | Fault;
}

async function toldWhile(role: Role, { more, alerts, begin }: Staged): Promise<void> {
  const environment = house.environmentFor(role, more);
  const service = await spawnService(environment);
  const speaking = await callableAt(service.url, environment);
  await declareForUses(speaking);
  const load = asking(speaking);
  const fault = await begin(service);
  await house.fires(role, ...alerts);
  await fault.end();
  await house.silent(role, ...alerts);
  await load.stop();
  await service.stop();
}
