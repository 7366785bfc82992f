/**
 * Cuts a stream of bytes into lines, each read as UTF-8 by itself.
 * Flow:    a file or standard input → here → lines.
 * Promise: a byte that is no UTF-8 spoils its own line and no other, and is named by its place in that line. Only a
 *          line feed ends a line; lines keep the numbers that an editor shows.
 * Source:  RFC 3629 (UTF-8); RFC 8259, 8.1.
 */
import { isUtf8 } from 'node:buffer';

interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** A line that cannot be read, and the first byte that is to blame, counted from 1. */
export interface BrokenLine {
  readonly number: number;
  readonly byte: number;
  readonly value: number;
}

const FEED = 0x0a;
const MARK = '\ufeff';

/** Lines with nothing in them are passed over, and counted. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine | BrokenLine> {
  let begun: Uint8Array[] = [];
  let number = 0;
  const finish = (end: Uint8Array): TextLine | BrokenLine | undefined => {
    const line = Buffer.concat([...begun, end]);
    begun = [];
    number += 1;
    return lineIn(line, number);
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(FEED); end >= 0; end = chunk.indexOf(FEED, from)) {
      const line = finish(chunk.subarray(from, end));
      if (line !== undefined) yield line;
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  const last = finish(new Uint8Array());
  if (last !== undefined) yield last;
}

function lineIn(bytes: Buffer, number: number): TextLine | BrokenLine | undefined {
  const broken = firstBroken(bytes);
  if (broken !== undefined) return { number, byte: broken + 1, value: bytes[broken] ?? 0 };
  const whole = bytes.toString('utf8');
  const text = number === 1 && whole.startsWith(MARK) ? whole.slice(MARK.length) : whole;
  return text.trim() === '' ? undefined : { number, text: text.trimEnd() };
}

/** Where the first sequence begins that is no UTF-8. */
function firstBroken(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBegun(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  for (let at = bad; at > 0; at -= 1) if (isUtf8(bytes.subarray(0, at))) return at;
  return 0;
}

/** Whether more bytes could still make it UTF-8. */
function isBegun(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
