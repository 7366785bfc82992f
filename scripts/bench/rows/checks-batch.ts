/**
 * Row: a batch of 1,000 checks over HTTP, against the same 1,000 evaluated and written as JSON in process.
 * Flow:    bench → here → the service as a process of its own, and a house of this process with the same people.
 */
import { rmSync } from 'node:fs';
import { evaluate } from '../../../src/evaluation/evaluate.ts';
import { questionOf } from '../../../src/evaluation/question.ts';
import { shownCheck } from '../../../src/evaluation/shown.ts';
import { explainReason } from '../../../src/language/reasons.ts';
import { aboutPerson, aHouse, type BenchHouse, freshFolder } from '../a-house.ts';
import { startChild } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, takeTurns } from '../take-turns.ts';

const BATCH = 1_000;
const items = Array.from({ length: BATCH }, (_, at) => aboutPerson(at));
/** Written once, because both sides are about answering and not about asking. */
const body = JSON.stringify({ items });

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const times = quick ? 5 : 30;
  const folder = freshFolder();
  const service = await startChild('service', [folder, String(BATCH)]);
  const made = await aHouse(BATCH);
  const headers = { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' };
  const work = async (): Promise<number> => {
    for (let at = 0; at < times; at += 1) {
      const answer = await fetch(`http://127.0.0.1:${service.port}/v1/checks/batch`, { method: 'POST', headers, body });
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
    }
    return times * BATCH;
  };
  const floor = async (): Promise<number> => {
    for (let at = 0; at < times; at += 1) await inProcess(made);
    return times * BATCH;
  };
  try {
    const { workNs, floorNs, ratio } = await takeTurns({ work, floor, rounds });
    const shown = `${asRatio(ratio)} (${(1e9 / workNs).toFixed(0)} against ${(1e9 / floorNs).toFixed(0)} a second)`;
    return {
      shown,
      met: ratio >= 0.8,
      numbers: { ratio, checksPerSecond: 1e9 / workNs, inProcessPerSecond: 1e9 / floorNs },
    };
  } finally {
    await made.close();
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}

async function inProcess({ house }: BenchHouse): Promise<number> {
  const { registry, people, now } = await house.see(items.map(({ subject }) => subject));
  const answers = items.map((item, at) => {
    const person = people[at] ?? { found: 'unknown' as const, suppressions: [] };
    const evaluation = evaluate(registry, person, questionOf(item, house.settings.defaultRegime), now);
    return shownCheck(evaluation, explainReason('en', evaluation.reason));
  });
  return JSON.stringify({ results: answers }).length;
}

export const row: BenchRow = { ...plan['checks-batch'], measure };
