/**
 * After a withdrawal is acknowledged nobody is told "allowed" any more, not by this process and not by its neighbour.
 * Source: docs/promises.md I1.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { type Call, callerOf, declare } from '../given/prove/calls.ts';
import { race, roundsOf, withdrawal } from '../given/prove/race.ts';
import { racedServices } from '../given/prove/raced-services.ts';
import { rememberingProxy } from '../given/prove/remembering-proxy.ts';
import { build } from '../given/prove/spawned.ts';

const { folder, ends, started, end } = racedServices('race');
const checkers = 16;

beforeAll(build);
afterAll(end);

describe('a withdrawal that was acknowledged, on one process', () => {
  let call: Call;
  beforeAll(async () => {
    call = await started({ CANDOR_DATA_DIR: join(folder, 'one') });
    await declare(call);
  });

  it('is seen by every check and every use that is sent afterwards', async () => {
    const raced = await race({ asked: [call], told: [call], rounds: roundsOf(2000), checkers, turn: withdrawal });
    expect(raced.stale).toEqual([]);
    expect(raced.allowsBefore).toBeGreaterThanOrEqual(roundsOf(2000));
    expect(raced.after).toBeGreaterThanOrEqual(2 * roundsOf(2000));
    process.stdout.write(
      `one process: ${raced.after} answers after an acknowledged withdrawal, ${raced.allowsBefore} allows before\n`,
    );
  });

  it('would be reported as broken where somebody remembers an allow for 5 ms', async () => {
    const proxy = await rememberingProxy(call, 5);
    const through = callerOf(proxy.url, 'unused');
    ends.push(proxy.close, through.close);
    const raced = await race({ asked: [through.call], told: [call], rounds: 200, checkers, turn: withdrawal });
    process.stdout.write(`with a memory of 5 ms: ${raced.stale.length} stale allows in 200 rounds\n`);
    expect(raced.stale.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasPostgres)('a withdrawal that was acknowledged by one of two processes on one database', () => {
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
      rounds: roundsOf(500),
      checkers,
      turn: withdrawal,
    });
    expect(raced.stale).toEqual([]);
    expect(raced.allowsBefore).toBeGreaterThanOrEqual(roundsOf(500));
    expect(raced.after).toBeGreaterThanOrEqual(2 * roundsOf(500));
    process.stdout.write(
      `two processes: ${raced.after} answers after an acknowledged withdrawal, ${raced.allowsBefore} allows before\n`,
    );
  });
});
