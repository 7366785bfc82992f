/**
 * The table of the figures: one column, or before → after side by side.
 * Flow:    house-figures → here → standard output.
 * Promise: a row that only one side has is shown too, with nothing on the other side.
 */
export type FigureRow = readonly [what: string, count: string];

export function figureTable(after: readonly FigureRow[], before?: readonly FigureRow[]): string {
  if (before === undefined) return drawn([['', 'now'], ...after.map(([what, count]) => [what, count])]);
  const old = new Map(before);
  const now = new Map(after);
  const gone = before.filter(([what]) => !now.has(what));
  const rows = [...withGone(after, gone)].map((what) => [what, old.get(what) ?? '', now.get(what) ?? '']);
  return drawn([['', 'before', 'after'], ...rows]);
}

/** Rooms that went stand in the order of the alphabet among those that stayed. */
function withGone(after: readonly FigureRow[], gone: readonly FigureRow[]): readonly string[] {
  const names = after.map(([what]) => what);
  for (const [what] of gone) {
    const place = names.findIndex((name) => name > what);
    names.splice(place < 0 ? names.length : place, 0, what);
  }
  return names;
}

function drawn(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => padded(cell, widths[column] ?? 0, column > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((wide, column) => (column > 0 ? `${'-'.repeat(wide - 1)}:` : '-'.repeat(wide))).join(' | ')} |`;
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join('\n');
}

const padded = (cell: string, wide: number, right: boolean): string => {
  const space = ' '.repeat(wide - [...cell].length);
  return right ? `${space}${cell}` : `${cell}${space}`;
};
