/**
 * `npm run house-figures`: the figures of the house as a table, alone or beside those of another revision.
 * Flow:    command line → house/sources (this checkout, another revision) → house/figures, house/sizes → standard
 *          output.
 * Promise: only reads; the tests of the house hold the same figures to their ceilings.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../src/root.ts';
import { layOut } from './checkouts/revision.ts';
import { command, Misused } from './command-line/command.ts';
import { type FigureName, type Figures, houseFigures, words } from './house/figures.ts';
import { lengthsOf, sizesOf } from './house/sizes.ts';
import { readCheckout } from './house/sources.ts';
import { type FigureRow, figureTable } from './house/table.ts';
import type { Doors } from './house/unused-doors.ts';

const HELP = `Counts what the house is made of: files and lines a room, casts, names, exports, circles, doors, citations.

  npm run house-figures                          this checkout
  npm run house-figures -- --against <revision>  that revision of git → this checkout

  --list <figure>   the places behind a figure, or \`all\`:
                    ${Object.keys(words).join('\n                    ')}
  --help            this text

Exit: 0 counted · 1 the revision cannot be read · 2 the command cannot be understood.
`;

interface Counted {
  readonly figures: Figures;
  readonly rows: readonly FigureRow[];
}

export const main = command({
  help: HELP,
  options: { against: { type: 'string' }, list: { type: 'string' } },
  async run({ values: { list, against } }) {
    if (list !== undefined && list !== 'all' && !(list in words)) throw new Misused(`There is no figure ${list}.`);
    const after = await countedIn(root);
    if (list !== undefined) process.stdout.write(listOf(after.figures, list));
    else if (against === undefined) process.stdout.write(`${figureTable(after.rows)}\n`);
    else process.stdout.write(await comparedWith(against, after));
    return 0;
  },
});

async function comparedWith(revision: string, after: Counted): Promise<string> {
  const other = layOut(revision, { packages: false });
  try {
    const before = await countedIn(other.folder);
    return `${figureTable(after.rows, before.rows)}\n\nBefore: ${other.commit.slice(0, 12)}. After: this checkout.\n`;
  } finally {
    other.close();
  }
}

async function countedIn(folder: string): Promise<Counted> {
  const checkout = readCheckout(folder);
  const figures = houseFigures(checkout, await doorsIn(folder));
  const sizes = [...sizesOf(checkout)].map(
    ([room, { files, lines }]): FigureRow => [room, `${files} files, ${lines} lines`],
  );
  const lengths = [...lengthsOf(checkout)].map(
    ([whole, { median, p90, longest }]): FigureRow => [
      `${whole}: lines of a file, median, p90, longest`,
      `${median}, ${p90}, ${longest}`,
    ],
  );
  const counts = Object.entries(words).map(
    ([name, what]): FigureRow => [what, `${figures[name as FigureName].length}`],
  );
  return { figures, rows: [...sizes, ...lengths, ...counts] };
}

/** The table of doors is data in a file of its own, which Node reads as it stands. */
const doorsIn = async (folder: string): Promise<Doors> =>
  (await import(pathToFileURL(join(folder, 'test', 'house', 'doors.ts')).href)) as Doors;

function listOf(figures: Figures, wanted: string): string {
  const names = Object.keys(words).filter((name) => wanted === 'all' || name === wanted) as FigureName[];
  return names.map((name) => `${words[name]}: ${figures[name].length}\n${indented(figures[name])}`).join('\n');
}

const indented = (places: readonly string[]): string => places.map((place) => `  ${place}\n`).join('');
