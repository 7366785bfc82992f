/**
 * Row: a sealed backup of a million entries by the command, at the priority at which the service has it made, while
 * uses are recorded; then the backup is proven, and proven again with one bit of it flipped.
 * Flow:    bench → here → the service and the command as processes of their own, on one SQLite.
 * Promise: the entries are uses that were recorded by the commands of the API; uses go on from before the backup until
 *          after it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../src/root.ts';
import { filledWithUses, freshFolder } from '../a-house.ts';
import { startChild } from '../child-process.ts';
import { plan } from '../plan.ts';
import type { BenchRow, Measured, MeasureOptions } from '../row.ts';
import { steadyUses } from '../steady-uses.ts';
import { quantile } from '../take-turns.ts';

const PEOPLE = 1_000;
const ALONE_MS = 20_000;

interface Places {
  readonly data: string;
  readonly to: string;
}

interface Ran {
  readonly code: number;
  readonly said: string;
  readonly seconds: number;
}

async function backup({ data }: Places, ...words: readonly string[]): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'backup', ...words, '--json'], {
    env: { ...process.env, CANDOR_DATA_DIR: data, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  let said = '';
  const hear = (chunk: unknown): void => {
    said += String(chunk);
  };
  for (const output of [child.stdout, child.stderr]) output.on('data', hear);
  const [code] = (await once(child, 'close')) as [number];
  return { code, said, seconds: (performance.now() - begun) / 1000 };
}

interface Beside {
  readonly made: Ran;
  readonly aloneMs: number;
  readonly meanwhileMs: number;
}

/** The same uses for a while, and then for as long as the backup takes. */
async function besideUses(places: Places, quick: boolean): Promise<Beside> {
  const service = await startChild('service', [places.data, '0']);
  const uses = steadyUses(service, PEOPLE);
  try {
    await sleep(quick ? 1_000 : 5_000);
    uses.taken();
    await sleep(quick ? 2_000 : ALONE_MS);
    const aloneMs = quantile(uses.taken(), 0.99);
    const made = await backup(places, places.to);
    return { made, aloneMs, meanwhileMs: quantile(uses.taken(), 0.99) };
  } finally {
    await uses.stop();
    await service.stop();
  }
}

/** In the middle of the largest file of the one backup there is. */
function flipOneBit({ to }: Places): void {
  const [name = ''] = readdirSync(to);
  const files = readdirSync(join(to, name)).map((file) => join(to, name, file));
  const [largest = ''] = files.sort((a, b) => statSync(b).size - statSync(a).size);
  const bytes = readFileSync(largest);
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(largest, bytes);
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

async function measure({ quick }: MeasureOptions): Promise<Measured> {
  const entries = quick ? 20_000 : 1_000_000;
  const places = { data: freshFolder(), to: freshFolder() };
  try {
    await filledWithUses(places.data, { people: PEOPLE, uses: entries });
    const { made, aloneMs, meanwhileMs } = await besideUses(places, quick);
    if (made.code !== 0) throw new Error(made.said);
    const megabytes = sizeOf(places.to) / 1e6;
    const proof = await backup(places, '--prove', places.to);
    flipOneBit(places);
    const flipped = await backup(places, '--prove', places.to);
    const isProven = proof.code === 0;
    const isFound = flipped.code !== 0;
    const shown = `${made.seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB (${entries.toLocaleString('en')} entries); p99 of uses ${meanwhileMs.toFixed(0)} ms against ${aloneMs.toFixed(0)} ms; ${isProven ? 'proven' : 'NOT proven'} in ${proof.seconds.toFixed(1)} s; a flipped bit ${isFound ? 'found' : 'NOT found'} in ${flipped.seconds.toFixed(1)} s`;
    const met = quick ? null : meanwhileMs <= 2 * aloneMs && isProven && isFound;
    const [madeS, provenS, foundS] = [made.seconds, proof.seconds, flipped.seconds];
    return {
      shown,
      met,
      numbers: { entries, madeS, megabytes, aloneP99Ms: aloneMs, meanwhileP99Ms: meanwhileMs, provenS, foundS },
    };
  } finally {
    for (const folder of Object.values(places)) rmSync(folder, { recursive: true });
  }
}

export const row: BenchRow = { ...plan['backup-million'], measure };
