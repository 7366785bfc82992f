/**
 * Row: uses recorded durably in process, against bare inserts of the same bytes in the same groups.
 * Flow:    bench → here → src/house.ts (recordMany); the floor is bench/bare-inserts.
 * Promise: both commit 256 at a time with the same safety; the bytes are those that a use takes in the ledger's own
 *          row.
 */
import { aboutPerson, aHouse, type BenchHouse, recordAll } from '../a-house.ts';
import { bareInserts, bytesOfFact } from '../bare-inserts.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, takeTurns } from '../take-turns.ts';

const GROUP = 256;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const people = 1_000;
  const times = GROUP * (quick ? 4 : 40);
  const made = await aHouse(people);
  const bare = bareInserts();
  try {
    await uses(made, GROUP, people);
    const bytes = bytesOfFact(made.folder, 'use.allowed');
    const { workNs, floorNs, ratio } = await takeTurns({
      work: () => uses(made, times, people),
      floor: () => bare.run(times, { bytes, group: GROUP }),
      rounds,
    });
    const shown = `${asRatio(ratio)} (${(1e9 / workNs).toFixed(0)} against ${(1e9 / floorNs).toFixed(0)} a second)`;
    return {
      shown,
      met: ratio >= 0.3,
      numbers: { ratio, usesPerSecond: 1e9 / workNs, insertsPerSecond: 1e9 / floorNs, bytes },
    };
  } finally {
    bare.close();
    await made.close();
  }
}

async function uses({ house }: BenchHouse, times: number, people: number): Promise<number> {
  for (let from = 0; from < times; from += GROUP) {
    const group = Array.from({ length: GROUP }, (_, at) => ({ ...aboutPerson((from + at) % people), language: 'en' }));
    await recordAll(house, 'use.record', group);
  }
  return times;
}

export const row: BenchRow = { ...plan['uses-in-process'], measure };
