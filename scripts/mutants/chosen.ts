/**
 * Which changes of a room are tried, and in which order, where a run takes only some of them.
 * Flow:    scripts/mutants.ts → here.
 * Promise: whatever a run has tried when its time is over is spread over every file of the room.
 */

interface Choice {
  /** Only every so many. */
  readonly every: number;
  /** The first that is taken, from 0, so that another run takes others. */
  readonly from: number;
}

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));

/** Leaps by the golden ratio: of any number of leaps, none is near another. */
export function chosen<T>(all: readonly T[], { every, from }: Choice): readonly T[] {
  const taken = all.filter((_each, index) => index % every === from % every);
  let leap = Math.max(1, Math.round(taken.length * 0.618));
  while (divisor(taken.length, leap) > 1) leap += 1;
  return taken.map((_each, index) => taken[(index * leap) % taken.length] as T);
}
