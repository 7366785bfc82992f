/**
 * Which identifier must lead to whom: one small number for each link of the ledger, held in memory.
 * Flow:    start (links of the ledger) and batch (new ones) → here → fit.
 * Promise: a link that was taken out of the index, or made to lead to somebody else, is noticed, because the index is
 *          not the only place that knows it; a miss here proves nothing and is looked up in the ledger.
 * Source:  decision 0049.
 */
import { slotOf } from './spread.ts';

export interface LinkMemory {
  readonly size: number;
  /** Where the entry stands that linked it, or nothing. */
  placeOf(hash: string): number | undefined;
  leadsTo(hash: string, subject: string): boolean;
  set(hash: string, subject: string, place: number): void;
  forget(hash: string): void;
}

/** Keyed hashes and pseudonyms are evenly spread, so the beginning of one tells it apart; 0 is an empty place. */
function numberOf(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + 10; at += 1) number = number * 32 + (text.charCodeAt(at) & 31);
  return number + 1;
}
const hashNumber = (hash: string): number => numberOf(hash, 0);
/** Behind `sub_`. */
const subjectNumber = (subject: string): number => numberOf(subject, 4);

const FORGOTTEN = -1;
const WIDTH = 3;

export function linkMemory(): LinkMemory {
  let slots = 1024;
  let table = new Float64Array(slots * WIDTH);
  let used = 0;
  let size = 0;
  const find = (key: number): number => {
    let slot = slotOf(slots, key);
    while (table[slot * WIDTH] !== 0 && table[slot * WIDTH] !== key) slot = (slot + 1) & (slots - 1);
    return slot * WIDTH;
  };
  const grow = (): void => {
    const old = table;
    slots *= 2;
    table = new Float64Array(slots * WIDTH);
    used = 0;
    for (let at = 0; at < old.length; at += WIDTH) {
      if ((old[at] ?? 0) <= 0) continue;
      table.set(old.subarray(at, at + WIDTH), find(old[at] ?? 0));
      used += 1;
    }
  };
  return {
    get size() {
      return size;
    },
    placeOf(hash) {
      const at = find(hashNumber(hash));
      return table[at] === 0 ? undefined : table[at + 2];
    },
    leadsTo: (hash, subject) => table[find(hashNumber(hash)) + 1] === subjectNumber(subject),
    set(hash, subject, place) {
      if (used * 10 >= slots * 6) grow();
      const key = hashNumber(hash);
      const at = find(key);
      if (table[at] === 0) {
        used += 1;
        size += 1;
      }
      table[at] = key;
      table[at + 1] = subjectNumber(subject);
      table[at + 2] = place;
    },
    forget(hash) {
      const at = find(hashNumber(hash));
      if (table[at] === 0) return;
      table.set([FORGOTTEN, 0, 0], at);
      size -= 1;
    },
  };
}
