/**
 * What a process tells the kernel to write and to bring onto the disk, in order, with the file that each call is about.
 * Flow:    prove/sync-order.test.ts → here → strace.
 * Promise: a call counts as begun where strace saw it begin, and as done where it saw it return.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { straced } from './injected.ts';

export interface Called {
  readonly name: string;
  /** The file of the descriptor, or the first one that is named. */
  readonly path: string;
  /** The file that a rename makes. */
  readonly to?: string;
  /** The beginning of what was written. */
  readonly text: string;
  /** Places in the order of what was seen; both are the same where nothing else was seen in between. */
  readonly begun: number;
  readonly done: number;
  /** Seconds. */
  readonly at: number;
}

const WRITES = 'write,pwrite64,writev,pwritev,sendto,sendmsg';
const CALLS = `openat,${WRITES},fsync,fdatasync,ftruncate,truncate,rename,renameat,renameat2,unlink,unlinkat`;
const OPTIONS = ['-f', '-qq', '-y', '-ttt', '-s', '64', '-e', `trace=${CALLS}`, '-e', 'signal=none'];

/** Follows every thread of a running process until `end`, which gives what it called. */
export async function tracing(pid: number): Promise<{ end(): Promise<readonly Called[]> }> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-trace-'));
  const file = join(folder, 'calls');
  const following = await straced(pid, [...OPTIONS, '-o', file]);
  return {
    async end() {
      await following.end();
      return takeAway(folder, file);
    },
  };
}

/** What a program called from its start to its end. */
export async function callsOf(command: readonly string[], env: NodeJS.ProcessEnv): Promise<readonly Called[]> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-trace-'));
  const file = join(folder, 'calls');
  const child = spawn('strace', [...OPTIONS, '-o', file, ...command], { stdio: ['ignore', 'ignore', 'inherit'], env });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  return takeAway(folder, file);
}

function takeAway(folder: string, file: string): readonly Called[] {
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  return calledIn(text);
}

const LINE = /^(?<thread>\d+)\s+(?<at>\d+\.\d+) (?:<\.\.\. (?<again>\w+) resumed>|(?<name>\w+)\()(?<rest>.*)$/;
const UNFINISHED = ' <unfinished ...>';

export function calledIn(text: string): readonly Called[] {
  const found: Called[] = [];
  const open = new Map<string, { readonly name: string; readonly given: string; readonly begun: number; at: number }>();
  for (const [place, line] of text.split('\n').entries()) {
    const { thread = '', at = '', again, name, rest = '' } = LINE.exec(line)?.groups ?? {};
    if (again === undefined && name === undefined) continue;
    if (name !== undefined && rest.endsWith(UNFINISHED)) {
      open.set(thread, { name, given: rest.slice(0, -UNFINISHED.length), begun: place, at: Number(at) });
      continue;
    }
    const before = again === undefined ? undefined : open.get(thread);
    open.delete(thread);
    const whole = `${before?.given ?? ''}${rest}`;
    const called = {
      name: name ?? again ?? '',
      begun: before?.begun ?? place,
      done: place,
      at: before?.at ?? Number(at),
    };
    if (/= -1 E\w+/.test(whole)) continue;
    found.push({ ...called, ...filesIn(called.name, whole) });
  }
  return found;
}

function filesIn(name: string, given: string): Pick<Called, 'path' | 'text' | 'to'> {
  const named = [...given.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, text = '']) => text);
  if (name === 'openat') return { path: /= \d+<([^>]+)>/.exec(given)?.[1] ?? named[0] ?? '', text: given };
  if (/^(?:rename|unlink|truncate)/.test(name))
    return { path: named[0] ?? '', text: '', ...(named[1] === undefined ? {} : { to: named[1] }) };
  return { path: /^\d+<([^>]+)>/.exec(given)?.[1] ?? '', text: named[0] ?? '' };
}

export const isWrite = ({ name }: Called): boolean => WRITES.split(',').includes(name);
export const isSync = ({ name }: Called): boolean => name === 'fsync' || name === 'fdatasync';

/** What was written of a file and is not on the disk at a place: begun before it, and no sync begun since is done. */
export function unsyncedAt(calls: readonly Called[], path: string, place: number): readonly Called[] {
  const before = calls.filter((call) => call.path === path && call.begun < place);
  const synced = before.filter((call) => isSync(call) && call.done < place);
  return before.filter((call) => isWrite(call) && !synced.some((sync) => sync.begun > call.done));
}
