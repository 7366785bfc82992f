/**
 * Row: what a batch of 1,000 checks reads, on PostgreSQL, against the same on SQLite.
 * Flow:    bench → here → bench/on-postgres.
 */
import { personNumber } from '../a-house.ts';
import { onPostgres, PEOPLE } from '../on-postgres.ts';

const everybody = Array.from({ length: PEOPLE }, (_, at) => personNumber(at));

export const row = onPostgres('batch-on-postgres', {
  times: PEOPLE * 20,
  quickTimes: PEOPLE * 2,
  async acts(house, { times }) {
    for (let done = 0; done < times; done += PEOPLE) await house.seeEach(everybody);
    return times;
  },
});
