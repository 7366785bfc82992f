/**
 * Row: checks over HTTP against a bare node:http server that does the same with the same store.
 * Flow:    bench → here → two processes of their own, asked in turns by this one.
 * Promise: same people, same questions, same connections; what is left between the two is what the edge adds.
 */
import { rmSync } from 'node:fs';
import { aboutPerson, freshFolder } from '../a-house.ts';
import { type Child, spentOn, startChild } from '../child-process.ts';
import { encodePost, type Load, openLoad } from '../http-load.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, medianOf, takeTurns } from '../take-turns.ts';

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [people, times] = quick ? [1_000, 5_000] : [10_000, 30_000];
  const folders = [freshFolder(), freshFolder()] as const;
  const [service, peer] = await Promise.all([
    startChild('service', [folders[0], String(people)]),
    startChild('peer', [folders[1], String(people)]),
  ]);
  const askedOf = (token: string) => {
    const requests = Array.from({ length: people }, (_, at) =>
      encodePost('/v1/checks', { token, body: JSON.stringify(aboutPerson(at)) }),
    );
    return (at: number): Buffer => requests[at % people] as Buffer;
  };
  const ours = await openLoad({ port: service.port, status: 200, request: askedOf(service.token) });
  const theirs = await openLoad({ port: peer.port, status: 200, request: askedOf(peer.token) });
  try {
    const spent = { work: [] as number[], floor: [] as number[] };
    const asking = (side: 'work' | 'floor', child: Child, load: Load) => async (): Promise<number> => {
      const { answers, cpuUs } = await spentOn(child, () => load.run(times));
      spent[side].push(cpuUs);
      return answers;
    };
    const { workNs, floorNs, ratio } = await takeTurns({
      work: asking('work', service, ours),
      floor: asking('floor', peer, theirs),
      rounds,
    });
    const [workCpuUs, floorCpuUs] = [medianOf(spent.work), medianOf(spent.floor)];
    const [perSecond, peerPerSecond] = [1e9 / workNs, 1e9 / floorNs];
    const shown = `${asRatio(ratio)} (${perSecond.toFixed(0)} against ${peerPerSecond.toFixed(0)} a second; processor time ${workCpuUs.toFixed(0)} µs against ${floorCpuUs.toFixed(0)} µs)`;
    return { shown, met: null, numbers: { ratio, checksPerSecond: perSecond, peerPerSecond, workCpuUs, floorCpuUs } };
  } finally {
    ours.close();
    theirs.close();
    await Promise.all([service.stop(), peer.stop()]);
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = {
  work: 'POST /v1/checks over HTTP, 64 connections',
  floor: 'a bare node:http server doing the same',
  aim: 'reported',
  measure,
};
