/**
 * After a stop of an AI system is acknowledged nobody is told "allowed" any more; resuming brings back exactly what
 * was.
 * Source: docs/promises.md I1; AI Act 14(4)(e).
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { aiSystem, type Call, callerOf, declare, good, purpose } from '../given/prove/calls.ts';
import { race, roundsOf, stopSwitch } from '../given/prove/race.ts';
import { racedServices } from '../given/prove/raced-services.ts';
import { rememberingProxy } from '../given/prove/remembering-proxy.ts';
import { build } from '../given/prove/spawned.ts';

const { folder, ends, started, end } = racedServices('stop');
const checkers = 16;

beforeAll(build);
afterAll(end);

describe('a stop that was acknowledged, on one process', () => {
  let call: Call;
  beforeAll(async () => {
    call = await started({ CANDOR_DATA_DIR: join(folder, 'one') });
    await declare(call);
  });

  it('is seen by every check and every use that is sent afterwards', async () => {
    const raced = await race({ asked: [call], told: [call], rounds: roundsOf(1000), checkers, turn: stopSwitch });
    expect(raced.stale).toEqual([]);
    expect(raced.allowsBefore).toBeGreaterThanOrEqual(roundsOf(1000));
    expect(raced.after).toBeGreaterThanOrEqual(2 * roundsOf(1000));
    process.stdout.write(
      `one process: ${raced.after} answers after an acknowledged stop, ${raced.allowsBefore} allows before\n`,
    );
  });

  it('is lifted without a trace: every answer is what it was before', async () => {
    const choices = ['given', 'refused', 'withdrawn', undefined] as const;
    const subjects = choices.map((state, at) => ({ subject: `customer:still-${at}`, state }));
    for (const { subject, state } of subjects)
      if (state !== undefined) good(await call({ path: '/v1/consents', body: { subject, purpose, state } }));
    const answers = async (): Promise<unknown> =>
      Promise.all(
        subjects.map(async ({ subject }) =>
          good(await call({ path: '/v1/checks', body: { subject, aiSystem, purpose } })),
        ),
      );
    await stopSwitch.allow(call, 'customer:still-0');
    const before = await answers();
    await stopSwitch.end(call, '');
    expect(await answers()).toEqual(
      choices.map(() => expect.objectContaining({ allowed: false, reason: 'ai-system-suspended' })),
    );
    good(await call({ method: 'DELETE', path: `/v1/ai-systems/${aiSystem}/suspension` }));
    expect(await answers()).toEqual(before);
  });

  it('would be reported as broken where somebody remembers an allow for 5 ms', async () => {
    const proxy = await rememberingProxy(call, 5);
    const through = callerOf(proxy.url, 'unused');
    ends.push(proxy.close, through.close);
    const raced = await race({ asked: [through.call], told: [call], rounds: 200, checkers, turn: stopSwitch });
    process.stdout.write(`with a memory of 5 ms: ${raced.stale.length} stale allows in 200 rounds\n`);
    expect(raced.stale.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasPostgres)('a stop that was acknowledged by one of two processes on one database', () => {
  it('is seen by every check and every use that is sent to either of them', async () => {
    const database = await aDatabase();
    ends.push(() => database.drop());
    const common = { DATABASE_URL: database.url, CANDOR_MASTER_KEY_FILE: join(folder, 'master.key') };
    const first = await started({ ...common, CANDOR_DATA_DIR: join(folder, 'first') });
    await declare(first);
    const second = await started({ ...common, CANDOR_DATA_DIR: join(folder, 'second') });
    const raced = await race({
      asked: [first, second],
      told: [second, first],
      rounds: roundsOf(300),
      checkers,
      turn: stopSwitch,
    });
    expect(raced.stale).toEqual([]);
    expect(raced.allowsBefore).toBeGreaterThanOrEqual(roundsOf(300));
    expect(raced.after).toBeGreaterThanOrEqual(2 * roundsOf(300));
    process.stdout.write(
      `two processes: ${raced.after} answers after an acknowledged stop, ${raced.allowsBefore} allows before\n`,
    );
  });
});
