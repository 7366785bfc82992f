import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main as doctor } from '../../scripts/doctor.ts';
import { main as importFile } from '../../scripts/import.ts';
import { secondsOf, main as token } from '../../scripts/token.ts';
import { root } from '../../src/root.ts';

const example = (name: string): string => join(root, 'examples', name);

let folder = '';
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-import-'));
  said = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (command: (argv: readonly string[]) => Promise<number>, ...argv: readonly string[]) => {
  said = [];
  const code = await command(argv);
  return { code, text: said.join('') };
};
const imported = async (...argv: readonly string[]) => {
  const { code, text } = await run(importFile, '--data', join(folder, 'data'), '--json', ...argv);
  return {
    code,
    ...(JSON.parse(text) as {
      lines: number;
      recorded: number;
      known: number;
      refused: { line: number; code: string }[];
    }),
  };
};

describe('a company from a file', () => {
  it('is recorded once, however often the file is read, and every content opens as it was committed to', async () => {
    expect(await imported(example('start.ndjson'))).toEqual({
      code: 0,
      lines: 12,
      recorded: 12,
      known: 0,
      withoutEffect: [],
      incomplete: expect.any(Array),
      refused: [],
    });
    expect(await imported(example('start.ndjson'))).toEqual({
      code: 0,
      lines: 12,
      recorded: 0,
      known: 12,
      withoutEffect: [],
      incomplete: expect.any(Array),
      refused: [],
    });
    const { code, text } = await run(doctor, '--data', join(folder, 'data'), '--open');
    expect(text).not.toMatch(/BAD/);
    expect(text).toMatch(/contents opened, each as its entry committed to/);
    expect(code).toBe(0);
  });

  it('goes from person to person in the order of its lines, whatever their kinds', async () => {
    await imported(example('start.ndjson'));
    const file = join(folder, 'people.ndjson');
    const purpose = 'support-drafts';
    const linesOf = (customer: string): readonly object[] => [
      { kind: 'subject', subject: customer, regimes: ['EU'], language: 'en' },
      {
        kind: 'consent',
        subject: customer,
        purpose,
        state: 'given',
        notice: { key: 'support-notice' },
        language: 'en',
      },
      { kind: 'use', mode: 'request', subject: customer, aiSystem: 'support-assistant', purpose },
      { kind: 'consent', subject: customer, purpose, state: 'withdrawn' },
      { kind: 'use', mode: 'request', subject: customer, aiSystem: 'support-assistant', purpose, reference: 'later' },
    ];
    const customers = Array.from({ length: 60 }, (_, at) => `customer:${at}`);
    writeFileSync(
      file,
      customers
        .flatMap(linesOf)
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    expect(await imported(file)).toMatchObject({ lines: 300, recorded: 300, refused: [] });
    const database = new Database(join(folder, 'data', 'candor.db'), { readonly: true });
    const kinds = database.prepare(`select kind from entries where subject is not null order by "index"`).pluck().all();
    database.close();
    const each = ['subject.described', 'consent.given', 'use.allowed', 'consent.withdrawn', 'use.refused'];
    expect(kinds.filter((kind) => kind !== 'subject.linked').slice(-300)).toEqual(customers.flatMap(() => each));
  });

  it('what is refused is named by its line, and the rest stands', async () => {
    const file = join(folder, 'some.ndjson');
    const [purpose, notice] = readFileSync(example('start.ndjson'), 'utf8').split('\n');
    writeFileSync(file, [purpose, '{"kind":"use"}', 'no json', notice].join('\n'));
    const { code, recorded, refused } = await imported(file);
    expect({ code, recorded }).toEqual({ code: 1, recorded: 2 });
    expect(refused.map((one) => [one.line, one.code])).toEqual([
      [2, 'validation-failed'],
      [3, 'malformed-json'],
    ]);
  });

  it('with --stop nothing after the first line that is refused is recorded, whether its words or its matter are wrong', async () => {
    await imported(example('start.ndjson'));
    const says = (customer: number, purpose = 'support-drafts') =>
      JSON.stringify({ kind: 'consent', subject: `customer:${customer}`, purpose, state: 'refused' });
    for (const [name, bad] of [
      ['matter', says(2, 'nobody-published-this')],
      ['words', '{"kind":"consent"}'],
    ] as const) {
      const file = join(folder, `${name}.ndjson`);
      writeFileSync(file, [says(1), bad, says(3), says(4)].join('\n'));
      expect(await imported('--stop', file), name).toMatchObject({ code: 1, recorded: 1, refused: [{ line: 2 }] });
      expect(await imported('--name', `${name} again`, file), name).toMatchObject({ lines: 4, recorded: 3 });
      const { code, recorded, known } = await imported(file);
      expect({ code, recorded, known }, name).toEqual({ code: 1, recorded: 2, known: 1 });
    }
  });

  it('decisions come in by the thousand without a kind, and what is no part of the record is left out by name', async () => {
    await imported(example('credit-register.ndjson'));
    const decisions = ['--as', 'automated-decision', example('credit-decisions.ndjson')];
    expect((await imported(...decisions)).refused).toHaveLength(6);
    expect(await imported('--drop', 'actual', ...decisions)).toMatchObject({ code: 0, recorded: 6 });
  });
});

describe('a token', () => {
  it('is printed alone, so that it can be pasted', async () => {
    await imported(example('start.ndjson'));
    const { code, text } = await run(token, '--data', join(folder, 'data'), '--sub', '42', '--scope', 'self');
    expect(code).toBe(0);
    expect(text).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });

  it('without an installation it says what to start first, and an unknown scope is refused', async () => {
    expect(await run(token, '--data', join(folder, 'none'), '--sub', '42', '--scope', 'self')).toMatchObject({
      code: 1,
      text: expect.stringMatching(/npm start/),
    });
    expect(await run(token, '--sub', '42', '--scope', 'everything')).toMatchObject({ code: 2 });
  });

  it('lives a day at most', () => {
    expect(['30s', '15m', '8h', '1d'].map(secondsOf)).toEqual([30, 900, 28_800, 86_400]);
    expect(['2d', '0h', 'long', '1w'].map(secondsOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
