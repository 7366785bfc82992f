/**
 * Row: how long checks take while uses are written as fast as they are taken, against checks alone.
 * Flow:    bench → here → the service as a process of its own, asked over 64 connections for checks and 64 for uses.
 * Promise: the same checks on the same connections in turns; uses are asked for all the time that the second half
 *          lasts.
 */
import { rmSync } from 'node:fs';
import { aboutPerson, freshFolder } from '../a-house.ts';
import { startChild } from '../child-process.ts';
import { encodePost, type Load, openLoad } from '../http-load.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { quantile } from '../take-turns.ts';

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [people, times] = quick ? [1_000, 3_000] : [10_000, 20_000];
  const folder = freshFolder();
  const service = await startChild('service', [folder, String(people)]);
  const asked = (path: string) => (at: number) =>
    encodePost(path, { token: service.token, body: JSON.stringify(aboutPerson(at % people)) });
  const checks = await openLoad({ port: service.port, status: 200, request: asked('/v1/checks') });
  const uses = await openLoad({ port: service.port, status: 201, request: asked('/v1/uses') });
  try {
    const taken = { alone: [] as number[], meanwhile: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const alone = await checks.run(times);
      const meanwhile = await beside(uses, () => checks.run(times));
      if (round > 0) taken.alone.push(...alone);
      if (round > 0) taken.meanwhile.push(...meanwhile);
    }
    const [aloneMs, meanwhileMs] = [quantile(taken.alone, 0.99) / 1e6, quantile(taken.meanwhile, 0.99) / 1e6];
    const slower = meanwhileMs / aloneMs;
    const shown = `p99 ${slower.toFixed(1)} × (${meanwhileMs.toFixed(0)} ms against ${aloneMs.toFixed(0)} ms)`;
    return { shown, met: slower <= 2, numbers: { slower, aloneP99Ms: aloneMs, meanwhileP99Ms: meanwhileMs } };
  } finally {
    checks.close();
    uses.close();
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

const A_SPELL = 200;

async function beside(uses: Load, work: () => Promise<readonly number[]>): Promise<readonly number[]> {
  let isOver = false;
  const writing = (async () => {
    while (!isOver) await uses.run(A_SPELL);
  })();
  const taken = await work();
  isOver = true;
  await writing;
  return taken;
}

export const row: BenchRow = { ...plan['checks-while-writing'], measure };
