/**
 * Measures two things in turns, so that a slow moment of the machine hits both, and takes medians.
 * Flow:    rows → here → two medians and their ratio.
 * Promise: both sides run the same number of rounds in the same process; the first round of each only warms up.
 * Source:  docs/design.md 10.
 */

interface Sides {
  /** One round of the work; returns how many units it did. */
  readonly work: () => number | Promise<number>;
  readonly floor: () => number | Promise<number>;
  readonly rounds: number;
}

interface Turns {
  /** Nanoseconds a unit, median over the rounds. */
  readonly workNs: number;
  readonly floorNs: number;
  /** Speed of the work in speeds of the floor: 1 is as fast, 0.5 half as fast. */
  readonly ratio: number;
}

export async function takeTurns({ work, floor, rounds }: Sides): Promise<Turns> {
  const times = { work: [] as number[], floor: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const floorNs = await timed(floor);
    const workNs = await timed(work);
    if (round === 0) continue;
    times.floor.push(floorNs);
    times.work.push(workNs);
  }
  const workNs = medianOf(times.work);
  const floorNs = medianOf(times.floor);
  return { workNs, floorNs, ratio: floorNs / workNs };
}

/** Nanoseconds a unit. */
export async function timed(run: () => number | Promise<number>): Promise<number> {
  const start = process.hrtime.bigint();
  const units = await run();
  return Number(process.hrtime.bigint() - start) / Math.max(1, units);
}

export function medianOf(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN;
}

/** Two significant decimals and the sign of a ratio. */
export const asRatio = (ratio: number): string => `${ratio.toFixed(2)} ×`;
