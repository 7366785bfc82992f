/** A capacity is reckoned from figures that stand in docs/bench.md, and shows how. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures } from '../../scripts/capacity/figures.ts';
import { reckon } from '../../scripts/capacity/reckon.ts';
import { main } from '../../scripts/capacity.ts';
import { root } from '../../src/root.ts';
import { hearing } from '../given/said.ts';

const heard = hearing();

const bench = readFileSync(join(root, 'docs/bench.md'), 'utf8');
const asked = { people: 1e5, usesADay: 1e5, checksADay: 0, peak: 3 };

describe('the figures', () => {
  it.each(Object.entries(figures))('%s stands in docs/bench.md as it was measured', (_, { value, quoted }) => {
    expect(bench).toContain(quoted);
    expect(quoted).toContain(String(value));
  });
});

describe('npm run capacity', () => {
  it('a small company needs one node, and more uses need no less of anything', () => {
    expect(reckon(asked)).toMatchObject({ engine: 'SQLite', nodes: 1, isWithinMeasured: true });
    let before = reckon({ ...asked, usesADay: 1 });
    for (let usesADay = 10; usesADay < 1e9; usesADay *= 3) {
      const now = reckon({ ...asked, usesADay });
      expect(now.nodes).toBeGreaterThanOrEqual(before.nodes);
      expect(now.diskGibibytesAYear).toBeGreaterThan(before.diskGibibytesAYear);
      expect(before.isWithinMeasured || !now.isWithinMeasured).toBe(true);
      if (now.engine === 'SQLite') expect(before.engine).toBe('SQLite');
      before = now;
    }
  });

  it('shows its arithmetic, whose parts give its results', async () => {
    expect(await main(['--people', '1e5', '--uses-a-day', '1e5'])).toBe(0);
    expect(heard.said()).toContain(
      `100,000 uses a day / 86,400 s × 3 at the peak = ${((1e5 / 86_400) * 3).toFixed(1)} uses a second`,
    );
    expect(heard.said()).toContain(`= ${((1e5 * 365 * figures.bytesAUse.value) / 2 ** 30).toFixed(1)} GiB a year`);
  });

  it('says with 1 where it goes beyond what was measured, and what to do then', async () => {
    expect(await main(['--people', '2e6', '--uses-a-day', '4e8', '--json'])).toBe(1);
    const { lines, isWithinMeasured } = JSON.parse(heard.said()) as { lines: string[]; isWithinMeasured: boolean };
    expect(isWithinMeasured).toBe(false);
    expect(lines.at(-1)).toMatch(/^beyond what was measured: .*batches/);
  });

  it('refuses what is no number', async () => {
    for (const words of [
      [],
      ['--people', 'many', '--uses-a-day', '1'],
      ['--people', '-1', '--uses-a-day', '1'],
      ['--people', '1'],
    ])
      expect(await main(words)).toBe(2);
    expect(heard.said()).toBe('');
  });
});
