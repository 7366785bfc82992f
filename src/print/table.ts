/**
 * A table of a printed letter: its columns, its rows, and its head again on every page.
 * Flow:    letter-parts.ts → here → sheet.ts.
 * Promise: the first row and the first cell of each row are headings, as on the page; the head that a page repeats is
 *          not read a second time.
 * Source:  ISO 14289-1 (PDF/UA-1) 7.5.
 */
import type { LetterSection } from '../answers/request/letter.ts';
import type { Element } from './document.ts';
import { ink, lettering } from './lettering.ts';
import type { Lettering, TextLine } from './lines.ts';
import { opened, setLine, tagged } from './marks.ts';
import { othersTurn, type Sheet } from './sheet.ts';

type Told = NonNullable<LetterSection['table']>;

interface Cell {
  readonly x: number;
  readonly lines: readonly TextLine[];
  readonly look: Lettering;
  readonly scope: 'Column' | 'Row' | undefined;
}

const BETWEEN = 14;
const PAD = 5;

/** The narrow ones get what they ask for, and the wide ones share what is left. */
function shared(asked: readonly number[], free: number): readonly number[] {
  const given = asked.map(() => 0);
  let [rest, left] = [free, asked.length];
  for (const [index, wanted] of [...asked.entries()].sort(([, one], [, other]) => one - other)) {
    given[index] = Math.min(wanted, rest / left);
    rest -= given[index] ?? 0;
    left -= 1;
  }
  return given;
}

/** Wide enough for its widest word, if that can be; what is left over goes where lines are longest. */
function columnsOf({ typesetter, width }: Sheet, { head, rows }: Told): readonly number[] {
  const all = [head, ...rows];
  const wanted = head.map((_, index) =>
    all
      .map((row) => typesetter.widthsOf(row[index] ?? '', lettering.cellHead))
      .reduce((one, other) => ({ whole: Math.max(one.whole, other.whole), word: Math.max(one.word, other.word) })),
  );
  const free = width - BETWEEN * (head.length - 1);
  const words = shared(
    wanted.map(({ word }) => word + 1),
    free,
  );
  const over = free - words.reduce((sum, each) => sum + each, 0);
  const lines = shared(
    wanted.map(({ whole }, index) => Math.max(0, whole + 1 - (words[index] ?? 0))),
    over,
  );
  const rest = (over - lines.reduce((sum, each) => sum + each, 0)) / head.length;
  return words.map((each, index) => each + (lines[index] ?? 0) + rest);
}

interface Row {
  readonly cells: readonly string[];
  readonly columns: readonly number[];
  readonly isHead?: boolean;
}

function cellsOf(sheet: Sheet, { cells, columns, isHead = false }: Row): readonly Cell[] {
  let x = sheet.left;
  return columns.map((column, index) => {
    const scope = isHead ? 'Column' : index === 0 ? 'Row' : undefined;
    const look = scope === undefined ? lettering.cell : lettering.cellHead;
    const cell = { x, look, scope, lines: sheet.typesetter.linesOf(cells[index] ?? '', look, column) } as const;
    x += column + BETWEEN;
    return cell;
  });
}

const heightOf = (cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ lines, look }) => lines.length * look.leading)) + 2 * PAD;

const rule = (sheet: Sheet, color: string): void =>
  sheet.artifact((y) => {
    const { pdf, left, width } = sheet;
    pdf
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.6)
      .strokeColor(color)
      .stroke();
  });

/** TextLine by line over all cells, so that a row may be longer than a page. */
function drawCells(sheet: Sheet, cells: readonly Cell[], elements: readonly Element[]): void {
  sheet.down(PAD);
  const longest = Math.max(...cells.map(({ lines }) => lines.length));
  for (let index = 0; index < longest; index += 1) {
    sheet.room(lettering.cell.leading);
    for (const [at, { x, lines, look }] of cells.entries()) {
      const [line, element] = [lines[index], elements[at]];
      if (line !== undefined && element !== undefined) sheet.draw(element, line, { x, look });
    }
    sheet.down(lettering.cell.leading);
  }
  sheet.down(PAD);
}

function drawRow(sheet: Sheet, table: Element, cells: readonly Cell[]): void {
  sheet.room(heightOf(cells));
  tagged(table, 'TR', (row) => {
    const elements = cells.map(({ scope }) =>
      opened(sheet.pdf, row, { type: scope === undefined ? 'TD' : 'TH', scope }),
    );
    drawCells(sheet, cells, elements);
  });
}

/** The head on a page after the first: seen, and not read again. */
function repeatHead(sheet: Sheet, cells: readonly Cell[]): void {
  sheet.artifact((top) => {
    for (const { x, lines, look } of cells)
      for (const [index, line] of lines.entries())
        setLine(sheet.pdf, { line, x, look, y: top + PAD + index * look.leading });
  });
  sheet.down(heightOf(cells));
  rule(sheet, ink.quiet);
}

interface PreparedTable {
  /** Of its head with the first row, which stay together. */
  readonly start: number;
  draw(parent: Element): Promise<void>;
}

export function preparedTable(sheet: Sheet, told: Told): PreparedTable {
  const columns = columnsOf(sheet, told);
  const head = cellsOf(sheet, { cells: told.head, columns, isHead: true });
  const [first = []] = told.rows;
  const start = heightOf(head) + heightOf(cellsOf(sheet, { cells: first, columns }));
  const draw = async (parent: Element): Promise<void> => {
    sheet.room(start);
    const table = opened(sheet.pdf, parent, { type: 'Table' });
    drawRow(sheet, table, head);
    rule(sheet, ink.quiet);
    sheet.onPage(() => repeatHead(sheet, head));
    for (const cells of told.rows) {
      drawRow(sheet, table, cellsOf(sheet, { cells, columns }));
      rule(sheet, ink.line);
      await othersTurn();
    }
    sheet.onPage(() => {});
    table.end();
  };
  return { start, draw };
}
