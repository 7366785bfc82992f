/**
 * The letter of an answered request as a PDF.
 * Flow:    handlers → here → answers/request, print.
 * Promise: the same letter as on its page, and the same bytes whoever fetches it; none while a request is open, and
 *          none of a person who was erased.
 * Source:  GDPR 12(1); decision 0143.
 */
import { askLetter } from '../../answers/request/ask-letter.ts';
import { askSteps } from '../../answers/request/ask-steps.ts';
import { type LetterReading, letterLanguage } from '../../answers/request/fulfilment.ts';
import { paperOf } from '../../answers/request/paper.ts';
import type { Chrome } from '../../pages/chrome.ts';
import type { Reads } from '../../ports/reads.ts';
import { letterPdf } from '../../print/letter-pdf.ts';
import type { RequestRow } from '../../views/request/request-row.ts';
import { isOpenRequest } from '../../vocabulary/request.ts';
import type { BytesAnswer } from '../answer.ts';

/** A letter that is still to change is read where it changes. */
export const hasLetterFile = ({ state, subject }: RequestRow): boolean =>
  subject !== undefined && !isOpenRequest(state);

interface Asked {
  readonly reading: LetterReading;
  readonly chrome: Chrome;
}

export async function letterFile(reads: Reads, row: RequestRow, { reading, chrome }: Asked): Promise<BytesAnswer> {
  const letter = await askLetter(reads, row, { ...reading, steps: await askSteps(reads, row) });
  const language = letterLanguage(row, reading);
  const bytes = await letterPdf({ letter, chrome: { ...chrome, language }, paper: paperOf(row) });
  const headers = { 'Content-Disposition': `attachment; filename="${row.id}.pdf"` };
  return { status: 200, bytes, media: 'application/pdf', headers };
}
