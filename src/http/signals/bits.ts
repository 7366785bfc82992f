/**
 * Reads numbers out of base64url, bit by bit, and stops at the end.
 * Flow:    header.ts, tcf-span.ts → here.
 * Promise: past the end there is no number, so that a text that was cut off is never read as zeros.
 * Source:  RFC 4648 section 5; IAB TCF, IAB GPP (string formats).
 */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

class CutOff extends Error {}

export interface Bits {
  /** The next so many bits as a number; throws CutOff. */
  take(count: number): number;
  skip(count: number): void;
}

export function bitsOf(text: string): Bits {
  let at = 0;
  const bit = (): number => {
    const value = letters.indexOf(text[Math.floor(at / 6)] ?? '');
    if (value < 0) throw new CutOff();
    const found = (value >> (5 - (at % 6))) & 1;
    at += 1;
    return found;
  };
  return {
    take(count) {
      let value = 0;
      for (let taken = 0; taken < count; taken += 1) value = value * 2 + bit();
      return value;
    },
    skip(count) {
      at += count;
      if (at > text.length * 6) throw new CutOff();
    },
  };
}
