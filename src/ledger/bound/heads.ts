/**
 * How far each person's chain had come when this process looked last: one small number for everybody, held in memory.
 * Flow:    state (start), batch (what it wrote), open-bound (what other nodes wrote) → here → fit, see.
 * Promise: a row of an older day is told even where the entries after it were hidden; whoever is not here is nobody of
 *          whom this process knows anything.
 * Source:  decision 0063.
 */
import { slotOf } from './spread.ts';

export interface HeadMemory {
  /** The newest number that was seen; a lower one changes nothing. */
  set(subject: string, n: number): void;
  /** Whether nothing newer was known when a read began, `asOf` on the steady clock. */
  isNewest(subject: string, n: number, asOf?: number): boolean;
}

/** Two numbers of the person, how far it had come, and since when this is known. */
const WIDTH = 4;

/** Ten characters of a pseudonym, which are evenly spread; 0 is an empty place. */
function numberOf(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + 10; at += 1) number = number * 32 + (text.charCodeAt(at) & 31);
  return number + 1;
}

/** Behind `sub_`: two numbers, so that no two people are ever taken for one. */
const FIRST = 4;
const SECOND = 14;

export function headMemory(): HeadMemory {
  let slots = 1024;
  let table = new Float64Array(slots * WIDTH);
  let used = 0;
  const find = (one: number, other: number): number => {
    let slot = slotOf(slots, one);
    while (table[slot * WIDTH] !== 0 && (table[slot * WIDTH] !== one || table[slot * WIDTH + 1] !== other))
      slot = (slot + 1) & (slots - 1);
    return slot * WIDTH;
  };
  const grow = (): void => {
    const old = table;
    slots *= 2;
    table = new Float64Array(slots * WIDTH);
    for (let at = 0; at < old.length; at += WIDTH)
      if (old[at] !== 0) table.set(old.subarray(at, at + WIDTH), find(old[at] ?? 0, old[at + 1] ?? 0));
  };
  return {
    set(subject, n) {
      if (used * 10 >= slots * 6) grow();
      const [one, other] = [numberOf(subject, FIRST), numberOf(subject, SECOND)];
      const at = find(one, other);
      if (table[at] === 0) used += 1;
      if ((table[at + 2] ?? 0) >= n) return;
      table[at] = one;
      table[at + 1] = other;
      table[at + 2] = n;
      table[at + 3] = performance.now();
    },
    isNewest(subject, n, asOf = Number.POSITIVE_INFINITY) {
      const at = find(numberOf(subject, FIRST), numberOf(subject, SECOND));
      return (table[at + 2] ?? 0) <= n || (table[at + 3] ?? 0) > asOf;
    },
  };
}
