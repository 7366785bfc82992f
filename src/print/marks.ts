/**
 * Marks what is drawn: as an element of the structure, or as something that no voice should read.
 * Flow:    sheet.ts, table.ts, letter-parts.ts → here → pdfkit.
 * Promise: every word belongs to an element, and every rule, bar and number of a page is an artifact, so that whoever
 *          has the letter read aloud hears its words in their order and nothing else.
 * Source:  ISO 14289-1 (PDF/UA-1) 7.1; ISO 32000-1, 14.7 and 14.8.
 */
import type { Element, Pdf } from './document.ts';
import { BOX_WIDTH, type Lettering, type SetPiece, type TextLine } from './lines.ts';

interface Mark {
  readonly type: string;
  /** Empty where it is not known. */
  readonly language?: string;
  /** What a voice reads instead of what is drawn. */
  readonly actual?: string;
  /** Of which cells a cell is the heading. */
  readonly scope?: 'Column' | 'Row' | undefined;
}

/** A child that is open until it is ended; the library knows neither languages nor headings in full. */
export function opened(pdf: Pdf, parent: Element, { type, language, actual, scope }: Mark): Element {
  const element = pdf.struct(type, actual === undefined ? {} : { actual }) as Element;
  if (language !== undefined) element.dictionary.data['Lang'] = new String(language);
  if (scope !== undefined) element.dictionary.data['A'] = { O: 'Table', Scope: scope };
  parent.add(element);
  return element;
}

/** A child that is ended after what is drawn in it. */
export function tagged(parent: Element, mark: Mark | string, draw: (element: Element) => void): void {
  const element = opened(parent.document, parent, typeof mark === 'string' ? { type: mark } : mark);
  draw(element);
  element.end();
}

export function asArtifact(pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

interface Placed {
  readonly line: TextLine;
  readonly x: number;
  readonly y: number;
  readonly look: Lettering;
}

export function drawLine(pdf: Pdf, element: Element, { line, x, y, look }: Placed): void {
  let at = x;
  for (const part of stretches(line)) {
    const placed = { line: part, x: at, y, look };
    const actual = part[0]?.actual;
    if (actual === undefined) drawContent(pdf, element, placed);
    else {
      const span = opened(pdf, element, { type: 'Span', actual });
      drawContent(pdf, span, placed);
      span.end();
    }
    at += lineWidth(part);
  }
}

/** What is read as it stands in one stretch, whatever faces it needs, so that no word is read in parts. */
function stretches(line: TextLine): readonly TextLine[] {
  const found: SetPiece[][] = [];
  for (const piece of line) {
    const last = found.at(-1);
    if (last === undefined || piece.actual !== undefined || last[0]?.actual !== undefined) found.push([piece]);
    else last.push(piece);
  }
  return found;
}

export const lineWidth = (line: TextLine): number => line.reduce((sum, { width }) => sum + width, 0);

function drawContent(pdf: Pdf, element: Element, placed: Placed): void {
  const content = pdf.markStructureContent(String(element.dictionary.data['S']));
  setLine(pdf, placed);
  pdf.endMarkedContent();
  element.add(content);
}

/** How far the baseline lies under the top of a line. */
const baselineOf = ({ size, leading }: Lettering): number => (leading + size * 0.72) / 2;

export function setLine(pdf: Pdf, { line, x, y, look }: Placed): void {
  const { size, color } = look;
  const baseline = y + baselineOf(look);
  let at = x;
  for (const { face, text, actual, width } of line) {
    pdf.font(face).fontSize(size).fillColor(color).strokeColor(color);
    if (actual === undefined) pdf.text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
    else drawBoxes(pdf, { count: text.length, x: at, baseline, size });
    at += width;
  }
}

interface Boxes {
  readonly count: number;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
}

function drawBoxes(pdf: Pdf, { count, x, baseline, size }: Boxes): void {
  const [side, step] = [size * 0.56, size * BOX_WIDTH];
  pdf.lineWidth(0.6);
  for (let index = 0; index < count; index += 1)
    pdf.rect(x + index * step + (step - side) / 2, baseline - size * 0.66, side, size * 0.66).stroke();
}
