/**
 * The typefaces of printed letters: which files a style is set from, and which of them draws a character.
 * Flow:    words.ts → here → the files of @fontsource.
 * Promise: a file is opened only when a character needs it; what none of them draws stands as an empty box, and
 *          the true character is kept beside it for whoever has the letter read aloud.
 */
import { readFileSync } from 'node:fs';
import type { Pdf } from './document.ts';
import { fontIn } from './woff.ts';

export type Style = 'text' | 'strong' | 'title';

const ranges = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'] as const;
const inter = (weight: 400 | 600): readonly string[] => ranges.map((range) => `inter/files/inter-${range}-${weight}`);
const serif = ranges
  .filter((range) => range !== 'greek-ext')
  .map((range) => `source-serif-4/files/source-serif-4-${range}-600`);

/** A name in a serif face may hold letters that only the other family has. */
const faces: Readonly<Record<Style, readonly string[]>> = {
  text: inter(400),
  strong: inter(600),
  title: [...serif, ...inter(600)],
};
const DEFAULT_FACE = 'inter/files/inter-latin-400';

const kept = new Map<string, Buffer>();

/** The files of the pages are WOFF2 of changing weight, which the library cannot take apart. */
function fontOf(face: string): Buffer {
  const known = kept.get(face);
  if (known !== undefined) return known;
  const { pathname } = new URL(import.meta.resolve(`@fontsource/${face}-normal.woff`));
  const font = fontIn(readFileSync(decodeURIComponent(pathname)));
  kept.set(face, font);
  return font;
}

/** Stands for each character that cannot be drawn; it is drawn as lines, since no face has it. */
const BOX = '\u25A1';

/** A stretch of text that one face draws. */
export interface DrawnPiece {
  readonly face: string;
  readonly text: string;
  /** What was written, where it cannot be drawn. */
  readonly actual?: string;
}

interface Opened {
  readonly font: { readonly hasGlyphForCodePoint: (point: number) => boolean };
}

export interface Typefaces {
  readonly piecesOf: (text: string, style: Style) => readonly DrawnPiece[];
  /** Was there a character that no face draws? */
  readonly lacked: () => boolean;
}

/** Direction marks, joiners and the like are not seen, and nothing stands for them. */
const unseen = /^[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
const plain = /^[ -~]*$/;
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function typefacesOn(pdf: Pdf): Typefaces {
  const opened = new Map<string, Opened>();
  let isLacking = false;
  const open = (face: string): Opened => {
    const known = opened.get(face);
    if (known !== undefined) return known;
    pdf.registerFont(face, fontOf(face));
    const made = (pdf.font(face) as Pdf & { readonly _font: Opened })._font;
    opened.set(face, made);
    return made;
  };
  const draws = (face: string, text: string): boolean =>
    [...text].every((character) => open(face).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  const pieceFor = (cluster: string, style: Style): DrawnPiece | undefined => {
    if (unseen.test(cluster)) return undefined;
    const [first = DEFAULT_FACE] = faces[style];
    const text = /^\p{Zs}$/u.test(cluster) && !draws(first, cluster) ? '\u00A0' : cluster.normalize('NFC');
    const face = faces[style].find((each) => draws(each, text));
    if (face !== undefined) return { face, text };
    isLacking = true;
    return { face: first, text: BOX, actual: cluster };
  };
  return {
    piecesOf: (text, style) => {
      const [first = DEFAULT_FACE] = faces[style];
      if (plain.test(text)) {
        open(first);
        return text === '' ? [] : [{ face: first, text }];
      }
      return joined(
        [...clusters.segment(text.toWellFormed())].flatMap(({ segment }) => pieceFor(segment, style) ?? []),
      );
    },
    lacked: () => isLacking,
  };
}

/** Neighbours of one face are drawn at once, so that their letters are spaced as the face wants it. */
function joined(pieces: readonly DrawnPiece[]): readonly DrawnPiece[] {
  const found: DrawnPiece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const isSame = last?.face === piece.face && (last.actual === undefined) === (piece.actual === undefined);
    if (last === undefined || !isSame) found.push(piece);
    else
      found[found.length - 1] = {
        face: piece.face,
        text: last.text + piece.text,
        ...(last.actual === undefined ? {} : { actual: last.actual + (piece.actual ?? '') }),
      };
  }
  return found;
}
