/**
 * Row: starting on a ledger of a million entries, from the first line of the process until /readyz says ready, and what
 * it holds while idle.
 * Flow:    bench → here → a folder filled through a house of this process → `npm start` as a process of its own.
 * Promise: the entries are uses that were recorded by the commands of the API; each start is a new process.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { filledWithUses, freshFolder } from '../a-house.ts';
import { residentMb, startWhole } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf } from '../take-turns.ts';

const PEOPLE = 1_000;
/** Longer than the first quiet second, in which it gives back what the start needed. */
const IDLE_MS = 3_000;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const entries = quick ? 20_000 : 1_000_000;
  const folder = freshFolder();
  try {
    await filledWithUses(folder, { people: PEOPLE, uses: entries });
    const ready: number[] = [];
    const idle: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const child = await startWhole(folder);
      ready.push(child.readyMs);
      await sleep(IDLE_MS);
      idle.push(residentMb(child.pid).whole);
      await child.stop();
    }
    const [readyMs, idleMb] = [medianOf(ready), medianOf(idle)];
    const shown = `ready in ${(readyMs / 1000).toFixed(2)} s, idle RSS ${idleMb.toFixed(0)} MB (${entries.toLocaleString('en')} entries)`;
    return { shown, met: quick ? null : readyMs <= 2_000 && idleMb <= 150, numbers: { readyMs, idleMb, entries } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['start-large'], measure };
