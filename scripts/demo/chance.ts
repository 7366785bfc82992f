/**
 * Chance that always falls the same way, so that the sample company is the same for everybody.
 * Flow:    year, decisions → here.
 * Promise: the same seed gives the same numbers on every machine.
 * Source:  Mulberry32, T. Ettinger, public domain.
 */
export interface Chance {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** A whole number from 0 up to, but without, `most`. */
  below(most: number): number;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (most) => Math.floor(next() * most) };
}
