import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, read, root } from './sources.ts';

const dialects = [
  { dialect: 'sqlite', tables: 'schema/sqlite.ts', folder: 'schema/migrations/sqlite' },
  { dialect: 'postgresql', tables: 'schema/postgres.ts', folder: 'schema/migrations/postgresql' },
];
const stepsOf = (folder: string): string[] =>
  files
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.sql'))
    .map((path) => path.slice(folder.length + 1));
const written = dialects.filter(({ folder }) => existsSync(join(root, folder)));

describe('migrations', () => {
  it('both dialects take the same steps under the same names', () => {
    const [sqlite = [], postgres = []] = dialects.map(({ folder }) => stepsOf(folder).sort());
    expect(postgres).toEqual(sqlite);
  });

  it.each(written)('every step of $dialect stands in its journal, in order', ({ folder }) => {
    const journal = JSON.parse(read(`${folder}/meta/_journal.json`)) as { entries: { idx: number; tag: string }[] };
    expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(stepsOf(folder).sort());
    expect(journal.entries.map(({ idx }) => idx)).toEqual(journal.entries.map((_, at) => at));
  });

  it.each(written)(
    'the tables say nothing that the migrations of $dialect have not said',
    ({ dialect, tables, folder }) => {
      const copy = mkdtempSync(join(tmpdir(), 'candor-migrations-'));
      try {
        cpSync(join(root, folder), copy, { recursive: true });
        const before = readdirSync(copy);
        const options = [`--dialect=${dialect}`, `--schema=${tables}`, `--out=${relative(root, copy)}`];
        const made = spawnSync(join(root, 'node_modules', '.bin', 'drizzle-kit'), ['generate', ...options], {
          cwd: root,
          encoding: 'utf8',
        });
        expect(`${made.stdout}${made.stderr}`).toContain('No schema changes');
        expect(readdirSync(copy)).toEqual(before);
      } finally {
        rmSync(copy, { recursive: true, force: true });
      }
    },
  );
});
