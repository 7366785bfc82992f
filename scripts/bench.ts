/**
 * `npm run bench`: how fast Candor is, each row as a ratio to its own floor on this machine in this run.
 * Flow:    command line → here → bench/rows/* → table or JSON.
 * Promise: shows every row of the plan, also those that miss their aim or cannot be measured yet. Never fails a build:
 *          a slow machine is no fault, so the exit code is 0 unless a row breaks.
 * Source:  docs/design.md 10.
 */
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { compareWith, shownCompared } from './bench/against.ts';
import { plan } from './bench/plan.ts';
import type { BenchRow, MeasureOptions } from './bench/row.ts';
import { type TableLine, tableOf } from './bench/table.ts';
import { command, Misused, print, wordsOfFault } from './command-line/command.ts';

const HELP = `Measures Candor against its floors, side by side on this machine.

  npm run bench                     every row that exists
  npm run bench -- --only a,b       only these rows (their names: the files of scripts/bench/rows)
  --rounds <n>                      how often work and floor take turns (default 5)
  --quick                           small data: to see that a row runs, not how fast
  --against <checkout>              instead: what a check and a use cost here and in another checkout that is built,
                                    in turns; each round is a pair of turns (50 and more say something)
  --json                            everything as one JSON object

Exit: 0 measured (an aim may be missed) · 1 a row broke · 2 the command cannot be understood.
`;

interface BenchOptions extends MeasureOptions {
  readonly only: readonly string[];
}

export const main = command({
  help: HELP,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
  async run({ values }) {
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) throw new Misused('--rounds is a whole number from 1 on.');
    if (values.against !== undefined) return compareRuns(values.against, { ...values, rounds });
    return measureRows({ rounds, quick: values.quick, only: values.only?.split(',') ?? [] }, values.json);
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

async function measureRows(options: BenchOptions, json: boolean): Promise<number> {
  const rows = await loadRows();
  const unknown = options.only.filter((name) => !rows.has(name));
  if (unknown.length > 0)
    throw new Misused(`There is no row ${unknown.join(', ')}. There are: ${[...rows.keys()].join(', ')}.`);
  const lines: TableLine[] = [];
  for (const [name, planned] of [...everyRow(rows)]) lines.push(await lineOf(name, planned, { rows, options }));
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
  print(
    json,
    { machine, rounds: options.rounds, quick: options.quick, rows: lines },
    `${tableOf(lines)}\n\nNode ${machine.node}, ${machine.cores} × ${machine.cpu}${options.quick ? '. Quick run: no evidence of speed.' : ''}`,
  );
  return lines.some(({ fault }) => fault !== undefined) ? 1 : 0;
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

interface Running {
  readonly rows: ReadonlyMap<string, BenchRow>;
  readonly options: BenchOptions;
}

async function lineOf(name: string, line: TableLine, { rows, options }: Running): Promise<TableLine> {
  const row = rows.get(name);
  if (row === undefined || (options.only.length > 0 && !options.only.includes(name))) return line;
  if (process.stderr.isTTY) process.stderr.write(`measuring ${name}\n`);
  try {
    return { ...line, measured: await row.measure(options) };
  } catch (error) {
    return { ...line, fault: wordsOfFault(error) };
  }
}
