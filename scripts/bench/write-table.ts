/**
 * Writes what was measured into the table of docs/bench.md.
 * Flow:    `bench --write` → here → docs/bench.md.
 * Promise: a row that was not measured keeps its figure and its day; a row of the plan that is missing there is added;
 *          no word outside the table is changed.
 */
import { type TableLine, tableOf } from './table.ts';

/** When and how busy the machine was, which every figure says for itself. */
interface Taken {
  /** As `2026-11-30`. */
  readonly day: string;
  readonly load: number;
  readonly quick: boolean;
}

export function withMeasured(text: string, lines: readonly TableLine[], taken: Taken): string {
  const all = text.split('\n');
  const begin = all.findIndex((line) => line.startsWith('| work '));
  if (begin < 0) throw new Error('There is no table to write into.');
  const length = all.slice(begin).findIndex((line) => !line.startsWith('|'));
  const end = length < 0 ? all.length : begin + length;
  const known = all.slice(begin + 2, end).map(cellsOf);
  const rest = lines.filter((line) => !known.some((cells) => isOf(cells, line)));
  const rows = [
    ...known.map((cells) => {
      const line = lines.find((each) => isOf(cells, each));
      return line?.measured === undefined ? lineIn(cells) : dated(line, taken);
    }),
    ...rest.map((line) => (line.measured === undefined ? line : dated(line, taken))),
  ];
  return [...all.slice(0, begin), tableOf(rows), ...all.slice(end)].join('\n');
}

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

const isOf = ([work, floor]: readonly string[], line: TableLine): boolean => work === line.work && floor === line.floor;

/** As it stood. */
function lineIn([work = '', floor = '', aim = '', shown = '', verdict = '']: readonly string[]): TableLine {
  const met = verdict === 'met' ? true : verdict === 'missed' ? false : null;
  return { name: '', work, floor, aim, measured: { shown, met, numbers: {} } };
}

function dated(line: TableLine, { day, load, quick }: Taken): TableLine {
  const { measured } = line;
  if (measured === undefined) return line;
  const when = [day, ...(quick ? ['quick'] : []), `load average ${load.toFixed(0)}`].join(', ');
  return { ...line, measured: { ...measured, shown: `${measured.shown} (${when})` } };
}
