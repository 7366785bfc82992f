/**
 * Row: uses recorded durably on PostgreSQL, 256 at a time, against the same on SQLite.
 * Flow:    bench → here → bench/on-postgres.
 */
import { aboutPerson, recordAll } from '../a-house.ts';
import { onPostgres, PEOPLE } from '../on-postgres.ts';

const GROUP = 256;

export const row = onPostgres('uses-on-postgres', {
  times: GROUP * 20,
  quickTimes: GROUP * 2,
  async acts(house, { times }) {
    for (let from = 0; from < times; from += GROUP) {
      const group = Array.from({ length: GROUP }, (_, at) => ({
        ...aboutPerson((from + at) % PEOPLE),
        language: 'en',
      }));
      await recordAll(house, 'use.record', group);
    }
    return times;
  },
});
