/**
 * Starts what is measured over HTTP as a process of its own, so that it never shares a thread with whoever asks.
 * Flow:    rows → here → children/<name>.
 * Promise: the process ends with the row, and also when this process dies, for it listens to its standard input.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from '../../src/root.ts';

export interface Child {
  readonly port: number;
  readonly token: string;
  readonly pid: number;
  /**
   * Processor time so far, in microseconds: what other work on the machine leaves alone. NaN where the kernel does not
   * say.
   */
  cpuUs(): number;
  stop(): Promise<void>;
}

/** The file is the one beside this, built or not, where no other is named. */
export async function startChild(
  name: 'service' | 'constant' | 'peer' | 'model' | 'gate',
  argv: readonly string[] = [],
  file = fileURLToPath(new URL(`children/${name}${import.meta.url.slice(-3)}`, import.meta.url)),
): Promise<Child> {
  const child = spawn(process.execPath, [file, ...argv], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const said = await Promise.race([firstLine(child.stdout), ended.then(() => undefined)]);
  if (said === undefined) throw new Error(`The process "${name}" ended before it listened.`);
  return {
    ...(JSON.parse(said) as { port: number; token: string }),
    pid: child.pid ?? 0,
    cpuUs: () => cpuUsOf(child.pid ?? 0),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/** A start of `npm start`: from the first line of the process until it was ready, by the clock and by the processor. */
interface Started {
  readonly pid: number;
  readonly readyMs: number;
  /** Processor time, in milliseconds, which other work on the machine leaves nearly alone. */
  readonly cpuMs: number;
  stop(): Promise<void>;
}

export async function startWhole(folder: string): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'start'], {
    env: { ...process.env, CANDOR_DATA_DIR: folder, LOG_LEVEL: 'silent', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said = await Promise.race([firstLine(child.stdout), ended.then(() => undefined)]);
  if (said === undefined) throw new Error('The service ended before it listened.');
  await readyAt(/http:\S+/.exec(said)?.[0] ?? '');
  const pid = child.pid ?? 0;
  return {
    pid,
    readyMs: performance.now() - begun,
    cpuMs: cpuUsOf(pid) / 1000,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function readyAt(url: string): Promise<void> {
  while ((await fetch(`${url}/readyz`)).status !== 200) await sleep(10);
}

const PAGE = 4096;

/**
 * What the kernel says is in memory, in MB; `own` leaves out the pages of mapped files, such as the code of Node, which
 * it takes back when it needs them.
 */
export function residentMb(pid: number): { readonly whole: number; readonly own: number } {
  const [, resident = '0', shared = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  const mb = (pages: number): number => (pages * PAGE) / 2 ** 20;
  return { whole: mb(Number(resident)), own: mb(Number(resident) - Number(shared)) };
}

/** What the threads of a process ran so far; the kernel counts it in nanoseconds (proc_pid_schedstat). */
function cpuUsOf(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return Number.NaN;
  const ran = readdirSync(tasks).map((task) => Number(firstWordOf(`${tasks}/${task}/schedstat`)));
  return ran.reduce((sum, each) => sum + each, 0) / 1000;
}

/** A thread may end between the list and the look. */
function firstWordOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(' ')[0] ?? '';
  } catch {
    return '0';
  }
}

/** Runs a load and gives how much processor time the asked process spent on each answer. */
export async function spentOn(
  child: Child,
  run: () => Promise<readonly number[]>,
): Promise<{ readonly answers: number; readonly cpuUs: number }> {
  const before = child.cpuUs();
  const answers = (await run()).length;
  return { answers, cpuUs: (child.cpuUs() - before) / Math.max(1, answers) };
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    stream.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('\n')) resolve(said);
    });
  });
}
