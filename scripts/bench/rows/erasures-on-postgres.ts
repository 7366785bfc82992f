/**
 * Row: people erased one after the other on PostgreSQL, against the same on SQLite.
 * Flow:    bench → here → bench/on-postgres.
 * Promise: an erasure counts once it is answered; what it does in the background is told by the next one.
 */
import { isProblem } from '../../../src/vocabulary/problems.ts';
import { personNumber, sender } from '../a-house.ts';
import { onPostgres } from '../on-postgres.ts';

export const row = onPostgres('erasures-on-postgres', {
  times: 20,
  quickTimes: 5,
  async acts(house, { from, times }) {
    for (let at = from; at < from + times; at += 1) {
      const erased = await house.erase(personNumber(at), { sender });
      if (isProblem(erased)) throw new Error(`an erasure was refused: ${erased.problem}`);
    }
    return times;
  },
});
