/**
 * Row: checking a whole stored ledger (structure) against SHA-256 over the same bytes.
 * Flow:    bench → here → verify/verify-log on a made ledger.
 * Promise: the floor hashes exactly the byte strings that the check hashes, one by one into buffers as it did when the
 *          aim was set, on one core, already in memory; the work reads them from SQLite in as many threads as there are
 *          cores, compares columns, follows every person's sequence and checks every signature.
 */
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sqliteRows } from '../../verify/sqlite-rows.ts';
import { verifyLog } from '../../verify/verify-log.ts';
import { madeLog } from '../made-log.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, takeTurns } from '../take-turns.ts';

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const size = quick ? 5_000 : 100_000;
  const { folder, vkey, hashed } = await madeLog(size);
  const work = async (): Promise<number> => {
    const source = await sqliteRows(join(folder, 'candor.db'));
    const verdict = await verifyLog(source, { keys: [vkey], source: 'the bench' });
    await source.close();
    if (verdict.findings.length > 0)
      throw new Error(`the made ledger is bad: ${verdict.findings[0]?.place} ${verdict.findings[0]?.what}`);
    return size;
  };
  const floor = (): number => {
    for (const bytes of hashed) hash('sha256', bytes, 'buffer');
    return size;
  };
  try {
    const { workNs, floorNs, ratio } = await takeTurns({ work, floor, rounds });
    const perMillionSeconds = workNs / 1_000;
    return {
      shown: `${asRatio(ratio)}, a million entries in ${perMillionSeconds.toFixed(1)} s`,
      met: ratio >= 0.4,
      numbers: { ratio, workNsPerEntry: workNs, floorNsPerEntry: floorNs, entries: size },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['verify-structure'], measure };
