/**
 * The sheets of a printed letter: where the next line goes, and to which element of the structure it belongs.
 * Flow:    letter-parts.ts, table.ts → here → marks.ts.
 * Promise: what does not fit on a page goes on on the next one; no line of a text is left alone at a foot or a head.
 */
import { type Element, MARGIN, type Pdf } from './document.ts';
import type { Lettering, TextLine, Typesetter } from './lines.ts';
import { asArtifact, drawLine } from './marks.ts';

interface Place {
  readonly x: number;
  readonly look: Lettering;
}

interface Block {
  readonly text: string;
  readonly look: Lettering;
  /** From the left margin. */
  readonly indent?: number;
  /** The colour of a bar beside it, on each page that it fills. */
  readonly bar?: string;
}

export interface Sheet {
  readonly pdf: Pdf;
  readonly typesetter: Typesetter;
  readonly left: number;
  readonly width: number;
  /** Space above what comes, which a new page begins without. */
  gap(height: number): void;
  /** Begins a new page where less than this is left. */
  room(height: number): void;
  /** Draws one line at the height where the pen is, which stays there. */
  draw(element: Element, line: TextLine, place: Place): void;
  down(height: number): void;
  /** The lines of a text below one another. */
  block(element: Element, block: Block): void;
  /** Draws what no voice should read, from `y` at the pen. */
  artifact(draw: (y: number) => void): void;
  /** Called on every page that begins. */
  onPage(draw: () => void): void;
  y(): number;
}

export function sheetOf(pdf: Pdf, typesetter: Typesetter): Sheet {
  let y: number = MARGIN.top;
  let onPage = (): void => {};
  const sheet: Sheet = {
    pdf,
    typesetter,
    left: MARGIN.left,
    width: pdf.page.width - MARGIN.left - MARGIN.right,
    gap: (height) => {
      if (y > MARGIN.top) y += height;
    },
    room: (height) => {
      if (y + height <= pdf.page.height - MARGIN.bottom || y <= MARGIN.top) return;
      pdf.addPage();
      y = MARGIN.top;
      onPage();
    },
    draw: (element, line, place) => drawLine(pdf, element, { line, y, ...place }),
    down: (height) => {
      y += height;
    },
    block: (element, block) => drawBlock(sheet, element, block),
    artifact: (draw) => asArtifact(pdf, 'Layout', () => draw(y)),
    onPage: (draw) => {
      onPage = draw;
    },
    y: () => y,
  };
  return sheet;
}

function drawBlock(sheet: Sheet, element: Element, { text, look, indent = 0, bar }: Block): void {
  const { pdf, left, width, typesetter } = sheet;
  const lines = typesetter.linesOf(text, look, width - indent);
  for (const [index, line] of lines.entries()) {
    const isEdge = index === 0 || index === lines.length - 2;
    sheet.room((isEdge ? Math.min(2, lines.length - index) : 1) * look.leading);
    sheet.draw(element, line, { x: left + indent, look });
    // A little longer than the line, so that one bar meets the next.
    if (bar !== undefined) sheet.artifact((y) => pdf.rect(left + 1, y - 0.2, 2.2, look.leading + 0.4).fill(bar));
    sheet.down(look.leading);
  }
}

/** A long letter takes a while, and a service has others to answer in between. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
