/** The bench shows every row of the plan, measured or not; how fast a row is, is never a test. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparedLines, earlierRun } from '../../scripts/bench/compare.ts';
import { plan } from '../../scripts/bench/plan.ts';
import { takeTurns } from '../../scripts/bench/take-turns.ts';
import { main } from '../../scripts/bench.ts';
import { hearing } from '../given/said.ts';

const heard = hearing();

describe('npm run bench', () => {
  it('shows every planned row, and says of those that it did not measure that it did not', async () => {
    expect(await main(['--quick', '--rounds', '1', '--only', 'inclusion-check'])).toBe(0);
    for (const { work, aim } of Object.values(plan))
      expect(heard.said()).toMatch(new RegExp(`\\| ${escaped(work)} .*\\| ${escaped(aim)} `));
    expect(heard.said()).toContain('not measured yet');
    expect(heard.said()).toMatch(/checking an inclusion proof .* p50 \d+ µs/);
    expect(heard.said()).toContain('Quick run: no evidence of speed.');
  });

  it('shows each figure as soon as it is measured, before the table', async () => {
    expect(await main(['--quick', '--rounds', '1', '--only', 'inclusion-check'])).toBe(0);
    const [first, second] = heard.said().split('\n');
    expect(first).toMatch(/^1 of 1 · \d+\.\d min · inclusion-check: p50 \d+ µs, p99 \d+ µs met$/);
    expect(second).toMatch(/^\| work /);
  });

  it('says what got slower or faster since a run that was kept', async () => {
    const lines = (p50: number, ratio: number) => [
      { name: 'one', work: '', floor: '', aim: '', measured: { shown: '', met: null, numbers: { ratio, entries: 5 } } },
      { name: 'two', work: '', floor: '', aim: '', measured: { shown: '', met: null, numbers: { p50Us: p50 } } },
      { name: 'three', work: '', floor: '', aim: '' },
    ];
    const file = join(mkdtempSync(join(tmpdir(), 'candor-bench-')), 'before.json');
    writeFileSync(file, JSON.stringify({ quick: false, rows: lines(10, 0.5) }));
    const before = earlierRun(file);
    expect(before && comparedLines(lines(15, 0.25), before)).toEqual([
      'one ratio: 0.500 then, 0.250 now, 50 % slower',
      'two p50Us: 10.0 then, 15.0 now, 50 % slower',
    ]);
    expect(before && comparedLines(lines(9.5, 1), before)).toEqual([
      'one ratio: 0.500 then, 1.00 now, 100 % faster',
      'two p50Us: 10.0 then, 9.50 now, as before',
    ]);
    expect(await main(['--compare', join(file, 'nothing')])).toBe(2);
  });

  it('gives the same as JSON, with the numbers behind each line', async () => {
    expect(await main(['--quick', '--rounds', '1', '--only', 'verify-structure', '--json'])).toBe(0);
    const { rows } = JSON.parse(heard.said()) as {
      rows: { name: string; measured?: { numbers: Record<string, number> } }[];
    };
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(plan)));
    expect(rows.find(({ name }) => name === 'verify-structure')?.measured?.numbers).toMatchObject({ entries: 5_000 });
  });

  it('refuses rows and options that do not exist', async () => {
    expect(await main(['--only', 'nothing'])).toBe(2);
    expect(await main(['--rounds', '0'])).toBe(2);
    expect(await main(['--fast'])).toBe(2);
    expect(await main(['--against', 'nowhere'])).toBe(2);
  });
});

describe('taking turns', () => {
  it('runs work and floor equally often and lets neither have the better half of the time', async () => {
    const order: string[] = [];
    await takeTurns({ work: () => order.push('work'), floor: () => order.push('floor'), rounds: 2 });
    expect(order).toEqual(['floor', 'work', 'floor', 'work', 'floor', 'work']);
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
