/**
 * Tries every change of a plan against the tests of its room, all in this one process.
 * Flow:    vitest (vitest.mutants.config.ts) → here → the collected tests, the instrumented sources → a file of
 *          results, a line before each change and a line after it.
 * Promise: without a change every test passes, or nothing is tried. A change is tried against the tests that reach it;
 *          one that acts while a module is read is tried on modules read anew.
 */
import { appendFileSync } from 'node:fs';
import { test, vi } from 'vitest';
import { type CollectedTest, collected, type Suite, startCounting } from './collected.ts';
import { type Outcome, planOf } from './plan.ts';

/** The names that the instrumented code reads; they are the tool's. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    readonly static: Record<string, number>;
    readonly perTest: Record<string, Record<string, number>>;
  };
}
const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });

const TEST_MS = 10_000;
/** How often more than usually a place may be passed before the change is taken for one that never ends. */
const MORE_HITS = 100;

async function inTime(work: () => unknown): Promise<void> {
  const going = work();
  if (!(going instanceof Promise)) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), TEST_MS);
  });
  await Promise.race([going, late]).finally(() => clearTimeout(timer));
}

const isTest = (part: Suite | CollectedTest): part is CollectedTest => 'run' in part;
const holds = (suite: Suite, wanted: (id: string) => boolean): boolean =>
  suite.parts.some((part) => (isTest(part) ? wanted(part.id) : holds(part, wanted)));

interface Running {
  readonly wanted: (id: string) => boolean;
  readonly around: readonly Suite[];
}

/** Throws what the first test that fails throws. */
async function runSuite(suite: Suite, { wanted, around }: Running): Promise<void> {
  if (!holds(suite, wanted)) return;
  const inner = [...around, suite];
  try {
    for (const work of suite.before) await inTime(() => work());
    for (const part of suite.parts) {
      if (!isTest(part)) await runSuite(part, { wanted, around: inner });
      else if (wanted(part.id)) await runTest(part, inner);
    }
  } finally {
    for (const work of suite.after) await inTime(() => work());
  }
}

async function runTest({ id, run }: CollectedTest, around: readonly Suite[]): Promise<void> {
  switches.currentTestId = id;
  try {
    for (const { beforeEach } of around) for (const work of beforeEach) await inTime(() => work());
    await inTime(run);
  } finally {
    for (const { afterEach } of [...around].reverse()) for (const work of afterEach) await inTime(() => work());
    switches.currentTestId = undefined;
  }
}

const idsOf = (suite: Suite): readonly string[] =>
  suite.parts.flatMap((part) => (isTest(part) ? [part.id] : idsOf(part)));

/** A file of tests, and how long its tests take without a change. */
interface File {
  readonly path: string;
  readonly suite: Suite;
  readonly ms: number;
}

async function read(paths: readonly string[]): Promise<readonly File[]> {
  startCounting();
  const files: File[] = [];
  for (const path of paths) files.push({ path, ms: 0, suite: await collected(() => import(path)) });
  return files;
}

/** Runs everything once; the tests that take least time come first from then on. */
async function measured(files: readonly File[]): Promise<readonly File[]> {
  const timed: File[] = [];
  for (const file of files) {
    const began = performance.now();
    await runSuite(file.suite, { wanted: () => true, around: [] });
    timed.push({ ...file, ms: performance.now() - began });
  }
  return timed.sort((one, other) => one.ms - other.ms);
}

async function outcome(files: readonly File[], wanted: (id: string) => boolean): Promise<Outcome> {
  try {
    for (const { suite } of files) await runSuite(suite, { wanted, around: [] });
    return 'survived';
  } catch {
    return 'noticed';
  }
}

/** What is passed before a test begins, such as while a suite is prepared, belongs to every test. */
test('every change of the plan is tried', { timeout: 0 }, async () => {
  const { tests, mutants, results, done } = planOf();
  const tell = (line: object): void => appendFileSync(results, `${JSON.stringify(line)}\n`);
  const files = await read(tests);
  const atReading = new Set(Object.keys(switches.mutantCoverage?.static ?? {}));
  const sorted = await measured(files);
  const paths = sorted.map(({ path }) => path);
  const { perTest = {}, static: outside = {} } = switches.mutantCoverage ?? {};
  const inTests = new Set(Object.values(perTest).flatMap((passed) => Object.keys(passed)));
  const reach = new Map<string, { readonly tests: Set<string>; hits: number }>();
  for (const [id, passed] of [...Object.entries(perTest), ['', outside] as const])
    for (const [mutant, hits] of Object.entries(passed)) {
      const found = reach.get(mutant) ?? { tests: new Set<string>(), hits: 0 };
      for (const one of id === '' ? files.flatMap(({ suite }) => idsOf(suite)) : [id]) found.tests.add(one);
      found.hits += hits;
      reach.set(mutant, found);
    }
  for (const id of mutants) {
    if (done.has(id)) continue;
    const found = reach.get(id);
    if (found === undefined) {
      tell({ id, is: 'unreached' });
      continue;
    }
    tell({ id, is: 'begun' });
    switches.hitCount = 0;
    switches.hitLimit = found.hits * MORE_HITS;
    switches.activeMutant = id;
    const isOnlyRead = atReading.has(id) && !inTests.has(id);
    let is = isOnlyRead ? 'survived' : await outcome(sorted, (test) => found.tests.has(test));
    if (is === 'survived' && atReading.has(id)) {
      vi.resetModules();
      is = await read(paths).then(
        (anew) => outcome(anew, () => true),
        () => 'noticed' as const,
      );
    }
    switches.activeMutant = undefined;
    tell({ id, is });
    if (atReading.has(id)) vi.resetModules();
  }
});
