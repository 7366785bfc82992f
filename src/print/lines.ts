/**
 * Breaks a text into lines of a width, as pieces that are each drawn in one face.
 * Flow:    sheet.ts, table.ts → here → typefaces.ts.
 * Promise: nothing of the text is lost: every line but the last ends with the space at which it was broken; a word that
 *          is wider than the line is broken between two characters.
 */
import type { Pdf } from './document.ts';
import type { DrawnPiece, Style, Typefaces } from './typefaces.ts';

export interface Lettering {
  readonly style: Style;
  /** Points. */
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

/** Of an empty box with the space beside it, in sizes of the text. */
export const BOX_WIDTH = 0.72;

export interface SetPiece extends DrawnPiece {
  readonly width: number;
}
export type TextLine = readonly SetPiece[];

export interface Typesetter {
  readonly linesOf: (text: string, look: Lettering, width: number) => readonly TextLine[];
  /** How wide it is on one line, and how wide its widest word. */
  readonly widthsOf: (text: string, look: Lettering) => { readonly whole: number; readonly word: number };
}

const spaces = /[ \t]+$/;
/** A word with the spaces after it. A line may end after a hyphen or a slash too, but not within a mail address. */
const words = /[ \t]+|[^ \t]{0,80}@[^ \t]{0,200}[ \t]*|(?:\/\/|[^ \t/-]|[/-](?!\p{L}{2}))*[/-]?[ \t]*/gu;
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function typesetter(pdf: Pdf, { piecesOf }: Typefaces): Typesetter {
  const set = (text: string, { style, size }: Lettering): TextLine =>
    piecesOf(text, style).map((piece) => ({
      ...piece,
      width:
        piece.actual === undefined
          ? pdf.font(piece.face).fontSize(size).widthOfString(piece.text)
          : piece.text.length * BOX_WIDTH * size,
    }));
  const widthOf = (text: string, look: Lettering): number => set(text, look).reduce((sum, { width }) => sum + width, 0);
  /** What is too wide for a line of its own, in parts that fit. */
  const parts = (word: string, look: Lettering, width: number): readonly string[] => {
    if (widthOf(word.replace(spaces, ''), look) <= width) return [word];
    const found: string[] = [];
    let [part, used] = ['', 0];
    for (const { segment } of clusters.segment(word)) {
      const more = widthOf(segment, look);
      if (part !== '' && used + more > width) {
        found.push(part);
        [part, used] = ['', 0];
      }
      part += segment;
      used += more;
    }
    return [...found, part];
  };
  const wrapped = (text: string, look: Lettering, width: number): readonly string[] => {
    const lines: string[] = [];
    let [line, used] = ['', 0];
    for (const part of wordsOf(text).flatMap((word) => parts(word, look, width))) {
      if (line !== '' && used + widthOf(part.replace(spaces, ''), look) > width) {
        lines.push(line);
        [line, used] = ['', 0];
      }
      line += part;
      used += widthOf(part, look);
    }
    return [...lines, line];
  };
  return {
    linesOf: (text, look, width) =>
      text
        .replaceAll('\t', ' ')
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .flatMap((line) => wrapped(line, look, width).map((each) => set(each, look))),
    widthsOf: (text, look) => ({
      whole: Math.max(...text.split('\n').map((line) => widthOf(line, look))),
      word: Math.max(0, ...wordsOf(text).map((word) => widthOf(word.replace(spaces, ''), look))),
    }),
  };
}

const wordsOf = (text: string): readonly string[] => (text.match(words) ?? []).filter((word) => word !== '');
