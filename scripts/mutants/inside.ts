/**
 * Tries every change of a plan against the tests of its room, all in this one process.
 * Flow:    vitest (vitest.mutants.config.ts) → here → the collected tests, the instrumented sources → a file of
 *          results, a line before each change and a line after it.
 * Promise: without a change every test passes, or nothing is tried. A change is tried against the tests that reach it;
 *          one that acts while a module is read is tried on modules read anew.
 */
import { appendFileSync } from 'node:fs';
import { test, vi } from 'vitest';
import { type CollectedTest, collected, type Suite } from './collected.ts';
import { type Outcome, planOf } from './plan.ts';

/** The names that the instrumented code reads; they are the tool's. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage: typeof passed;
}
/** Each instrumented module holds on to this record of what was passed: it is emptied, never replaced. */
const passed = { static: {} as Record<string, number>, perTest: {} as Record<string, Record<string, number>> };
const switches: Switches = { mutantCoverage: passed };
Object.assign(globalThis, { __stryker__: switches });

const TEST_MS = 60_000;
/** How often a place may be passed before the change is taken for one that never ends. */
const mostHits = (usual: number): number => usual * 10 + 100_000;

async function inTime(work: () => unknown): Promise<void> {
  const going = work();
  if (!(going instanceof Promise)) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), TEST_MS);
  });
  await Promise.race([going, late]).finally(() => clearTimeout(timer));
}

function forgetPassed(): void {
  for (const id of Object.keys(passed.static)) delete passed.static[id];
  for (const id of Object.keys(passed.perTest)) delete passed.perTest[id];
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

/** How long each test took when it ran last, in milliseconds. */
const times = new Map<string, number>();

async function runTest({ id, run }: CollectedTest, around: readonly Suite[]): Promise<void> {
  switches.currentTestId = id;
  const began = performance.now();
  try {
    for (const { beforeEach } of around) for (const work of beforeEach) await inTime(() => work());
    await inTime(run);
  } finally {
    for (const { afterEach } of [...around].reverse()) for (const work of afterEach) await inTime(() => work());
    switches.currentTestId = undefined;
    times.set(id, performance.now() - began);
  }
}

/** A file of tests. */
interface File {
  readonly path: string;
  readonly suite: Suite;
  /** Changes that act while what it imports is read. */
  readonly atReading: ReadonlySet<string>;
  /** How long it takes to be read with everything that it imports. */
  readonly readMs: number;
}

/** Tests of one file that take about as long as each other, all without a change. */
interface Share extends File {
  readonly tests: ReadonlySet<string>;
  readonly ms: number;
}

/** Each with modules of its own, so that what it imports is known, and what reading it anew would take. */
async function read(paths: readonly string[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const path of paths) {
    vi.resetModules();
    forgetPassed();
    const began = performance.now();
    const suite = await collected(path);
    const atReading = new Set(Object.keys(passed.static));
    files.push({ path, suite, atReading, readMs: performance.now() - began });
  }
  return files;
}

/** Up to how many milliseconds a test belongs to one share of its file. */
const SHARES_MS = [10, 100, Number.POSITIVE_INFINITY];

/** Runs everything once; what takes least time comes first from then on. */
async function measured(files: readonly File[]): Promise<readonly Share[]> {
  const shares: Share[] = [];
  for (const file of files) {
    times.clear();
    await runSuite(file.suite, { wanted: () => true, around: [] });
    const all = [...times];
    for (const [index, most] of SHARES_MS.entries()) {
      const least = SHARES_MS[index - 1] ?? 0;
      const inside = all.filter(([, ms]) => ms >= least && ms < most);
      if (inside.length === 0) continue;
      const ms = inside.reduce((sum, [, each]) => sum + each, 0);
      shares.push({ ...file, tests: new Set(inside.map(([id]) => id)), ms });
    }
  }
  return shares.sort((one, other) => one.ms - other.ms);
}

type Tests = Pick<Share, 'suite' | 'tests'>;

async function outcome(shares: readonly Tests[], wanted: (id: string) => boolean): Promise<Outcome> {
  try {
    for (const { suite, tests } of shares)
      await runSuite(suite, { wanted: (id) => tests.has(id) && wanted(id), around: [] });
    return 'survived';
  } catch {
    return 'noticed';
  }
}

/** Files that import what is changed are read anew one by one, so that most changes cost the reading of one. */
async function outcomeAnew(touched: readonly Share[]): Promise<Outcome> {
  const suites = new Map<string, Suite>();
  vi.resetModules();
  switches.hitLimit = undefined;
  for (const { path, tests } of [...touched].sort((one, other) => one.readMs + one.ms - other.readMs - other.ms)) {
    try {
      const suite = suites.get(path) ?? (await collected(path));
      suites.set(path, suite);
      if ((await outcome([{ suite, tests }], () => true)) === 'noticed') return 'noticed';
    } catch {
      return 'noticed';
    }
  }
  return 'survived';
}

/** The tests that reach a change, and how often they pass it. */
interface Reach {
  readonly tests: Set<string>;
  hits: number;
}

/** What is passed before a test begins, such as while a suite is prepared, belongs to every test. */
function reached(shares: readonly Share[]): ReadonlyMap<string, Reach> {
  const all = shares.flatMap(({ tests }) => [...tests]);
  const found = new Map<string, Reach>();
  const add = (mutant: string, tests: readonly string[], hits: number): void => {
    const reach = found.get(mutant) ?? { tests: new Set(), hits: 0 };
    for (const test of tests) reach.tests.add(test);
    reach.hits += hits;
    found.set(mutant, reach);
  };
  for (const [id, mutants] of Object.entries(passed.perTest))
    for (const [mutant, hits] of Object.entries(mutants)) add(mutant, [id], hits);
  for (const [mutant, hits] of Object.entries(passed.static)) add(mutant, all, hits);
  return found;
}

interface Trial {
  readonly shares: readonly Share[];
  readonly reach: Reach | undefined;
  /** Its module keeps what it worked out, so that an earlier answer would hide the change. */
  readonly remembers: boolean;
}

async function tried(mutant: string, { shares, reach, remembers }: Trial): Promise<Outcome> {
  const isReached = ({ tests }: Share): boolean =>
    remembers && [...tests].some((test) => reach?.tests.has(test) === true);
  const touched = shares.filter((share) => share.atReading.has(mutant) || isReached(share));
  switches.hitCount = 0;
  switches.hitLimit = reach === undefined ? undefined : mostHits(reach.hits);
  switches.activeMutant = mutant;
  const is = reach === undefined ? 'survived' : await outcome(shares, (test) => reach.tests.has(test));
  const whole = is === 'survived' && touched.length > 0 ? await outcomeAnew(touched) : is;
  switches.activeMutant = undefined;
  return whole;
}

test('every change of the plan is tried', { timeout: 0 }, async () => {
  const { tests, mutants, remembering, results, done } = planOf();
  const tell = (line: object): void => appendFileSync(results, `${JSON.stringify(line)}\n`);
  const unmeasured = await read(tests);
  forgetPassed();
  const shares = await measured(unmeasured);
  const reach = reached(shares);
  const remembers = new Set(remembering);
  const isAnywhere = (id: string): boolean => reach.has(id) || shares.some(({ atReading }) => atReading.has(id));
  for (const id of mutants) {
    if (done.has(id)) continue;
    if (isAnywhere(id)) tell({ id, is: 'begun' });
    const trial = { shares, reach: reach.get(id), remembers: remembers.has(id) };
    tell({ id, is: isAnywhere(id) ? await tried(id, trial) : 'unreached' });
  }
});
