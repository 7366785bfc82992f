/**
 * A planned stop while more is being erased than can be ended in time: it ends as it would without, and what was left
 * is ended after the next start.
 * Source: docs/operating.md (Stopping); docs/decisions/0055-turns-between-batches.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { aiSystem, type Call, callerOf, declare, good, purpose, scope } from '../given/prove/calls.ts';
import { build, type Environment, spawnService, tokenFor } from '../given/prove/spawned.ts';

/** What docs/operating.md tells whoever runs it to allow. */
const ALLOWED_MS = 20_000;
const CALLERS = 256;

const folder = mkdtempSync(join(tmpdir(), 'candor-stop-erasing-'));
beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const caller = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
}

const peopleOf = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `customer:${at}`);
const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

async function started(environment: Environment) {
  const service = await spawnService(environment);
  const { call, close } = callerOf(service.url, await tokenFor(environment, scope), CALLERS);
  ends.push(service.kill, close);
  return { service, call };
}

/** The ids of the erasures that go on by themselves. */
async function eraseAll(call: Call, people: readonly string[]): Promise<readonly string[]> {
  const underWay: string[] = [];
  await inTurns(people, async (subject) => {
    const answer = await call({ path: `/v1/subjects/${subject}/erasure`, body: { reason: 'They asked for it.' } });
    const told = good<{ readonly underWay?: string }>(answer);
    if (told.underWay !== undefined) underWay.push(told.underWay);
  });
  return underWay;
}

async function howManyAreLeft(call: Call, ids: readonly string[]): Promise<number> {
  let count = 0;
  await inTurns(ids, async (id) => {
    const { status } = await call({ method: 'GET', path: `/v1/erasures/${id}` });
    count += status === 200 ? 0 : 1;
  });
  return count;
}

/** How long the slowest answer took that somebody else got meanwhile, in milliseconds. */
async function slowestBeside(call: Call, work: Promise<unknown>): Promise<number> {
  let [slowest, isOver] = [0, false];
  const ended = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const begun = performance.now();
    good(await call({ path: '/v1/checks', body: { subject: 'customer:stays', aiSystem, purpose } }));
    slowest = Math.max(slowest, performance.now() - begun);
    await pause(20);
  }
  await ended;
  return slowest;
}

async function stopsAmid(environment: Environment, count: number): Promise<void> {
  const [first, people] = [await started(environment), peopleOf(count)];
  await declare(first.call);
  await inTurns(people, async (subject) =>
    good(await first.call({ path: '/v1/consents', body: { subject, purpose, state: 'given' } })),
  );
  const erasing = eraseAll(first.call, people);
  const { call: other } = callerOf(first.service.url, await tokenFor(environment, scope));
  const slowest = await slowestBeside(other, erasing);
  const underWay = await erasing;
  const before = await howManyAreLeft(first.call, underWay);
  const begun = performance.now();
  await first.service.stop();
  const took = performance.now() - begun;
  const second = await started(environment);
  const after = await howManyAreLeft(second.call, underWay);
  process.stdout.write(
    `${before} of ${count} erasures under way: stopped after ${took.toFixed(0)} ms, ready again after ${second.service.readyMs.toFixed(0)} ms with ${after} left; the slowest check meanwhile took ${slowest.toFixed(0)} ms\n`,
  );
  expect(took).toBeLessThan(ALLOWED_MS);
  expect(second.service.readyMs).toBeLessThan(ALLOWED_MS);
  await expect.poll(() => howManyAreLeft(second.call, underWay), { timeout: 900_000, interval: 3000 }).toBe(0);
  await second.service.stop();
}

it(
  'with more erasures under way than can be ended it stops in time, and the next start ends them, over SQLite',
  { timeout: 1_200_000 },
  () => stopsAmid({ CANDOR_DATA_DIR: join(folder, 'sqlite') }, 1500),
);

it.skipIf(!hasPostgres)('and over PostgreSQL', { timeout: 1_200_000 }, async () => {
  const database = await aDatabase();
  ends.push(() => database.drop());
  await stopsAmid(
    {
      DATABASE_URL: database.url,
      CANDOR_MASTER_KEY_FILE: join(folder, 'master.key'),
      CANDOR_DATA_DIR: join(folder, 'node'),
    },
    600,
  );
});
