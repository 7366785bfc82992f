/**
 * A mutation run in one process: sources come instrumented, and tests name themselves to scripts/mutants/collected.
 * Random histories are fewer, and the same in every run: what is noticed once is noticed always.
 */
import { defineConfig } from 'vitest/config';
import { PLAN, planOf } from './scripts/mutants/plan.ts';

const plan = process.env[PLAN] === undefined ? undefined : planOf();
const RUNS = 200;
const names = (list: string): string =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.replace(' as ', ': '))
    .join(', ');

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      load: (id) => plan?.sources[id],
      transform(code, id) {
        if (!/\/test\/.*\.tsx?$/.test(id)) return undefined;
        return code
          .replace(/^import (type )?\{([^}]*)\} from 'vitest';/m, (_whole, isType, list) =>
            isType ? '' : `const { ${names(list)} } = globalThis.candorCollected;`,
          )
          .replace(
            /^import fc from 'fast-check';/m,
            `import { default as fcWhole } from 'fast-check';
const fc = { ...fcWhole, assert: (property, options = {}) => fcWhole.assert(property,
  { ...options, seed: 1, endOnFailure: true, numRuns: Math.min(options.numRuns ?? 100, ${RUNS}) }) };`,
          );
      },
    },
  ],
  test: {
    include: ['scripts/mutants/inside.ts'],
    globalSetup: ['test/given/files-in-memory.ts'],
    provide: { postgresUrl: '' },
    env: { DIALECTS: 'sqlite' },
    maxWorkers: 1,
    // What is kept between runs is known by the file on disk, which is not what is read here.
    fsModuleCache: false,
    onConsoleLog: () => false,
    dangerouslyIgnoreUnhandledErrors: true,
  },
});
