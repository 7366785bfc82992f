/**
 * A row that does the same on PostgreSQL and on SQLite, in turns.
 * Flow:    rows/*-on-postgres → here → two houses of this process.
 * Promise: both do the same acts on as many people; the row has a database of its own on the server that was named,
 *          which goes with it.
 */
import { rmSync } from 'node:fs';
import pg from 'pg';
import { readConfig } from '../../src/config.ts';
import { openHouse } from '../../src/house.ts';
import type { House } from '../../src/ports/house.ts';
import { configIn, freshFolder, furnish } from './a-house.ts';
import { plan } from './plan.ts';
import type { BenchRow, Measured } from './row.ts';
import { asRatio, takeTurns } from './take-turns.ts';

/** People who gave their consent before anything is measured. */
export const PEOPLE = 1_000;

/** Does so many acts and says how many; `from` counts up, so that none is done twice. */
type Acts = (house: House, wish: { readonly from: number; readonly times: number }) => Promise<number>;

interface Wished {
  readonly times: number;
  readonly quickTimes: number;
  readonly acts: Acts;
}

export const onPostgres = (
  name: keyof typeof plan & `${string}-on-postgres`,
  { times, quickTimes, acts }: Wished,
): BenchRow => ({
  ...plan[name],
  needsDatabase: true,
  async measure(options) {
    const folders = [freshFolder(), freshFolder()] as const;
    const database = await aDatabase(options.databaseUrl ?? '');
    const houses: House[] = [];
    try {
      houses.push(await openHouse(onServer(folders[0], database.url)), await openHouse(configIn(folders[1])));
      for (const house of houses) await furnish(house, PEOPLE);
      return await inTurns(houses, { times: options.quick ? quickTimes : times, acts, rounds: options.rounds });
    } finally {
      for (const house of houses) await house.close();
      await database.drop();
      for (const folder of folders) rmSync(folder, { recursive: true });
    }
  },
});

async function inTurns(
  houses: readonly House[],
  { times, acts, rounds }: { readonly times: number; readonly acts: Acts; readonly rounds: number },
): Promise<Measured> {
  const turns = houses.map((house) => {
    let next = 0;
    return async (): Promise<number> => {
      const from = next;
      next += times;
      return acts(house, { from, times });
    };
  });
  const [work, floor] = turns as [(typeof turns)[number], (typeof turns)[number]];
  const { workNs, floorNs, ratio } = await takeTurns({ work, floor, rounds });
  const [workPerSecond, floorPerSecond] = [1e9 / workNs, 1e9 / floorNs];
  return {
    shown: `${asRatio(ratio)} (${workPerSecond.toFixed(0)} against ${floorPerSecond.toFixed(0)} a second)`,
    met: null,
    numbers: { ratio, workPerSecond, floorPerSecond },
  };
}

/** Made beside the one that was named. */
async function aDatabase(server: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `candor_bench_${process.pid}_${Math.round(performance.now())}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

function onServer(folder: string, databaseUrl: string) {
  const config = readConfig({
    CANDOR_DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    PORT: '0',
    DATABASE_URL: databaseUrl,
  });
  if ('faults' in config) throw new Error(config.faults.join(', '));
  return config;
}
