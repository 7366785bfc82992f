/**
 * Row: a file of consents imported, against bare 1,000-row insert transactions of the same lines.
 * Flow:    bench → here → scripts/import into a house of its own; the floor is bench/bare-inserts.
 * Promise: every round imports lines that were never seen, through the checks and the ledger; the floor writes their
 *          bytes.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordInHouse } from '../../import/recording.ts';
import { importLines } from '../../import.ts';
import { aHouse, type BenchHouse, freshFolder, personNumber, purpose } from '../a-house.ts';
import { bareInserts } from '../bare-inserts.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, takeTurns } from '../take-turns.ts';

const GROUP = 1_000;
const lineOf = (at: number): string =>
  `${JSON.stringify({ kind: 'consent', subject: personNumber(at), purpose, state: 'given' })}\n`;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const times = GROUP * (quick ? 2 : 20);
  const made = await aHouse(0);
  const folder = freshFolder();
  const bare = bareInserts();
  let round = 0;
  const work = async (): Promise<number> => {
    const file = join(folder, `${round}.ndjson`);
    const from = round * times;
    round += 1;
    writeFileSync(file, Array.from({ length: times }, (_, at) => lineOf(from + at)).join(''));
    return imported(made, file);
  };
  try {
    const bytes = Buffer.byteLength(lineOf(times));
    const { workNs, floorNs, ratio } = await takeTurns({
      work,
      floor: () => bare.run(times, { bytes, group: GROUP }),
      rounds,
    });
    const shown = `${asRatio(ratio)} (${(1e9 / workNs).toFixed(0)} against ${(1e9 / floorNs).toFixed(0)} lines a second)`;
    return {
      shown,
      met: ratio >= 0.15,
      numbers: { ratio, linesPerSecond: 1e9 / workNs, insertsPerSecond: 1e9 / floorNs, bytes },
    };
  } finally {
    bare.close();
    await made.close();
    rmSync(folder, { recursive: true });
  }
}

async function imported({ house }: BenchHouse, file: string): Promise<number> {
  const tally = await importLines(file, { name: 'bench', drop: [] }, recordInHouse(house, 'bench'));
  if (tally.refused.length > 0 || tally.recorded === 0)
    throw new Error(`the import was refused: ${JSON.stringify(tally.refused[0])}`);
  return tally.recorded;
}

export const row: BenchRow = { ...plan['bulk-import'], measure };
