/**
 * The long proofs: kills, races, tampering; one file at a time, for they measure and they need the whole machine. After
 * them what takes long on both engines, over the one that the tests of every day leave to this run.
 */
import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const onePerDay = globSync('test/**/*.test.ts').filter((file) => /\bdailyEngine\b/.test(readFileSync(file, 'utf8')));

export default defineConfig({
  test: {
    globalSetup: ['test/given/postgres-setup.ts'],
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'proofs',
          include: ['test/prove/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'the other engine',
          include: onePerDay,
          env: { DAILY_ENGINE: 'postgresql' },
          isolate: false,
          maxWorkers: '100%',
          testTimeout: 60_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
