import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../src/root.ts';

/** Whose file is named otherwise; a command without one is a tool of others. */
const files: Readonly<Record<string, string>> = { start: 'src/main.ts' };
const fileOf = (name: string): string => join(root, files[name] ?? `scripts/${name}.ts`);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const own = Object.values(scripts)
  .map((script) => script.split(' ').at(-1) ?? '')
  .filter((name) => existsSync(fileOf(name)));

/** Members of lines and settings that a help names without quotes. */
const namedInHelp = { import: ['purposeKind', 'recipientKind', 'limitKind'] };

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const run = async (name: string, ...argv: readonly string[]): Promise<number> => {
  const { main } = (await import(fileOf(name))) as { main: (argv: readonly string[]) => Promise<number> };
  return main(argv);
};

describe.each(own)('npm run %s', (name) => {
  // Some load the whole house, which takes its time on a busy machine.
  beforeAll(() => import(fileOf(name)), 120_000);

  it('explains itself with 0, and names the exit codes that it has', async () => {
    expect(await run(name, '--help')).toBe(0);
    expect([err, /^Exit: 0 /m.test(out)]).toEqual(['', true]);
  });

  it('explains itself in words, of which none is a name in its code', async () => {
    await run(name, '--help');
    const words =
      out.replaceAll(/"[^"]*"|[<{][^>}]*[>}]/g, '').match(/(?<=[a-z,] )[a-z]+[A-Z]\w*(?=[ .,;] ?[a-z])/g) ?? [];
    expect(words.filter((word) => !Object.values(namedInHelp).flat().includes(word))).toEqual([]);
  });

  it('refuses with 2, and prints nothing to pipe on, where the command line makes no sense', async () => {
    expect(await run(name, '--no-such-option')).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/no-such-option/);
    expect(await run(name, 'one-word', 'too-many', 'for-any-of-them')).toBe(2);
    expect(out).toBe('');
  });
});

describe('a command that is interrupted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-interrupted-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const environment = { PATH: process.env['PATH'] ?? '', CANDOR_DATA_DIR: join(folder, 'data') };

  const started = (...words: readonly string[]) =>
    spawn(process.execPath, [join(root, 'scripts/run.cjs'), ...words], { cwd: root, env: environment });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends without 0, and the next one opens the same folder',
    async (signal) => {
      const child = started('import', '-', '--name', 'interrupted');
      child.stdin.write('{"kind":"subject","subject":"customer:1","regimes":["EU"]}\n');
      await vi.waitUntil(() => existsSync(join(folder, 'data', 'candor.db')), { timeout: 30_000 });
      const ended = new Promise((resolve) => child.once('exit', (code, by) => resolve(code ?? by)));
      child.kill(signal);
      expect(await ended).not.toBe(0);
      const next = started('import', '-', '--name', 'interrupted', '--json');
      let said = '';
      next.stdout.on('data', (chunk) => {
        said += String(chunk);
      });
      const code = new Promise((resolve) => next.once('close', resolve));
      next.stdin.end('{"kind":"subject","subject":"customer:1","regimes":["EU"]}\n');
      expect(await code).toBe(0);
      expect(JSON.parse(said)).toMatchObject({ lines: 1, refused: [] });
    },
    60_000,
  );
});
