import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { command, Misused, outline, print } from '../../../scripts/command-line/command.ts';

type Main = (argv: readonly string[]) => Promise<number>;

const folder = new URL('../../../scripts/', import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith('.ts'));

async function mainOf(name: string): Promise<Main> {
  const { main } = (await import(new URL(name, folder).href)) as { readonly main: Main };
  return main;
}

async function run(main: Main, argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => out.push(String(words)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((words) => err.push(String(words)) > 0);
  return { code: await main(argv), out: out.join(''), err: err.join('') };
}

afterEach(() => void vi.restoreAllMocks());

describe.each(names)('%s', (name) => {
  it('explains itself, its exit codes included', async () => {
    const { code, out, err } = await run(await mainOf(name), ['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/\bexit\b/i);
  });

  it('refuses an option that it does not know in words, and nothing is piped on', async () => {
    const { code, out, err } = await run(await mainOf(name), ['--no-such-option']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--no-such-option');
  });
});

describe('a command', () => {
  const failing = (fault: unknown, how = {}) =>
    command({
      help: 'How it is used.\n',
      options: { json: { type: 'boolean' } },
      fault: how,
      run() {
        throw fault;
      },
    });

  it('ends with one line and exit code 1 where its work fails', async () => {
    expect(await run(failing(new Error('The file is gone.')), [])).toEqual({
      code: 1,
      out: '',
      err: 'The file is gone.\n',
    });
  });

  it('may say what failed and end with another code', async () => {
    const main = failing(new TypeError('fetch failed'), { code: 2, opening: 'Nothing was read: ' });
    expect(await run(main, ['--json'])).toEqual({ code: 2, out: '', err: 'Nothing was read: fetch failed\n' });
  });

  it('shows its help where the command line makes no sense', async () => {
    expect(await run(failing(new Misused('Name a file.')), [])).toEqual({
      code: 2,
      out: '',
      err: 'Name a file.\n\nHow it is used.\n',
    });
    expect((await run(failing(new Error('never')), ['a word'])).err).toContain('a word');
  });
});

describe('what a command prints', () => {
  const found = { made: 2, byMonth: [{ month: '2026-01', noneLeft: null }], refused: [] };
  const printed = (json: boolean, isTTY: boolean): string => {
    const said: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((words) => said.push(String(words)) > 0);
    vi.spyOn(process.stdout, 'isTTY', 'get').mockReturnValue(isTTY);
    print(json, found, 'Two were made.');
    return said.join('');
  };
  // Where standard output is no terminal the member is missing, and a spy needs one to stand in for.
  const before = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
  beforeEach(() => void Object.defineProperty(process.stdout, 'isTTY', { get: () => false, configurable: true }));
  afterEach(() => {
    if (before === undefined) Reflect.deleteProperty(process.stdout, 'isTTY');
    else Object.defineProperty(process.stdout, 'isTTY', before);
  });

  it('is words, unless a machine asks', () => {
    expect([printed(false, true), printed(false, false)]).toEqual(['Two were made.\n', 'Two were made.\n']);
  });

  it('is JSON on one line for a machine, and readable on a terminal', () => {
    expect(printed(true, false)).toBe(`${JSON.stringify(found)}\n`);
    expect(printed(true, true)).toBe(`${JSON.stringify(found, undefined, 2)}\n`);
  });

  it('has an outline for figures that are JSON alone', () => {
    expect(outline(found)).toBe('made: 2\nby month:\n  1:\n    month: 2026-01\n    none left: none\nrefused: none\n');
  });
});
