/**
 * Runs the commands of Candor as a newcomer does: each as a process of its own, through scripts/run.cjs.
 * Flow:    test/scripts → here → scripts/run.cjs.
 * Promise: nothing of this machine's configuration reaches them; what was started is ended.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../src/root.ts';

export const runner = join(root, 'scripts', 'run.cjs');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface How {
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly input?: string | Uint8Array;
}

const ours =
  /^(CANDOR_|DATABASE_URL|KEYSTORE_URL|PORT$|HOST$|NODE_OPTIONS|NODE_V8|VITEST|LOG_LEVEL|METRICS_PORT|SMTP_URL)/;

export const cleanEnvironment = (env: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (ours.test(name) ? [] : [[name, value ?? '']])),
  ),
  ...env,
});

export function begin(argv: readonly string[], { env = {}, node = process.execPath }: How = {}): ChildProcess {
  return spawn(node, [runner, ...argv], { cwd: root, env: cleanEnvironment(env), stdio: 'pipe' });
}

/** Ends a command that hangs after a time that no command needs. */
export async function run(argv: readonly string[], how: How = {}): Promise<Ran> {
  const child = begin(argv, how);
  const texts = { out: '', err: '' };
  child.stdout?.on('data', (bytes) => (texts.out += String(bytes)));
  child.stderr?.on('data', (bytes) => (texts.err += String(bytes)));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(how.input ?? '');
  const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(late);
  return { code, ...texts };
}

export interface Served {
  readonly url: string;
  readonly said: () => string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** `npm start`, or another command that goes on, until it says where it listens. */
export async function serve(env: Readonly<Record<string, string>>, command = 'start'): Promise<Served> {
  const child = begin([command], { env: { PORT: '0', LOG_LEVEL: 'silent', ...env } });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const look = (bytes: unknown): void => {
      said += String(bytes);
      const [, found] = /listening on (http:\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', () => reject(new Error(`It ended: ${said}`)));
  });
  return {
    url,
    said: () => said,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
