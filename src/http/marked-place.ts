/**
 * A place in a list as a text that is handed out: with a keyed digest of whom and what it was made for.
 * Flow:    text-cursor.ts, page-token.ts → here.
 * Promise: a text that was made for anything else, or by anybody else, names no place.
 * Source:  decision 0046; decision 0060.
 */
import { base64url } from '../vocabulary/base64.ts';

export const placeText = (place: string, mark: string): string => base64url(Buffer.from(JSON.stringify([place, mark])));

export function placeIn(text: string, mark: string): string | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(read) || read.length !== 2 || read[1] !== mark) return undefined;
    return typeof read[0] === 'string' ? read[0] : undefined;
  } catch {
    return undefined;
  }
}
