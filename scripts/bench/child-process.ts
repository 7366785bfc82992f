/**
 * Starts what is measured over HTTP as a process of its own, so that it never shares a thread with whoever asks.
 * Flow:    rows → here → children/<name>.
 * Promise: the process ends with the row, and also when this process dies, for it listens to its standard input.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly port: number;
  readonly token: string;
  readonly pid: number;
  /**
   * Processor time so far, in microseconds: what other work on the machine leaves alone. NaN where the kernel does not
   * say.
   */
  cpuUs(): number;
  /** Milliseconds from the start of the process until it listened; of the child `started` only. */
  readonly readyMs?: number;
  stop(): Promise<void>;
}

export async function startChild(
  name: 'service' | 'constant' | 'peer' | 'started',
  argv: readonly string[] = [],
): Promise<Child> {
  // Beside this file, built or not.
  const file = fileURLToPath(new URL(`children/${name}${import.meta.url.slice(-3)}`, import.meta.url));
  const child = spawn(process.execPath, [file, ...argv], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const said = await Promise.race([firstLine(child.stdout), ended.then(() => undefined)]);
  if (said === undefined) throw new Error(`The process "${name}" ended before it listened.`);
  return {
    ...(JSON.parse(said) as { port: number; token: string; readyMs?: number }),
    pid: child.pid ?? 0,
    cpuUs: () => cpuUsOf(child.pid ?? 0),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

const A_TICK_US = 10_000;

function cpuUsOf(pid: number): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return Number.NaN;
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * A_TICK_US;
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
