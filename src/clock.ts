/**
 * The only source of time. Tests wind it by hand.
 * Flow:    here → store (inside the lock), clock-guard, http, house.
 * Promise: what the ledger records never goes back, see ledger/batch; the steady hand is set by nobody.
 * Source:  docs/design.md 7 (`now`).
 */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds since some moment: goes on evenly, whatever the clock is set to. */
  steady(): number;
  /** Whether the time of a database that several nodes share goes before this machine's. */
  readonly yields: boolean;
}

export const systemClock: Clock = { now: () => Date.now(), steady: () => performance.now(), yields: true };

/**
 * A clock that stands still until it is wound; `jump` turns the hands alone, as whoever sets a machine's clock does.
 */
export function windUpClock(
  start: number,
): Clock & { wind(ms: number): void; set(at: number): void; jump(ms: number): void } {
  let at = start;
  let set = 0;
  return {
    now: () => at,
    steady: () => at - set,
    yields: false,
    wind(ms) {
      at += ms;
    },
    set(to) {
      at = to;
    },
    jump(ms) {
      at += ms;
      set += ms;
    },
  };
}
