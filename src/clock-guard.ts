/**
 * Doubts a clock that jumped, so that nothing is decided, expired or recorded at a time that nobody believes.
 * Flow:    house → here (around the clock) → store (tells the database's time), status, everything that asks for the
 *          time.
 * Promise: once in doubt, in doubt until the next start: a start is how whoever runs the node accepts the time.
 * Source:  docs/design.md 7 (`now`); docs/promises.md I27.
 */

import type { Clock } from './clock.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './vocabulary/instant.ts';

const MOST_JUMP_MS = DAY_MS;
const MOST_APART_MS = 5 * MINUTE_MS;

export interface GuardedClock extends Clock {
  /** Told of the database's time; false where it is too far from this machine's. */
  acceptsServerTime(database: number): boolean;
  /** What is wrong, in sentences for whoever runs the node; undefined while the clock is believed. */
  doubt(): string | undefined;
  /** Time never goes behind what was recorded. */
  reached(at: number): void;
}

export function guardClock(clock: Clock): GuardedClock {
  const start = { now: clock.now(), steady: clock.steady() };
  let newest = 0;
  let doubt: string | undefined;
  const jumped = (): number => clock.now() - start.now - (clock.steady() - start.steady);
  return {
    yields: clock.yields,
    steady: () => clock.steady(),
    now: () => Math.max(clock.now(), newest),
    reached(at) {
      newest = Math.max(newest, at);
    },
    acceptsServerTime(database) {
      const apart = clock.now() - database;
      if (Math.abs(apart) > MOST_APART_MS) doubt ??= apartWords(apart);
      return doubt === undefined;
    },
    doubt() {
      const by = doubt === undefined ? jumped() : 0;
      if (Math.abs(by) > MOST_JUMP_MS) doubt = jumpWords(by);
      return doubt;
    },
  };
}

const jumpWords = (by: number): string =>
  `The clock of this machine jumped ${by > 0 ? 'ahead' : 'back'} by ${Math.round(Math.abs(by) / HOUR_MS)} hours. Set it right if it is wrong, then start Candor again: a start accepts the time as it is.`;

const apartWords = (by: number): string =>
  `The clock of this machine is ${Math.round(Math.abs(by) / MINUTE_MS)} minutes ${by > 0 ? 'ahead of' : 'behind'} the clock of the database. Set the wrong one right, then start Candor again.`;
