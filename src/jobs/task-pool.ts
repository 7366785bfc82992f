/**
 * Pieces of work that run at the same time, a few of them, each once.
 * Flow:    work-tasks → here.
 * Promise: what was refused rests for a while and takes no place from what can be done.
 */
import { SECOND_MS } from '../vocabulary/instant.ts';
import { isProblem } from '../vocabulary/problems.ts';

const AT_ONCE = 4;

/** Resolves to a problem where it is refused. */
export type Piece = readonly [name: string, run: () => Promise<unknown>];

/**
 * What was refused is let be for a while, so that it takes no place from what can be done: nobody is asked for somebody
 * who is not known well enough yet, and an erasure that a hold keeps back is not tried twice a second.
 */
const REST_MS = 10 * SECOND_MS;

/** What runs now and what rests, by its name. */
export function openPool(fails: () => void) {
  const running = new Map<string, Promise<unknown>>();
  const restingUntil = new Map<string, number>();
  return {
    isFull: () => running.size >= AT_ONCE,
    begin(name: string, run: Piece[1]): void {
      const now = performance.now();
      if (running.has(name) || (restingUntil.get(name) ?? 0) > now) return;
      restingUntil.delete(name);
      const rests = (answer: unknown): void => {
        if (isProblem(answer)) restingUntil.set(name, performance.now() + REST_MS);
      };
      const ends = run().then(rests, fails);
      running.set(
        name,
        ends.finally(() => running.delete(name)),
      );
    },
    /** Nothing is kept of what has rested, because its request may be over. */
    forgetRested(): void {
      for (const [name, until] of restingUntil) if (until <= performance.now()) restingUntil.delete(name);
    },
    all: () => Promise.all(running.values()),
  };
}
