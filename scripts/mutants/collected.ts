/**
 * The words of vitest that name tests, as words that only collect them, so that the same test can be tried again and
 * again in one process: starting vitest for each change would take a hundred times as long as the tests.
 * Flow:    test files (their import of vitest is turned to here by vitest.mutants.config.ts) → here → inside.ts.
 * Promise: what a test does is left alone; only when and how often it runs is decided elsewhere.
 */
import * as vitest from 'vitest';

type Work = (...values: never[]) => unknown;

export interface Suite {
  readonly before: Work[];
  readonly after: Work[];
  readonly beforeEach: Work[];
  readonly afterEach: Work[];
  readonly parts: (Suite | CollectedTest)[];
}
export interface CollectedTest {
  readonly id: string;
  readonly run: () => unknown;
}

const suiteOf = (): Suite => ({ before: [], after: [], beforeEach: [], afterEach: [], parts: [] });
let open: Suite = suiteOf();
let file = '';
let count = 0;

const workIn = (words: readonly unknown[]): Work | undefined =>
  words.find((word): word is Work => typeof word === 'function');

function describe(_name: string, ...words: readonly unknown[]): void {
  const outer = open;
  const inner = suiteOf();
  outer.parts.push(inner);
  open = inner;
  try {
    workIn(words)?.();
  } finally {
    open = outer;
  }
}

function it(_name: string, ...words: readonly unknown[]): void {
  const work = workIn(words);
  if (work === undefined) return;
  count += 1;
  open.parts.push({ id: `${file}:${count}`, run: () => work() });
}

/** One for each row of a table: a row that is a list gives its members one by one. */
const each =
  (define: typeof it) =>
  (rows: readonly unknown[]) =>
  (name: string, ...words: readonly unknown[]): void => {
    const work = workIn(words);
    for (const row of rows) define(name, () => work?.(...((Array.isArray(row) ? row : [row]) as never[])));
  };

const nothing = (): void => undefined;
/** `it` or `describe` with what vitest hangs on it. */
const withTurns = (define: typeof it) =>
  Object.assign(define, {
    each: each(define),
    /** One after the other: beside another test it could not be said which of them noticed. */
    concurrent: define,
    skip: nothing,
    skipIf: (isSkipped: boolean) => withTurnsIf(define, !isSkipped),
    runIf: (isRun: boolean) => withTurnsIf(define, isRun),
  });
const withTurnsIf = (define: typeof it, isRun: boolean): unknown =>
  Object.assign(isRun ? (name: string, ...words: unknown[]) => define(name, ...words) : nothing, {
    each: isRun ? each(define) : () => nothing,
  });

const words = {
  ...vitest,
  describe: withTurns(describe),
  it: withTurns(it),
  test: withTurns(it),
  beforeAll: (work: Work): void => void open.before.push(work),
  afterAll: (work: Work): void => void open.after.push(work),
  beforeEach: (work: Work): void => void open.beforeEach.push(work),
  afterEach: (work: Work): void => void open.afterEach.push(work),
};
/** Under this name the turned imports find it. */
Object.assign(globalThis, { candorCollected: words });

/** What a file of tests names while it is read. Read once more, each test has the same id. */
export async function collected(path: string): Promise<Suite> {
  open = suiteOf();
  file = path;
  count = 0;
  await import(path);
  return open;
}
