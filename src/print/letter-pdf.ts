/**
 * A letter as a tagged PDF, to be kept, read aloud and sent by post.
 * Flow:    http/package, http/handlers (a Letter) → here → letter-parts.ts → pdfkit.
 * Promise: the words of pages/requests/letter-page and no others but addresses, page numbers and, where a character
 *          cannot be drawn, one sentence that says so; the same letter is the same bytes, whoever fetches it and when.
 * Source:  GDPR 12(1); ISO 14289-1 (PDF/UA-1); decision 0143.
 */
import type { Letter } from '../answers/request/letter.ts';
import type { Paper } from '../answers/request/paper.ts';
import { speaks } from '../language/say.ts';
import { type Chrome, companyOf, dayOn, sayOn } from '../pages/chrome.ts';
import { offline } from '../pages/requests/letter-page.tsx';
import { type Element, finished, MARGIN, newDocument, type Pdf } from './document.ts';
import { drawParagraph, drawSection } from './letter-parts.ts';
import { ink, lettering } from './lettering.ts';
import { typesetter } from './lines.ts';
import { asArtifact, setLine, tagged } from './marks.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { typefacesOn } from './typefaces.ts';

interface Printing {
  readonly letter: Letter;
  /** In the language of the letter. */
  readonly chrome: Chrome;
  readonly paper: Paper;
}

/** The company at the left, the day at the right, a line below. */
function drawHead(sheet: Sheet, parent: Element, { letter, chrome }: Printing): void {
  const { left, width } = sheet;
  const day = dayOn(chrome, letter.date);
  const dayWidth = sheet.typesetter.widthsOf(day, lettering.head).whole;
  const [dayLine = []] = sheet.typesetter.linesOf(day, lettering.head, width);
  const companyLines = sheet.typesetter.linesOf(companyOf(chrome), lettering.company, width - dayWidth - 24);
  const top = lettering.company.leading - lettering.head.leading;
  tagged(parent, 'P', (element) => {
    for (const line of companyLines) {
      sheet.draw(element, line, { x: left, look: lettering.company });
      sheet.down(lettering.company.leading);
    }
  });
  tagged(parent, 'P', (element) => {
    sheet.down(-lettering.company.leading + top);
    sheet.draw(element, dayLine, { x: left + width - dayWidth, look: lettering.head });
    sheet.down(lettering.company.leading - top + 8);
  });
  sheet.artifact((y) => sheet.pdf.rect(left, y, width, 1.2).fill(ink.pine));
  sheet.gap(34);
}

function drawClosing(sheet: Sheet, parent: Element, { chrome }: Printing): void {
  const company = companyOf(chrome);
  const key = chrome.company === undefined ? 'letter.closing.nobody' : 'letter.closing';
  sheet.gap(20);
  drawParagraph(sheet, parent, { text: sayOn(chrome, key, { company }) });
}

/** Whose letter and which of how many pages, below each; known when all are there. */
function numberPages(pdf: Pdf, sheet: Sheet, { letter, chrome }: Printing): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 1; page <= count; page += 1) {
    pdf.switchToPage(page - 1);
    const y = pdf.page.height - MARGIN.bottom + 26;
    const words = sayOn(chrome, 'letter.page', { page: String(page), pages: String(count) });
    const wide = sheet.typesetter.widthsOf(words, lettering.foot).whole;
    const [number = []] = sheet.typesetter.linesOf(words, lettering.foot, sheet.width);
    const [title = []] = sheet.typesetter.linesOf(letter.title, lettering.foot, sheet.width - wide - 24);
    asArtifact(pdf, 'Pagination', () => {
      setLine(pdf, { line: title, x: sheet.left, y, look: lettering.foot });
      setLine(pdf, { line: number, x: sheet.left + sheet.width - wide, y, look: lettering.foot });
    });
  }
}

export async function letterPdf(printing: Printing): Promise<Uint8Array> {
  const { letter, chrome, paper } = printing;
  const { language } = speaks(chrome.language);
  const pdf = await newDocument({ title: letter.title, author: companyOf(chrome), language, date: letter.date, paper });
  const typefaces = typefacesOn(pdf);
  const sheet = sheetOf(pdf, typesetter(pdf, typefaces));
  const whole = pdf.struct('Document') as Element;
  pdf.addStructure(whole);
  drawHead(sheet, whole, printing);
  tagged(whole, 'H1', (title) => sheet.block(title, { text: letter.title, look: lettering.title }));
  sheet.gap(10);
  drawParagraph(sheet, whole, { text: sayOn(chrome, 'letter.greeting') });
  drawParagraph(sheet, whole, { text: letter.lead });
  for (const section of letter.sections.map(offline)) await drawSection(sheet, whole, section);
  drawClosing(sheet, whole, printing);
  if (typefaces.lacked())
    drawParagraph(sheet, whole, { text: sayOn(chrome, 'letter.not-drawn'), look: lettering.quiet });
  whole.end();
  numberPages(pdf, sheet, printing);
  return finished(pdf);
}
