/**
 * What `npm start` runs: the sources, joined. It answers as they do, is read in part at a start, and a fault in it is
 * told by the line that somebody wrote. That it answers everything the same is held by test/prove/bundle.test.ts.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeholders } from '../../scripts/replies/placeholders.ts';
import { assets } from '../../src/pages/assets.ts';
import { root } from '../../src/root.ts';
import { run, type Served, serve } from '../given/commands.ts';
import { aService, engines, type RunningService } from '../given/service.ts';

const bundled = join(root, 'dist', 'bundled');
/** Builds where the sources are newer; any command that is bundled would do. */
beforeAll(async () => expect((await run(['plain', '--help'])).code).toBe(0));

const files = (): readonly string[] =>
  readdirSync(bundled, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(bundled, name)).isFile());
const text = (name: string): string => readFileSync(join(bundled, name), 'utf8');
const sourcesOf = (name: string): readonly string[] =>
  (JSON.parse(text(`${name}.map`)) as { readonly sources: readonly string[] }).sources.map((source) =>
    resolve(bundled, dirname(name), source),
  );

/** The files that are read before the first line of `entry` runs; what is imported later is not among them. */
function readAtOnce(entry: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, path = ''] of text(entry).matchAll(/^(?:import|export)\b[^;'"]*(?:from )?["'](\.[^"']+)["'];$/gm))
    readAtOnce(join(dirname(entry), path), seen);
  return seen;
}

describe('what is joined', () => {
  it('names no folder of the machine that joined it', () => {
    for (const name of files()) expect(text(name).includes(root), name).toBe(false);
  });

  it('tells of each file which sources it was made of, and they are there', () => {
    const missing = files()
      .filter((name) => name.endsWith('.js') && existsSync(join(bundled, `${name}.map`)))
      .flatMap(sourcesOf)
      .filter((source) => !source.includes('\0') && !source.includes('by-name:') && !existsSync(source));
    expect(missing).toEqual([]);
    expect(sourcesOf('start.js')).toContain(join(root, 'src', 'main.ts'));
  });

  it('is no part of the repository', () => {
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('/dist/');
    if (existsSync(join(root, '.git')))
      expect(execFileSync('git', ['ls-files', 'dist'], { cwd: root, encoding: 'utf8' })).toBe('');
  });

  it('a start reads nothing that only few ask for: drivers of PostgreSQL, mail, numbers, IAB strings, the API page', () => {
    const read = [...readAtOnce('start.js')];
    const packages = new Set(
      read
        .filter((name) => existsSync(join(bundled, `${name}.map`)))
        .flatMap(sourcesOf)
        .map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]),
    );
    expect([...packages]).toEqual(expect.arrayContaining(['express', 'zod', 'drizzle-orm', 'jose']));
    for (const later of [
      'pg',
      'mysql2',
      'yaml',
      'nodemailer',
      'prom-client',
      '@opentelemetry/api',
      '@iabgpp/cmpapi',
      '@iabtechlabtcf/core',
    ])
      expect(packages.has(later), later).toBe(false);
    for (const name of read) expect(text(name), name).not.toMatch(/^import .*swagger-ui/m);
    expect(read.flatMap((name) => (existsSync(join(bundled, `${name}.map`)) ? sourcesOf(name) : []))).not.toContain(
      join(root, 'openapi', 'document.ts'),
    );
  });
});

describe('a fault in it', () => {
  /** `main` is given nothing where it looks for words; the line of the fault is read in the source. */
  const script = `
    import { traceToSources } from './scripts/traces.mjs';
    traceToSources(process.cwd() + '/dist');
    const { main } = await import('./dist/bundled/start.js');
    await main(null).catch((fault) => process.stdout.write(fault.stack));`;
  const told = (): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' });

  it('is told by file, line and column of the source, and by the name of the function', () => {
    const [, first = ''] = told().split('\n');
    const [, file = '', line = '', column = ''] = /^ {4}at .*main \((.+):(\d+):(\d+)\)$/.exec(first) ?? [];
    expect(file).toBe(join(root, 'src', 'main.ts'));
    const written = readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? '';
    expect(written.slice(Number(column) - 1)).toMatch(/^includes\('--help'\)/);
  });

  it('is told as it is where there is no map', () => {
    const folder = mkdtempSync(join(tmpdir(), 'candor-traces-'));
    const broken = `
      import { writeFileSync } from 'node:fs';
      import { traceToSources } from '${join(root, 'scripts', 'traces.mjs')}';
      traceToSources(process.cwd());
      for (const map of ['', 'no map']) {
        const name = './thrower' + map.length + '.mjs';
        writeFileSync(name, 'export const thrower = () => { throw new Error("told"); };');
        if (map !== '') writeFileSync(name + '.map', map);
        try { (await import(process.cwd() + '/' + name)).thrower(); } catch (fault) { console.log(fault.stack); }
      }`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', broken], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(said.match(/^Error: told$/gm)).toHaveLength(2);
    expect(said).toMatch(/at .*thrower \(.*thrower0\.mjs:1:\d+\)/);
    expect(said).toMatch(/at .*thrower \(.*thrower6\.mjs:1:\d+\)/);
  });
});

describe('a service that was joined', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-bundle-'));
  let joined: Served;
  let sources: RunningService;
  beforeAll(async () => {
    joined = await serve({ CANDOR_DATA_DIR: join(folder, 'data'), CANDOR_ORIGIN: 'privacy.example.com' });
    sources = await aService({ engine: engines[0] ?? 'sqlite' });
  });
  afterAll(async () => {
    await joined.end('SIGTERM');
    await sources.stop();
    rmSync(folder, { recursive: true });
  });

  const asked = async (url: string, path: string, language: string): Promise<readonly unknown[]> => {
    const reply = await fetch(`${url}${path}`, { headers: { 'accept-language': language, accept: 'text/html, */*' } });
    const body = Buffer.from(await reply.arrayBuffer());
    const type = reply.headers.get('content-type') ?? '';
    const isText = /text|json|javascript|svg/.test(type);
    return [path, reply.status, type, isText ? placeholders(url)(body.toString()) : body.toString('base64')];
  };

  it.each([
    '/',
    '/livez',
    '/docs',
    '/docs/page.css',
    '/docs/swagger-ui.css',
    '/docs/swagger-ui-bundle.js',
    '/openapi.json',
    '/problems/not-found',
    '/.well-known/gpc.json',
    '/nowhere',
    ...Object.keys(assets).map((name) => `/assets/${name}`),
  ])('answers %s as the sources do, to the last byte, in every language', async (path) => {
    for (const language of path.startsWith('/assets') || path.startsWith('/docs') ? ['en'] : ['en', 'de', 'es', 'fr']) {
      const answer = await asked(joined.url, path, language);
      expect(answer).toEqual(await asked(sources.url, path, language));
      expect(answer[1]).toBe(path === '/nowhere' ? 404 : 200);
    }
  });
});
