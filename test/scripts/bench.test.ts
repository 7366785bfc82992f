/** The bench shows every row of the plan, measured or not; how fast a row is, is never a test. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plan } from '../../scripts/bench/plan.ts';
import { takeTurns } from '../../scripts/bench/take-turns.ts';
import { main } from '../../scripts/bench.ts';

let out = '';
beforeEach(() => {
  out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('npm run bench', () => {
  it('shows every planned row, and says of those that it did not measure that it did not', async () => {
    expect(await main(['--quick', '--rounds', '1', '--only', 'inclusion-check'])).toBe(0);
    for (const { work, aim } of Object.values(plan))
      expect(out).toMatch(new RegExp(`\\| ${escaped(work)} .*\\| ${escaped(aim)} `));
    expect(out).toContain('not measured yet');
    expect(out).toMatch(/checking an inclusion proof .* p50 \d+ µs/);
    expect(out).toContain('Quick run: no evidence of speed.');
  });

  it('gives the same as JSON, with the numbers behind each line', async () => {
    expect(await main(['--quick', '--rounds', '1', '--only', 'verify-structure', '--json'])).toBe(0);
    const { rows } = JSON.parse(out) as { rows: { name: string; measured?: { numbers: Record<string, number> } }[] };
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
