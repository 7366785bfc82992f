/**
 * Row: starting with nothing recorded, from the first line of the process until /readyz says ready, and what it holds
 * while nobody asks.
 * Flow:    bench → here → `npm start` as a process of its own, on a folder that is made by it and one that is there.
 * Promise: each start is a new process; what it holds is all that is in memory for it, mapped files counted.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshFolder } from '../a-house.ts';
import { residentMb, startWhole } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf } from '../take-turns.ts';

/** Longer than the first quiet second, in which it gives back what the start needed. */
const IDLE_MS = 3_000;

interface Start {
  readonly readyMs: number;
  readonly cpuMs: number;
  readonly idleMb: number;
  readonly ownMb: number;
}

async function started(folder: string): Promise<Start> {
  const child = await startWhole(folder);
  await sleep(IDLE_MS);
  const { whole, own } = residentMb(child.pid);
  await child.stop();
  return { readyMs: child.readyMs, cpuMs: child.cpuMs, idleMb: whole, ownMb: own };
}

async function measure({ rounds }: MeasureOptions): Promise<Measured> {
  const starts: { readonly first: Start; readonly next: Start }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = freshFolder();
    try {
      starts.push({ first: await started(folder), next: await started(folder) });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const of = (read: (each: (typeof starts)[number]) => number): number => medianOf(starts.map(read));
  const numbers = {
    firstMs: of(({ first }) => first.readyMs),
    readyMs: of(({ next }) => next.readyMs),
    cpuMs: of(({ next }) => next.cpuMs),
    idleMb: of(({ next }) => next.idleMb),
    ownMb: of(({ next }) => next.ownMb),
  };
  const { firstMs, readyMs, cpuMs, idleMb, ownMb } = numbers;
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  const shown = `ready in ${seconds(readyMs)} s (${seconds(firstMs)} s on a new folder; processor time ${seconds(cpuMs)} s), idle RSS ${idleMb.toFixed(0)} MB (${ownMb.toFixed(0)} MB without mapped files)`;
  return { shown, met: readyMs <= 700 && firstMs <= 700 && idleMb <= 120, numbers };
}

export const row: BenchRow = { ...plan.start, measure };
