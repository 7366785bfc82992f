/**
 * An empty tagged PDF, and how its bytes are fetched in the end.
 * Flow:    letter-pdf.ts → here → pdfkit.
 * Promise: the library is loaded with the first letter and not at the start; dates come from the letter and nothing is
 *          random, so the same letter is the same bytes.
 * Source:  ISO 14289-1 (PDF/UA-1).
 */
import type { Paper } from '../answers/request/paper.ts';

export type Pdf = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement & {
  readonly document: Pdf;
  readonly dictionary: { readonly data: Record<string, unknown> };
};

interface DocumentTold {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** RFC 3339. */
  readonly date: string;
  readonly paper: Paper;
}

export const MARGIN = { top: 62, bottom: 74, left: 72, right: 72 } as const;

export async function newDocument({ title, author, language, date, paper }: DocumentTold): Promise<Pdf> {
  const { default: PDFDocument } = await import('pdfkit');
  const day = new Date(date);
  return new PDFDocument({
    size: paper,
    margins: MARGIN,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-2',
    lang: language,
    displayTitle: true,
    // None: asked for one, the library would open its own, and open ours anew for every word.
    font: '',
    info: { Title: title, Author: author, Creator: 'Candor', CreationDate: day, ModDate: day },
  });
}

export async function finished(pdf: Pdf): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (piece: Uint8Array) => void pieces.push(piece));
    pdf.once('end', resolve);
    pdf.once('error', reject);
  });
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}
