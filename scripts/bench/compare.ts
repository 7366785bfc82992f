/**
 * What got slower or faster since a run that was kept as JSON.
 * Flow:    `bench --compare <file>` → here → lines below the table.
 * Promise: compares only what both runs measured, and ratios to the floor before absolute figures, because a machine
 *          differs from day to day. Within a tenth nothing is said to have changed.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TableLine } from './table.ts';

const earlier = z.object({
  quick: z.boolean(),
  rows: z.array(
    z.object({ name: z.string(), measured: z.object({ numbers: z.record(z.string(), z.number()) }).optional() }),
  ),
});
export type EarlierRun = z.infer<typeof earlier>;

/** Less than this is the machine. */
const NOTHING = 0.1;

export function earlierRun(file: string): EarlierRun | undefined {
  const read = earlier.safeParse(jsonIn(file));
  return read.success ? read.data : undefined;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** One line a row that both measured: the ratio where there is one, else each time and size. */
export function comparedLines(now: readonly TableLine[], before: EarlierRun): readonly string[] {
  const then = new Map(before.rows.map(({ name, measured }) => [name, measured?.numbers]));
  return now.flatMap(({ name, measured }) => {
    const old = then.get(name);
    if (measured === undefined || old === undefined) return [];
    const figures = 'ratio' in measured.numbers ? ['ratio'] : Object.keys(measured.numbers).filter(isMeasure);
    return figures.flatMap((figure) => lineOf(`${name} ${figure}`, old[figure], measured.numbers[figure]));
  });
}

/** Names end in their unit; counts of what was put in say nothing. */
const isMeasure = (figure: string): boolean => /(?:Ms|Us|Seconds|seconds|PerSecond|Bytes|Mb)$|^p\d|^bytes/.test(figure);

function lineOf(figure: string, before: number | undefined, now: number | undefined): readonly string[] {
  if (before === undefined || now === undefined || before === 0) return [];
  const share = now / before - 1;
  const more = figure.endsWith('ratio') || figure.endsWith('PerSecond') ? 'faster' : 'slower';
  const less = more === 'faster' ? 'slower' : 'faster';
  const size = /bytes$|Mb$/i.test(figure);
  const word = Math.abs(share) < NOTHING ? 'as before' : wordOf(share, size ? ['more', 'less'] : [more, less]);
  return [`${figure}: ${before.toPrecision(3)} then, ${now.toPrecision(3)} now, ${word}`];
}

const wordOf = (share: number, [more, less]: readonly [string, string]): string =>
  `${(Math.abs(share) * 100).toFixed(0)} % ${share > 0 ? more : less}`;
