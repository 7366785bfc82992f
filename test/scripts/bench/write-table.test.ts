/** What the bench measured is put into docs/bench.md by the command, and nothing else there is touched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plan } from '../../../scripts/bench/plan.ts';
import { withMeasured } from '../../../scripts/bench/write-table.ts';
import { root } from '../../../src/root.ts';

const text = [
  '# Speed',
  '',
  '| work  | floor or peer | aim   | measured           |        |',
  '| ----- | ------------- | ----- | ------------------ | ------ |',
  '| one   | a floor       | ≥ 1 × | 0.5 × (2026-01-01) | missed |',
  '| two   |               | ≤ 5 s | 3 s (2026-01-01)   | met    |',
  '',
  'What is missed, and why.',
  '',
].join('\n');
const taken = { day: '2026-02-03', load: 4.2, quick: false };
const line = (work: string, floor: string, shown?: string) => ({
  name: work,
  work,
  floor,
  aim: '≥ 2 ×',
  ...(shown === undefined ? {} : { measured: { shown, met: true, numbers: {} } }),
});
const rowsOf = (written: string): readonly string[] =>
  written
    .split('\n')
    .filter((each) => each.startsWith('|'))
    .map((each) => each.replace(/ +/g, ' '));

describe('the table of docs/bench.md', () => {
  it('gets what was measured with its day and the load of the machine, and keeps what was not', () => {
    const written = withMeasured(text, [line('one', 'a floor', '3 ×'), line('two', '')], taken);
    expect(rowsOf(written).slice(2)).toEqual([
      '| one | a floor | ≥ 2 × | 3 × (2026-02-03, load average 4) | met |',
      '| two | | ≤ 5 s | 3 s (2026-01-01) | met |',
    ]);
  });

  it('says of a quick run that it was one, and adds a row that it has not', () => {
    const written = withMeasured(text, [line('three', 'a floor', '1 ×'), line('four', '')], { ...taken, quick: true });
    expect(rowsOf(written).slice(4)).toEqual([
      '| three | a floor | ≥ 2 × | 1 × (2026-02-03, quick, load average 4) | met |',
      '| four | | ≥ 2 × | not measured yet | |',
    ]);
  });

  it('changes no word outside of it', () => {
    const outside = (all: string): string[] => all.split('\n').filter((each) => !each.startsWith('|'));
    expect(outside(withMeasured(text, [line('one', 'a floor', '3 ×')], taken))).toEqual(outside(text));
  });

  it('has every row of the plan', () => {
    const rows = rowsOf(readFileSync(join(root, 'docs', 'bench.md'), 'utf8'));
    for (const { work, floor } of Object.values(plan))
      expect(rows.some((row) => row.startsWith(`| ${work} | ${floor}`.trimEnd()))).toBe(true);
  });
});
