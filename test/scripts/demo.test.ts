import { describe, expect, it } from 'vitest';
import { companyLines } from '../../scripts/demo/company.ts';
import { readLine } from '../../scripts/import/lines.ts';

const now = Date.parse('2026-11-23T10:00:00.000Z');
const lines = companyLines(now);

describe('the sample company', () => {
  it('is the same for everybody on the same day', () => expect(companyLines(now + 3_600_000)).toEqual(lines));

  it('is made of lines that can be recorded', () => {
    const refused = lines
      .map((line, place) => readLine(place + 1, JSON.stringify(line), { name: 'demo', drop: [] }))
      .filter((line) => 'refused' in line);
    expect(refused).toEqual([]);
  });

  it('lived for a year up to yesterday', () => {
    const times = lines.flatMap(({ occurredAt }) => (typeof occurredAt === 'string' ? [Date.parse(occurredAt)] : []));
    expect(times.length).toBeGreaterThan(800);
    expect(Math.max(...times)).toBeLessThan(now);
    expect(Math.min(...times)).toBeGreaterThan(now - 367 * 86_400_000);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('has twenty people and five AI systems, and one person who changed their mind', () => {
    expect(lines.filter(({ kind }) => kind === 'subject')).toHaveLength(20);
    expect(lines.filter(({ kind }) => kind === 'ai-system')).toHaveLength(5);
    expect(lines.filter(({ kind, state }) => kind === 'consent' && state === 'withdrawn')).toHaveLength(1);
  });
});
