/**
 * A request as a reply shows it to whoever reads it.
 * Flow:    handlers → here → views/request, commands (what a refusal tells the person).
 * Promise: the clock and the refusal stand in words that the reader understands.
 * Source:  docs/design.md 8.1; GDPR 12(4).
 */
import { shownDenial } from '../commands/request/shown-denial.ts';
import { clockWords } from '../language/law-words.ts';
import { clockMoved, type RequestRow } from '../views/request/request-row.ts';
import { showRequest } from '../views/request/request-shown.ts';

export function showRequestIn(row: RequestRow, language: string) {
  const { clock, ...shown } = showRequest(row);
  return {
    ...shown,
    clock: { ...clock, words: clockWords(language, clock.rule, clockMoved(row)) ?? clock.words },
    ...shownDenial(row, language),
  };
}
