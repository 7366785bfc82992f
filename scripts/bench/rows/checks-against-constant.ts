/**
 * Row: checks over HTTP against an Express route that answers a constant.
 * Flow:    bench → here → two processes of their own, asked in turns by this one.
 * Promise: the check carries a token, a strict body and a person of their own for every question; the constant reads
 *          nothing.
 */
import { rmSync } from 'node:fs';
import { aboutPerson, freshFolder } from '../a-house.ts';
import { type Child, spentOn, startChild } from '../child-process.ts';
import { encodePost, type Load, openLoad } from '../http-load.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, medianOf, takeTurns } from '../take-turns.ts';

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [people, times] = quick ? [1_000, 5_000] : [10_000, 30_000];
  const folder = freshFolder();
  const [service, constant] = await Promise.all([
    startChild('service', [folder, String(people)]),
    startChild('constant'),
  ]);
  const requests = Array.from({ length: people }, (_, at) =>
    encodePost('/v1/checks', { token: service.token, body: JSON.stringify(aboutPerson(at)) }),
  );
  const same = encodePost('/constant', { token: 'none', body: '{}' });
  const checks = await openLoad({ port: service.port, status: 200, request: (at) => requests[at % people] ?? same });
  const constants = await openLoad({ port: constant.port, status: 200, request: () => same });
  try {
    const spent = { work: [] as number[], floor: [] as number[] };
    const asking = (side: 'work' | 'floor', child: Child, load: Load) => async (): Promise<number> => {
      const { answers, cpuUs } = await spentOn(child, () => load.run(times));
      spent[side].push(cpuUs);
      return answers;
    };
    const [work, floor] = [asking('work', service, checks), asking('floor', constant, constants)];
    const { workNs, floorNs, ratio } = await takeTurns({ work, floor, rounds });
    const [workCpuUs, floorCpuUs] = [medianOf(spent.work), medianOf(spent.floor)];
    const [perSecond, floorPerSecond] = [1e9 / workNs, 1e9 / floorNs];
    const shown = `${asRatio(ratio)} (${perSecond.toFixed(0)} against ${floorPerSecond.toFixed(0)} a second; processor time ${workCpuUs.toFixed(0)} µs against ${floorCpuUs.toFixed(0)} µs)`;
    return {
      shown,
      met: ratio >= 0.75,
      numbers: { ratio, checksPerSecond: perSecond, constantsPerSecond: floorPerSecond, workCpuUs, floorCpuUs },
    };
  } finally {
    checks.close();
    constants.close();
    await Promise.all([service.stop(), constant.stop()]);
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['checks-against-constant'], measure };
