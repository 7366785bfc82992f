/**
 * Row: uses recorded durably over HTTP on 64 connections, against bare inserts of the same bytes in groups of 64.
 * Flow:    bench → here → the service as a process of its own; the floor is bench/bare-inserts.
 * Promise: every use is committed before its answer; the floor commits as many rows at once as there are connections.
 */
import { rmSync } from 'node:fs';
import { aboutPerson, freshFolder } from '../a-house.ts';
import { bareInserts, bytesOfFact } from '../bare-inserts.ts';
import { startChild } from '../child-process.ts';
import { CONNECTIONS, encodePost, openLoad } from '../http-load.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, takeTurns } from '../take-turns.ts';

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [people, times] = quick ? [1_000, 1_000] : [1_000, 10_000];
  const folder = freshFolder();
  const service = await startChild('service', [folder, String(people)]);
  const bare = bareInserts();
  const request = (at: number): Buffer =>
    encodePost('/v1/uses', { token: service.token, body: JSON.stringify(aboutPerson(at % people)) });
  const load = await openLoad({ port: service.port, status: 201, request });
  try {
    await load.run(CONNECTIONS);
    const bytes = bytesOfFact(folder, 'use.allowed');
    const work = async (): Promise<number> => (await load.run(times)).length;
    const { workNs, floorNs, ratio } = await takeTurns({
      work,
      floor: () => bare.run(times, { bytes, group: CONNECTIONS }),
      rounds,
    });
    const shown = `${asRatio(ratio)} (${(1e9 / workNs).toFixed(0)} against ${(1e9 / floorNs).toFixed(0)} a second)`;
    return {
      shown,
      met: ratio >= 0.15,
      numbers: { ratio, usesPerSecond: 1e9 / workNs, insertsPerSecond: 1e9 / floorNs, bytes },
    };
  } finally {
    load.close();
    bare.close();
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['uses-over-http'], measure };
