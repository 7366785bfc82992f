import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { companyLines } from '../../scripts/demo/company.ts';
import { readLine } from '../../scripts/import/lines.ts';
import { main as importFile } from '../../scripts/import.ts';

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

  it.each(['2026-01-20T10:00:00.000Z', '2026-08-20T10:00:00.000Z', '2026-11-23T10:00:00.000Z'])(
    'is taken in whole, made on %s: the law of each of its days allows what it does',
    async (day) => {
      const folder = mkdtempSync(join(tmpdir(), 'candor-company-'));
      const said: string[] = [];
      const hear = (text: unknown): boolean => said.push(String(text)) > 0;
      const spies = [process.stdout, process.stderr].map((to) => vi.spyOn(to, 'write').mockImplementation(hear));
      try {
        const made = companyLines(Date.parse(day));
        const file = join(folder, 'company.ndjson');
        writeFileSync(file, made.map((line) => `${JSON.stringify(line)}\n`).join(''));
        expect([await importFile(['--data', join(folder, 'data'), file]), said.join('')]).toEqual([
          0,
          expect.any(String),
        ]);
        expect(said.join('')).toContain(`${made.length} recorded`);
      } finally {
        for (const spy of spies) spy.mockRestore();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

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
