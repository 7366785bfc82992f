/**
 * A recorded value in words: the person's own value, exactly as it was used.
 * Flow:    explain.ts, factors.ts → here.
 * Promise: a number keeps its digits, with the decimal mark of the language; a word is translated only where the
 *          company published how; nothing is rounded, because the person must be able to check it.
 * Source:  docs/law.md 4 level 2 (actual data values).
 */
import { exactNumber } from '../../language/dates.ts';
import type { Reader } from '../reader.ts';

export function valueWords(reader: Reader, value: unknown): string {
  if (typeof value === 'string') return reader.word(value);
  if (typeof value === 'boolean') return reader.say(value ? 'decision.value.yes' : 'decision.value.no');
  if (value === undefined || value === null) return reader.say('decision.value.none');
  return typeof value === 'number' ? exactNumber(reader.language, value) : JSON.stringify(value);
}
