/**
 * Row: checking a whole stored ledger and opening every content, against SHA-256 over the same bytes.
 * Flow:    bench → here → verify/verify-log and doctor/contents on a folder that a house filled with uses.
 * Promise: the floor hashes the bytes of every entry and of every sealed content once, already in memory; the work
 *          reads them, opens each content under its person's key and holds it against the entry.
 */
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { lookAtContents } from '../../doctor/contents.ts';
import { sqliteRows } from '../../verify/sqlite-rows.ts';
import { trusted } from '../../verify/trust.ts';
import { verifyLog } from '../../verify/verify-log.ts';
import { isWrong } from '../../verify/wrong.ts';
import { configIn, filledWithUses, freshFolder } from '../a-house.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, takeTurns } from '../take-turns.ts';

const PEOPLE = 1_000;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const uses = quick ? 5_000 : 100_000;
  const folder = freshFolder();
  try {
    await filledWithUses(folder, { people: PEOPLE, uses });
    const stored = await bytesIn(folder);
    const { workNs, floorNs, ratio } = await takeTurns({
      work: () => opened(folder),
      floor: () => {
        for (const bytes of stored.bytes) hash('sha256', bytes, 'buffer');
        return stored.entries;
      },
      rounds,
    });
    return {
      shown: `${asRatio(ratio)}, a million entries in ${(workNs / 1_000).toFixed(1)} s`,
      met: null,
      numbers: { ratio, workNsPerEntry: workNs, floorNsPerEntry: floorNs, entries: stored.entries },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Judges structure and contents; says how many entries. */
async function opened(folder: string): Promise<number> {
  const trust = trusted({ vkeys: [], dataFolder: folder });
  if (isWrong(trust)) throw new Error(trust.wrong);
  const source = await sqliteRows(join(folder, 'candor.db'));
  try {
    const { findings, logs } = await verifyLog(source, trust);
    const contents = await lookAtContents(configIn(folder), source);
    const wrong = findings[0]?.what ?? contents.find(({ state }) => state === 'bad')?.words;
    if (wrong !== undefined) throw new Error(`the ledger is bad: ${wrong}`);
    return logs.reduce((sum, { size }) => sum + size, 0);
  } finally {
    await source.close();
  }
}

async function bytesIn(folder: string): Promise<{ readonly entries: number; readonly bytes: readonly Uint8Array[] }> {
  const source = await sqliteRows(join(folder, 'candor.db'));
  const rows = await source.rows('SELECT entry, payload FROM entries');
  await source.close();
  const bytes = rows.flatMap(({ entry, payload }) => [entry, payload]).filter((each) => each instanceof Uint8Array);
  return { entries: rows.length, bytes };
}

export const row: BenchRow = { ...plan['verify-opening'], measure };
