/** The long proofs: kills, races, tampering. One file at a time, for they measure and they need the whole machine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/prove/**/*.test.ts'],
    globalSetup: ['test/given/postgres-setup.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
  },
});
