import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { securityEvents, securityMembers } from '../../src/vocabulary/security-event.ts';

const text = (path: string): string => readFileSync(path, 'utf8');

/** The tables of docs/security-events.md, as the vocabulary gives them. */
const tables = [
  ['| event | level | when |', '| --- | --- | --- |'],
  Object.entries(securityEvents).map(([name, { level, when }]) => `| \`${name}\` | ${level} | ${when} |`),
  [''],
  ['| member | what it is |', '| --- | --- |'],
  Object.entries(securityMembers).map(([name, words]) => `| \`${name}\` | ${words} |`),
]
  .flat()
  .join('\n');

describe('what is written about security', () => {
  it('docs/security-events.md names every event and member as the log writes them', () =>
    expect(text('docs/security-events.md')).toContain(tables));

  it('every test that the threat model names exists, and every row names one', () => {
    const rows = text('docs/threat-model.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| who'));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const named = [...row.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].map((match) => match[1] ?? '');
      expect(named.length, row).toBeGreaterThan(0);
      for (const path of named) expect(existsSync(path), path).toBe(true);
    }
  });
});
