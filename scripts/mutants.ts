/**
 * `npm run mutants`: changes the code of a room in one place at a time and sees whether a test of that room notices.
 * Flow:    command line → here → mutants/rooms (what is changed, which tests have to notice) → the instrumenter of
 *          Stryker → vitest with mutants/inside → mutants/told.
 * Promise: changes what vitest reads, never a file of this checkout.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/root.ts';
import { command, Misused, print } from './command-line/command.ts';
import { chosen } from './mutants/chosen.ts';
import { outcomesIn, PLAN, type Plan } from './mutants/plan.ts';
import { mutatedRooms } from './mutants/rooms.ts';
import { leftOver, type Mutant, scoreOf, shownScore } from './mutants/told.ts';

const HELP = `Changes the code of a room in one place at a time and says which changes no test of the room notices.

  npm run mutants -- <room>…      ${Object.keys(mutatedRooms).join(', ')}
  --only <pattern>                only these sources, such as 'src/law/*.ts'
  --every <n>                     only every n-th change, for a first figure of a large room
  --from <n>                      begin with this one, from 0, so that another run takes other changes
  --minutes <n>                   end after so many minutes, and tell what was tried until then
  --json                          every change and what became of it, as one JSON object
  --help                          this text

Exit: 0 tried (what nobody noticed is listed) · 1 a run broke, such as a test that fails without any change
    · 2 the command cannot be understood.
`;
/** A change that leaves no word for so long holds everything up, which somebody would notice. */
const SILENT_MS = 180_000;
/** Before the first change everything is read and run once. */
const FIRST_MS = 900_000;
const LOOK_MS = 2_000;

export const main = command({
  help: HELP,
  options: {
    only: { type: 'string' },
    every: { type: 'string' },
    from: { type: 'string' },
    minutes: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  takesWords: true,
  async run({ values, words }) {
    if (words.length === 0) throw new Misused('Which room?');
    const unknown = words.find((word) => !Object.hasOwn(mutatedRooms, word));
    if (unknown !== undefined) throw new Misused(`There is no room ${unknown}.`);
    const every = wholeFrom(1, '--every', values.every) ?? 1;
    const from = wholeFrom(0, '--from', values.from) ?? 0;
    const minutes = wholeFrom(1, '--minutes', values.minutes);
    for (const room of words) {
      const mutants = await tried(room, { only: values.only, every, from, minutes });
      const score = scoreOf(mutants);
      print(values.json, { room, score, mutants }, [...leftOver(mutants), shownScore(room, score)].join('\n'));
    }
    return 0;
  },
});

function wholeFrom(least: number, option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < least)
    throw new Misused(`${option} takes a whole number from ${least}.`);
  return number;
}

interface Choice {
  readonly only: string | undefined;
  readonly every: number;
  readonly from: number;
  readonly minutes: number | undefined;
}

async function tried(room: string, { only, every, from, minutes }: Choice): Promise<readonly Mutant[]> {
  const { sources, tests } = mutatedRooms[room] as (typeof mutatedRooms)[string];
  const found = (patterns: readonly string[]): readonly string[] => [...globSync([...patterns], { cwd: root })].sort();
  const wanted = only === undefined ? undefined : new Set(found([only]));
  const paths = found(sources).filter((path) => wanted?.has(path) ?? true);
  const { mutants: all, contents } = await instrumented(paths);
  const mutants = chosen(all, { every, from });
  const folder = join(root, 'data', 'mutants');
  mkdirSync(folder, { recursive: true });
  const plan: Plan = {
    sources: contents,
    tests: found(tests).map((path) => join(root, path)),
    mutants: mutants.map(({ id }) => id),
    remembering: mutants.filter(({ place }) => remembers(place.split(':')[0] ?? '')).map(({ id }) => id),
    results: join(folder, `${room}.ndjson`),
  };
  const file = join(folder, `${room}.json`);
  writeFileSync(file, JSON.stringify(plan));
  rmSync(plan.results, { force: true });
  const until = minutes === undefined ? Number.POSITIVE_INFINITY : performance.now() + minutes * 60_000;
  await triedUntil(until, { plan, file });
  const outcomes = outcomesIn(plan.results);
  return mutants.flatMap((mutant) => {
    const is = outcomes.get(mutant.id);
    return is === undefined ? [] : [{ ...mutant, is }];
  });
}

/** A map at the top of a module is filled by the first who asks. */
const remembers = (path: string): boolean =>
  /^(?:export )?(?:const|let) [^\n]*new (?:Weak)?(?:Map|Set)[^\n]*\(\);/m.test(readFileSync(join(root, path), 'utf8'));

type Made = Omit<Mutant, 'is'>;

async function instrumented(paths: readonly string[]) {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const quiet = { isDebugEnabled: () => false, debug: () => undefined, info: () => undefined, warn: () => undefined };
  const files = paths.map((path) => ({
    name: join(root, path),
    mutate: true,
    content: readFileSync(join(root, path), 'utf8'),
  }));
  const { files: written, mutants } = await new Instrumenter(quiet as never).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  } as never);
  const made = mutants.map(({ id, fileName, location, mutatorName, replacement }): Made => {
    const place = `${fileName.slice(root.length + 1)}:${location.start.line + 1}:${location.start.column + 1}`;
    return { id, place, what: mutatorName, replacement };
  });
  return { mutants: made, contents: Object.fromEntries(written.map(({ name, content }) => [name, content])) };
}

interface Run {
  readonly plan: Plan;
  /** Where the plan lies for the process that tries. */
  readonly file: string;
}

/** Each time that a change holds the process up, another process goes on after it. */
async function triedUntil(until: number, run: Run): Promise<void> {
  const { plan } = run;
  for (let before = -1; ; ) {
    const code = await oneProcess(until, run);
    if (performance.now() >= until) return forgetUnended(plan.results);
    const done = outcomesIn(plan.results).size;
    if (done === plan.mutants.length) return;
    if (done === before || (code !== undefined && done === 0)) throw new Error('The tests fail without any change.');
    before = done;
  }
}

/** What was tried when the time was over says nothing. */
function forgetUnended(results: string): void {
  const lines = existsSync(results) ? readFileSync(results, 'utf8').trimEnd().split('\n') : [];
  if (lines.at(-1)?.includes('"begun"') === true) lines.pop();
  writeFileSync(results, lines.map((line) => `${line}\n`).join(''));
}

/** Its exit code; undefined where it had to be ended. */
function oneProcess(until: number, { plan: { results }, file }: Run): Promise<number | undefined> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const words = [vitest, 'run', '--config', 'vitest.mutants.config.ts'];
  const environment = { ...process.env, [PLAN]: file };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    let [size, silent] = [0, 0];
    const watch = setInterval(() => {
      const now = statSync(results, { throwIfNoEntry: false })?.size ?? 0;
      silent = now === size ? silent + LOOK_MS : 0;
      size = now;
      if (silent > (size === 0 ? FIRST_MS : SILENT_MS) || performance.now() >= until) child.kill('SIGKILL');
    }, LOOK_MS);
    child.once('exit', (code) => {
      clearInterval(watch);
      resolve(code ?? undefined);
    });
  });
}
