/**
 * Row: the evidence of one person with a million entries over HTTP, while others ask for checks.
 * Flow:    bench → here → a folder filled through a house of this process → the service as a process of its own.
 * Promise: the export is read to its end; memory is what the kernel says of the service without mapped files, and
 *          `/livez`, which does nothing, tells how long the event loop kept somebody waiting.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { aboutPerson, filledWithUses, freshFolder, personNumber } from '../a-house.ts';
import { type Child, residentMb, startChild } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { quantile } from '../take-turns.ts';

const EVERY_MS = 10;

async function measure({ quick }: MeasureOptions): Promise<Measured> {
  const entries = quick ? 20_000 : 1_000_000;
  const folder = freshFolder();
  try {
    await filledWithUses(folder, { people: 1, uses: entries });
    const service = await startChild('service', [folder, '0']);
    try {
      const alone = await beside(service, () => sleep(quick ? 1_000 : 10_000));
      let bytes = 0;
      const begun = performance.now();
      const meanwhile = await beside(service, async () => {
        bytes = await exported(service);
      });
      return told({ alone, meanwhile, bytes, entries, seconds: (performance.now() - begun) / 1000, quick });
    } finally {
      await service.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Told {
  readonly alone: Beside;
  readonly meanwhile: Beside;
  readonly bytes: number;
  readonly entries: number;
  readonly seconds: number;
  readonly quick: boolean;
}

function told({ alone, meanwhile, bytes, entries, seconds, quick }: Told): Measured {
  const grownMb = meanwhile.mostMb - alone.mostMb;
  const slower = meanwhile.checkP99Ms / alone.checkP99Ms;
  const megabytes = bytes / 1e6;
  const shown = `RSS + ${grownMb.toFixed(0)} MB, /livez p99 ${meanwhile.loopP99Ms.toFixed(0)} ms against ${alone.loopP99Ms.toFixed(0)} ms, p99 of checks ${slower.toFixed(1)} ×; ${megabytes.toFixed(0)} MB in ${seconds.toFixed(1)} s (${entries.toLocaleString('en')} entries)`;
  return {
    shown,
    met: quick ? null : grownMb <= 100 && meanwhile.loopP99Ms <= 50 && slower <= 1.2,
    numbers: {
      grownMb,
      loopP99Ms: meanwhile.loopP99Ms,
      aloneLoopP99Ms: alone.loopP99Ms,
      checkP99Ms: meanwhile.checkP99Ms,
      aloneCheckP99Ms: alone.checkP99Ms,
      exportSeconds: seconds,
      entries,
    },
  };
}

interface Beside {
  readonly mostMb: number;
  readonly loopP99Ms: number;
  readonly checkP99Ms: number;
}

/** What others meet while this goes on. */
async function beside(service: Child, work: () => Promise<unknown>): Promise<Beside> {
  const taken = { loop: [] as number[], checks: [] as number[], mb: [] as number[] };
  let isOver = false;
  const asking = [
    asked(taken.loop, () => ask(service, '/livez')),
    asked(taken.checks, () => ask(service, '/v1/checks', JSON.stringify(aboutPerson(0)))),
  ].map(async (once) => {
    while (!isOver) await once();
  });
  const looking = (async () => {
    while (!isOver) {
      taken.mb.push(residentMb(service.pid).own);
      await sleep(EVERY_MS);
    }
  })();
  try {
    await work();
  } finally {
    isOver = true;
    await Promise.all([...asking, looking]);
  }
  return {
    mostMb: Math.max(...taken.mb),
    loopP99Ms: quantile(taken.loop, 0.99),
    checkP99Ms: quantile(taken.checks, 0.99),
  };
}

const asked = (taken: number[], once: () => Promise<Response>) => async (): Promise<void> => {
  const begun = performance.now();
  const answer = await once();
  await answer.arrayBuffer();
  taken.push(performance.now() - begun);
  if (!answer.ok) throw new Error(`An answer was ${answer.status}.`);
  await sleep(EVERY_MS);
};

const ask = ({ port, token }: Child, path: string, body?: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body }),
  });

/** To the end, and kept nowhere; says how many bytes. */
async function exported(service: Child): Promise<number> {
  const answer = await ask(service, `/v1/subjects/${personNumber(0)}/evidence?reason=audit`);
  if (!answer.ok || answer.body === null) throw new Error(`The export was answered ${answer.status}.`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.byteLength;
  return bytes;
}

export const row: BenchRow = { ...plan['export-large'], measure };
