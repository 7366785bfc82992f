/**
 * Row: a call through the gate, with its recorded use and outcome, against the same call through a bare proxy.
 * Flow:    bench → here → four processes of their own: service, model, bare proxy, gate.
 * Promise: one call after another on each of 64 kept connections; what the gate does beside the proxy is a durable use
 *          before each call and its outcome after it.
 */
import { rmSync } from 'node:fs';
import { aboutPerson, freshFolder } from '../a-house.ts';
import { startChild } from '../child-process.ts';
import { encodePost, openLoad } from '../http-load.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { asRatio, medianOf, takeTurns } from '../take-turns.ts';

const body = JSON.stringify({ model: 'stub', messages: [{ role: 'person', content: 'Hello' }] });

function askThroughGate(token: string, at: number): Buffer {
  const { subject, purpose, aiSystem } = aboutPerson(at);
  const named = `X-Candor-Subject: ${subject}\r\nX-Candor-Purpose: ${purpose}\r\nX-Candor-AI-System: ${aiSystem}\r\n`;
  const plain = encodePost('/v1/chat/completions', { token, body }).toString();
  return Buffer.from(plain.replace('Content-Type', () => `${named}Content-Type`));
}

async function measure({ rounds, quick }: MeasureOptions): Promise<Measured> {
  const [people, times] = quick ? [100, 128] : [1_000, 1_500];
  const [folder, files] = [freshFolder(), freshFolder()];
  const [service, model] = await Promise.all([startChild('service', [folder, String(people)]), startChild('model')]);
  const proxy = await startChild('model', ['proxy', String(model.port)]);
  const gate = await startChild('gate', [files, String(service.port), service.token, String(model.port)]);
  const through = await openLoad({
    port: gate.port,
    status: 200,
    request: (at) => askThroughGate(gate.token, at % people),
  });
  const same = encodePost('/v1/chat/completions', { token: 'none', body });
  const bare = await openLoad({ port: proxy.port, status: 200, request: () => same });
  try {
    const took = { gate: [] as number[], bare: [] as number[] };
    const asking = (side: 'gate' | 'bare', load: typeof bare) => async (): Promise<number> => {
      const latencies = await load.run(times);
      took[side].push(medianOf([...latencies]) / 1e6);
      return latencies.length;
    };
    const { workNs, floorNs, ratio } = await takeTurns({
      work: asking('gate', through),
      floor: asking('bare', bare),
      rounds,
    });
    const [gateMs, bareMs] = [medianOf(took.gate), medianOf(took.bare)];
    const [perSecond, floorPerSecond] = [1e9 / workNs, 1e9 / floorNs];
    return {
      shown: `${asRatio(ratio)} (${perSecond.toFixed(0)} against ${floorPerSecond.toFixed(0)} a second; median ${gateMs.toFixed(1)} ms against ${bareMs.toFixed(1)} ms)`,
      met: null,
      numbers: { ratio, callsPerSecond: perSecond, bareCallsPerSecond: floorPerSecond, gateMs, bareMs },
    };
  } finally {
    through.close();
    bare.close();
    await gate.stop();
    await Promise.all([proxy.stop(), model.stop(), service.stop()]);
    for (const made of [folder, files]) rmSync(made, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['gate-over-proxy'], measure };
