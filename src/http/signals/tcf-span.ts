/**
 * How many vendors the ranges of a TC string name. Its decoder writes each of them down, so a few hundred letters can
 * name fifty million and hold up everybody else.
 * Flow:    tcf.ts → here → bits.ts.
 * Promise: the string is walked once, range by range; one that is cut off, or names more than there are, is refused.
 * Source:  IAB TCF, consent string and vendor list formats v2 (core, disclosed vendors, publisher TC).
 */
import { type Bits, bitsOf } from './bits.ts';

/** Where the vendors begin in the core: everything before has a fixed width. */
const FIXED_BITS = 213;
/** More than ten times the vendors that IAB lists. */
const MOST_VENDORS = 20_000;
const DISCLOSED = 1;
const ALLOWED = 2;

function rangesOf(bits: Bits): number {
  let span = 0;
  for (let entries = bits.take(12); entries > 0; entries -= 1) {
    const isRange = bits.take(1) === 1;
    const first = bits.take(16);
    const last = isRange ? bits.take(16) : first;
    if (last < first) throw new RangeError('a range that ends before it begins');
    span += last - first + 1;
  }
  return span;
}

function vendorsOf(bits: Bits): number {
  const highest = bits.take(16);
  if (bits.take(1) === 1) return rangesOf(bits);
  bits.skip(highest);
  return highest;
}

function coreSpan(text: string): number {
  const bits = bitsOf(text);
  bits.skip(FIXED_BITS);
  let span = vendorsOf(bits) + vendorsOf(bits);
  for (let restrictions = bits.take(12); restrictions > 0; restrictions -= 1) {
    bits.skip(6 + 2);
    span += rangesOf(bits);
  }
  return span;
}

function segmentSpan(text: string): number {
  const bits = bitsOf(text);
  const type = bits.take(3);
  return type === DISCLOSED || type === ALLOWED ? vendorsOf(bits) : 0;
}

/** Throws where the string is cut off or hostile. */
export function mustBeBounded(text: string): void {
  const [core = '', ...segments] = text.split('.');
  if (segments.length > 3) throw new RangeError('more segments than there are');
  const span = coreSpan(core) + segments.reduce((sum, segment) => sum + segmentSpan(segment), 0);
  if (span > MOST_VENDORS) throw new RangeError('more vendors than there are');
}
