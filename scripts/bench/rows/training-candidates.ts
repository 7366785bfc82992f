/**
 * Row: a training run asks whom it may include, 10,000 people, and records all of them.
 * Flow:    bench → here → the service as a process of its own with those people in it.
 * Promise: whoever is listed is evaluated, and whoever is recorded is in the ledger when the answer comes.
 */
import { rmSync } from 'node:fs';
import { freshFolder, purpose } from '../a-house.ts';
import { startChild } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf } from '../take-turns.ts';

const AT_ONCE = 1000;

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const people = quick ? 1_000 : 10_000;
  const folder = freshFolder();
  const service = await startChild('service', [folder, String(people)]);
  const headers = { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' };
  const call = async (path: string, body?: object): Promise<string> => {
    const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${service.port}/v1/training-runs${path}`, sent);
    if (answer.status >= 300) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.text();
  };
  try {
    const [found, recorded]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const { id } = JSON.parse(await call('', { aiSystem: 'suggester', purpose, modelVersion: `v${round}` }));
      const before = performance.now();
      const lines = (await call(`/${id}/candidates.ndjson`)).trimEnd().split('\n');
      found.push(performance.now() - before);
      const subjects = lines.slice(0, -1).map((line) => (JSON.parse(line) as { readonly subject: string }).subject);
      if (subjects.length !== people) throw new Error(`${subjects.length} people were found, not ${people}`);
      const between = performance.now();
      for (let from = 0; from < people; from += AT_ONCE)
        await call(`/${id}/included`, { subjects: subjects.slice(from, from + AT_ONCE) });
      recorded.push(performance.now() - between);
    }
    const [foundMs, recordedMs] = [medianOf(found), medianOf(recorded)];
    return {
      shown: `found in ${(foundMs / 1000).toFixed(2)} s, recorded in ${(recordedMs / 1000).toFixed(2)} s`,
      met: foundMs <= 5_000,
      numbers: { people, foundMs, recordedMs },
    };
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['training-candidates'], measure };
