/**
 * The process is killed twenty times while it works: what was acknowledged stands, and nothing stands by half.
 * Source: docs/promises.md F1.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarks } from '../../scripts/verify/mark.ts';
import { sqliteRows } from '../../scripts/verify/sqlite-rows.ts';
import { trusted } from '../../scripts/verify/trust.ts';
import { verifyLog } from '../../scripts/verify/verify-log.ts';
import { isWrong } from '../../scripts/verify/wrong.ts';
import { type Call, callerOf, declare, good, scope } from '../given/prove/calls.ts';
import { type Acknowledged, emptyJournal, type Journal, loadUntilGone, take } from '../given/prove/load.ts';
import { build, spawnService, tokenFor } from '../given/prove/spawned.ts';

const KILLS = 20;
const CLIENTS = 24;
const READY_MS = 2000;

const folder = mkdtempSync(join(tmpdir(), 'candor-kill-'));
const environment = { CANDOR_DATA_DIR: folder };
const journal = emptyJournal();
const readyTimes: number[] = [];

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a service that is killed under load', () => {
  it(`keeps every acknowledged fact, stays provable, and is ready again within ${READY_MS} ms, ${KILLS} times in a row`, async () => {
    const first = await spawnService(environment);
    const token = await tokenFor(environment, scope);
    const setting = callerOf(first.url, token);
    await declare(setting.call);
    setting.close();
    await first.stop();
    for (let kill = 1; kill <= KILLS; kill += 1) await killOnce(token, kill);
    const last = await spawnService(environment);
    const { call, close } = callerOf(last.url, token);
    await present(call, journal.facts);
    close();
    await last.stop();
    expect(await findings()).toEqual([]);
    expect(journal.faults).toEqual([]);
    const slowest = Math.max(...readyTimes);
    process.stdout.write(
      `${KILLS} kills: ${journal.facts.length} acknowledged facts, ${journal.checks} checks, slowest start ${slowest.toFixed(0)} ms\n`,
    );
    expect(slowest).toBeLessThan(READY_MS);
  });
});

async function killOnce(token: string, kill: number): Promise<void> {
  const service = await spawnService(environment);
  readyTimes.push(service.readyMs);
  const { call, close } = callerOf(service.url, token);
  const known = journal.facts.length;
  const { cutOff } = journal;
  await finish(call, cutOff.splice(0));
  const loading = loadUntilGone({ call, journal, clients: CLIENTS });
  // Killed at any moment after the first answer: a busy machine may take long to give one.
  await expect
    .poll(() => journal.facts.length, { timeout: 30_000, interval: 10, message: `acknowledged before kill ${kill}` })
    .toBeGreaterThan(known);
  await pause(Math.random() * 400);
  await service.kill();
  await loading;
  close();
  expect(await findings(), `after kill ${kill}`).toEqual([]);
  await presentAfter(token, journal.facts.slice(known));
}

/** What was cut off is sent again with its key: it gets one fact, whether the first try was recorded or not. */
async function finish(call: Call, sent: Journal['cutOff']): Promise<void> {
  for (const each of sent) {
    const one = take(journal, each, await call(each));
    const other = await call(each);
    expect(other.text, 'the same key gets the same bytes').toBe(one?.text);
  }
}

async function presentAfter(token: string, facts: readonly Acknowledged[]): Promise<void> {
  const service = await spawnService(environment);
  readyTimes.push(service.readyMs);
  const { call, close } = callerOf(service.url, token);
  await present(call, facts);
  const [some] = facts;
  if (some !== undefined) expect((await call(some.sent)).text, 'a repeated key after a kill').toBe(some.text);
  close();
  await service.stop();
}

async function present(call: Call, facts: readonly Acknowledged[]): Promise<void> {
  for (const { log, index, id, leafHash } of facts) {
    const entry = good<{ id: string; leafHash: string }>(
      await call({ method: 'GET', path: `/v1/ledger/entries/${log}/${index}` }),
    );
    if (entry.id !== id || entry.leafHash !== leafHash)
      throw new Error(`${id} was acknowledged as entry ${index}, where ${entry.id} stands now`);
  }
}

/** What the independent verifier says about the whole stored ledger, with the mark. */
async function findings(): Promise<readonly string[]> {
  const trust = trusted({ vkeys: [], dataFolder: folder });
  const marks = readMarks(join(folder, 'witness'));
  if (isWrong(trust) || isWrong(marks)) return ['nothing to trust'];
  const source = await sqliteRows(join(folder, 'candor.db'));
  try {
    return (await verifyLog(source, trust, marks)).findings.map(({ place, what }) => `${place}: ${what}`);
  } finally {
    await source.close();
  }
}
