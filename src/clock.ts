/**
 * The only source of time. Tests wind it by hand.
 * Flow:    here → store (inside the lock), http, house.
 * Promise: what the ledger records never goes back, see ledger/batch.
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is wound. */
export function windUpClock(start: number): Clock & { wind(ms: number): void; set(at: number): void } {
  let at = start;
  return {
    now: () => at,
    wind(ms) {
      at += ms;
    },
    set(to) {
      at = to;
    },
  };
}
