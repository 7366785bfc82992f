/**
 * A service of any checkout, on a folder and a port of its own, as a process that is only spoken to over HTTP.
 * Flow:    `npm start`, `npm run demo`, `npm run token`, `npm run link` of the checkout → here → journey.
 * Promise: nothing of the checkout is imported; its data lies in a temporary folder that goes when it is stopped.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Running {
  readonly url: string;
  token(sub: string, scope: string): Promise<string>;
  /** The code of a link that signs in, for a person or a member of staff. */
  code(who: { readonly sub: string } | { readonly staff: string }): Promise<string>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
/** Of the environment only what a process needs to be found and to run; the checkout has its defaults otherwise. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: process.env['HOME'] });

export async function startIn(folder: string, kind: 'start' | 'demo'): Promise<Running> {
  const place = mkdtempSync(join(tmpdir(), 'candor-replies-'));
  const data = kind === 'demo' ? join(place, 'data', 'demo') : join(place, 'data');
  const command = join(folder, 'scripts', 'run.mjs');
  const env = { ...environment(), CANDOR_DATA_DIR: data, LOG_LEVEL: 'fatal', NO_COLOR: '1' };
  // Of a demo that finds its port taken the next one is used; a plain service takes any that is free.
  const port = kind === 'demo' ? '18480' : '0';
  const argv = ['--no-warnings', command, kind];
  const child = spawn(process.execPath, argv, { cwd: place, env: { ...env, PORT: port }, stdio: 'pipe' });
  const url = await addressOf(child, place);
  const tell = async (words: readonly string[]): Promise<Record<string, string>> => {
    const all = [command, ...words, '--data', data, '--json'];
    const { stdout } = await run(process.execPath, all, { cwd: place, env });
    return JSON.parse(stdout) as Record<string, string>;
  };
  return {
    url,
    token: async (sub, scope) => (await tell(['token', '--sub', sub, '--scope', scope, '--ttl', '1h']))['token'] ?? '',
    async code(who) {
      const [[option = '', id = ''] = []] = Object.entries(who);
      const link = (await tell(['link', `--${option}`, id, '--url', url]))['url'] ?? '';
      return link.slice(link.lastIndexOf('/') + 1);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

async function addressOf(child: ChildProcess, place: string): Promise<string> {
  let said = '';
  const address = new Promise<string>((resolve) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /candor listening on (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  });
  const ended = once(child, 'exit').then(() => undefined);
  const url = await Promise.race([address, ended]);
  if (url !== undefined) return url;
  rmSync(place, { recursive: true, force: true });
  throw new Error(`The service did not start: ${said.slice(-2000)}`);
}
