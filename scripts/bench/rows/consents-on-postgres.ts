/**
 * Row: consents of people who were not known before on PostgreSQL, 256 at a time, against the same on SQLite.
 * Flow:    bench → here → bench/on-postgres.
 */
import { personNumber, purpose, recordAll } from '../a-house.ts';
import { onPostgres, PEOPLE } from '../on-postgres.ts';

const GROUP = 256;

export const row = onPostgres('consents-on-postgres', {
  times: GROUP * 20,
  quickTimes: GROUP * 2,
  async acts(house, { from, times }) {
    for (let begun = 0; begun < times; begun += GROUP) {
      const group = Array.from({ length: GROUP }, (_, at) => ({
        subject: personNumber(PEOPLE + from + begun + at),
        purpose,
        state: 'given' as const,
      }));
      await recordAll(house, 'consent.record', group);
    }
    return times;
  },
});
