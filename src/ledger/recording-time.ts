/**
 * The time under which something is recorded: now, and never before what was recorded last.
 * Flow:    batch, erasure, continuation (under the lock of the log) → here → `at` of their entries.
 * Promise: time in a log never goes back, whatever a clock does.
 * Source:  docs/design.md 5.
 */
import { ask, now, type Steps } from '../store/query.ts';
import { newestTime } from './queries.ts';

export function* recordingTime(log: number): Steps<number> {
  const [last] = yield* ask(newestTime, { log });
  return Math.max(yield* now(), last?.at ?? 0);
}
