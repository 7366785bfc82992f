/** The bench shows every row of the plan, measured or not; how fast a row is, is never a test. */
import { describe, expect, it } from 'vitest';
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
