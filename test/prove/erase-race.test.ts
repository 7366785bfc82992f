/**
 * After an erasure is acknowledged, done or under way, nobody is told "allowed" any more, not by this process and not
 * by its neighbour.
 * Source: docs/promises.md I1; docs/design.md 6.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, hasPostgres } from '../given/postgres.ts';
import { type Call, declare } from '../given/prove/calls.ts';
import { erasure, race, roundsOf } from '../given/prove/race.ts';
import { racedServices } from '../given/prove/raced-services.ts';
import { build } from '../given/prove/spawned.ts';

const { folder, ends, started, end } = racedServices('erase');
const checkers = 16;

beforeAll(build);
afterAll(end);

async function expectNoneStale(name: string, calls: readonly Call[]): Promise<void> {
  const rounds = roundsOf(200);
  const raced = await race({ asked: calls, told: calls, rounds, checkers, turn: erasure });
  expect(raced.stale).toEqual([]);
  expect(raced.allowsBefore).toBeGreaterThanOrEqual(rounds);
  expect(raced.after).toBeGreaterThanOrEqual(2 * rounds);
  process.stdout.write(
    `${name}: ${raced.after} answers after an acknowledged erasure, ${raced.allowsBefore} allows before, ` +
      `${raced.unanswered} without an answer\n`,
  );
}

describe('an erasure that was acknowledged', () => {
  it('is seen by every check and every use that is sent afterwards, on one process', async () => {
    const call = await started({ CANDOR_DATA_DIR: join(folder, 'one') });
    await declare(call);
    await expectNoneStale('one process', [call]);
  });

  it.skipIf(!hasPostgres)(
    'is seen by every check and every use of either of two processes on one database',
    async () => {
      const database = await aDatabase();
      ends.push(() => database.drop());
      const common = { DATABASE_URL: database.url, CANDOR_MASTER_KEY_FILE: join(folder, 'master.key') };
      const first = await started({ ...common, CANDOR_DATA_DIR: join(folder, 'first') });
      await declare(first);
      const second = await started({ ...common, CANDOR_DATA_DIR: join(folder, 'second') });
      await expectNoneStale('two processes', [first, second]);
    },
  );
});
