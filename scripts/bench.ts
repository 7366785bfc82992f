/**
 * `npm run bench`: how fast Candor is, each row as a ratio to its own floor on this machine in this run.
 * Flow:    command line → here → bench/rows/* → a line as each row ends, then the table, or JSON.
 * Promise: shows every row of the plan, also those that miss their aim or cannot be measured yet, and each as soon as
 *          it is measured. Never fails a build: a slow machine is no fault, so the exit code is 0 unless a row breaks.
 * Source:  docs/design.md 10.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { root } from '../src/root.ts';
import { dayOf } from '../src/vocabulary/instant.ts';
import { compareWith, shownCompared } from './bench/against.ts';
import { comparedLines, type EarlierRun, earlierRun } from './bench/compare.ts';
import { plan } from './bench/plan.ts';
import type { BenchRow, MeasureOptions } from './bench/row.ts';
import { shownOf, type TableLine, tableOf, verdictOf } from './bench/table.ts';
import { withMeasured } from './bench/write-table.ts';
import { command, Misused, print, wordsOfFault } from './command-line/command.ts';

const HELP = `Measures Candor against its floors, side by side on this machine.

  npm run bench                     every row that exists
  npm run bench -- --only a,b       only these rows (their names: the files of scripts/bench/rows)
  --database-url <url>              a PostgreSQL on which databases may be made, for the rows that need one
  --rounds <n>                      how often work and floor take turns (default 5)
  --quick                           small data: to see that a row runs, not how fast
  --against <checkout>              instead: what a check and a use cost here and in another checkout that is built,
                                    in turns; each round is a pair of turns (50 and more say something)
  --json                            everything as one JSON object; what is under way goes to standard error
  --compare <file>                  says what got slower or faster since the run whose --json is in this file
  --write                           puts what was measured into the table of docs/bench.md; other rows keep theirs

Exit: 0 measured (an aim may be missed) · 1 a row broke · 2 the command cannot be understood.
`;

interface BenchOptions extends MeasureOptions {
  readonly only: readonly string[];
  readonly json: boolean;
  readonly before: EarlierRun | undefined;
  readonly write: boolean;
}

export const main = command({
  help: HELP,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
    'database-url': { type: 'string' },
    compare: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
  async run({ values }) {
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) throw new Misused('--rounds is a whole number from 1 on.');
    if (values.against !== undefined) return compareRuns(values.against, { ...values, rounds });
    const before = values.compare === undefined ? undefined : earlierRun(values.compare);
    if (values.compare !== undefined && before === undefined)
      throw new Misused('--compare is a file with what a run with --json printed.');
    const only = values.only?.split(',') ?? [];
    const databaseUrl = values['database-url'];
    return measureRows({
      rounds,
      quick: values.quick,
      databaseUrl,
      only,
      json: values.json,
      before,
      write: values.write,
    });
  },
});

async function compareRuns(
  folder: string,
  { rounds, quick, json }: MeasureOptions & { readonly json: boolean },
): Promise<number> {
  const compared = await compareWith(folder, { rounds, times: quick ? 64 : 640 });
  if (compared === undefined) throw new Misused('--against is a checkout in which `npm run build` was run.');
  print(json, { rounds, compared }, compared.map(shownCompared).join('\n'));
  return 0;
}

async function measureRows(options: BenchOptions): Promise<number> {
  const rows = await loadRows();
  const unknown = options.only.filter((name) => !rows.has(name));
  if (unknown.length > 0)
    throw new Misused(`There is no row ${unknown.join(', ')}. There are: ${[...rows.keys()].join(', ')}.`);
  const able = [...rows].filter(([, row]) => row.needsDatabase !== true || options.databaseUrl !== undefined);
  const measured = options.only.length > 0 ? options.only : able.map(([name]) => name);
  if (measured.some((name) => !able.some(([one]) => one === name)))
    throw new Misused('This row needs --database-url, a PostgreSQL on which databases may be made.');
  const told = telling(measured.length, options.json);
  const lines: TableLine[] = [];
  for (const [name, planned] of [...everyRow(rows)]) {
    const row = measured.includes(name) ? rows.get(name) : undefined;
    lines.push(row === undefined ? planned : await told(planned, () => lineOf(planned, row, options)));
  }
  tellAll(lines, options);
  if (options.write) writeTable(lines, options);
  return lines.some(({ fault }) => fault !== undefined) ? 1 : 0;
}

function tellAll(lines: readonly TableLine[], { rounds, quick, json, before }: BenchOptions): void {
  const cores = cpus();
  const cpu = cores[0]?.model ?? 'unknown';
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const machine = { node: process.version, cpu, cores: cores.length, memoryGb };
  const foot = `Node ${machine.node}, ${machine.cores} × ${cpu}${quick ? '. Quick run: no evidence of speed.' : ''}`;
  const compared = before === undefined ? [] : comparedLines(lines, before);
  print(
    json,
    { machine, rounds, quick, rows: lines, ...(before === undefined ? {} : { compared }) },
    [
      tableOf(lines),
      foot,
      ...(before === undefined ? [] : [compared.join('\n') || 'Nothing was measured in both.']),
    ].join('\n\n'),
  );
}

function writeTable(lines: readonly TableLine[], { quick }: BenchOptions): void {
  const file = join(root, 'docs', 'bench.md');
  const taken = { day: dayOf(systemClock.now()), load: loadavg()[1] ?? 0, quick };
  writeFileSync(file, withMeasured(readFileSync(file, 'utf8'), lines, taken));
}

/** Whoever waits sees which row is under way, and each figure as soon as there is one. */
function telling(count: number, json: boolean) {
  const stream = json ? process.stderr : process.stdout;
  const begun = performance.now();
  let number = 0;
  return async (planned: TableLine, measure: () => Promise<TableLine>): Promise<TableLine> => {
    number += 1;
    const place = `${number} of ${count}`;
    if (process.stderr.isTTY) process.stderr.write(`${place}: ${planned.name} is being measured\r`);
    const line = await measure();
    const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
    stream.write(`${place} · ${minutes} min · ${line.name}: ${[shownOf(line), verdictOf(line)].join(' ').trim()}\n`);
    return line;
  };
}

/** A row is a file of its own, so that whoever adds one touches nothing else. */
async function loadRows(): Promise<Map<string, BenchRow>> {
  const folder = new URL('bench/rows/', import.meta.url);
  const files = readdirSync(folder).filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'));
  const loaded = files.sort().map(async (file): Promise<[string, BenchRow]> => {
    const { row } = (await import(new URL(file, folder).href)) as { row: BenchRow };
    return [file.replace(/\.(ts|js)$/, ''), row];
  });
  return new Map(await Promise.all(loaded));
}

/** The plan's rows in the plan's order, then rows that are not in the plan. */
function everyRow(rows: ReadonlyMap<string, BenchRow>): Map<string, TableLine> {
  const lines = new Map<string, TableLine>(Object.entries(plan).map(([name, planned]) => [name, { name, ...planned }]));
  for (const [name, { work, floor, aim }] of rows) lines.set(name, { name, work, floor, aim });
  return lines;
}

async function lineOf(line: TableLine, row: BenchRow, options: MeasureOptions): Promise<TableLine> {
  try {
    return { ...line, measured: await row.measure(options) };
  } catch (error) {
    return { ...line, fault: wordsOfFault(error) };
  }
}
