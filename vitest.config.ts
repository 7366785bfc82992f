/** The tests of every day: everything but the long proofs, straight from the sources. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/prove/**', 'node_modules/**', 'dist/**'],
    // In this order: PostgreSQL has its files in the folder that was chosen before.
    globalSetup: ['test/given/files-in-memory.ts', 'test/given/postgres-setup.ts'],
    // No test leaves anything behind in a module, so that each is read once a worker and the whole takes half the time.
    isolate: false,
    // Half of what a test waits for happens elsewhere: in PostgreSQL, a browser, a process of its own.
    maxWorkers: '100%',
    // Only a test that hangs takes so long; on a machine that is busy with other work a good one takes several times its own.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
