/**
 * Faults of the machine under a running process: system calls that fail, limits that are reached, processes that stand
 * still.
 * Flow:    prove/storage-faults.test.ts → here → strace, prlimit, signals.
 * Promise: `end` takes the fault away again, and the process goes on as it was.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export const hasStrace = spawnSync('strace', ['-V']).status === 0;

if (!hasStrace && process.env['CI'] === 'true') throw new Error('The faults of system calls need strace: install it.');

export interface Fault {
  end(): Promise<void>;
}

/** Every one of these calls fails, on this file alone where one is named. */
export async function failingCalls(pid: number, calls: string, of?: string): Promise<Fault> {
  const names = calls.split(':')[0] ?? '';
  const place = of === undefined ? [] : ['-P', of];
  return straced(pid, ['-f', '-qq', '-o', '/dev/null', ...place, '-e', `trace=${names}`, '-e', `inject=${calls}`]);
}

/** A running process under strace, every thread of it, until `end`. */
export async function straced(pid: number, options: readonly string[]): Promise<Fault> {
  const tracer = spawn('strace', [...options, '-p', String(pid)], { stdio: 'ignore' });
  const ended = once(tracer, 'exit');
  await traced(pid);
  return {
    async end() {
      tracer.kill('SIGINT');
      await ended;
    },
  };
}

/** Resolves once every thread of it is traced. */
async function traced(pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const threads = readdirSync(`/proc/${pid}/task`);
    if (
      threads.every((thread) => !/^TracerPid:\s+0$/m.test(readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8')))
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('strace could not attach');
}

/** The soft limit of a resource, such as `nofile` or `fsize`. */
export function limited(pid: number, resource: string, soft: number): Fault {
  const before = spawnSync('prlimit', ['--pid', String(pid), `--${resource}`, '--noheadings', '--raw', '-o', 'SOFT'], {
    encoding: 'utf8',
  }).stdout.trim();
  const set = (value: string): void => {
    const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--${resource}=${value}:`], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  };
  set(String(soft));
  return { end: async () => set(before) };
}

/** The disk of this folder is full to the last byte. */
export function filled(folder: string): Fault {
  const filler = join(folder, 'filler');
  fill(filler);
  return { end: async () => rmSync(filler) };
}

function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const size of [1024 * 1024, 4096, 1]) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch {
        // Nothing more of this size fits.
      }
    }
  } finally {
    closeSync(file);
  }
}

/** A process with everything that it started stands still. */
export function standingStill(pid: number): Fault {
  const all = [pid, ...childrenOf(pid)];
  for (const each of all) process.kill(each, 'SIGSTOP');
  return {
    async end() {
      for (const each of all) process.kill(each, 'SIGCONT');
    },
  };
}

function childrenOf(pid: number): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.flatMap((name) => {
    try {
      const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      return Number(parent) === pid ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** The process of a whole server, for `standingStill`. */
export async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
  await client.end();
  return Number(readFileSync(join(rows[0]?.folder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
