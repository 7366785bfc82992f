/**
 * Row: a call of a model through the guard of a `fetch`, with its recorded use and outcome, against the bare call.
 * Flow:    bench → here → client/src/openai.ts; service and model are processes of their own.
 * Promise: one call after another, each about another person; both sides read the whole answer.
 */
import { rmSync } from 'node:fs';
import { createClient } from '../../../client/src/client.ts';
import { guardFetch } from '../../../client/src/openai.ts';
import { aboutPerson, freshFolder } from '../a-house.ts';
import { startChild } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { medianOf, takeTurns } from '../take-turns.ts';

const body = JSON.stringify({ model: 'stub', messages: [{ role: 'person', content: 'Hello' }] });
/** Speed is measured here and not patience: a busy machine may make Candor late, and a refusal would end the row. */
const patient = { timeoutMs: 30_000, deadlineMs: 60_000 };

function headersFor(at: number): Readonly<Record<string, string>> {
  const { subject, purpose, aiSystem } = aboutPerson(at);
  return { 'X-Candor-Subject': subject, 'X-Candor-Purpose': purpose, 'X-Candor-AI-System': aiSystem };
}

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [people, times] = quick ? [100, 50] : [1_000, 1_000];
  const folder = freshFolder();
  const [service, model] = await Promise.all([startChild('service', [folder, String(people)]), startChild('model')]);
  const client = createClient({ ...patient, url: `http://127.0.0.1:${service.port}`, token: service.token });
  const took = { guarded: [] as number[], bare: [] as number[] };
  const calling = (side: keyof typeof took, call: typeof fetch) => async (): Promise<number> => {
    for (let at = 0; at < times; at += 1) {
      const start = process.hrtime.bigint();
      const answer = await call(`http://127.0.0.1:${model.port}/v1/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headersFor(at % people) },
        body,
      });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${answer.status} ${text}`);
      took[side].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    return times;
  };
  try {
    await takeTurns({ work: calling('guarded', guardFetch({ client })), floor: calling('bare', fetch), rounds });
    const [guardedMs, bareMs] = [medianOf(took.guarded), medianOf(took.bare)];
    const addedMs = guardedMs - bareMs;
    return {
      shown: `${addedMs.toFixed(2)} ms more (median ${guardedMs.toFixed(2)} ms against ${bareMs.toFixed(2)} ms)`,
      met: null,
      numbers: { guardedMs, bareMs, addedMs },
    };
  } finally {
    await Promise.all([service.stop(), model.stop()]);
    rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['guard-over-call'], measure };
