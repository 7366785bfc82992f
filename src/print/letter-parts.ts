/**
 * Draws the sections of a letter: titles, paragraphs, lists, the person's own words, tables, links.
 * Flow:    letter-pdf.ts → here → sheet.ts, table.ts.
 * Promise: the same parts in the same order as pages/requests/letter-page; an address is written out, because paper
 *          cannot be clicked.
 * Source:  ISO 14289-1 (PDF/UA-1) 7.
 */
import type { LetterSection, Quote } from '../answers/request/letter.ts';
import type { Element } from './document.ts';
import { ink, lettering } from './lettering.ts';
import type { Lettering } from './lines.ts';
import { lineWidth, tagged } from './marks.ts';
import { othersTurn, type Sheet } from './sheet.ts';
import { preparedTable } from './table.ts';

const GAP = 7;

interface Paragraph {
  readonly text: string;
  readonly look?: Lettering;
}

export function drawParagraph(sheet: Sheet, parent: Element, { text, look = lettering.text }: Paragraph): void {
  sheet.gap(GAP);
  tagged(parent, 'P', (element) => sheet.block(element, { text, look }));
}

function drawItem(sheet: Sheet, item: Element, text: string): void {
  const [bullet = []] = sheet.typesetter.linesOf('•', lettering.text, sheet.width);
  sheet.room(lettering.text.leading * 2);
  tagged(item, 'Lbl', (label) => sheet.draw(label, bullet, { x: sheet.left + 4, look: lettering.text }));
  tagged(item, 'LBody', (body) => sheet.block(body, { text, look: lettering.text, indent: 18 }));
}

const drawList = (sheet: Sheet, parent: Element, items: readonly string[]): void =>
  tagged(parent, 'L', (list) => {
    sheet.gap(GAP - 3);
    for (const text of items) {
      sheet.gap(3);
      tagged(list, 'LI', (item) => drawItem(sheet, item, text));
    }
  });

/** Words of which nobody knows the language are not read as those of the letter. */
function drawQuote(sheet: Sheet, parent: Element, { words, language = '', note }: Quote): void {
  sheet.gap(GAP + 2);
  const block = { text: words, look: lettering.text, indent: 18, bar: ink.bar };
  const draw = (quote: Element): void => tagged(quote, 'P', (element) => sheet.block(element, block));
  tagged(parent, { type: 'BlockQuote', language }, draw);
  sheet.gap(2);
  if (note !== undefined) drawParagraph(sheet, parent, { text: note, look: lettering.quiet });
}

interface Linked {
  readonly title: string;
  readonly href: string;
}

const written = ({ title, href }: Linked): string => {
  const address = href.replace(/^(?:mailto|tel):/, '');
  return title.includes(address) ? title : `${title}: ${address}`;
};

/** On one page, because what is clicked belongs to the page on which its element ends. */
function drawLink(sheet: Sheet, parent: Element, linked: Linked): void {
  const { pdf, left, width, typesetter } = sheet;
  const look = lettering.link;
  const lines = typesetter.linesOf(written(linked), look, width);
  sheet.gap(GAP);
  sheet.room(lines.length * look.leading);
  const draw = (link: Element): void => {
    for (const line of lines) {
      sheet.draw(link, line, { x: left, look });
      const long = lineWidth(line);
      const about = { structParent: link, Contents: new String(linked.title) };
      pdf.link(left, sheet.y(), long, look.leading, linked.href, about as object);
      sheet.down(look.leading);
    }
  };
  tagged(parent, 'P', (paragraph) => tagged(paragraph, 'Link', draw));
}

export async function drawSection(sheet: Sheet, parent: Element, section: LetterSection): Promise<void> {
  const { title, paragraphs = [], list = [], quotes = [], links = [] } = section;
  const table = section.table === undefined ? undefined : preparedTable(sheet, section.table);
  const isTable = paragraphs.length + list.length + quotes.length === 0 && table !== undefined;
  sheet.gap(22);
  // A title never stands alone at the foot of a page.
  sheet.room(lettering.part.leading + GAP + (isTable ? table.start : 3 * lettering.text.leading));
  tagged(parent, 'H2', (element) => sheet.block(element, { text: title, look: lettering.part }));
  for (const text of paragraphs) drawParagraph(sheet, parent, { text });
  if (list.length > 0) drawList(sheet, parent, list);
  for (const quote of quotes) drawQuote(sheet, parent, quote);
  await table?.draw(parent);
  for (const link of links) drawLink(sheet, parent, link);
  await othersTurn();
}
