/**
 * A recorded value in words: the person's own value, exactly as it was used.
 * Flow:    explain.ts, factors.ts → here.
 * Promise: a number keeps every digit that says something, with the decimal mark of the language; days, shares and
 *          amounts read as people write them; a word is translated only where the company published how; nothing is
 *          rounded, because the person must be able to check it.
 * Source:  docs/law.md 4 level 2 (actual data values).
 */
import { exactNumber, writtenValue } from '../../language/dates.ts';
import type { Reader } from '../reader.ts';

/** Nothing was said, or only blanks. */
export const isNoValue = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function textWords(reader: Reader, text: string): string {
  const word = reader.word(text);
  return word === text ? writtenValue(reader.language, text, reader.timeZone) : word;
}

export function valueWords(reader: Reader, value: unknown): string {
  if (isNoValue(value)) return reader.say('decision.value.none');
  if (typeof value === 'string') return textWords(reader, value.trim());
  if (typeof value === 'boolean') return reader.say(value ? 'decision.value.yes' : 'decision.value.no');
  return typeof value === 'number' ? exactNumber(reader.language, value) : JSON.stringify(value);
}
