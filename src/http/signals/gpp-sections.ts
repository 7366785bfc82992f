/**
 * Which sections a GPP string holds. The decoder of IAB follows whatever ranges a header names, however far they reach,
 * so the header is read here and the decoder is given single sections.
 * Flow:    gpp.ts → here → bits.ts.
 * Promise: at most 30 sections with numbers up to 100; any other header is refused within a bounded number of steps.
 * Source:  IAB GPP, consent string specification (header, Fibonacci coding).
 */
import { type Bits, bitsOf } from './bits.ts';

const HEADER_TYPE = 3;
const HEADER_VERSION = 1;
const MOST_SECTIONS = 30;
const HIGHEST = 100;

interface Section {
  readonly id: number;
  readonly text: string;
}

/** A Fibonacci number, its lowest place first, ended by two ones. */
function fibonacci(bits: Bits): number {
  let [value, last, place, next] = [0, 0, 1, 2];
  while (place <= HIGHEST * 2) {
    const bit = bits.take(1);
    if (bit === 1 && last === 1) return value;
    value += bit * place;
    [last, place, next] = [bit, next, place + next];
  }
  throw new RangeError('a number that no section has');
}

function idsIn(header: string): readonly number[] {
  const bits = bitsOf(header);
  if (bits.take(6) !== HEADER_TYPE || bits.take(6) !== HEADER_VERSION)
    throw new RangeError('no header of a GPP string');
  const ids: number[] = [];
  let offset = 0;
  for (let groups = bits.take(12); groups > 0; groups -= 1) {
    const isRange = bits.take(1) === 1;
    const first = offset + fibonacci(bits);
    const last = isRange ? first + fibonacci(bits) : first;
    if (last > HIGHEST || ids.length + last - first >= MOST_SECTIONS) throw new RangeError('more than there are');
    for (let id = first; id <= last; id += 1) ids.push(id);
    offset = last;
  }
  return ids;
}

/** Throws where the string has no such form. */
export function gppSections(text: string): readonly Section[] {
  const [header = '', ...sections] = text.split('~');
  const ids = idsIn(header);
  if (ids.length !== sections.length) throw new RangeError('other sections than the header names');
  return ids.map((id, at) => ({ id, text: sections[at] ?? '' }));
}
